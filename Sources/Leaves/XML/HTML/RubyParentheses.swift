/// Where `<rp>` is open. Browsers do not show it (HTML §15.3.3), and mail programs and feed readers do, so nothing but a bracket
/// around an annotation is shown of it.
struct RubyParentheses {
  /// How many elements were open before each `<ruby>`.
  private var rubies: [Int] = []
  /// How many were open before the `<rp>`, and whether it is in a `<ruby>`.
  private var open: (depth: Int, isInRuby: Bool)?

  mutating func begin(_ name: String, depth: Int) {
    switch name {
    case "ruby": rubies.append(depth)
    case "rp": open = (depth, isInRuby: !rubies.isEmpty)
    // It ends an `<rp>` without an end tag, which libxml2 does not know.
    case "rt": open = nil
    default: break
    }
  }

  mutating func end(depth: Int) {
    if rubies.last == depth { rubies.removeLast() }
    if open?.depth == depth { open = nil }
  }

  /// Whether an element that begins now is hidden.
  func hides(_ name: String) -> Bool { open != nil && name != "rt" && name != "rp" }

  func hides(text: String) -> Bool {
    guard let open, text.contains(where: { !$0.isWhitespace }) else { return false }
    let isBracket = text.count <= 3 && !text.contains { $0.isLetter || $0.isNumber }
    return !(open.isInRuby && isBracket)
  }
}
