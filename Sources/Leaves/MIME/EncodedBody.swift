/// Text with blanks, encoded as quoted-printable once and filled in many times.
///
/// Each blank has a soft line break on both sides, so its value is encoded from column 0 and never moves the text
/// around it: the bytes between the blanks are the same for every reader.
package struct EncodedBody<Blank: Sendable>: Sendable {
  package enum Piece: Sendable {
    case text(String)
    case blank(Blank)
  }

  /// The text before a blank ends in a line break, hard or soft.
  private(set) var form = BlankForm<Blank>()

  package init(_ pieces: [Piece]) {
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text): form.append(Self.encoded(text, isLast: index == pieces.count - 1))
      case .blank(let blank): form.append(blank)
      }
    }
  }

  package func append(to out: inout [UInt8], value: (Blank) -> String) {
    form.append(to: &out) { Self.append(value($0), to: &$1) }
  }

  static func append(_ value: String, to out: inout [UInt8]) {
    if QuotedPrintable.append(value, to: &out, endsLine: false) > 0 { out += QuotedPrintable.softBreak }
  }

  private static func encoded(_ text: String, isLast: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    let column = QuotedPrintable.append(text, to: &bytes, endsLine: isLast)
    if column > 0, !isLast { bytes += QuotedPrintable.softBreak }
    return bytes
  }
}
