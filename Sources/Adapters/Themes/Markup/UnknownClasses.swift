internal import Templates
internal import Text

/// Classes in a site's own email templates that nothing styles; most are misspelt.
struct UnknownClasses {
  private(set) var findings: [TemplateError] = []

  init(in theme: Theme) {
    let markups = theme.templates.markup(of: MailMarkup.templates(of: theme.templates))
    // Without the sheet, the templates have their own styles.
    guard !markups.isEmpty, theme.templates.use(of: ["digest.html"]).values.contains("theme.style") else { return }
    let classes = theme.sheet.classes
    let own = markups.flatMap(\.tags).compactMap { $0.style?.text }.joined()
    for markup in markups {
      for tag in markup.tags {
        guard let attribute = tag.attributes.first(where: { $0.name == "class" }), !attribute.value.contains("{{")
        else {
          continue
        }
        for name in attribute.value.split(whereSeparator: \.isWhitespace).map(String.init) {
          guard !classes.contains(name), !Self.builtIn.contains(name), !own.contains("." + name) else { continue }
          let hint = suggestion(for: name, among: classes.sorted())
          findings.append(markup.fault(at: attribute.offset, "theme.css has no rule for `.\(name)`\(hint)"))
        }
      }
    }
  }

  /// Classes of the built-in templates and sheets, with or without a rule in this one.
  private static let builtIn: Set<String> = {
    let mails = TemplateSet.builtInNames.filter { $0 == "digest.html" || $0.hasPrefix("mail-") }
    let texts = mails.compactMap(TemplateSet.builtIn)
    let inTemplates = texts.flatMap { $0.matches(of: /class="([^"{]*)"/) }.flatMap { $0.output.1.split(separator: " ") }
    let sheets = TemplateSet.builtInThemes.compactMap(TemplateSet.builtInTheme).joined().filter {
      $0.name == "theme.css"
    }
    let inSheets = sheets.flatMap { $0.text.matches(of: /\.([a-z][a-z0-9-]*)/).map(\.output.1) }
    return Set((inTemplates + inSheets).map(String.init))
  }()
}

/// Links of a site's own email templates that the text part lacks: both parts must say the same.
struct LinksOfOnePart {
  private(set) var findings: [TemplateError] = []

  init(in theme: Theme) {
    let markups = theme.templates.markup(of: MailMarkup.templates(of: theme.templates))
    guard !markups.isEmpty else { return }
    let parts = ["digest.text", "mail-article.text", "mail-headline.text", "mail-full.text", "note.text"]
    let texts = theme.templates.use(of: parts).templates
    let text = texts.compactMap(theme.templates.text).joined(separator: "\n")
    for markup in markups {
      for tag in markup.tags where tag.name == "a" {
        guard let link = tag.attributes.first(where: { $0.name == "href" }) else { continue }
        let address = unescapedHTML(link.value)
        guard address.hasPrefix("https://") || address.hasPrefix("http://"), !address.contains("{{"),
          !text.contains(address)
        else { continue }
        findings.append(
          markup.fault(at: link.offset, "the text part has no link to \(address.cut(to: 60)); add it to digest.text"))
      }
    }
  }
}
