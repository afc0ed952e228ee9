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

  package var description: String {
    switch self {
    case .emptySubject: "the subject is empty."
    case .emptySection(let feed): "the section of the feed `\(feed)` has no articles."
    case .htmlTooLong(let bytes):
      "the HTML has \(bytes) bytes, but mail programs cut a mail after \(EditionPreflight.maxHTMLBytes); "
        + "lower max_articles or shorten the takeaways."
    case .noUnsubscribeLink(let part): "\(part.rawValue) shows no {{unsubscribe_url}}."
    case .noPostalAddress(let part): "\(part.rawValue) does not show the postal address, {{site.publisher}}."
    case .strayBlank(let part): "\(part.rawValue) holds U+0001, which nothing but a blank may."
    }
  }
}

/// The checks that stand between a rendered edition and its readers.
struct EditionPreflight {
  /// Gmail shows about 102 kB and hides the rest, the way to unsubscribe with it.
  static let maxHTMLBytes = 102_400
  /// What a reader's own value may add in place of a blank.
  static let bytesForBlank = 400

  let edition: Edition
  let publisher: String

  func check() throws(EditionError) {
    try check(.html, edition.html, publisher: publisher.htmlEscaped)
    try check(.text, edition.text, publisher: publisher)
    let bytes = edition.html.utf8.count + blanks(in: edition.html) * Self.bytesForBlank
    guard bytes <= Self.maxHTMLBytes else { throw .htmlTooLong(bytes: bytes) }
  }

  private func check(_ part: EditionError.Part, _ document: String, publisher: String) throws(EditionError) {
    guard document.utf8.contains(Edition.Blank.unsubscribeURL.token.utf8) else { throw .noUnsubscribeLink(part) }
    let address = publisher.words
    guard !address.isEmpty, document.words.utf8.contains(address.utf8) else { throw .noPostalAddress(part) }
    let marks = document.utf8.count { $0 == 1 }
    guard marks == 2 * blanks(in: document) else { throw .strayBlank(part) }
  }

  private func blanks(in document: String) -> Int {
    Edition.Blank.allCases.map { document.utf8.ranges(of: $0.token.utf8).count }.reduce(0, +)
  }
}

extension String {
  /// The text with every run of white space as one space, so that a line break does not hide what it says.
  fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
