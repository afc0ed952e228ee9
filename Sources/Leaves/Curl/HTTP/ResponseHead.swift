/// The fields of a response, as its lines come in.
struct ResponseHead {
  private(set) var fields: [HTTPField] = []
  private var size = 0

  private static let mostBytes = 262_144

  /// False if they are too many.
  ///
  /// - Parameter line: with its line break. A status line begins another response.
  mutating func append(_ line: UnsafeRawBufferPointer) -> Bool {
    size += line.count
    guard size <= Self.mostBytes else { return false }
    if unsafe line.starts(with: "HTTP/".utf8) {
      fields = []
      return true
    }
    guard let colon = unsafe line.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let name = unsafe String(decoding: line[..<colon], as: UTF8.self).lowercased()
    let value = unsafe latin1(Array(line[(colon + 1)...]))
    fields.append(HTTPField(name, value))
    return true
  }
}

/// Without white space at either end (RFC 9110 §5.5).
private func latin1(_ bytes: [UInt8]) -> String {
  let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
  guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
  else { return "" }
  var text = ""
  for byte in bytes[first...last] { text.unicodeScalars.append(Unicode.Scalar(byte)) }
  return text
}
