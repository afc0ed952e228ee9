/// Quoted-printable (RFC 2045 §6.7) of UTF-8 text, in lines that no mail server has a reason to change.
///
/// Lines end in CRLF and have at most 76 columns; every line ending of the text (LF, CRLF or CR) becomes CRLF. A `.` or
/// `From ` at the beginning of a line is encoded, so that neither dot-stuffing (RFC 5321 §4.5.2) nor mbox's `>From`
/// (RFC 2049 §3) changes it.
package enum QuotedPrintable {
  /// The 76th column is reserved for the `=` of a soft line break.
  static let columns = 75

  /// Appends `text`, encoded from column 0, and returns the column where it ends (0–75).
  ///
  /// With `endsLine`, white space at the end of the text is encoded, as before any line ending; otherwise the caller
  /// adds a soft line break after it.
  @discardableResult
  static func append(_ text: some StringProtocol, to out: inout [UInt8], endsLine: Bool = true) -> Int {
    let bytes = Array(text.utf8)
    out.reserveCapacity(out.count + bytes.count + bytes.count / 8)
    var encoder = Encoder(bytes: bytes, endsLine: endsLine)
    encoder.run(into: &out)
    return encoder.column
  }

  static let softBreak: [UInt8] = [0x3D, 0x0D, 0x0A]
}

private struct Encoder {
  let bytes: [UInt8]
  let endsLine: Bool
  private var next = 0
  private(set) var column = 0

  init(bytes: [UInt8], endsLine: Bool) {
    self.bytes = bytes
    self.endsLine = endsLine
  }

  mutating func run(into out: inout [UInt8]) {
    while next < bytes.count {
      if isLineEnd(next) {
        endLine(&out)
      } else if column == 0, isUnsafeAtLineStart {
        escape(&out)
      } else if !copyLiterals(&out) {
        escape(&out)
      }
    }
  }

  /// Copies characters that need no encoding, up to the end of the line; false if there are none.
  private mutating func copyLiterals(_ out: inout [UInt8]) -> Bool {
    guard isLiteral(next) else { return false }
    if column == QuotedPrintable.columns { breakSoftly(&out) }
    if column == 0, isUnsafeAtLineStart { return false }
    let end = min(bytes.count, next + QuotedPrintable.columns - column)
    var stop = next + 1
    while stop < end, isLiteral(stop) { stop += 1 }
    out += bytes[next..<stop]
    column += stop - next
    next = stop
    return true
  }

  private mutating func escape(_ out: inout [UInt8]) {
    if column + 3 > QuotedPrintable.columns { breakSoftly(&out) }
    out.append(UInt8(ascii: "="))
    out.append(upperHexDigit(bytes[next] >> 4))
    out.append(upperHexDigit(bytes[next] & 15))
    column += 3
    next += 1
  }

  private mutating func endLine(_ out: inout [UInt8]) {
    let isPair = bytes[next] == 0x0D && next + 1 < bytes.count && bytes[next + 1] == 0x0A
    out += crlf
    column = 0
    next += isPair ? 2 : 1
  }

  private mutating func breakSoftly(_ out: inout [UInt8]) {
    out += QuotedPrintable.softBreak
    column = 0
  }

  private func isLiteral(_ index: Int) -> Bool {
    switch ByteClass(bytes[index]) {
    case .literal: true
    case .blank: index + 1 < bytes.count ? !isLineEnd(index + 1) : !endsLine
    case .lineEnd, .escaped: false
    }
  }

  private func isLineEnd(_ index: Int) -> Bool { bytes[index] == 0x0A || bytes[index] == 0x0D }

  private var isUnsafeAtLineStart: Bool {
    bytes[next] == UInt8(ascii: ".") || bytes[next] == UInt8(ascii: "F") && bytes[next...].starts(with: from)
  }
}

private enum ByteClass {
  case literal, blank, lineEnd, escaped

  init(_ byte: UInt8) {
    self =
      switch byte {
      case 0x09, 0x20: .blank
      case 0x0A, 0x0D: .lineEnd
      case 0x21...0x3C, 0x3E...0x7E: .literal
      default: .escaped
      }
  }
}

private let from = Array("From ".utf8)
