/// RFC 4648 §4, leniently: characters outside the alphabet are skipped, and an incomplete group yields
/// as many bytes as possible.
func base64Decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(text.count / 4 * 3)
  var buffer = UInt32(0)
  var bits = 0
  for byte in text {
    guard let value = base64Value(byte) else { continue }
    buffer = (buffer << 6 | value) & 0xFFFFFF
    bits += 6
    if bits >= 8 {
      bits -= 8
      out.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
    }
  }
  return out
}

private func base64Value(_ byte: UInt8) -> UInt32? {
  switch byte {
  case 0x41...0x5A: UInt32(byte) - 0x41
  case 0x61...0x7A: UInt32(byte) - 0x61 + 26
  case 0x30...0x39: UInt32(byte) - 0x30 + 52
  case 0x2B: 62
  case 0x2F: 63
  default: nil
  }
}

/// RFC 2045 §6.7, leniently: a `=` that is not an escape stays.
func quotedPrintableDecoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(text.count)
  var rest = text
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "=") else {
      out.append(byte)
      continue
    }
    let next = Array(rest.prefix(2))
    if next.count == 2, let high = hexValue(next[0]), let low = hexValue(next[1]) {
      out.append(high << 4 | low)
      rest = rest.dropFirst(2)
    } else if next.first == 0x0A {
      rest = rest.dropFirst()
    } else if next == [0x0D, 0x0A] {
      rest = rest.dropFirst(2)
    } else {
      out.append(byte)
    }
  }
  return out
}

func hexValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case 0x30...0x39: byte - 0x30
  case 0x41...0x46: byte - 0x41 + 10
  case 0x61...0x66: byte - 0x61 + 10
  default: nil
  }
}
