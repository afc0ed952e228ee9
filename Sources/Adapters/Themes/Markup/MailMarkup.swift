package import Templates

/// Markup and styles in a theme that few mail programs support, or none.
///
/// Checks the templates, not only an email rendered from them, so that each finding has the line in the template.
package struct MailMarkup {
  /// Markup that has no effect in an email, or breaks it.
  package private(set) var faults: [TemplateError] = []
  /// Markup that many readers will not see.
  package private(set) var warnings: [TemplateError] = []

  package init(of theme: Theme) {
    for markup in theme.templates.markup(of: Self.templates(of: theme.templates)) {
      for tag in markup.tags where !tag.isEnd {
        for finding in findings(in: tag) { add(finding, markup) }
      }
    }
    for (value, error) in theme.sheet.values {
      for finding in StyleAddresses(value).findings { add(finding, error) }
    }
    warnings += UnknownClasses(in: theme).findings + LinksOfOnePart(in: theme).findings
    faults = faults.inOrder
    warnings = warnings.inOrder
  }

  /// The templates of emails: those that `digest.html` includes, and those rendered for `{{{cell}}}` and `{{{note}}}`
  /// if it shows them.
  static func templates(of set: TemplateSet) -> Set<String> {
    var roots = ["digest.html"]
    if set.use(of: roots).values.contains("cell") {
      roots += ["mail-lead.html", "mail-article.html", "mail-headline.html", "mail-full.html"]
    }
    if set.use(of: roots).values.contains("note") { roots.append("note.html") }
    return set.use(of: roots).templates
  }

  private mutating func add(_ finding: MarkupFinding, _ markup: TemplateMarkup) {
    let error = markup.fault(at: finding.offset, finding.sentence)
    if finding.isFault { faults.append(error) } else { warnings.append(error) }
  }

  private mutating func add(_ finding: MarkupFinding, _ place: TemplateError) {
    let error = TemplateError(
      name: place.name, path: place.path, line: place.line, column: place.column, sentence: finding.sentence)
    if finding.isFault { faults.append(error) } else { warnings.append(error) }
  }

  private func findings(in tag: MarkupTag) -> [MarkupFinding] {
    var findings: [MarkupFinding] = []
    if let sentence = MailElements.refusal(tag) {
      findings.append(MarkupFinding(tag.offset, "`<\(tag.name)>` \(sentence)", isFault: true))
    } else if let sentence = MailElements.unsafe(tag) {
      findings.append(MarkupFinding(tag.offset, "`<\(tag.name)>` \(sentence)", isFault: false))
    }
    for attribute in tag.attributes { findings += MailAttribute(attribute, of: tag).findings }
    if let style = tag.style { findings += StyleAddresses(style.text).findings.map { $0.moved(by: style.offset) } }
    return findings
  }
}

/// A finding at a byte of a template or style.
struct MarkupFinding {
  var offset: Int
  let sentence: String
  /// Whether the markup must not be sent.
  let isFault: Bool

  init(_ offset: Int, _ sentence: String, isFault: Bool) {
    self.offset = offset
    self.sentence = sentence
    self.isFault = isFault
  }

  func moved(by distance: Int) -> MarkupFinding {
    var moved = self
    moved.offset += distance
    return moved
  }
}

extension [TemplateError] {
  fileprivate var inOrder: [TemplateError] {
    sorted { ($0.path, $0.line, $0.column ?? 0) < ($1.path, $1.line, $1.column ?? 0) }
  }
}
