internal import CCmarkGFM
internal import Text

/// A mark that could hide the text after it, under an unknown condition or because it never ends.
package struct UnclearMark: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// For example `{% if … %}`: text shown to some readers, or at some times.
    case condition
    /// For example `<!--`: hidden text without an end.
    case neverEnds
    /// A mark that hides text, found in text that would be shown, or that is code only here.
    case isShown
  }

  package let kind: Kind
  /// As written, cut short.
  package let mark: String
  /// 1-based.
  package let line: Int
  /// 1-based, in UTF-8 bytes.
  package let column: Int
}

/// Removes the text that an author hid, in any of the languages used in articles, except in code: see ``CodeMap``.
/// [docs/hidden.md](../../../docs/hidden.md) lists the marks.
///
/// Text that is shown under a condition (`{% if %}`, `{{#if}}`, `{{ if }}`, `<% if %>`) or never ends is unclear.
/// `{% raw %}`, `{% highlight %}` and similar tags show the enclosed text.
struct HiddenText {
  /// The text without hidden parts. Line numbers stay the same unless the text on both sides of a
  /// hidden part becomes one line.
  let text: String
  /// At most ``most``.
  var unclear: [UnclearMark] = []
  /// Parts that were left out, although readers may have been meant to see them.
  var doubtful: [UnsupportedMark] = []
  /// The code in ``text``, if known.
  var code: CodeMap?

  static let most = 10

  static func removed(from text: String) -> HiddenText {
    let bytes = Array(text.utf8)
    guard mayHide(bytes) else { return HiddenText(text: text) }
    // Most articles contain no mark, not even in code, and need not be parsed.
    var scan = HiddenScan(bytes)
    scan.run()
    if scan.firstFinding == nil, !scan.passedOver { return HiddenText(text: text) }
    return removed(from: bytes)
  }

  private static func removed(from bytes: [UInt8]) -> HiddenText {
    var bytes = bytes
    var doubtful: [UnsupportedMark] = []
    var last = UnclearMark(kind: .isShown, mark: "```", line: 1, column: 1)
    // A removed part may contain the fence of a code block; then the code in the rest changes.
    for _ in 0..<mostPasses {
      let text = String(decoding: bytes, as: UTF8.self)
      var scan = HiddenScan(bytes, code: CodeMap(of: text))
      scan.run()
      doubtful += scan.doubtful
      if scan.unclear.isEmpty, scan.output == bytes, let mark = markInContainer(bytes, scan.code) {
        return HiddenText(text: text, unclear: [mark])
      }
      if !scan.unclear.isEmpty || scan.output == bytes {
        return HiddenText(text: text, unclear: scan.unclear, doubtful: doubtful, code: scan.code)
      }
      if let (mark, position) = scan.firstFinding {
        last = UnclearMark(kind: .isShown, mark: mark, line: 1 + bytes[..<position].count { $0 == 0x0A }, column: 1)
      }
      // The removed part may be code that the author shows.
      if scan.code.isPartial { return HiddenText(text: text, unclear: [last]) }
      bytes = scan.output
    }
    return HiddenText(text: String(decoding: bytes, as: UTF8.self), unclear: [last])
  }

  /// A mark that hides text in an indented block that is code here, but belongs to a container (`!!! note`)
  /// in the author's generator.
  private static func markInContainer(_ bytes: [UInt8], _ code: CodeMap) -> UnclearMark? {
    for block in code.indented where isContainer(lineBefore(block.lowerBound, in: bytes)) {
      // Code inside the container is also code in the author's generator.
      let lines = bytes[block].split(separator: 0x0A, omittingEmptySubsequences: false).map { $0.dropFirst(4) }
      let inside = Array(lines.joined(separator: [0x0A]))
      var scan = HiddenScan(inside, code: CodeMap(of: String(decoding: inside, as: UTF8.self)))
      scan.run()
      guard let (mark, position) = scan.firstFinding else { continue }
      let line = 1 + bytes[..<block.lowerBound].count { $0 == 0x0A } + inside[..<position].count { $0 == 0x0A }
      return UnclearMark(kind: .isShown, mark: mark, line: line, column: 1)
    }
    return nil
  }

  /// The last line before `end` that is not blank.
  private static func lineBefore(_ end: Int, in bytes: [UInt8]) -> String {
    let text = bytes[..<end].suffix(500)
    guard let last = text.lastIndex(where: { !" \t\n".utf8.contains($0) }) else { return "" }
    let start = text[..<last].lastIndex(of: 0x0A).map { $0 + 1 } ?? text.startIndex
    return oneLine(String(decoding: bytes[start...last], as: UTF8.self))
  }

  private static func isContainer(_ line: String) -> Bool {
    if ["!!!", "???", "===", "///", ": "].contains(where: line.hasPrefix) { return true }
    if line.hasPrefix("<") {
      let name = line.dropFirst().prefix { $0.isLetter || $0.isNumber || $0 == "-" }.lowercased()
      // An element, or a tag of PHP, ERB or JSX.
      let isTag = !name.isEmpty || line.dropFirst().first.map { "?%!>".contains($0) } ?? false
      return isTag && line.hasSuffix(">") && !line.contains("</") && !line.contains("-->") && !endsInAddress(line)
        && !holdingNoBlocks.contains(name)
    }
    if let tag = TemplateTag(beginning: line), tag != .output {
      return !["/", "end", "include", "raw", "import"].contains(where: line.contains)
    }
    let label = line.prefix { $0 != " " }
    return label.count < 6 && label.count < line.count
      && (label.count == 2 && label.hasSuffix(".") && label.first?.isLetter == true
        || label.hasPrefix("(") && label.hasSuffix(")"))
  }

  /// Whether a line ends in a URL or an email address in angle brackets, which is no element.
  private static func endsInAddress(_ line: String) -> Bool {
    guard let start = line.lastIndex(of: "<") else { return false }
    let inside = line[start...]
    return !inside.contains(where: \.isWhitespace) && (inside.contains("://") || inside.contains("@"))
  }

  /// HTML elements that contain no blocks, and so no indented Markdown text.
  private static let holdingNoBlocks: Set<String> = [
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "a", "b", "i", "em", "strong", "span", "small", "sub", "sup",
    "code",
    "kbd", "img", "br", "hr", "input", "source", "link", "meta",
  ]

  private static let mostPasses = 6

  /// Whether a line of text, such as a title, contains marks that hide or could hide a part of it.
  static func isIn(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    guard mayHide(bytes) else { return false }
    var scan = HiddenScan(bytes, isLine: true)
    scan.run()
    return scan.firstFinding != nil
  }

  /// Whether the text contains anything that could begin a mark.
  static func mayHide(_ bytes: [UInt8]) -> Bool {
    var previous: UInt8 = 0x0A
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "{") { return true }
      switch (previous, byte) {
      case (UInt8(ascii: "<"), _) where isLetter(byte) || "!%?#".utf8.contains(byte): return true
      case (UInt8(ascii: "%"), UInt8(ascii: "%")), (UInt8(ascii: ":"), UInt8(ascii: ":")): return true
      case (UInt8(ascii: "["), UInt8(ascii: "/")), (UInt8(ascii: "]"), UInt8(ascii: ":")): return true
      case (UInt8(ascii: "["), UInt8(ascii: "%")), (UInt8(ascii: "["), UInt8(ascii: "[")): return true
      case (UInt8(ascii: "@"), _) where isLetter(byte) || byte == UInt8(ascii: "*"): return true
      case (UInt8(ascii: "#"), _) where isLetter(byte) || byte == UInt8(ascii: "*"): return true
      case (UInt8(ascii: "\\"), UInt8(ascii: "b")), (UInt8(ascii: "\\"), UInt8(ascii: "i")): return true
      case (0x20, UInt8(ascii: "%")), (0x09, UInt8(ascii: "%")), (UInt8(ascii: ">"), UInt8(ascii: "%")): return true
      case (0x0A, _) where mayHide(line: bytes[index...]): return true
      default: previous = byte
      }
    }
    return false
  }

  private static func mayHide(line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, "%/.ie".utf8.contains(first) else { return false }
    return ["%", "////", "..", "import ", "export ", "ifdef::", "ifndef::", "ifeval::", "endif::"].contains {
      line.starts(with: $0.utf8)
    }
  }
}

func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

/// Whether a line of text, such as a title, contains marks that hide or could hide a part of it.
package func holdsHiddenText(_ line: String) -> Bool { HiddenText.isIn(line) }
