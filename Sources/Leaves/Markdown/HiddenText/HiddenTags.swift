/// Marks of Liquid and Jinja: `{% … %}` and `{# … #}`.
extension HiddenScan {
  mutating func takeTag() -> Bool {
    let (name, nameEnd) = name(from: position + 2)
    let isSuspect = HidingWord.isSuspect(name) && (HidingWord.isPlain(name) || ends.tags.contains(name))
    let isUnclear = HidingWord.conditions.contains(name) || isSuspect || HidingWord.endsHidden(name)
    guard let close = find(TemplateTag.statement.closing, from: nameEnd) else {
      return isUnclear || HidingWord.hiding.contains(name) ? ask(.neverEnds) : false
    }
    let words = text(nameEnd..<close)
    if name.isEmpty, bytes[nameEnd] == UInt8(ascii: "#") {
      drop(to: close + 2)
      return true
    }
    if HidingWord.hiding.contains(name) || name == "set" && !words.contains("=") {
      return takeHidden(name, from: close + 2)
    }
    if name == "if", isFalse(words), let end = endOfPlainCondition(from: close + 2) {
      drop(to: end)
      return true
    }
    if HidingWord.showing.contains(name) || name == "for", let end = endOfBlock(name, from: close + 2) {
      passedOver = true
      if name == "raw" || name == "verbatim" { show(until: end) } else { return copyTag(to: end) }
    }
    let isAsked = isUnclear && !goesOn(name) && !isSpokenOf(nameEnd..<close, ending: "end" + name)
    return isAsked ? ask(.condition) : copyTag(to: close + 2)
  }

  /// Whether a title only mentions a condition: one without a test, or without an end.
  func isSpokenOf(_ words: Range<Int>, ending: String) -> Bool {
    guard isLine else { return false }
    return !words.contains { isNameByte(bytes[$0]) } || !text(words.upperBound..<bytes.count).contains(ending)
  }

  /// Whether a tag continues or ends a condition that was already reported.
  func goesOn(_ name: String) -> Bool {
    unclear.contains { $0.kind == .condition } && (name.hasPrefix("e") || name == "when")
  }

  /// Copies a tag that does not affect who sees the text.
  mutating func copyTag(to end: Int) -> Bool {
    copy(to: end)
    return true
  }

  private mutating func takeHidden(_ name: String, from start: Int) -> Bool {
    guard let end = endOfBlock(name, from: start) else { return ask(.neverEnds) }
    drop(to: end)
    return true
  }

  /// `{% if false %}` is a common way to leave text out temporarily.
  private func isFalse(_ words: String) -> Bool {
    ["false", "nil"].contains(words.trimmingPrefix { " \t-".contains($0) }.prefix { !" \t-".contains($0) })
      && words.split(whereSeparator: { " \t\n-".contains($0) }).count == 1
  }

  /// The position after `{% endif %}`, if that is the next tag.
  private mutating func endOfPlainCondition(from start: Int) -> Int? {
    let tag = TemplateTag.statement
    guard let open = find(tag.opening, from: start), let close = find(tag.closing, from: open),
      name(from: open + 2).text == "endif"
    else {
      return nil
    }
    return close + 2
  }

  /// The position after the tag that ends the block `name`, which began before `start`. Nested blocks of
  /// the same name are included.
  private mutating func endOfBlock(_ name: String, from start: Int) -> Int? {
    guard !endless.contains(name) else { return nil }
    let tag = TemplateTag.statement
    var index = start
    var depth = 1
    while let open = find(tag.opening, from: index), let close = find(tag.closing, from: open + 2) {
      switch self.name(from: open + 2).text {
      case "end" + name: depth -= 1
      case name where !HidingWord.showing.contains(name): depth += 1
      default: break
      }
      if depth == 0 { return close + 2 }
      index = open + 2
    }
    endless.insert(name)
    return nil
  }

  /// `{# … #}`. An attribute such as `{#id}` is not one.
  mutating func takeJinjaComment() -> Bool {
    let first = byte(2)
    if " \t\n-~#*".utf8.contains(first) { return takeEnclosed("{#", "#}") }
    if let brace = find("}", from: position + 2), brace > position + 2, bytes[brace - 1] == UInt8(ascii: "#") {
      drop(to: brace + 1)
      return true
    }
    return takeAttributes(from: position + 1)
  }
}
