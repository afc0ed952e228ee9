import MIME

/// A field as read by a mail program: unfolded, without its name, encoded words decoded. Nil if it breaks a rule: a line of
/// more than 76 columns, an encoded word of more than 75 an empty one or one that cannot be read on its own.
func readBack(_ field: HeaderField) -> String? {
  let raw = String(decoding: field.bytes, as: UTF8.self)
  guard raw.utf8.suffix(2).elementsEqual([0x0D, 0x0A]) else { return nil }
  let lines = splitLines(Array(field.bytes.dropLast(2)))
  guard lines.allSatisfy({ $0.count <= 76 && $0.allSatisfy { (0x20...0x7E).contains($0) } }),
    lines.dropFirst().allSatisfy({ $0.first == 0x20 && $0.contains { $0 != 0x20 } })
  else { return nil }
  let value = Array(lines.joined().dropFirst(field.name.utf8.count + 2))
  return decodeWords(value)
}

/// RFC 2047 §6.2: white space between two encoded words does not count.
private func decodeWords(_ value: [UInt8]) -> String? {
  var (text, wasEncoded) = ("", false)
  for (index, word) in value.split(separator: 0x20, omittingEmptySubsequences: false).enumerated() {
    let isEncoded = word.starts(with: Array("=?".utf8))
    if index > 0, !(isEncoded && wasEncoded) { text += " " }
    guard let decoded = isEncoded ? decodeWord(word) : String(decoding: word, as: UTF8.self) else { return nil }
    text += decoded
    wasEncoded = isEncoded
  }
  return text
}

private func decodeWord(_ word: ArraySlice<UInt8>) -> String? {
  let parts = word.split(separator: 0x3F, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
  guard word.count <= 75, parts.count == 5, parts[0] == "=", parts[1] == "utf-8", parts[4] == "=", !parts[3].isEmpty
  else { return nil }
  let bytes = parts[2] == "Q" ? decodeQ(Array(parts[3].utf8)) : parts[2] == "B" ? decodeBase64(parts[3]) : nil
  return bytes.flatMap { String(validating: $0, as: UTF8.self) }
}

private func decodeQ(_ text: [UInt8]) -> [UInt8]? {
  guard !text.contains(0x20) else { return nil }
  return decodeEscapes(text.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
}

private func decodeBase64(_ text: String) -> [UInt8]? {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  guard text.utf8.count % 4 == 0 else { return nil }
  var (bytes, bits, buffer): ([UInt8], Int, Int) = ([], 0, 0)
  for character in text where character != "=" {
    guard let digit = alphabet.firstIndex(of: character) else { return nil }
    (buffer, bits) = ((buffer << 6 | digit) & 0xFFFF, bits + 6)
    if bits >= 8 {
      bits -= 8
      bytes.append(UInt8(buffer >> bits & 0xFF))
    }
  }
  return bytes
}

/// Decodes quoted-printable; nil if a line is longer than 76 columns, ends in white space, begins with `.` or `From `,
/// holds anything but printable ASCII, or has an escape that is not two upper-case digits.
func decodeQuotedPrintable(_ bytes: [UInt8]) -> [UInt8]? {
  var out: [UInt8] = []
  let lines = splitLines(bytes)
  for (index, line) in lines.enumerated() {
    let isSoft = line.last == UInt8(ascii: "=")
    guard line.count <= 76, line.last != 0x20, line.last != 0x09, line.first != UInt8(ascii: "."),
      !line.starts(with: Array("From ".utf8)), line.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x09 }),
      let decoded = decodeEscapes(isSoft ? line.dropLast() : line[...])
    else { return nil }
    out += decoded
    if !isSoft, index + 1 < lines.count { out += [0x0D, 0x0A] }
  }
  return out
}

private func decodeEscapes(_ text: some Collection<UInt8>) -> [UInt8]? {
  var (out, rest) = ([UInt8](), Array(text)[...])
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "=") else {
      out.append(byte)
      continue
    }
    let digits = rest.prefix(2)
    let isUpperHex = digits.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) }
    guard digits.count == 2, isUpperHex, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
      return nil
    }
    out.append(value)
    rest = rest.dropFirst(2)
  }
  return out
}

/// Cuts at CRLF; a CR or LF alone stays in its line, where every reader above refuses it.
private func splitLines(_ bytes: [UInt8]) -> [[UInt8]] {
  var lines: [[UInt8]] = [[]]
  var rest = bytes[...]
  while let byte = rest.popFirst() {
    if byte == 0x0D, rest.first == 0x0A {
      rest.removeFirst()
      lines.append([])
    } else {
      lines[lines.count - 1].append(byte)
    }
  }
  return lines
}
