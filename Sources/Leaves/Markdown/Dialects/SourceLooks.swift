/// Lookahead from the current position of a ``SourceText``; each function is for one kind of mark.
extension SourceText {
  func starts(with text: String, at index: Int) -> Bool {
    index + text.utf8.count <= bytes.count && bytes[index..<(index + text.utf8.count)].elementsEqual(text.utf8)
  }

  func starts(with text: String) -> Bool { starts(with: text, at: position) }

  func words(from start: Int, to end: Int) -> String {
    String(decoding: bytes[min(start, bytes.count)..<min(max(start, end), bytes.count)], as: UTF8.self)
  }

  mutating func skip(_ count: Int) { move(to: min(position + max(count, 0), bytes.count)) }

  mutating func skipSpaces() { skip(bytes[position...].prefix { $0 == 0x20 || $0 == 0x09 }.count) }

  /// Excludes the newline.
  var restOfLine: ArraySlice<UInt8> { bytes[position...].prefix(500).prefix { $0 != 0x0A } }

  /// Whether the rest of the line is white space.
  var endsLine: Bool { endsLine(from: position) }

  func endsLine(from index: Int) -> Bool {
    let next = bytes[index...].first { $0 != 0x20 && $0 != 0x09 }
    return next == nil || next == 0x0A
  }

  var isEscaped: Bool { bytes[..<position].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1 }

  func isWord(at index: Int) -> Bool {
    index < bytes.count && (isLetter(bytes[index]) || (0x30...0x39).contains(bytes[index]) || bytes[index] >= 0x80)
  }

  /// The position of the `$` that ends the formula beginning here; nil if there is none.
  ///
  /// Pandoc's rule: no white space inside the delimiters, and no digit or letter after the closing one.
  mutating func endOfInlineFormula() -> Int? {
    let start = position + 1
    guard start < bytes.count, !" \t\n$".utf8.contains(bytes[start]) else { return nil }
    var index = start
    let last = endOfParagraph(from: start)
    while index < last, bytes[index] != UInt8(ascii: "$") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
    guard index < last, index > start, !" \t\n".utf8.contains(bytes[index - 1]), !isWord(at: index + 1),
      !starts(with: "$", at: index + 1)
    else { return nil }
    let inside = words(from: start, to: index)
    if inside.hasPrefix("`") && inside.hasSuffix("`") { return index }
    return index <= startOfCode(from: start) && isFormula(inside, isSure: false) ? index : nil
  }

  /// The position of the two characters that end the mark beginning here, on the same line.
  func endOfMark(_ end: String) -> Int? {
    let start = position + 2
    guard start < bytes.count, !" \t\n=".utf8.contains(bytes[start]) else { return nil }
    let line = bytes[start...].prefix(500).prefix { $0 != 0x0A && $0 != UInt8(ascii: "`") }
    var index = start + 1
    while index + 1 < line.endIndex {
      if starts(with: end, at: index) {
        let isEnd = bytes[index - 1] != 0x20 && !starts(with: "=", at: index + 2) && !isWord(at: index + 2)
        return isEnd ? index : nil
      }
      index += 1
    }
    return nil
  }

  /// The position of the character that ends a short text without spaces.
  func endOfRaised(_ sign: UInt8) -> Int? {
    let inside = bytes[(position + 1)...].prefix(20).prefix { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || byte >= 0x80 || "+-".utf8.contains(byte)
    }
    guard !inside.isEmpty, inside.endIndex < bytes.count, bytes[inside.endIndex] == sign else { return nil }
    return inside.endIndex + 1 < bytes.count && bytes[inside.endIndex + 1] == sign ? nil : inside.endIndex
  }

  /// The position of the bracket that closes the one at `start`, in the same paragraph.
  mutating func endOfBrackets(from start: Int) -> Int? {
    var depth = 0
    for index in start..<endOfParagraph(from: start) {
      if bytes[index] == UInt8(ascii: "[") { depth += 1 }
      if bytes[index] == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  /// The name in `:name:`; nil if there is none here.
  var emojiName: String? {
    let name = bytes[(position + 1)...].prefix(41).prefix { byte in
      isLetter(byte) || (0x30...0x39).contains(byte) || "_+-".utf8.contains(byte)
    }
    guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: ":"),
      !isWord(at: name.endIndex + 1), !starts(with: ":", at: name.endIndex + 1),
      !starts(with: "`", at: name.endIndex + 1), !starts(with: "//", at: name.endIndex + 1)
    else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// The end of the list item that kramdown's `{:toc}` turns into a table of contents; nil if none begins here.
  var endOfContentsItem: Int? {
    let first = restOfLine
    let marker = first.prefix { "0123456789.".utf8.contains($0) || "*-+".utf8.contains($0) }
    guard !marker.isEmpty, first.dropFirst(marker.count).first == 0x20 else { return nil }
    var index = first.endIndex
    if let brace = first.firstIndex(of: UInt8(ascii: "{")), isContentsList(at: brace) { return first.endIndex }
    // Other attributes may come in between.
    for _ in 0..<3 {
      guard index < bytes.count, bytes[index] == 0x0A else { return nil }
      let line = bytes[(index + 1)...].prefix(200).prefix { $0 != 0x0A }
      guard let brace = line.firstIndex(where: { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") }),
        starts(with: Sign.attributes, at: brace)
      else { return nil }
      if isContentsList(at: brace) { return line.endIndex }
      index = line.endIndex
    }
    return nil
  }

  private func isContentsList(at brace: Int) -> Bool {
    guard starts(with: Sign.attributes, at: brace) else { return false }
    let inside = bytes[(brace + 2)...].prefix(100).prefix { $0 != UInt8(ascii: "}") && $0 != 0x0A }
    return String(decoding: inside, as: UTF8.self).split(separator: " ").contains("toc")
  }

  /// The attributes in braces that begin here, and their end; nil if the braces contain anything else. kramdown's may
  /// continue on the next line of the paragraph.
  func attributes(isMarked: Bool) -> (words: [String], end: Int)? {
    let start = position + (isMarked ? 2 : 1)
    guard start < bytes.count else { return nil }
    var words: [String] = []
    var index = start
    let reach = bytes[start...].prefix(400)
    let last = isMarked ? reach.endOfParagraph : reach.firstIndex(of: 0x0A) ?? reach.endIndex
    while index < last {
      if bytes[index] == UInt8(ascii: "}") { return words.isEmpty ? nil : (words, index + 1) }
      if bytes[index] == 0x20 || bytes[index] == 0x0A {
        index += 1
        continue
      }
      guard let end = endOfAttribute(from: index, before: last, isMarked: isMarked) else { return nil }
      words.append(String(decoding: bytes[index..<end], as: UTF8.self))
      index = end
    }
    return nil
  }

  private func endOfAttribute(from start: Int, before end: Int, isMarked: Bool) -> Int? {
    var index = start
    if "#.".utf8.contains(bytes[index]) { index += 1 }
    let isNamed = index > start
    let name = index
    while index < end, isAttributeName(bytes[index]) || isNamed && bytes[index] == UInt8(ascii: ".") { index += 1 }
    guard index > name else { return nil }
    if isNamed { return index }
    guard index < end, bytes[index] == UInt8(ascii: "=") else { return isMarked ? index : nil }
    index += 1
    guard index < end else { return nil }
    if "\"'".utf8.contains(bytes[index]) {
      let quote = bytes[index]
      return bytes[(index + 1)..<end].firstIndex(of: quote).map { $0 + 1 }
    }
    while index < end, bytes[index] != 0x20, bytes[index] != 0x0A, bytes[index] != UInt8(ascii: "}") { index += 1 }
    return index
  }

  private func isAttributeName(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || "-_:".utf8.contains(byte) || byte >= 0x80
  }
}

// MARK: - Template tags

extension SourceText {
  /// Whether a tag of this name, for example `/note` or `endnote`, follows later.
  func hasTag(_ name: String) -> Bool { (lastClosers[name.lowercased()] ?? -1) >= position }

  /// The text before the tag of this name; moves past the tag. Nil, without moving, if there is none.
  mutating func takeInside(to name: String) -> ArraySlice<UInt8>? {
    guard hasTag(name) else { return nil }
    var index = position
    while index + 1 < bytes.count {
      if let tag = Self.closer(in: bytes, at: index), tag.name == name.lowercased() {
        let inside = bytes[position..<index]
        move(to: tag.end)
        return inside
      }
      index += 1
    }
    return nil
  }

  static func closers(in bytes: [UInt8]) -> [String: Int] {
    var closers: [String: Int] = [:]
    for index in bytes.indices where bytes[index] == UInt8(ascii: "{") {
      if let tag = closer(in: bytes, at: index) { closers[tag.name] = index }
    }
    return closers
  }

  /// The tag at a position if it is an end tag: `{{< /name >}}`, `{{% /name %}}`, `{% endname %}`.
  private static func closer(in bytes: [UInt8], at start: Int) -> (name: String, end: Int)? {
    guard start + 3 < bytes.count, let tag = TemplateTag(in: bytes, at: start), tag != .output else { return nil }
    let isTag = tag == .statement
    let inside = bytes[(start + tag.length)...].prefix(100)
    let text = inside.drop { " \t\n-".utf8.contains($0) }
    guard let first = text.first, first == UInt8(ascii: "/") || isTag && first == UInt8(ascii: "e") else { return nil }
    let word = text.dropFirst().drop { !isTag && $0 == 0x20 }.prefix { !" \t\n-%>/(".utf8.contains($0) || $0 == 0x2D }
    let name = String(decoding: word, as: UTF8.self)
    guard let close = text.firstIndex(of: UInt8(ascii: "}")), isTag || close + 1 < bytes.count else { return nil }
    guard isTag else {
      let last = name.split(separator: "/").last ?? ""
      return ("/\(last)".lowercased().trimming(characters: "-"), close + 2)
    }
    guard first == UInt8(ascii: "e"), name.hasPrefix("nd") else { return nil }
    return ("e\(name)".lowercased().trimming(characters: "-"), close + 1)
  }
}

// MARK: - HTML

extension SourceText {
  /// An HTML tag.
  struct Tag {
    /// In lower case.
    let name: String
    let closes: Bool
    let isWhole: Bool
    /// In bytes.
    let length: Int
    /// The tag without its attribute `markdown`; nil if it has none.
    let withoutMarkdown: String?
  }

  /// The tag that begins here, if it ends in the same paragraph.
  var tag: Tag? {
    mutating get {
      let closes = starts(with: "</")
      let start = position + (closes ? 2 : 1)
      let written = bytes[min(start, bytes.count)...].prefix(20).prefix { isLetter($0) || (0x30...0x39).contains($0) }
      guard let first = written.first, isLetter(first), let end = find(">", from: start) else { return nil }
      let whole = words(from: position, to: end + 1)
      let name = String(decoding: written, as: UTF8.self).lowercased()
      return Tag(
        name: name, closes: closes, isWhole: whole.hasSuffix("/>"), length: end + 1 - position,
        withoutMarkdown: closes ? nil : Self.withoutMarkdown(whole))
    }
  }

  private static func withoutMarkdown(_ tag: String) -> String? {
    for value in ["=\"1\"", "='1'", "=1", "=\"block\"", "=\"span\"", "='block'", "='span'", "=block", "=span", ""] {
      for end in [" ", ">", "\n"] where tag.contains(" markdown\(value)\(end)") {
        return tag.replacing(" markdown\(value)\(end)", with: end)
      }
    }
    return nil
  }

  /// The end of the tag that begins here, or of the element if its text is not prose; nil if neither begins here.
  var endOfMarkup: (end: Int, isCode: Bool)? {
    mutating get {
      let start = position + 1
      guard start < bytes.count, isLetter(bytes[start]) || bytes[start] == UInt8(ascii: "/"),
        let end = find(">", from: start)
      else { return nil }
      let written = bytes[start...].prefix(12).prefix { isLetter($0) }
      let name = String(decoding: written, as: UTF8.self).lowercased()
      guard Self.withoutProse.contains(name), let close = close(of: name, from: end) else { return (end + 1, false) }
      return (close, CodeElement.isCode(name, position..<close, in: bytes))
    }
  }

  private static let withoutProse: Set<String> = [
    "pre", "code", "script", "style", "svg", "math", "textarea", "kbd", "samp", "tt", "var",
  ]

  /// The position of the next `</name`.
  private mutating func close(of name: String, from start: Int) -> Int? {
    guard !missing.contains("</" + name) else { return nil }
    for index in start..<bytes.count where bytes[index] == UInt8(ascii: "<") && bytes[index...].prefix(2).last == 0x2F {
      if words(from: index + 2, to: index + 2 + name.utf8.count).lowercased() == name { return index }
    }
    missing.insert("</" + name)
    return nil
  }

  /// Whether the text defines a link reference of this name.
  func defines(_ name: String) -> Bool { definitions.contains(name.lowercased()) }

  static func definedNames(in bytes: [UInt8]) -> Set<String> {
    var names = Set<String>()
    for line in bytes.split(separator: 0x0A) {
      let start = line.drop { $0 == 0x20 || $0 == UInt8(ascii: ">") }
      guard start.first == UInt8(ascii: "["), let end = start.firstIndex(of: UInt8(ascii: "]")),
        start[end...].dropFirst().first == UInt8(ascii: ":")
      else { continue }
      names.insert(String(decoding: start[..<end].dropFirst(), as: UTF8.self).lowercased())
    }
    return names
  }
}

extension ArraySlice<UInt8> {
  /// The position of the first line end that an empty line follows.
  fileprivate var endOfParagraph: Int {
    indices.first { self[$0] == 0x0A && (index(after: $0) == endIndex || self[index(after: $0)] == 0x0A) } ?? endIndex
  }
}
