/// A string as a value in a query or form: every UTF-8 byte except the unreserved ones is
/// percent-encoded (RFC 3986 §2.3).
package func percentEncoded(_ text: String) -> String {
  if text.utf8.allSatisfy(isUnreserved) { return text }
  let encoded = percentEncoded(Array(text.utf8), keepingEscapes: false, allowing: isUnreserved)
  return String(decoding: encoded, as: UTF8.self)
}

/// A string as one or more path segments: every byte except the unreserved ones and `/` is percent-encoded.
package func percentEncodedPath(_ text: String) -> String {
  let isKept = { (byte: UInt8) in isUnreserved(byte) || byte == UInt8(ascii: "/") }
  if text.utf8.allSatisfy(isKept) { return text }
  return String(decoding: percentEncoded(Array(text.utf8), keepingEscapes: false, allowing: isKept), as: UTF8.self)
}

/// - Parameter keepingEscapes: whether a `%` followed by two hexadecimal digits is already an escape.
func percentEncoded(
  _ bytes: [UInt8], keepingEscapes: Bool = true, allowing isAllowed: (UInt8) -> Bool
) -> [UInt8] {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  encoded.reserveCapacity(bytes.count)
  for (index, byte) in bytes.enumerated() {
    if isAllowed(byte) || keepingEscapes && byte == UInt8(ascii: "%") && beginsInHex(bytes[(index + 1)...]) {
      encoded.append(byte)
    } else {
      encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return encoded
}

/// Letters, digits, `-`, `.`, `_` and `~` (RFC 3986 §2.3).
func isUnreserved(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"): true
  case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
  default: false
  }
}

/// Whether two hexadecimal digits come next.
private func beginsInHex(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.prefix(2).count(where: isHex) == 2 }

private func isHex(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20) }
