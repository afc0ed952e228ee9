internal import Model

/// The facts about a document that the preflight needs, found in one pass. The facts of its parts add
/// up to those of the whole.
struct DocumentFacts {
  /// The maximum number of bytes that a reader's own value may add in place of a blank.
  static let bytesForBlank = 400

  /// The size once the blanks are filled; excludes the cells.
  private(set) var bytes = 0
  private(set) var showsUnsubscribe = false
  /// A U+0001 that does not enclose the name of a blank or a cell.
  private(set) var hasStrayBlank = false
  /// The first link that does not work from an email.
  private(set) var relativeLink: String?

  init(_ document: String) {
    for piece in FrozenEdition.pieces(of: document) where piece.cell == nil { read(piece.bytes) }
    relativeLink = MailLinks.all(in: document).first { !MailLinks.isInside($0) && MailLinks.scheme(of: $0) == nil }
  }

  mutating func add(_ other: DocumentFacts) {
    bytes += other.bytes
    showsUnsubscribe = showsUnsubscribe || other.showsUnsubscribe
    hasStrayBlank = hasStrayBlank || other.hasStrayBlank
    relativeLink = relativeLink ?? other.relativeLink
  }

  private mutating func read(_ text: ArraySlice<UInt8>) {
    bytes += text.count
    var rest = text
    while let open = rest.firstIndex(of: 1) { rest = rest[endOfBlank(at: open, in: rest)...] }
  }

  private mutating func endOfBlank(at open: Int, in text: ArraySlice<UInt8>) -> Int {
    guard let close = text[(open + 1)...].firstIndex(of: 1),
      let blank = Edition.Blank(rawValue: String(decoding: text[(open + 1)..<close], as: UTF8.self))
    else {
      hasStrayBlank = true
      return open + 1
    }
    bytes += Self.bytesForBlank
    if blank == .unsubscribeURL { showsUnsubscribe = true }
    return close + 1
  }
}
