/// A text with places left open, encoded to quoted-printable once and filled in many times.
///
/// Soft line breaks stand on both sides of a blank, so a value, encoded from column 0, never moves its neighbours:
/// what is between the blanks is the same bytes for every reader.
package struct EncodedBody<Blank: Sendable>: Sendable {
  package enum Piece: Sendable {
    case text(String)
    case blank(Blank)
  }

  private enum Segment {
    /// Ends in a line break, hard or soft, if a blank follows.
    case encoded([UInt8])
    case blank(Blank)
  }

  private let segments: [Segment]
  /// Without the values of the blanks.
  package let byteCount: Int

  package init(_ pieces: [Piece]) {
    segments = pieces.enumerated().map { index, piece in
      switch piece {
      case .text(let text): .encoded(Self.encoded(text, isLast: index == pieces.count - 1))
      case .blank(let blank): .blank(blank)
      }
    }
    byteCount = segments.reduce(0) { sum, segment in
      if case .encoded(let bytes) = segment { sum + bytes.count } else { sum }
    }
  }

  package func append(to out: inout [UInt8], value: (Blank) -> String) {
    for segment in segments {
      switch segment {
      case .encoded(let bytes): out += bytes
      case .blank(let blank): Self.append(value(blank), to: &out)
      }
    }
  }

  private static func encoded(_ text: String, isLast: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    let column = QuotedPrintable.append(text, to: &bytes, endsLine: isLast)
    if column > 0, !isLast { bytes += QuotedPrintable.softBreak }
    return bytes
  }

  private static func append(_ value: String, to out: inout [UInt8]) {
    if QuotedPrintable.append(value, to: &out, endsLine: false) > 0 { out += QuotedPrintable.softBreak }
  }
}
