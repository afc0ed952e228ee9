/// What begins kramdown's attributes.
enum Sign {
  static let attributes: StaticString = "{:"
}

/// A cursor over Markdown that tracks its line, its column and the code in the text.
struct SourceText {
  let bytes: [UInt8]
  private var code: RangeCursor
  private var lineStart = 0
  private(set) var position = 0
  /// 1-based.
  private(set) var line = 1
  /// End tags and delimiters known not to occur again.
  var missing = Set<String>()
  private let places: Places
  /// The end of the last line checked for attribute lists, and whether a list may end that line.
  private var lineOfLists = (end: 0, mayHaveOne: false)
  /// The next occurrence of each string, with the position it was searched from; `bytes.count` if there is none.
  private var next: [String: (from: Int, at: Int)] = [:]
  /// The position of the last end tag of each name: `/name`, `endname`, `end`.
  let lastClosers: [String: Int]
  /// The next empty line, with the position it was searched from.
  private var emptyLine = (from: 0, at: 0)
  /// Names of link references, in lower case.
  let definitions: Set<String>

  init(_ text: String, code: CodeMap) {
    bytes = Array(text.utf8)
    self.code = RangeCursor(code.extents)
    places = Places(in: bytes)
    lastClosers = Self.closers(in: bytes)
    definitions = Self.definedNames(in: bytes)
  }

  /// Positions of delimiters that are searched for repeatedly; each list ascending.
  private struct Places {
    private(set) var endsOfTags: [Int] = []
    private(set) var endsOfOutputs: [Int] = []

    init(in bytes: [UInt8]) {
      for (index, byte) in bytes.enumerated() {
        guard byte == UInt8(ascii: "}"), index > 0 else { continue }
        if bytes[index - 1] == UInt8(ascii: "%") { endsOfTags.append(index - 1) }
        if bytes[index - 1] == UInt8(ascii: "}") { endsOfOutputs.append(index - 1) }
      }
    }
  }

  var current: UInt8? { position < bytes.count ? bytes[position] : nil }
  /// 1-based, in bytes.
  var column: Int { position - lineStart + 1 }

  func starts(with sign: StaticString) -> Bool { starts(with: sign, at: position) }

  func starts(with tag: TemplateTag) -> Bool { starts(with: tag.opening) }

  func text(from start: Int) -> ArraySlice<UInt8> { bytes[start..<position] }

  mutating func take() -> UInt8 {
    let byte = bytes[position]
    move(to: position + 1)
    return byte
  }

  /// The rest of the code at the current position; nil, without moving, if there is none.
  mutating func takeCode() -> ArraySlice<UInt8>? {
    guard let range = code.range(at: position), range.contains(position) else { return nil }
    let start = position
    move(to: range.upperBound)
    return bytes[start..<position]
  }

  /// The words of a statement or an output that begins here and ends in the same paragraph; otherwise nil, without moving.
  mutating func takeEnclosed(in tag: TemplateTag) -> String? {
    let start = position + 2
    let ends = tag == .statement ? places.endsOfTags : places.endsOfOutputs
    guard let found = next(in: ends, from: start), found < endOfParagraph(from: start) else { return nil }
    var words = bytes[start..<found].split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    // `{%- x -%}`: Liquid's marks for removing white space.
    if words.first == [0x2D] { words.removeFirst() }
    if words.last == [0x2D] { words.removeLast() }
    move(to: found + 2)
    return String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
  }

  /// The text before the tag `{% name %}`; moves past the tag. Nil, without moving, if there is none. Nested blocks
  /// that begin with `opening` are included.
  mutating func takeBlock(to name: String, nesting opening: String? = nil) -> ArraySlice<UInt8>? {
    guard !missing.contains(name) else { return nil }
    var probe = self
    var depth = 0
    while let byte = probe.current {
      var tag = probe
      if byte == UInt8(ascii: "{"), tag.starts(with: .statement), let words = tag.takeEnclosed(in: .statement) {
        if words == name, depth == 0 {
          let inside = bytes[position..<probe.position]
          self = tag
          return inside
        }
        if words == name {
          depth -= 1
        } else if let opening, words.hasPrefix(opening + " ") {
          depth += 1
        }
      }
      probe.move(to: probe.position + 1)
    }
    missing.insert(name)
    return nil
  }

  /// An HTML comment; nil, without moving, if none begins here or it never ends.
  mutating func takeComment() -> ArraySlice<UInt8>? {
    guard bytes[position...].starts(with: "<!--".utf8), !missing.contains("-->") else { return nil }
    let start = position
    guard let end = (start + 2..<bytes.count).first(where: { bytes[$0...].starts(with: "-->".utf8) }) else {
      missing.insert("-->")
      return nil
    }
    move(to: end + 3)
    return bytes[start..<position]
  }

  /// The HTML element that begins here, if its name is one of `names`.
  mutating func element(among names: Set<String>) -> RawElement? {
    guard position == 0 || bytes[position - 1] != UInt8(ascii: "\\") else { return nil }
    let start = position + 1
    let written = bytes[start...].prefix(20).prefix { (0x61...0x7A).contains($0 | 0x20) }
    let name = String(decoding: written, as: UTF8.self).lowercased()
    guard names.contains(name), let next = bytes[(start + written.count)...].first, " \n\t/>".utf8.contains(next),
      bytes[start..<endOfParagraph(from: start)].contains(UInt8(ascii: ">"))
    else { return nil }
    let reach = String(decoding: bytes[start...].prefix(Self.reach), as: UTF8.self).lowercased()
    let hasAddress = reach[..<(reach.firstRange(of: "</" + name)?.lowerBound ?? reach.endIndex)].contains(" src=")
    return RawElement(name: name, hasAddress: hasAddress, line: line, column: column)
  }

  /// The words in `{: … }` and in any lists directly after it, if only lists and spaces follow on the line;
  /// otherwise nil, without moving.
  mutating func takeAttributeLists() -> [String]? {
    guard mayEndLineWithList else { return nil }
    let end = lineOfLists.end
    var index = position
    var words: [String] = []
    while index < end {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else if starts(with: Sign.attributes, at: index),
        let close = endOfAttributeList(from: index + 2, before: end)
      {
        words += bytes[(index + 2)..<close].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
        index = close + 1
      } else {
        return nil
      }
    }
    move(to: end)
    return words
  }

  /// Whether the line ends in `}`: computed once per line.
  private var mayEndLineWithList: Bool {
    mutating get {
      if position >= lineOfLists.end {
        let end = endOfLine(from: position)
        let last = bytes[position..<end].last { $0 != 0x20 && $0 != 0x09 }
        lineOfLists = (end, last == UInt8(ascii: "}"))
      }
      return lineOfLists.mayHaveOne
    }
  }

  /// The first of the positions from `start` on, if it is within reach.
  private func next(in places: [Int], from start: Int) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < places.count && places[low] < start + Self.reach ? places[low] : nil
  }

  /// The position of the first `}` that does not belong to a `{{ … }}` inside.
  private func endOfAttributeList(from start: Int, before end: Int) -> Int? {
    var index = start
    var isInOutput = false
    while index < end {
      if starts(with: isInOutput ? TemplateTag.output.closing : TemplateTag.output.opening, at: index) {
        index = index + 2
        isInOutput = !isInOutput
      } else if bytes[index] == UInt8(ascii: "}"), !isInOutput {
        return index
      } else {
        index += 1
      }
    }
    return bytes[start..<end].firstIndex(of: UInt8(ascii: "}"))
  }
}

extension SourceText {
  /// How far, in bytes, the end of a tag or code span may be; keeps the whole scan linear.
  static let reach = 2_000

  mutating func move(to end: Int) {
    for index in position..<end where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    position = end
  }

  func starts(with sign: StaticString, at index: Int) -> Bool { sign.begins(in: bytes, at: index) }

  func endOfLine(from index: Int) -> Int { bytes[index...].firstIndex(of: 0x0A) ?? bytes.count }

  /// The beginning of the first blank line after `index`, if within reach; otherwise the end of the reach.
  mutating func endOfParagraph(from index: Int) -> Int {
    let end = min(index + Self.reach, bytes.count)
    if !(emptyLine.from...max(emptyLine.from, emptyLine.at)).contains(index) || emptyLine.at < index {
      emptyLine = (index, firstEmptyLine(from: index))
    }
    return min(emptyLine.at, end)
  }

  private func firstEmptyLine(from index: Int) -> Int {
    var isBlank = false
    for i in min(index, bytes.count)..<bytes.count {
      switch bytes[i] {
      case 0x0A:
        if isBlank { return i }
        isBlank = true
      case 0x20, 0x09: break
      default: isBlank = false
      }
    }
    return bytes.count
  }

  /// Where the next code begins, at `index` or later.
  func startOfCode(from index: Int) -> Int {
    var code = code
    return code.range(at: index)?.lowerBound ?? bytes.count
  }

  /// The next occurrence of `sign` in the same paragraph, from `start` on, before any code; nil if there is none.
  mutating func find(_ sign: String, from start: Int) -> Int? {
    if next[sign].map({ $0.from <= start && $0.at >= start }) != true {
      let first = sign.utf8.first ?? 0
      var index = start
      while index < bytes.count, !(bytes[index] == first && starts(with: sign, at: index)) { index += 1 }
      next[sign] = (start, index)
    }
    guard let at = next[sign]?.at, at < endOfParagraph(from: start), at < startOfCode(from: start) else { return nil }
    return at
  }
}

/// Whether `sign`, given in lower case, occurs at `index`, ignoring case.
func isSign(_ sign: StaticString, in bytes: [UInt8], at index: Int) -> Bool {
  guard index + sign.utf8CodeUnitCount <= bytes.count else { return false }
  return sign.withUTF8Buffer { sign in
    sign.indices.allSatisfy { place in
      let byte = bytes[index + place]
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      return unsafe sign[place] == lower
    }
  }
}
