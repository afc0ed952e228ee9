internal import Model

/// What the preflight must know of a document, found in one pass; the facts of its pieces add up to those of the whole.
struct DocumentFacts {
  /// What a reader's own value may add in place of a blank.
  static let bytesForBlank = 400

  /// How long it may become when its blanks are filled; without the cells at its marks.
  private(set) var bytes = 0
  private(set) var showsUnsubscribe = false
  /// U+0001 that frames neither the name of a blank nor that of a cell.
  private(set) var hasStrayBlank = false
  /// The first link that leads nowhere from a mail.
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
