internal import Text

/// One pass over text that leaves out hidden parts. Every search goes forward and is cached, so the time is linear.
struct HiddenScan {
  let bytes: [UInt8]
  let code: CodeMap
  /// Whether the text is the visible text of a page (``ShownText``). Then nothing is escaped, and a Markdown comment is a mark.
  let isShown: Bool
  /// Whether this is shown exactly as written, like a title, so that no element in it is hidden later.
  let isLine: Bool
  private var codeRanges: RangeCursor
  var position = 0
  private(set) var line = 1
  private(set) var lineStart = 0
  private(set) var output: [UInt8] = []
  private(set) var unclear: [UnclearMark] = []
  private(set) var doubtful: [UnsupportedMark] = []
  /// The first part that was left out or is unclear, cut short, with its position.
  private(set) var firstFinding: (mark: String, position: Int)?
  /// Whether something was skipped unread because of what encloses it, for example `{% raw %}`.
  var passedOver = false
  /// The end of a part in which marks are shown as written, except HTML comments, which no browser shows.
  private(set) var shownUntil = 0
  /// The end of a part in which only HTML marks hide.
  private(set) var templatesShownUntil = 0
  /// Whether something was left out that may change which later text is code. The rest is then copied unchanged.
  private var isStale = false
  /// The next occurrence of each string, with the position it was searched from; `bytes.count` if there is none.
  private var next: [String: (from: Int, at: Int)] = [:]
  /// Blocks that never end.
  var endless = Set<String>()
  /// The first character, after white space and quotation characters, of the line that begins at `line`.
  private var ink = (line: -1, at: 0)
  private var knownEnds: EndSigns?
  private var knownUnended: [String: Set<Int>] = [:]
  private var knownPercents: [Int]?

  init(_ bytes: [UInt8], code: CodeMap = CodeMap(), isShown: Bool = false, isLine: Bool = false) {
    self.bytes = bytes
    self.code = code
    self.isShown = isShown
    self.isLine = isLine
    codeRanges = RangeCursor(code.ranges)
    output.reserveCapacity(bytes.count)
  }

  mutating func run() {
    while position < bytes.count, unclear.count < HiddenText.most {
      if isStale { return copy(to: bytes.count) }
      let range = codeRanges.range(at: position)
      if let range, range.contains(position) {
        copy(to: range.upperBound)
      } else if !takeMark() {
        copy(to: nextMark(from: position + 1, before: range?.lowerBound ?? bytes.count))
      }
    }
  }

  /// The position of the next character that may begin a mark.
  private func nextMark(from start: Int, before end: Int) -> Int {
    var index = start
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "%"), UInt8(ascii: ":"), UInt8(ascii: "["): return index
      case UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "\\"): return index
      case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "i"), UInt8(ascii: "e"):
        if bytes[index - 1] == 0x0A { return index }
        index += 1
      default: index += 1
      }
    }
    return index
  }

  private mutating func takeMark() -> Bool {
    switch bytes[position] {
    case UInt8(ascii: "<"): takeMarkup()
    case _ where position < max(shownUntil, templatesShownUntil): false
    case UInt8(ascii: "{"): takeBrace()
    case UInt8(ascii: "%"): takeObsidianComment() || takePercentLine()
    case UInt8(ascii: ":"): takeDivision()
    case UInt8(ascii: "["): takeBracket()
    case UInt8(ascii: "@"): takeDirective()
    case UInt8(ascii: "#"): takeVelocity()
    case UInt8(ascii: "\\"): takeTeX()
    default: takeLine()
    }
  }
}

// MARK: - Moving

extension HiddenScan {
  /// The byte at `offset` from the position; a newline after the end of the text.
  func byte(_ offset: Int) -> UInt8 { position + offset < bytes.count ? bytes[position + offset] : 0x0A }

  func starts(with text: StaticString, at index: Int) -> Bool {
    text.begins(in: bytes, at: index)
  }

  /// The next occurrence of `sign`, from `start` on; nil if there is none.
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

  /// Up to `end`, marks are meant to be seen.
  mutating func show(until end: Int) {
    passedOver = true
    shownUntil = max(shownUntil, end)
  }

  /// Up to `end`, template marks are meant to be seen, as in a code block.
  mutating func showTemplates(until end: Int) {
    passedOver = true
    templatesShownUntil = max(templatesShownUntil, end)
  }

  /// Leaves out everything up to `end`. Its line breaks stay if nothing precedes it on its line.
  mutating func drop(to end: Int) {
    if isLine, hidesNoWords(before: end) { return copy(to: end) }
    noteFinding()
    let isAlone = beginsLine
    let before = line
    move(to: end)
    if isAlone { output += repeatElement(0x0A, count: line - before) }
    isStale = code.isCut(at: position)
  }

  /// `<!-- … -->` and `<!--more-->`, which a title may mention.
  private func hidesNoWords(before end: Int) -> Bool {
    let words = text(position..<end).filter { $0.isLetter || $0.isNumber }.lowercased()
    return words.isEmpty || starts(with: "<!--", at: position) && Self.dividers.contains(words)
  }

  private static let dividers: Set<String> = ["more", "readmore", "excerpt", "truncate", "nextpage", "toc"]

  private mutating func move(to end: Int) {
    let end = min(end, bytes.count)
    for index in position..<end where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    position = end
  }

  mutating func write(_ text: StaticString) { text.withUTF8Buffer { unsafe output.append(contentsOf: $0) } }

  /// Records the mark at the current position as unclear and copies it; the article is then not published.
  mutating func ask(_ kind: UnclearMark.Kind) -> Bool {
    // In a single line, such as a title, the beginning of a mark is only mentioned.
    if isLine, kind == .neverEnds { return false }
    noteFinding()
    unclear.append(UnclearMark(kind: kind, mark: wordsHere, line: line, column: column))
    // After a mark without an end, it is unknown whether any of the text is shown.
    copy(to: kind == .neverEnds ? bytes.count : position + 2)
    return true
  }

  /// Records that the mark at the current position is left out, although its author may have meant it to be seen.
  mutating func doubt(_ outcome: UnsupportedMark.Outcome) {
    guard doubtful.count < HiddenText.most else { return }
    doubtful.append(UnsupportedMark(wordsHere, outcome, line: line, column: column))
  }

  private mutating func noteFinding() {
    if firstFinding == nil { firstFinding = (wordsHere, position) }
  }

  private var wordsHere: String {
    oneLine(text(position..<min(position + 40, endOfLine(from: position))))
  }

  private var column: Int { position - lineStart + 1 }

  /// The position after the newline.
  func endOfLine(from index: Int) -> Int {
    min((bytes[index...].firstIndex(of: 0x0A) ?? bytes.count) + 1, bytes.count)
  }

  var isEscaped: Bool {
    let sign = isShown ? EscapedSigns.sign : UInt8(ascii: "\\")
    let count = bytes[..<position].reversed().prefix { $0 == sign }.count
    // Two markers belong to the preceding character.
    return isShown ? count == 1 : count % 2 == 1
  }

  /// Whether only white space and quotation characters precede this on its line.
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

  /// The name that begins at the first letter from `start` on, after white space and
  /// characters such as `-`; in lower case.
  func name(from start: Int) -> (text: String, end: Int) {
    var index = start
    while index < bytes.count, " \t\n-~+".utf8.contains(bytes[index]) { index += 1 }
    let begin = index
    while index < bytes.count, isNameByte(bytes[index]) { index += 1 }
    return (text(begin..<index).lowercased(), index)
  }

  /// The end tags in this text, found once.
  var ends: EndSigns {
    mutating get {
      if let knownEnds { return knownEnds }
      let ends = EndSigns(in: bytes)
      knownEnds = ends
      return ends
    }
  }

  /// Whether the element called `name` that begins here never ends.
  mutating func isUnended(_ name: String) -> Bool {
    if let known = knownUnended[name] { return known.contains(position) }
    let unended = ends.unended(name, in: bytes)
    knownUnended[name] = unended
    return unended.contains(position)
  }

  /// The positions of `%%` outside code, ascending; found once.
  var percents: [Int] {
    mutating get {
      if let knownPercents { return knownPercents }
      var percents: [Int] = []
      var code = RangeCursor(code.ranges)
      var index = 0
      while index + 1 < bytes.count {
        let isSign = bytes[index] == UInt8(ascii: "%") && bytes[index + 1] == UInt8(ascii: "%")
        if isSign, code.range(at: index)?.contains(index) != true { percents.append(index) }
        index += isSign ? 2 : 1
      }
      knownPercents = percents
      return percents
    }
  }
}

func isNameByte(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
}

func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
