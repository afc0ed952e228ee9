/// One pass over a text that leaves out what is hidden. Every search goes forward and is remembered, so that it is linear.
struct HiddenScan {
  let bytes: [UInt8]
  private let codeLines: Set<Int>
  var position = 0
  private(set) var line = 1
  private var lineStart = 0
  private(set) var output: [UInt8] = []
  private(set) var unclear: [UnclearMark] = []
  /// Where the next of these stands, seen from where; `bytes.count` if it never comes again.
  private var next: [String: (from: Int, at: Int)] = [:]
  /// Blocks whose end never comes.
  var endless = Set<String>()
  /// Up to where no run of so many backticks ends a code span.
  private var backticks: [Int: Int] = [:]
  private var paragraph = 0
  /// Where the first sign of the line that begins at `line` stands, behind white space and signs of quotations.
  private var ink = (line: -1, at: 0)
  /// Where the line of the last `%%` ends.
  private var lineEnd = 0

  init(_ text: String, codeLines: Set<Int>) {
    (bytes, self.codeLines) = (Array(text.utf8), codeLines)
    output.reserveCapacity(bytes.count)
  }

  mutating func run() {
    while position < bytes.count, unclear.count < HiddenText.most {
      if codeLines.contains(line) {
        copy(to: endOfLine(from: position))
      } else if !takeMark() {
        copy(to: nextMark(from: position + 1))
      }
    }
  }

  /// Where the next sign stands that may begin a mark, or a line that may be code.
  private func nextMark(from start: Int) -> Int {
    var index = start
    if !codeLines.isEmpty, bytes[start - 1] == 0x0A { return start }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: ":"): return index
      case 0x0A where !codeLines.isEmpty: return index + 1
      default: index += 1
      }
    }
    return index
  }

  private mutating func takeMark() -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "`"): takeCodeSpan()
    case UInt8(ascii: "{"): takeBrace()
    case UInt8(ascii: "<"): takeMarkup()
    case UInt8(ascii: "%"): takeObsidianComment()
    case UInt8(ascii: ":"): takeDivision()
    default: false
    }
  }
}

// MARK: - Moving

extension HiddenScan {
  func starts(with text: StaticString, at index: Int) -> Bool {
    guard index + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { sign in
      sign.indices.allSatisfy { unsafe sign[$0] == bytes[index + $0] }
    }
  }

  /// Where `sign` stands next, from `start` on; nil if it never comes.
  mutating func find(_ sign: StaticString, from start: Int) -> Int? {
    let key = "\(sign)"
    if let known = next[key], known.from <= start, known.at >= start { return known.at < bytes.count ? known.at : nil }
    let first = sign.withUTF8Buffer { unsafe $0[0] }
    var index = start
    while index < bytes.count, !(bytes[index] == first && starts(with: sign, at: index)) { index += 1 }
    next[key] = (start, index)
    return index < bytes.count ? index : nil
  }

  mutating func copy(to end: Int) {
    output += bytes[position..<min(end, bytes.count)]
    move(to: end)
  }

  /// Leaves out what comes before `end`. The line breaks in it stay where nothing stands before it on its line.
  mutating func drop(to end: Int) {
    let isAlone = beginsLine
    let before = line
    move(to: end)
    if isAlone { output += repeatElement(0x0A, count: line - before) }
  }

  private mutating func move(to end: Int) {
    let end = min(end, bytes.count)
    for index in position..<end where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    position = end
  }

  mutating func write(_ text: StaticString) { text.withUTF8Buffer { unsafe output.append(contentsOf: $0) } }

  /// Notes what stands here; it is copied, and the article kept back.
  mutating func ask(_ kind: UnclearMark.Kind) -> Bool {
    let words = bytes[position..<min(position + 40, endOfLine(from: position))]
    let mark = oneLine(String(decoding: words, as: UTF8.self))
    unclear.append(UnclearMark(kind: kind, mark: mark, line: line, column: position - lineStart + 1))
    // Nothing of what follows a mark without an end is known to be shown.
    copy(to: kind == .neverEnds ? bytes.count : position + 2)
    return true
  }

  /// After its newline.
  private func endOfLine(from index: Int) -> Int {
    min((bytes[index...].firstIndex(of: 0x0A) ?? bytes.count) + 1, bytes.count)
  }

  var isEscaped: Bool {
    bytes[..<position].reversed().prefix { $0 == UInt8(ascii: "\\") }.count % 2 == 1
  }

  /// Whether nothing but white space and signs of quotations stands before this on its line.
  var beginsLine: Bool {
    mutating get {
      if ink.line != lineStart {
        let first = bytes[lineStart...].firstIndex { !" \t>".utf8.contains($0) }
        ink = (lineStart, first ?? bytes.count)
      }
      return position <= ink.at
    }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The name that begins at the first letter from `start` on, behind white space and signs such as `-`; in lower case.
  func name(from start: Int) -> (text: String, end: Int) {
    var index = start
    while index < bytes.count, " \t\n-~+".utf8.contains(bytes[index]) { index += 1 }
    let begin = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    return (text(begin..<index).lowercased(), index)
  }
}

private func isNameByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
}

// MARK: - Code, and signs without braces

extension HiddenScan {
  /// A code span (CommonMark §6.1), to its end; else its first backticks.
  private mutating func takeCodeSpan() -> Bool {
    let count = run(at: position)
    let start = position + count
    guard count <= Self.mostBackticks else {
      copy(to: start)
      return true
    }
    if paragraph <= start { paragraph = endOfParagraph(from: start) }
    guard let end = endOfCode(count, from: start) else {
      copy(to: start)
      return true
    }
    copy(to: end)
    return true
  }

  /// cmark's limit.
  private static let mostBackticks = 80

  private func run(at index: Int) -> Int { bytes[index...].prefix { $0 == UInt8(ascii: "`") }.count }

  private mutating func endOfCode(_ count: Int, from start: Int) -> Int? {
    if let known = backticks[count], known >= paragraph { return nil }
    var index = start
    while index < paragraph {
      let run = bytes[index] == UInt8(ascii: "`") ? run(at: index) : 0
      if run == count { return index + run }
      index += max(run, 1)
    }
    backticks[count] = paragraph
    return nil
  }

  /// Where a line is empty, or begins with what begins a block.
  private func endOfParagraph(from start: Int) -> Int {
    var index = start
    while let newline = bytes[index...].firstIndex(of: 0x0A) {
      let rest = bytes[(newline + 1)...].drop { " \t>".utf8.contains($0) }
      guard let first = rest.first, first != 0x0A, !"#|-+*".utf8.contains(first), !isOrdered(rest) else {
        return newline
      }
      index = newline + 1
    }
    return bytes.count
  }

  private func isOrdered(_ line: ArraySlice<UInt8>) -> Bool {
    let digits = line.prefix(10).prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty, let sign = line.dropFirst(digits.count).first else { return false }
    return sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
  }

  /// `%% … %%`, which may hold whole paragraphs. Behind a number it is a per cent sign that somebody doubled; behind a letter on the
  /// same line, it may be either.
  private mutating func takeObsidianComment() -> Bool {
    guard starts(with: "%%", at: position) else { return false }
    let before = position > 0 ? bytes[position - 1] : 0x20
    if (0x30...0x39).contains(before) || before == UInt8(ascii: "%") { return false }
    if lineEnd <= position { lineEnd = endOfLine(from: position) }
    guard let end = find("%%", from: position + 2) else {
      let isAlone = beginsLine && bytes[(position + 2)..<lineEnd].allSatisfy { " \t\n".utf8.contains($0) }
      return isAlone ? ask(.neverEnds) : false
    }
    if isLetter(before) { return end < lineEnd ? ask(.condition) : false }
    drop(to: end + 2)
    return true
  }

  /// A division of Pandoc or Docusaurus: `::: {.content-hidden}`.
  private mutating func takeDivision() -> Bool {
    guard starts(with: ":::", at: position), beginsLine else { return false }
    let words = text(position..<endOfLine(from: position)).drop { $0 == ":" }.split { " {}\n\t".contains($0) }
    let names = words.map { $0.drop { $0 == "." } }.map(String.init)
    let isUnclear = names.contains { HidingWord.isSuspect($0) || $0 == "content-visible" || $0 == "comment" }
    return isUnclear ? ask(.condition) : false
  }
}
