internal import CCmarkGFM

/// A mark in a text that could hide what follows it, under a condition that nothing here knows, or without an end.
package struct UnclearMark: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// Such as `{% if … %}`: text that is shown to some, or at some times.
    case condition
    /// Such as `<!--`: hidden text without an end.
    case neverEnds
    /// A mark that hides stands where we take it for code, or for a text that is shown.
    case isShown
  }

  package let kind: Kind
  /// As it is written, cut short.
  package let mark: String
  /// 1-based.
  package let line: Int
  /// 1-based, in UTF-8 bytes.
  package let column: Int
}

/// What an author hid in a text, by the languages that texts are written in. It is taken out, wherever it is not code.
///
/// - HTML: comments.
/// - Liquid, Jinja, Nunjucks, Twig, Tera: `{% comment %}`, `{% capture %}`, `{% macro %}` and others up to their end, `{# … #}`,
///   `{% if false %}`.
/// - kramdown: `{::comment}` … `{:/comment}`, `{::comment /}`, `{::nomarkdown type="latex"}`.
/// - Hugo: `{{< comment >}}` … `{{< /comment >}}`, `{{/* … */}}`. MDX: `{/* … */}`. Handlebars: `{{! … }}`. ERB: `<%# … %>`.
/// - Obsidian: `%% … %%`.
///
/// What is shown under a condition (`{% if %}`, `{{#if}}`, `{{ if }}`, `<% if %>`) or never ends is unclear. `{% raw %}` and
/// `{% highlight %}` show what they enclose.
struct HiddenText {
  /// Without what is hidden. Lines stay in their places, unless text on both sides of what is hidden is one line.
  let text: String
  /// At most ``most``.
  let unclear: [UnclearMark]
  /// The lines of code blocks in ``text``, if they are known.
  var codeLines: Set<Int>?

  static let most = 10

  static func removed(from text: String) -> HiddenText {
    guard mayHide(text) else { return HiddenText(text: text, unclear: []) }
    var text = text
    // What is taken out may hold the fence of a code block, and then there is other code in the rest.
    for _ in 0..<mostPasses {
      let code = Markdown.codeLines(of: text)
      var scan = HiddenScan(text, codeLines: code)
      scan.run()
      let isDone = !scan.unclear.isEmpty || scan.output == scan.bytes
      if isDone { return HiddenText(text: text, unclear: scan.unclear, codeLines: code) }
      text = String(decoding: scan.output, as: UTF8.self)
    }
    return HiddenText(text: text, unclear: [UnclearMark(kind: .isShown, mark: "```", line: 1, column: 1)])
  }

  private static let mostPasses = 4

  /// The block, if any, in which a mark that hides is shown after all: what was taken for code turned out to be text.
  ///
  /// Only for texts that do not show such marks on purpose.
  static func shown(in root: Node) -> (mark: String, line: Int)? {
    var words = ""
    for (node, _) in root.subtree {
      switch node.kind {
      case CMARK_NODE_TEXT: words += node.literal
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: words += "\n"
      default:
        if let mark = hidingMark(in: words) { return (mark, node.lines.lowerBound) }
        words = ""
      }
    }
    return hidingMark(in: words).map { ($0, root.lines.upperBound) }
  }

  private static func hidingMark(in words: String) -> String? {
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else { return nil }
    for mark in ["{::comment", "{{< comment", "{{% comment"] where words.contains(mark) { return mark }
    for mark in ["[//]:", "[comment]:"] where words.hasPrefix(mark) { return mark }
    for part in words.split(separator: "{%", omittingEmptySubsequences: false).dropFirst() {
      let name = part.drop { " \n\t-".contains($0) }.prefix { $0.isLetter }
      if HidingWord.hiding.contains(String(name)) || HidingWord.conditions.contains(String(name)) {
        return "{% \(name)"
      }
    }
    return nil
  }

  /// Whether a line of text, such as a title, holds marks that hide, or could.
  static func isIn(_ line: String) -> Bool {
    guard mayHide(line) else { return false }
    var scan = HiddenScan(line, codeLines: [])
    scan.run()
    return !scan.unclear.isEmpty || scan.output != scan.bytes
  }

  /// Whether a text shows such marks on purpose, outside code.
  static func showsMarks(_ text: String) -> Bool {
    ["raw %}", "raw -%}", "verbatim %}", "&#123;", "&#x7b;", "&#x7B;", "&lbrace;", "&lcub;", "\\{", "/*"].contains {
      text.contains($0)
    }
  }

  private static func mayHide(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch (previous, byte) {
      case (UInt8(ascii: "{"), _) where !isLetterOrSpace(byte): return true
      case (UInt8(ascii: "{"), _) where byte | 0x20 == UInt8(ascii: "s") || byte | 0x20 == UInt8(ascii: "h"):
        return true
      case (UInt8(ascii: "<"), UInt8(ascii: "!")), (UInt8(ascii: "<"), UInt8(ascii: "%")): return true
      case (UInt8(ascii: "<"), UInt8(ascii: "?")), (UInt8(ascii: "%"), UInt8(ascii: "%")): return true
      case (UInt8(ascii: ":"), UInt8(ascii: ":")): return true
      case (UInt8(ascii: "<"), _) where isLetter(byte): return true
      default: previous = byte
      }
    }
    return false
  }
}

func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func isLetterOrSpace(_ byte: UInt8) -> Bool { isLetter(byte) || byte == 0x20 || byte == 0x0A }

/// Whether a line of text, such as a title, holds marks that hide, or could hide, a part of it.
package func holdsHiddenText(_ line: String) -> Bool { HiddenText.isIn(line) }
