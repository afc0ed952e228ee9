internal import Text
internal import CCmarkGFM

/// Processes marks that generators and other programs add to Markdown, outside code: each mark is replaced by its
/// meaning, or left out and reported. ``DialectTable`` lists them.
///
/// One pass over the text; every search is limited or cached, so the time is linear.
struct DialectScan {
  var unsupported: [UnsupportedMark] = []
  private var foundElements: [RawElement] = []
  private let elements: Set<String>
  let surroundings: Surroundings
  /// Ids from attribute lists, keyed by a line of the output that belongs to the list's block.
  var ids: [Int: String] = [:]
  var source: SourceText
  var output: [UInt8] = []
  /// The number of line ends before `end`, an offset in `output`, and the start of the current line.
  private var lines = (count: 0, end: 0, start: 0)
  /// Open tags, with the HTML that closes them.
  var open: [(name: String, closing: String)] = []
  /// Tags that were left out; their end tags are not reported.
  var omitted = Set<String>()
  /// HTML to write when the source reaches a position; the next one is last.
  var due: [(position: Int, html: String, isMark: Bool)] = []
  /// Elements whose text is Markdown (`markdown="1"`), the innermost last, with the number of open elements
  /// of the same name inside.
  var markdownElements: [(name: String, depth: Int)] = []
  /// Notes written inline: `^[…]`.
  var notes: [String] = []
  /// The end of the HTML tag that the source is in, or of the element whose text is not prose.
  var endOfMarkup = 0
  /// The end of the author's own HTML around code that the source is in.
  private var endOfCode = 0

  /// The text without its marks, and what was found in them.
  struct Remains {
    let text: String
    var unsupported: [UnsupportedMark] = []
    var ids: [Int: String] = [:]
    var foundElements: [RawElement] = []
  }

  /// - Parameter code: the code in the text, if already known.
  static func removed(
    from text: String, code: CodeMap?, finding elements: Set<String>, in surroundings: Surroundings
  ) -> Remains {
    guard mayHoldMarks(text) else { return Remains(text: text) }
    var scan = DialectScan(SourceText(text, code: code ?? CodeMap(of: text)), elements, surroundings)
    scan.run()
    return Remains(
      text: String(decoding: scan.output, as: UTF8.self), unsupported: scan.unsupported, ids: scan.ids,
      foundElements: scan.foundElements)
  }

  private init(_ source: SourceText, _ elements: Set<String>, _ surroundings: Surroundings) {
    self.source = source
    self.elements = elements
    self.surroundings = surroundings
  }
}

private func mayHoldMarks(_ text: String) -> Bool {
  text.holds {
    $0.equal(to: UInt8(ascii: "<")) | $0.equal(to: UInt8(ascii: "{")) | $0.equal(to: UInt8(ascii: "$"))
      | $0.equal(to: UInt8(ascii: "[")) | $0.equal(to: UInt8(ascii: "=")) | $0.equal(to: UInt8(ascii: "~"))
      | $0.equal(to: UInt8(ascii: "^")) | $0.equal(to: UInt8(ascii: ":")) | $0.equal(to: UInt8(ascii: "\\"))
  }
}

extension DialectScan {
  private mutating func run() {
    while source.current != nil {
      writeDue()
      guard let byte = source.current else { break }
      if let code = source.takeCode() {
        output += withoutEscapedShortcodes(code)
      } else if !takeMark(byte) {
        output.append(source.take())
      }
    }
    writeDue()
    for element in open.reversed() { writeBlock(element.closing) }
    for (number, note) in notes.enumerated() { output += "\n\n[^written-here-\(number)]: \(note)\n".utf8 }
  }

  private mutating func takeMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"): return takeBrace()
    case UInt8(ascii: "<"):
      takeMarkup()
      return true
    default: break
    }
    guard source.position >= endOfMarkup else { return false }
    switch byte {
    case UInt8(ascii: "$"): return takeFormula()
    case UInt8(ascii: "\\"): return takeBackslash()
    case UInt8(ascii: "["), UInt8(ascii: "!"), UInt8(ascii: "@"): return takeBracket()
    case UInt8(ascii: "="): return takeHighlight()
    case UInt8(ascii: "^"), UInt8(ascii: "~"): return takeRaised(byte)
    case UInt8(ascii: ":"): return takeColon()
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"), 0x31: return takeListMark()
    default: return false
    }
  }

  private mutating func takeBrace() -> Bool {
    if source.isEscaped || source.position < endOfCode { return false }
    // JSX: `<p style={{color: 'red'}}>`.
    if source.position < endOfMarkup, output.last == UInt8(ascii: "=") { return false }
    if source.starts(with: .output) { return takeOutput() }
    if source.starts(with: .statement) { return takeTag() }
    return takeAttributes()
  }

  /// Copies a comment unchanged.
  private mutating func takeMarkup() {
    if let shown = source.takeComment() {
      output += shown
      return
    }
    if foundElements.count < 100, let element = source.element(among: elements) { foundElements.append(element) }
    if source.position >= endOfMarkup {
      if takeMarkdownElement() { return }
      if let markup = source.endOfMarkup {
        endOfMarkup = markup.end
        if markup.isCode { endOfCode = markup.end }
      }
    }
    output.append(source.take())
  }
}

// MARK: - Writing

extension DialectScan {
  /// Reports at most a hundred marks, enough to show the problem.
  mutating func report(_ mark: String, _ outcome: UnsupportedMark.Outcome, at place: (line: Int, column: Int)) {
    if unsupported.count < 100 {
      unsupported.append(UnsupportedMark(mark, outcome, line: place.line, column: place.column))
    }
  }

  private mutating func countLines() {
    for index in lines.end..<output.count where output[index] == 0x0A {
      lines.count += 1
      lines.start = index + 1
    }
    lines.end = output.count
  }

  /// Removes spaces from the end of the output.
  mutating func dropSpaces() {
    while output.last == UInt8(ascii: " ") || output.last == UInt8(ascii: "\t") { output.removeLast() }
    lines.end = min(lines.end, output.count)
  }

  /// The current line of the output, or the previous one if nothing else is on the current one; 1-based.
  var lineOfBlock: Int {
    mutating get {
      isAlone ? lines.count : lines.count + 1
    }
  }

  /// The part of the current output line written so far.
  var lineSoFar: ArraySlice<UInt8> {
    mutating get {
      countLines()
      return output[lines.start...]
    }
  }

  /// Whether the line so far contains only white space and quotation characters.
  var isAlone: Bool {
    mutating get { lineSoFar.allSatisfy { " \t>".utf8.contains($0) } }
  }

  /// The prefix of a further line in the same quotation or list item.
  private var lead: [UInt8] {
    mutating get {
      var lead: [UInt8] = []
      for byte in lineSoFar.prefix(100) {
        if " \t>".utf8.contains(byte) {
          lead.append(byte)
        } else if "-*+.)0123456789".utf8.contains(byte) {
          lead.append(0x20)
        } else {
          break
        }
      }
      // The number or word begins the text, not a list item.
      let text = lineSoFar.dropFirst(lead.count)
      guard text.isEmpty || lead.last == 0x20 || lead.isEmpty else {
        return Array(lead.prefix { " \t>".utf8.contains($0) })
      }
      return lead
    }
  }

  /// Whether the line so far contains words after any list or quotation marker.
  private var hasWords: Bool {
    mutating get { lineSoFar.contains { !" \t>-*+.)0123456789".utf8.contains($0) } }
  }

  /// Whether the mark from the end of the output to the current position is alone on its line.
  var hasLineForItself: Bool {
    mutating get { !hasWords && source.endsLine }
  }

  /// Writes HTML as a separate block.
  mutating func writeBlock(_ html: String) {
    let lead = lead
    if hasWords { output += [0x0A] + lead }
    output += html.utf8
    output += [0x0A] + lead
    if !source.endsLine {
      output += [0x0A] + lead
      source.skipSpaces()
    }
  }

  /// Writes the HTML due at this position of the source.
  private mutating func writeDue() {
    while let next = due.last, next.position <= source.position {
      due.removeLast()
      output += next.html.utf8
      if next.isMark { source.skip(next.position + 2 - source.position) }
    }
  }

  /// Whether the end of the output is inside the destination of a link or the value of an attribute.
  var isInAddress: Bool {
    let word = output.reversed().prefix(300).prefix { !" \t\n>".utf8.contains($0) }
    let text = String(decoding: word.reversed(), as: UTF8.self)
    return text.contains("://") || text.contains("](") || text.contains("=\"") || text.contains("='") || isInDefinition
  }

  /// `[name]: ` at the beginning of a line.
  private var isInDefinition: Bool {
    let line = output.reversed().prefix(300).prefix { $0 != 0x0A }
    let text = String(decoding: line.reversed(), as: UTF8.self)
    return text.hasPrefix("[") && text.contains("]: ") && !text.contains("](") && text.last == " "
  }
}

/// The form in which Hugo and Zola show a shortcode: `{{</* name */>}}`.
private func withoutEscapedShortcodes(_ code: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard code.contains(UInt8(ascii: "{")), code.contains(UInt8(ascii: "*")) else { return code }
  var text = String(decoding: code, as: UTF8.self)
  for sign in ["<", "%"] {
    let end = sign == "<" ? ">" : "%"
    guard text.contains("{{\(sign)/*") else { continue }
    text = text.replacing("{{\(sign)/*", with: "{{\(sign)").replacing("*/\(end)}}", with: "\(end)}}")
  }
  return Array(text.utf8)[...]
}
