/// Whether a tag shares a line of plain text, the title of a page, or an attribute that people read with other text or
/// tags: there a value of the other direction could change their order.
func isJoined(_ tag: Range<Int>, in bytes: [UInt8], isHTML: Bool) -> Bool {
  guard let whole = isHTML ? readableText(around: tag, in: bytes) : line(around: tag, in: bytes) else { return false }
  return !isBlank(bytes[whole.lowerBound..<tag.lowerBound]) || !isBlank(bytes[tag.upperBound..<whole.upperBound])
}

private func line(around tag: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
  let isBreak = { (byte: UInt8) in byte == UInt8(ascii: "\n") }
  let start = bytes[..<tag.lowerBound].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
  return start..<(bytes[tag.upperBound...].firstIndex(where: isBreak) ?? bytes.count)
}

/// Nil in the content of elements, where markup isolates, and in attributes for programs.
private func readableText(around tag: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
  guard let open = bytes[..<tag.lowerBound].lastIndex(of: UInt8(ascii: "<")) else { return nil }
  let before = open..<tag.lowerBound
  let end = bytes[before].firstIndex(of: UInt8(ascii: ">"))
  if let end, bytes[open...].starts(with: "<title".utf8) {
    return (end + 1)..<(bytes[tag.upperBound...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count)
  }
  return end == nil ? attribute(around: tag, in: bytes, from: open) : nil
}

private func attribute(around tag: Range<Int>, in bytes: [UInt8], from open: Int) -> Range<Int>? {
  let quotes = "\"'".utf8
  guard let start = bytes[open..<tag.lowerBound].lastIndex(where: quotes.contains),
    bytes[start - 1] == UInt8(ascii: "=")
  else { return nil }
  let name = bytes[open..<(start - 1)].reversed().prefix { $0 > 0x20 }.reversed()
  guard isReadByPeople(String(decoding: name, as: UTF8.self).lowercased()) else { return nil }
  return (start + 1)..<(bytes[tag.upperBound...].firstIndex(of: bytes[start]) ?? bytes.count)
}

private func isReadByPeople(_ attribute: String) -> Bool {
  ["alt", "content", "label", "placeholder", "title"].contains(attribute) || attribute.hasPrefix("aria-")
}

/// Whether there is nothing but white space and the ends of sections.
private func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
  var rest = bytes
  while let byte = rest.first {
    if byte <= 0x20 {
      rest.removeFirst()
      continue
    }
    guard rest.starts(with: "{{".utf8), let sigil = rest.dropFirst(2).first, "#^/!".utf8.contains(sigil),
      let end = rest.firstIndex(of: UInt8(ascii: "}"))
    else { return false }
    rest = rest[end...].drop { $0 == UInt8(ascii: "}") }
  }
  return true
}
