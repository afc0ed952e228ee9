/// Marks at the beginning of a line: modules of MDX, comments of MyST, AsciiDoc and reStructuredText.
///
/// The same characters also occur within shown blocks, such as table cells, so shown text is not
/// searched for these marks.
extension HiddenScan {
  mutating func takeLine() -> Bool {
    guard !isShown, !isLine, position == 0 || bytes[position - 1] == 0x0A else { return false }
    switch bytes[position] {
    case UInt8(ascii: "/"): return takeAsciiDocComment()
    case UInt8(ascii: "."): return isSphinxComment ? ask(.condition) : false
    case UInt8(ascii: "i"), UInt8(ascii: "e"):
      let isCondition = ["ifdef::", "ifndef::", "ifeval::[", "endif::"].contains { here.starts(with: $0.utf8) }
      return isCondition ? ask(.condition) : takeModule()
    default: return false
    }
  }

  /// The rest of this line, without its newline.
  private var here: ArraySlice<UInt8> { bytes[position...].prefix { $0 != 0x0A } }

  private var wordsOfLine: String { String(decoding: here.prefix(300), as: UTF8.self) }

  /// AsciiDoc's `////`, alone on a line. MkDocs ends blocks that begin with `//// name` in the same way.
  private mutating func takeAsciiDocComment() -> Bool {
    guard here.count >= 4, isSlashes(here), !ends.hasNamedSlashes else { return false }
    let end = endOfLine(from: position)
    return bytes[end...].split(separator: 0x0A).contains(where: isSlashes) ? ask(.condition) : false
  }

  private func isSlashes(_ line: ArraySlice<UInt8>) -> Bool {
    let slashes = line.prefix { $0 == UInt8(ascii: "/") }
    return slashes.count >= 4 && line[slashes.endIndex...].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// `.. only:: draft`, `.. words`, and `..` above an indented block; not directives that show the enclosed text.
  private var isSphinxComment: Bool {
    let line = wordsOfLine
    if line == ".." {
      let next = bytes[endOfLine(from: position)...]
      return next.starts(with: "   ".utf8) || next.starts(with: "\t".utf8)
    }
    guard line.hasPrefix(".. "), position < 2 || bytes[position - 2] == 0x0A else { return false }
    let words = line.dropFirst(3).drop { $0 == " " }
    guard let first = words.first, !"_[|".contains(first) else { return false }
    guard let colons = words.firstRange(of: "::") else { return first != "." }
    let name = String(words[..<colons.lowerBound])
    return HidingWord.directives.contains(name) || HidingWord.isSuspect(name) || name.contains(" ")
  }
}

// MARK: - Comments that begin with a per cent sign

extension HiddenScan {
  /// MyST's `% words`, which is reported, and Mako's `% if x:`. Directly below a number, the per
  /// cent sign belongs to it.
  mutating func takePercentLine() -> Bool {
    guard !isShown, !isLine, beginsLine, position + 1 < bytes.count, byte(1) != UInt8(ascii: "%") else {
      return false
    }
    let before = bytes[..<position].last { !" \t\n>".utf8.contains($0) }
    let isBelowText = position >= 2 && bytes[..<lineStart].dropLast().last != 0x0A
    if isBelowText, let before, isDigit(before) || before == UInt8(ascii: ")") { return false }
    let name = name(from: position + 1).text
    if HidingWord.conditions.contains(name) || ["for", "while", "endfor", "endwhile"].contains(name) {
      return ask(.condition)
    }
    guard " \t".utf8.contains(byte(1)) || isLetter(byte(1)) else { return false }
    doubt(.omittedAsLine)
    drop(to: bytes[position...].firstIndex(of: 0x0A) ?? bytes.count)
    return true
  }
}

// MARK: - Modules

extension HiddenScan {
  /// MDX's `import` and `export`, which no reader sees. They end at the first empty line outside brackets.
  private mutating func takeModule() -> Bool {
    guard isModule(wordsOfLine), position < 2 || bytes[position - 2] == 0x0A else { return false }
    guard let end = endOfModule else { return ask(.neverEnds) }
    drop(to: end)
    return true
  }

  private func isModule(_ line: String) -> Bool {
    let words = line.split { " \t;".contains($0) }.map(String.init)
    guard words.count > 1 else { return false }
    let next = words[1]
    if words[0] == "import" {
      if "\"'".contains(next.prefix(1)) { return words.count == 2 && next.count > 2 && next.last == next.first }
      let isOpen = line.contains("{") && !line.contains("}")
      return isOpen || line.contains(" from \"") || line.contains(" from '")
    }
    guard words[0] == "export" else { return false }
    if next.hasPrefix("{") || next.hasPrefix("*") { return true }
    switch next {
    case "const", "let", "var": return line.contains("=") || words.count == 3
    case "function", "async", "class", "function*": return line.contains("(") || line.contains("{")
    case "type", "interface", "enum": return line.contains("=") || line.contains("{")
    case "default": return words.count == 3 || line.contains { "({=".contains($0) }
    default: return false
    }
  }

  /// Nil if a bracket is never closed.
  private var endOfModule: Int? {
    var depth = 0
    var quote: UInt8?
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\") {
        index += 1
      } else if let open = quote {
        // Only a template literal continues on the next line.
        if byte == open || byte == 0x0A && open != UInt8(ascii: "`") { quote = nil }
      } else if "\"'`".utf8.contains(byte) {
        quote = byte
      } else if "([{".utf8.contains(byte) {
        depth += 1
      } else if ")]}".utf8.contains(byte) {
        depth -= 1
      }
      if byte == 0x0A, depth <= 0, quote == nil, isBlank(from: index + 1) { return index }
      index += 1
    }
    return depth <= 0 && quote == nil ? bytes.count : nil
  }

  private func isBlank(from start: Int) -> Bool {
    bytes[start...].first { $0 != 0x20 && $0 != 0x09 }.map { $0 == 0x0A } ?? true
  }
}
