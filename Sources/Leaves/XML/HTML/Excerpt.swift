/// The first words of an HTML fragment as plain text on one line, up to the end of the first paragraph with words.
/// Empty if there are none.
///
/// Blocks and line breaks become spaces. Lists, quotations, tables, figures, code and headings are skipped, unless the
/// fragment consists only of lists and quotations. Superscripts and subscripts are kept: `10⁶`, `x^ab`, `H₂O`. Footnote
/// references are left out.
package func excerpt(ofHTML fragment: String) -> String {
  // In nearly every article the first paragraph is near the beginning.
  let beginning = 20_000
  if fragment.utf8.count > beginning {
    let found = Excerpt.found(in: String(decoding: fragment.utf8.prefix(beginning), as: UTF8.self), [])
    if !found.isEmpty { return found }
  }
  let found = Excerpt.found(in: fragment, [])
  return found.isEmpty ? Excerpt.found(in: fragment, ["ul", "ol", "dl", "blockquote", "details"]) : found
}

private struct Excerpt: HTMLVisitor {
  private static let passedOver: Set<String> = [
    "ul", "ol", "dl", "blockquote", "table", "figure", "pre", "details", "h1", "h2", "h3", "h4", "h5", "h6", "script",
    "style", "template", "noscript", "title",
  ]
  /// An excerpt never needs more.
  private static let mostBytes = 10_000

  private let read: Set<String>
  private var words = ""
  private var isDone = false
  /// The open elements, and how many bytes of words were written before each.
  private var open: [(name: String, isBlock: Bool, start: Int)] = []

  static func found(in fragment: String, _ read: Set<String>) -> String {
    var excerpt = Excerpt(read: read)
    HTMLTree(fragment: fragment).visit(&excerpt)
    return excerpt.words.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  private init(read: Set<String>) { self.read = read }

  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) -> Bool {
    guard !isDone, read.contains(name) || !Self.passedOver.contains(name) else { return false }
    if isHiddenElement(name, attributes) { return false }
    if name == "sup", attributes.value(of: "id")?.hasPrefix("fnref") == true { return false }
    let isBlock = Self.separatesWords(name)
    if isBlock { words += " " }
    open.append((name, isBlock, words.utf8.count))
    return true
  }

  mutating func end() {
    guard let (name, isBlock, start) = open.popLast() else { return }
    if name == "sup" || name == "sub" { setOff(from: start, name == "sup") }
    if isBlock { words += " " }
    if name == "p", words.contains(where: { !$0.isWhitespace }) { isDone = true }
  }

  mutating func text(_ text: String) {
    guard !isDone else { return }
    words += text
    if words.utf8.count > Self.mostBytes { isDone = true }
  }

  private static func separatesWords(_ name: String) -> Bool {
    switch HTMLElement.policy(of: name) {
    case .kept(let element): element.role != .inline && element.role != .picture
    default: name == "tr" || name == "option"
    }
  }

  /// Turns everything written since `start` into a superscript or a subscript.
  private mutating func setOff(from start: Int, _ isRaised: Bool) {
    let place = words.utf8.index(words.startIndex, offsetBy: start)
    let before = words[..<place].last
    let inside = String(words[place...])
    words = words[..<place] + (isRaised ? raised(inside, after: before) : lowered(inside))
  }
}

/// `⁶`, `ᵃ` if such characters exist; words such as `st` in `1st` unchanged; anything else with `^`.
private func raised(_ text: String, after before: Character?) -> String {
  let trimmed = text.filter { !$0.isWhitespace }
  if trimmed.isEmpty { return text }
  let characters = trimmed.map { superscripts[$0] }
  if characters.allSatisfy({ $0 != nil }) { return String(characters.compactMap(\.self)) }
  let isOrdinal = before?.isNumber == true && trimmed.count <= 3 && trimmed.allSatisfy(\.isLetter)
  let isSign =
    trimmed.allSatisfy { !$0.isLetter && !$0.isNumber && $0 != "+" && $0 != "-" } || ["TM", "SM"].contains(trimmed)
  return isOrdinal || isSign || before == nil || before?.isWhitespace == true ? text : "^" + text
}

private func lowered(_ text: String) -> String {
  let characters = text.map { subscripts[$0] }
  if characters.isEmpty || characters.allSatisfy({ $0 != nil }) { return String(characters.compactMap(\.self)) }
  return "_" + text
}

private let superscripts = Dictionary(uniqueKeysWithValues: zip("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"))
private let subscripts = Dictionary(uniqueKeysWithValues: zip("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"))
