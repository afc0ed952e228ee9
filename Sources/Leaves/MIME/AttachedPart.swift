/// A file in a message, below its text (RFC 2183): `Content-Disposition: attachment`, in Base64.
package struct AttachedPart: Sendable {
  /// Header and body, without a line end at the end.
  let bytes: [UInt8]

  /// - Parameters:
  ///   - type: a media type without parameters.
  ///   - lines: Base64 in lines of at most 76 characters, with CRLF between them.
  package init(name: String, type: String, base64 lines: String) {
    let head = """
      Content-Type: \(type)\r
      Content-Transfer-Encoding: base64\r
      Content-Disposition: attachment;\(Self.filename(name))\r
      \r

      """
    bytes = Array(head.utf8) + Array(lines.utf8)
  }

  /// As it is if it is short and plain; otherwise encoded, in several lines if it is long (RFC 2231).
  private static func filename(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { isFilenameByte($0) || $0 == 0x20 }
    if isPlain, (1...60).contains(name.utf8.count) { return "\r\n filename=\"\(name)\"" }
    let lines = encodedLines(name)
    if lines.count == 1 { return "\r\n filename*=UTF-8''\(lines[0])" }
    return lines.enumerated().map { place, line in
      "\r\n filename*\(place)*=" + (place == 0 ? "UTF-8''" : "") + line
    }.joined(separator: ";")
  }

  private static func encodedLines(_ name: String) -> [String] {
    var lines = [""]
    for byte in name.utf8 {
      let hex = String(byte, radix: 16, uppercase: true)
      let shown = isFilenameByte(byte) ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + hex
      if lines[lines.count - 1].utf8.count + shown.utf8.count > 50 { lines.append("") }
      lines[lines.count - 1] += shown
    }
    return lines
  }

  /// Bytes that need no encoding in either form.
  private static func isFilenameByte(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "-._+".utf8.contains(byte) }
}
