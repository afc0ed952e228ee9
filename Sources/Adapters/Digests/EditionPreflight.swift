package import Model
internal import Templates

/// Why an edition must not be sent.
package enum EditionError: Error, Hashable, CustomStringConvertible {
  package enum Part: String, Sendable { case html = "digest.html", text = "digest.text" }

  case emptySubject
  case emptySection(Feed.Name)
  case htmlTooLong(bytes: Int)
  case noUnsubscribeLink(Part)
  case noPostalAddress(Part)
  case strayBlank(Part)
  case relativeLink(String)
  /// The name of the template.
  case noIntro(String)
  /// The name of the template.
  case noSponsor(String)
  /// The name of the template.
  case noAttachments(String)

  package var description: String {
    switch self {
    case .emptySubject: "the subject is empty"
    case .emptySection(let feed): "the section of the feed `\(feed)` has no articles"
    case .htmlTooLong(let bytes):
      "even cut back as far as it goes the HTML has \(bytes) bytes, but mail programs cut a mail after "
        + "\(MailSize.longestHTML); shorten the templates or the note"
    case .noUnsubscribeLink(let part): "\(part.rawValue) lacks {{unsubscribe_url}}; add it"
    case .noPostalAddress(let part): "\(part.rawValue) lacks the postal address; add {{site.publisher}}"
    case .strayBlank(let part): "\(part.rawValue) contains U+0001, which is reserved; remove it"
    case .noIntro(let template):
      "\(template) does not contain `{{{intro}}}`, so the introduction would be lost; add {{> mail-intro}}, or the tag"
    case .noSponsor(let template):
      "\(template) does not contain `sponsor`, so the advertisement would be lost; add {{> "
        + (template == "archive.html" ? "issue" : "mail") + "-sponsor}}, or the tags"
    case .noAttachments(let template):
      "\(template) does not contain `attachments`, so the attachments would be lost; add {{> "
        + (template == "archive.html" ? "page" : "mail") + "-attachments}}, or the tags"
    case .relativeLink(let link):
      "digest.html links to `\(link)`, which leads nowhere in an email; write a full URL"
    }
  }
}

extension EditionError {
  /// The same error at the template of the site that causes it; nil if none does.
  func located(in templates: TemplateSet) -> TemplateError? {
    switch self {
    case .noUnsubscribeLink(let part): located("unsubscribe_url", "the link to unsubscribe", part, templates)
    case .noPostalAddress(let part): located("site.publisher", "the postal address", part, templates)
    default: nil
    }
  }

  private func located(_ value: String, _ what: String, _ part: Part, _ templates: TemplateSet) -> TemplateError? {
    let root = part.rawValue
    guard templates.hasOwn, !templates.use(of: [root]).values.contains(value) else { return nil }
    return templates.lost(value, from: root, "\(root) lacks \(what), without which nothing is sent; add `{{\(value)}}`")
  }
}

/// The checks between a rendered edition and its readers.
///
/// None of them looks for `{{`: templates are strict, so every tag was filled in or was an error. Any that remains was
/// written by an author, as text.
struct EditionPreflight {
  let html: EditionDocument
  let text: EditionDocument
  let publisher: String

  func check() throws(EditionError) {
    try check(.html, html, publisher: publisher.htmlEscaped)
    try check(.text, text, publisher: publisher)
    if let link = html.facts.relativeLink { throw .relativeLink(link) }
    guard html.facts.bytes <= MailSize.longestHTML else { throw .htmlTooLong(bytes: html.facts.bytes) }
  }

  private func check(
    _ part: EditionError.Part, _ document: EditionDocument, publisher: String
  ) throws(EditionError) {
    guard document.facts.showsUnsubscribe else { throw .noUnsubscribeLink(part) }
    guard shows(publisher, in: document) else { throw .noPostalAddress(part) }
    guard !document.facts.hasStrayBlank else { throw .strayBlank(part) }
  }

  /// Whether the document contains the words of a string, regardless of line breaks. The likeliest
  /// place is searched first.
  private func shows(_ text: String, in document: EditionDocument) -> Bool {
    let wanted = words(text)
    return [document.text, document.cells.map(\.content).joined(separator: "\n")].contains { place in
      holds(Array(place.utf8), wanted) || holds(words(place), wanted)
    }
  }
}

/// The text with each run of white space as one space, and without the zero-width spaces in long words, so that line breaks
/// do not prevent a match.
private func words(_ text: String) -> [UInt8] {
  let visible = String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{200B}" }))
  return Array(visible.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.joined(separator: [0x20]))
}

/// Whether a document contains a string, searched from its end; false for an empty string. Written by hand, because the
/// standard library's generic search takes longer than the whole rendering.
private func holds(_ document: [UInt8], _ wanted: [UInt8]) -> Bool {
  guard let last = wanted.last, document.count >= wanted.count else { return false }
  var end = document.count
  while end >= wanted.count {
    if document[end - 1] == last, document[(end - wanted.count)..<end].elementsEqual(wanted) { return true }
    end -= 1
  }
  return false
}
