/// The YAML of most front matter: one key per line, with a string or a list of strings on the same line; no
/// nesting, comments or escapes. ``readYAML(_:firstLine:)`` would give the same result with a full YAML
/// parser, in ten times the time.
struct PlainYAML {
  private let bytes: [UInt8]
  private let firstLine: Int

  /// Nil if the text is not as simple as this.
  static func read(_ text: String, firstLine: Int) -> SettingTable? {
    PlainYAML(bytes: Array(text.utf8), firstLine: firstLine).table()
  }

  private func table() -> SettingTable? {
    var entries: [SettingTable.Entry] = []
    var keys = Set<String>()
    var line = firstLine
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if end > start {
        guard let entry = entry(Line(start: start, end: end, number: line)),
          keys.insert(entry.key).inserted
        else { return nil }
        entries.append(entry)
      } else if entries.isEmpty {
        return nil
      }
      line += 1
      start = end + 1
    }
    return entries.isEmpty ? nil : SettingTable(.yaml, at: TextPosition(line: firstLine, column: 1), entries: entries)
  }

  private struct Line {
    /// Offsets in bytes.
    let start: Int
    let end: Int
    let number: Int

    func position(_ byte: Int) -> TextPosition { TextPosition(line: number, column: byte - start + 1) }
  }

  private func entry(_ line: Line) -> SettingTable.Entry? {
    guard let colon = bytes[line.start..<line.end].firstIndex(where: { !isKeyByte($0) }), colon > line.start,
      colon - line.start < 100, bytes[line.start] >= 0x41, bytes[colon] == UInt8(ascii: ":"), colon + 2 < line.end,
      bytes[colon + 1] == 0x20
    else { return nil }
    guard let value = bytes[(colon + 1)..<line.end].firstIndex(where: { $0 != 0x20 }) else { return nil }
    let isList = bytes[value] == UInt8(ascii: "[")
    let read = isList ? list(at: value, line) : scalar(value..<line.end, line, isInList: false)
    guard let setting = read else { return nil }
    return SettingTable.Entry(
      key: text(line.start..<colon), keyPosition: line.position(line.start), setting: setting)
  }

  /// `[a, b]`, which must fill the rest of the line.
  private func list(at start: Int, _ line: Line) -> Setting? {
    guard bytes[line.end - 1] == UInt8(ascii: "]"), line.end - start > 2 else { return nil }
    var elements: [Setting] = []
    var begin = start + 1
    while begin < line.end {
      let end = bytes[begin..<(line.end - 1)].firstIndex(of: UInt8(ascii: ",")) ?? line.end - 1
      guard let first = bytes[begin..<end].firstIndex(where: { $0 != 0x20 }),
        let last = bytes[first..<end].lastIndex(where: { $0 != 0x20 }),
        let element = scalar(first..<(last + 1), line, isInList: true)
      else { return nil }
      elements.append(element)
      begin = end + 1
    }
    return Setting(.array(elements), at: line.position(start))
  }

  /// A string with or without quotes, from its first byte to its last.
  private func scalar(_ range: Range<Int>, _ line: Line, isInList: Bool) -> Setting? {
    let quote = bytes[range.lowerBound]
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    let position = line.position(range.lowerBound)
    if !isQuoted {
      guard isPlain(range, isInList: isInList) else { return nil }
      let text = text(range)
      return text == "null" ? Setting(.null, at: position) : Setting(.string(text), at: position, textAt: position)
    }
    guard range.count > 1, bytes[range.upperBound - 1] == quote else { return nil }
    let inside = (range.lowerBound + 1)..<(range.upperBound - 1)
    guard bytes[inside].allSatisfy({ $0 != quote && $0 != UInt8(ascii: "\\") && isTextByte($0) }) else { return nil }
    return Setting(.string(text(inside)), at: position, textAt: line.position(inside.lowerBound))
  }

  /// Whether a string without quotes contains nothing that YAML might read as syntax.
  private func isPlain(_ range: Range<Int>, isInList: Bool) -> Bool {
    guard isAlphanumeric(bytes[range.lowerBound]), bytes[range.upperBound - 1] != 0x20 else { return false }
    return bytes[range].indices.allSatisfy { index in
      let byte = bytes[index]
      if isInList { return isAlphanumeric(byte) || byte == 0x20 || isKeyByte(byte) }
      switch byte {
      case UInt8(ascii: ":"): return index + 1 < range.upperBound && bytes[index + 1] != 0x20
      case UInt8(ascii: "#"): return bytes[index - 1] != 0x20
      default: return isTextByte(byte)
      }
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
}

private func isKeyByte(_ byte: UInt8) -> Bool {
  isAlphanumeric(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
}

/// Printable ASCII, or part of a character that is not a line break, a byte order mark or forbidden: C2 begins U+0085,
/// E2 begins U+2028, EF begins U+FEFF and U+FFFE.
private func isTextByte(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte != 0x7F && byte != 0xC2 && byte != 0xE2 && byte != 0xEF
}
