/// Tracks open `<rp>` elements. Browsers do not show them (HTML §15.3.3), but mail programs and feed readers do, so
/// only a bracket around an annotation is kept of their content.
struct RubyParentheses {
  /// How many elements were open before each `<ruby>`.
  private var rubies: [Int] = []
  /// How many elements were open before the `<rp>`, and whether it is in a `<ruby>`.
  private var open: (depth: Int, isInRuby: Bool)?

  mutating func begin(_ name: String, depth: Int) {
    switch name {
    case "ruby": rubies.append(depth)
    case "rp": open = (depth, isInRuby: !rubies.isEmpty)
    // Ends an `<rp>` without an end tag, which libxml2 does not do.
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
