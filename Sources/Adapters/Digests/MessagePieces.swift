internal import MIME
internal import Model

/// Splits an edition's HTML or text at its blanks.
func messagePieces(
  of text: String, part: MessageFault.Part
) throws(MessageFault) -> [EncodedBody<Edition.Blank>.Piece] {
  // Works on bytes, for speed: text, name, text, …, text.
  let strings = text.utf8.split(separator: 0x01, omittingEmptySubsequences: false).map { String(Substring($0)) }
  var pieces: [EncodedBody<Edition.Blank>.Piece] = []
  var blanks = Set<Edition.Blank>()
  for (index, string) in strings.enumerated() {
    if index.isMultiple(of: 2) {
      pieces.append(.text(string))
    } else {
      guard let blank = Edition.Blank(rawValue: string), index + 1 < strings.count else {
        throw .unknownBlank(part)
      }
      blanks.insert(blank)
      pieces.append(.blank(blank))
    }
  }
  guard blanks.contains(.unsubscribeURL) else { throw .noUnsubscribeLink(part) }
  return pieces
}
