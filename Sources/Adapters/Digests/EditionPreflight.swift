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

  package var description: String {
    switch self {
    case .emptySubject: "the subject is empty."
    case .emptySection(let feed): "the section of the feed `\(feed)` has no articles."
    case .htmlTooLong(let bytes):
      "even cut back as far as it goes the HTML has \(bytes) bytes, but mail programs cut a mail after "
        + "\(EditionPreflight.maxHTMLBytes); the templates or the note are too long."
    case .noUnsubscribeLink(let part): "\(part.rawValue) shows no {{unsubscribe_url}}."
    case .noPostalAddress(let part): "\(part.rawValue) does not show the postal address, {{site.publisher}}."
    case .strayBlank(let part): "\(part.rawValue) holds U+0001, which nothing but a blank may."
    case .relativeLink(let link):
      "digest.html links to `\(link)`, which leads nowhere from a mail; write a whole address."
    }
  }
}

/// The checks that stand between a rendered edition and its readers.
///
/// None of them looks for `{{`: templates are strict, so that every tag was filled in or was an error, and what is left
/// was written by an author and is text.
struct EditionPreflight {
  /// Gmail shows about 102 kB and hides the rest, the way to unsubscribe with it.
  static let maxHTMLBytes = 102_400
  /// What shortening aims at: scanners and forwarders on the way add to a mail, and where Gmail cuts depends on the letters.
  static let comfortableHTMLBytes = 90_000

  let html: EditionDocument
  let text: EditionDocument
  let publisher: String

  func check() throws(EditionError) {
    try check(.html, html, publisher: publisher.htmlEscaped)
    try check(.text, text, publisher: publisher)
    if let link = html.facts.relativeLink { throw .relativeLink(link) }
    guard html.facts.bytes <= Self.maxHTMLBytes else { throw .htmlTooLong(bytes: html.facts.bytes) }
  }

  private func check(
    _ part: EditionError.Part, _ document: EditionDocument, publisher: String
  ) throws(EditionError) {
    guard document.facts.showsUnsubscribe else { throw .noUnsubscribeLink(part) }
    guard shows(publisher, in: document) else { throw .noPostalAddress(part) }
    guard !document.facts.hasStrayBlank else { throw .strayBlank(part) }
  }

  /// Whether the words of a text stand there, however lines are broken; where they usually stand is looked at first.
  private func shows(_ text: String, in document: EditionDocument) -> Bool {
    let wanted = words(text)
    return [document.text, document.cells.map(\.content).joined(separator: "\n")].contains { place in
      holds(Array(place.utf8), wanted) || holds(words(place), wanted)
    }
  }
}

/// The text with every run of white space as one space, so that a line break does not hide what it says.
private func words(_ text: String) -> [UInt8] {
  Array(text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.joined(separator: [0x20]))
}

/// Whether a text stands in a document, from the end on; an empty one never. By hand, because the standard library's
/// generic search takes longer than all the rendering.
private func holds(_ document: [UInt8], _ wanted: [UInt8]) -> Bool {
  guard let last = wanted.last, document.count >= wanted.count else { return false }
  var end = document.count
  while end >= wanted.count {
    if document[end - 1] == last, document[(end - wanted.count)..<end].elementsEqual(wanted) { return true }
    end -= 1
  }
  return false
}
