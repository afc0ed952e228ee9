// The "relaxed" canonicalisation of DKIM: the form of a message that a signature covers.

/// A header field as `name:value` and CRLF (RFC 6376 §3.4.2): the name in lower case, the value unfolded, each run of
/// white space replaced by one space, and none around the colon or at the end.
package func relaxedField(_ field: [UInt8]) -> [UInt8] {
  guard let colon = field.firstIndex(of: UInt8(ascii: ":")) else { return [] }
  var out: [UInt8] = []
  out.reserveCapacity(field.count)
  for byte in field[..<colon] where !isBlank(byte) { out.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
  out.append(UInt8(ascii: ":"))
  let start = out.count
  var isSpacePending = false
  for byte in field[(colon + 1)...] where byte != 0x0D && byte != 0x0A {
    if isBlank(byte) {
      isSpacePending = true
    } else {
      if isSpacePending, out.count > start { out.append(0x20) }
      isSpacePending = false
      out.append(byte)
    }
  }
  return out + crlf
}

/// Whole lines of a body in the form that is hashed (RFC 6376 §3.4.4): each run of white space as one space, and none
/// before CRLF. A lone CR or LF does not end a line. Empty lines at the end, which a multipart body never has, are not
/// removed.
package func relaxedLines(_ lines: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(lines.count)
  var isSpacePending = false
  for index in lines.indices {
    let byte = lines[index]
    if isBlank(byte) {
      isSpacePending = true
    } else {
      let endsLine = byte == 0x0D && index + 1 < lines.endIndex && lines[index + 1] == 0x0A
      if isSpacePending, !endsLine { out.append(0x20) }
      isSpacePending = false
      out.append(byte)
    }
  }
  return out
}

private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
