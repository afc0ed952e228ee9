internal import CCmarkGFM
internal import Text

/// Notes of different kinds, in the forms of GitHub, Docusaurus, VuePress and MkDocs. They become quotations that begin
/// with the name of the kind. The number of lines stays the same.
struct Notes {
  private let surroundings: Surroundings
  /// How many notes enclose this text.
  private let depth: Int
  private let lines: [Substring]
  private var output: [String] = []
  /// The open fence, if any.
  private var fence: String?
  /// The open divisions: each adds a quotation character to the following lines, and ends at a line with
  /// the same number of colons.
  private var divisions: [(indent: Substring, colons: Int)] = []
  /// The last line that can end a division.
  private let lastEnd: Int
  private lazy var code = codeLines(of: lines.joined(separator: "\n"))

  /// Each level of nested notes is read again, so the depth is limited.
  private static let maxDepth = 20

  /// The text with each note as a quotation.
  static func replaced(in text: String, _ surroundings: Surroundings) -> String {
    replaced(in: text, surroundings, depth: 0)
  }

  private static func replaced(in text: String, _ surroundings: Surroundings, depth: Int) -> String {
    guard depth < maxDepth, mayHoldNote(text) else { return text }
    var notes = Notes(text, surroundings, depth: depth)
    notes.run()
    return notes.output.joined(separator: "\n")
  }

  /// Whether `[!`, `:::`, `!!! `, `??? ` or `???+` occurs. One pass over the bytes, because few articles hold notes, and
  /// searching strings for them took a third of the time in which an article was read.
  private static func mayHoldNote(_ text: String) -> Bool {
    var last: UInt8 = 0
    var run = 0
    for byte in text.utf8 {
      switch (last, byte) {
      case (UInt8(ascii: "["), UInt8(ascii: "!")): return true
      case (UInt8(ascii: "!"), UInt8(ascii: " ")) where run >= 3: return true
      case (UInt8(ascii: "?"), UInt8(ascii: " ")) where run >= 3: return true
      case (UInt8(ascii: "?"), UInt8(ascii: "+")) where run >= 3: return true
      default: break
      }
      run = byte == last ? run + 1 : 1
      if byte == UInt8(ascii: ":"), run == 3 { return true }
      last = byte
    }
    return false
  }

  private init(_ text: String, _ surroundings: Surroundings, depth: Int) {
    self.surroundings = surroundings
    self.depth = depth
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.lastIndex { line in
      let text = line.drop { " \t>".contains($0) }.trimmed
      return text.utf8.count >= 3 && text.allSatisfy { $0 == ":" }
    }
    lastEnd = end ?? -1
  }

  private mutating func run() {
    var index = 0
    while index < lines.count {
      if let end = indented(at: index) {
        index = end
      } else {
        write(lines[index], at: index)
        index += 1
      }
    }
  }

  private mutating func write(_ line: Substring, at index: Int) {
    let text = line.drop { " \t>".contains($0) }
    let isFence = takeFence(text)
    if !isFence, fence == nil {
      if text.hasPrefix(":::"), takeDivision(line, text, at: index) { return }
      if text.hasPrefix("[!"), let note = alert(line, text) { return append(note) }
    }
    append(String(line))
  }

  /// Appends a line, within the open divisions.
  private mutating func append(_ line: String) {
    guard let division = divisions.last else { return output.append(line) }
    let marks = String(repeating: "> ", count: divisions.count)
    let indent = line.hasPrefix(division.indent) ? division.indent : ""
    output.append(indent + marks + line.dropFirst(indent.count))
  }

  private func heading(_ kind: NoteKind, _ title: some StringProtocol) -> String {
    let title = title.trimmed
    // Two spaces make a line break, so that the text begins on a new line.
    let mark = kind == .urgent ? "\(UrgentQuotation.mark)" : ""
    return "**\(mark)\(kind.sign)\(title.isEmpty ? surroundings.word(kind) : title)**  "
  }
}

extension Notes {
  /// Whether the line begins or ends a block of code.
  private mutating func takeFence(_ text: Substring) -> Bool {
    let text = text.drop { "-*+0123456789. ".contains($0) && fence == nil }
    guard let sign = text.first, sign == "`" || sign == "~" else { return false }
    let run = text.prefix { $0 == sign }
    guard run.count >= 3 else { return false }
    if let open = fence {
      if run.hasPrefix(open), text.dropFirst(run.count).allSatisfy({ $0.isWhitespace }) { fence = nil }
    } else if sign == "~" || !text.dropFirst(run.count).contains("`") {
      fence = String(run)
    }
    return true
  }

  /// GitHub's `> [!NOTE]`, Obsidian's `> [!tip]- Title`.
  private func alert(_ line: Substring, _ text: Substring) -> String? {
    let before = line[..<text.startIndex]
    guard before.contains(">"), let end = text.firstIndex(of: "]") else { return nil }
    let word = text[text.index(text.startIndex, offsetBy: 2)..<end].prefix { $0 != "|" }
    guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "_" || $0.isNumber }) else { return nil }
    let title = text[text.index(after: end)...].drop { "+-".contains($0) }
    guard !title.hasPrefix("("), !title.hasPrefix("["), !title.hasPrefix(":") else { return nil }
    guard let kind = NoteKind(name: String(word)) else {
      guard !HidingWord.isSuspect(String(word)) else { return nil }
      return before + heading(.note, title.trimmed.isEmpty ? capitalised(word) : title.trimmed)
    }
    return before + heading(kind, title)
  }

  /// `:::note Title` and the `:::` that ends it.
  private mutating func takeDivision(_ line: Substring, _ text: Substring, at index: Int) -> Bool {
    let colons = text.prefix { $0 == ":" }
    let words = text.dropFirst(colons.count).trimmed
    let indent = line[..<text.startIndex]
    if words.isEmpty {
      guard let open = divisions.last, colons.count >= open.colons || colons.count >= 3 && divisions.count == 1 else {
        return false
      }
      divisions.removeLast()
      append("")
      return true
    }
    let name = words.prefix { $0.isLetter || "-{.".contains($0) }.drop { "{.".contains($0) }
    guard let kind = NoteKind(name: String(name)), isClosed(from: index), divisions.count < 20,
      !(indent.count >= 4 && code.contains(index + 1))
    else { return false }
    let title = String(words.drop { !$0.isWhitespace && $0 != "[" }).trimmed.trimming(characters: "[]{}")
    // A quotation directly after another would be part of it.
    divisions.append((indent, colons.count))
    let isAttribute = title.contains("=") || title.hasPrefix(".") || title.hasPrefix("#")
    append(indent + heading(kind, isAttribute ? "" : title))
    return true
  }

  /// Whether a line `:::` follows.
  private func isClosed(from index: Int) -> Bool { index < lastEnd }

  /// MkDocs's `!!! note "Title"` with the indented text below it. Returns the line after it.
  private mutating func indented(at index: Int) -> Int? {
    let line = lines[index]
    let text = line.drop { $0 == " " }
    guard fence == nil, text.hasPrefix("!!! ") || text.hasPrefix("??? ") || text.hasPrefix("???+ ") else { return nil }
    let indent = line[..<text.startIndex]
    guard !(indent.count >= 4 && code.contains(index + 1)) else { return nil }
    let words = text.drop { "!?+".contains($0) }.trimmed
    let name = words.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    guard !name.isEmpty, !HidingWord.isSuspect(String(name)) else { return nil }
    let end = endOfIndented(from: index + 1, indent)
    guard end > index + 1 else { return nil }
    let quoted = words.firstIndex(of: "\"").map { String(words[$0...]).trimming(characters: "\"") } ?? ""
    let title = quoted.isEmpty && NoteKind(name: String(name)) == nil ? capitalised(name) : quoted
    append(indent + "> " + heading(NoteKind(name: String(name)) ?? .note, title))
    let body = lines[(index + 1)..<end].map { unindented($0.dropFirst(indent.count)) }
    // The text inside may also contain notes.
    let inside = Notes.replaced(in: body.joined(separator: "\n"), surroundings, depth: depth + 1)
    for line in inside.split(separator: "\n", omittingEmptySubsequences: false) { append(indent + "> " + line) }
    if end < lines.count, !lines[end].isEmpty { append("") }
    return end
  }

  /// The line after the last one that is indented more than `indent`.
  private func endOfIndented(from start: Int, _ indent: Substring) -> Int {
    let rest = lines[start...].prefix { line in
      line.allSatisfy(\.isWhitespace) || line.hasPrefix(indent + "    ") || line.hasPrefix(indent + "\t")
    }
    return (rest.lastIndex { !$0.allSatisfy(\.isWhitespace) } ?? start - 1) + 1
  }

  private func unindented(_ line: Substring) -> Substring {
    if line.hasPrefix("\t") { return line.dropFirst() }
    return line.dropFirst(line.prefix(4).prefix { $0 == " " }.count)
  }

  private func capitalised(_ word: some StringProtocol) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}

/// The 1-based lines of fenced and indented code.
private func codeLines(of text: String) -> Set<Int> {
  let tree = Tree(parsing: text)
  return Set(tree.root.subtree.filter { $0.node.kind == CMARK_NODE_CODE_BLOCK }.flatMap { $0.node.lines })
}
