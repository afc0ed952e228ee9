package import Model
internal import Pages
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
  case unresolvedTag(Part)
  case relativeLink(String)

  package var description: String {
    switch self {
    case .emptySubject: "the subject is empty."
    case .emptySection(let feed): "the section of the feed `\(feed)` has no articles."
    case .htmlTooLong(let bytes):
      "even with nothing but titles the HTML has \(bytes) bytes, but mail programs cut a mail after "
        + "\(EditionPreflight.maxHTMLBytes); lower max_articles."
    case .noUnsubscribeLink(let part): "\(part.rawValue) shows no {{unsubscribe_url}}."
    case .noPostalAddress(let part): "\(part.rawValue) does not show the postal address, {{site.publisher}}."
    case .strayBlank(let part): "\(part.rawValue) holds U+0001, which nothing but a blank may."
    case .unresolvedTag(let part): "\(part.rawValue) leaves a tag unresolved: the mail would show `{{`."
    case .relativeLink(let link):
      "digest.html links to `\(link)`, which leads nowhere from a mail; write a whole address."
    }
  }
}

/// The checks that stand between a rendered edition and its readers.
struct EditionPreflight {
  /// Gmail shows about 102 kB and hides the rest, the way to unsubscribe with it.
  static let maxHTMLBytes = 102_400
  /// What shortening aims at: scanners and forwarders on the way add to a mail, and where Gmail cuts depends on the letters.
  static let comfortableHTMLBytes = 90_000
  /// What a reader's own value may add in place of a blank.
  static let bytesForBlank = 400

  let edition: Edition
  let publisher: String
  /// Whether authors or settings write `{{` themselves: then it is no sign of a tag.
  var bracesAreText = false

  func check() throws(EditionError) {
    try check(.html, edition.html, publisher: publisher.htmlEscaped)
    try check(.text, edition.text, publisher: publisher)
    if let link = MailLinks.all(in: edition.html).first(where: {
      !MailLinks.isInside($0) && MailLinks.scheme(of: $0) == nil
    }) {
      throw .relativeLink(link)
    }
    let bytes = Self.bytes(of: edition.html)
    guard bytes <= Self.maxHTMLBytes else { throw .htmlTooLong(bytes: bytes) }
  }

  /// Whether the words of a text stand there, however lines are broken.
  private func shows(_ text: String, in document: String, _ bytes: [UInt8]) -> Bool {
    let plain = String(decoding: words(text), as: UTF8.self)
    return occurrences(of: plain, in: bytes) > 0 || occurrences(of: plain, in: words(document)) > 0
  }

  /// How long a mail's HTML may become when its blanks are filled.
  static func bytes(of html: String) -> Int {
    html.utf8.count + html.utf8.count { $0 == 1 } / 2 * bytesForBlank
  }

  private func check(_ part: EditionError.Part, _ document: String, publisher: String) throws(EditionError) {
    let bytes = Array(document.utf8)
    guard occurrences(of: Edition.Blank.unsubscribeURL.token, in: bytes) > 0 else { throw .noUnsubscribeLink(part) }
    guard shows(publisher, in: document, bytes) else { throw .noPostalAddress(part) }
    guard bytes.count(where: { $0 == 1 }) == 2 * Self.blanks(in: bytes) else { throw .strayBlank(part) }
    guard bracesAreText || occurrences(of: "{{", in: bytes) == 0 else { throw .unresolvedTag(part) }
  }

  private static func blanks(in document: [UInt8]) -> Int {
    Edition.Blank.allCases.map { occurrences(of: $0.token, in: document) }.reduce(0, +)
  }
}

/// The text with every run of white space as one space, so that a line break does not hide what it says.
private func words(_ text: String) -> [UInt8] {
  Array(text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.joined(separator: [0x20]))
}

/// How often a text stands in a document; an empty one never. By hand, because the standard library's generic search
/// takes longer than all the rendering.
private func occurrences(of text: String, in document: [UInt8]) -> Int {
  let wanted = Array(text.utf8)
  guard let first = wanted.first, document.count >= wanted.count else { return 0 }
  return (0...(document.count - wanted.count)).count { start in
    document[start] == first && document[start..<(start + wanted.count)].elementsEqual(wanted)
  }
}
