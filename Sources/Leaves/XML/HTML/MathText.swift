/// A MathML formula as one line of text, because feeds and emails do not support MathML: the TeX that the author's
/// program left in it, its `alttext`, or what people would type, for example `x^2` or `(a+b)/c`.
struct MathText {
  /// An element, and the text of each completed child.
  private struct Level {
    let name: String
    let isHidden: Bool
    let isTeX: Bool
    var parts: [String] = []
  }

  let isBlock: Bool
  private let written: String?
  private var source: String?
  private var open: [Level] = []

  /// In characters; longer formulas are cut.
  private static let longest = 5_000

  init(_ attributes: [HTMLAttribute]) {
    isBlock = attributes.value(of: "display") == "block"
    written = attributes.value(of: "alttext")
    open = [Level(name: "math", isHidden: false, isTeX: false)]
  }

  mutating func begin(_ name: String, _ attributes: [HTMLAttribute]) {
    let encoding = attributes.value(of: "encoding")?.lowercased().split(separator: "/").last ?? ""
    let isTeX = name == "annotation" && ["tex", "x-tex", "latex", "x-latex"].contains(encoding)
    var isHidden = name == "mphantom" || name.hasPrefix("annotation") || isHiddenElement(name, attributes)
    if case .dropped = HTMLElement.policy(of: name) { isHidden = true }
    open.append(Level(name: name, isHidden: isHidden, isTeX: isTeX))
  }

  mutating func text(_ text: String) {
    let words = text.filter { !"\u{2061}\u{2062}\u{2063}\u{2064}".contains($0) }
    let plain = words.split { $0.isWhitespace }.joined(separator: " ")
    if !plain.isEmpty { open[open.count - 1].parts.append(plain) }
  }

  /// Ends the element that began last.
  mutating func end() {
    guard open.count > 1 else { return }
    let level = open.removeLast()
    if level.isTeX, !open.contains(where: \.isHidden) { source = source ?? level.parts.joined(separator: " ") }
    open[open.count - 1].parts.append(
      level.isHidden ? "" : String(Self.line(level.name, level.parts).prefix(Self.longest)))
  }

  var line: String {
    let typed = open.first?.parts.joined() ?? ""
    return [source, written].compactMap(\.self).first { !$0.isEmpty } ?? typed
  }

  private static func line(_ name: String, _ parts: [String]) -> String {
    switch (name, parts.count) {
    case ("msup", 2), ("mover", 2): parts[0] + raised(parts[1])
    case ("msub", 2), ("munder", 2): parts[0] + lowered(parts[1])
    case ("msubsup", 3), ("munderover", 3): parts[0] + lowered(parts[1]) + raised(parts[2])
    case ("mfrac", 2): grouped(parts[0]) + "/" + grouped(parts[1])
    case ("mroot", 2): grouped(parts[0]) + "^(1/\(parts[1]))"
    case ("msqrt", _): "√" + grouped(parts.joined())
    case ("mfenced", _): "(" + parts.joined(separator: ", ") + ")"
    case ("mspace", _): " "
    case ("mtr", _): parts.joined(separator: ", ")
    case ("mtable", _): "[" + parts.joined(separator: "; ") + "]"
    default: parts.joined()
    }
  }

  private static func raised(_ text: String) -> String { text.isEmpty ? "" : "^" + grouped(text) }

  private static func lowered(_ text: String) -> String { text.isEmpty ? "" : "_" + grouped(text) }

  private static func grouped(_ text: String) -> String {
    text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } ? text : "(\(text))"
  }
}
