private let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)

/// RFC 4648 §6 in lower case without padding: survives changes of letter case, which mail systems make.
package func base32(_ bytes: [UInt8]) -> String {
  var text: [UInt8] = []
  var buffer = 0
  var bits = 0
  for byte in bytes {
    buffer = (buffer << 8 | Int(byte)) & 0xFFFF
    bits += 8
    while bits >= 5 {
      bits -= 5
      text.append(alphabet[buffer >> bits & 31])
    }
  }
  if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
  return String(decoding: text, as: UTF8.self)
}

/// The inverse of ``base32(_:)``; case-insensitive. Nil for any other character or for stray bits.
package func bytes(base32 text: String) -> [UInt8]? {
  var result: [UInt8] = []
  var buffer = 0
  var bits = 0
  for character in text.lowercased().utf8 {
    guard let value = alphabet.firstIndex(of: character) else { return nil }
    buffer = (buffer << 5 | value) & 0xFFFF
    bits += 5
    if bits >= 8 {
      bits -= 8
      result.append(UInt8(buffer >> bits & 0xFF))
    }
  }
  return bits < 5 && buffer & (1 << bits - 1) == 0 ? result : nil
}
