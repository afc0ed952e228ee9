/// Marks that begin with neither a brace nor `<`.
extension HiddenScan {
  /// Obsidian's `%% … %%`, which may contain whole paragraphs. After a number or letter it is not a comment but a
  /// doubled per cent sign. Between words it may be either, so it is left out and reported.
  mutating func takeObsidianComment() -> Bool {
    guard starts(with: "%%", at: position), !isEscaped else { return false }
    let before = position > 0 ? bytes[position - 1] : 0x20
    guard !isDigit(before), before != UInt8(ascii: "%") else { return false }
    guard let end = percent(from: position + 2) else {
      let rest = bytes[(position + 2)..<endOfLine(from: position)]
      let isAlone = beginsLine && rest.allSatisfy { " \t\n".utf8.contains($0) }
      return isAlone ? ask(.neverEnds) : false
    }
    if isLetter(before) { return end < endOfLine(from: position) ? ask(.condition) : false }
    if !beginsLine, end < bytes.count, " \t".utf8.contains(byte(2)) { doubt(.omittedAsComment) }
    drop(to: end + 2)
    return true
  }

  private mutating func percent(from start: Int) -> Int? {
    let percents = percents
    var low = 0
    var high = percents.count
    while low < high {
      let middle = (low + high) / 2
      if percents[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < percents.count ? percents[low] : nil
  }

  /// A division of Pandoc or Docusaurus: `::: {.content-hidden}`.
  mutating func takeDivision() -> Bool {
    guard starts(with: ":::", at: position), beginsLine else { return false }
    let words = text(position..<endOfLine(from: position)).drop { $0 == ":" }.split { " {}\n\t".contains($0) }
    let names = words.map { $0.drop { $0 == "." } }.map(String.init)
    // A card for a team member, and text for HTML, the format of a page.
    if names == ["member"] || names == ["draft-note"] || names == ["content-visible", "when-format=\"html\""] {
      return false
    }
    let isUnclear = names.contains { HidingWord.isSuspect($0) || HidingWord.directives.contains($0) }
    return isUnclear ? ask(.condition) : false
  }

  /// WordPress's shortcodes, `[private]` … `[/private]`; `[[private]]` shows one. In text that a page would show, a
  /// comment such as `[//]: # (…)` is also a mark: Markdown did not read it as a definition.
  mutating func takeBracket() -> Bool {
    if isShown, beginsLine, starts(with: "[//]:", at: position) || starts(with: "[comment]:", at: position) {
      return ask(.condition)
    }
    guard position + 1 < bytes.count, !isEscaped else { return false }
    if starts(with: "[%", at: position) { return takeToolkitTag() }
    if starts(with: "[[!if", at: position) { return ask(.condition) }
    guard isLetter(byte(1)), !ends.brackets.isEmpty else { return false }
    if position > 0 && bytes[position - 1] == UInt8(ascii: "[") { return false }
    let (name, end) = name(from: position + 1)
    guard end < bytes.count, "] \t\n=".utf8.contains(bytes[end]), let close = ends.brackets[name], close > position
    else {
      return false
    }
    return HidingWord.isSuspect(shortcode: name) ? ask(.condition) : false
  }
  /// `[% IF x %]` and `[%# … %]` of the Template Toolkit.
  private mutating func takeToolkitTag() -> Bool {
    guard let end = find("%]", from: position + 2) else { return false }
    if byte(2) == UInt8(ascii: "#") {
      drop(to: end + 2)
      return true
    }
    let name = name(from: position + 2).text
    return HidingWord.conditions.contains(name) || HidingWord.toolkitBlocks.contains(name) ? ask(.condition) : false
  }
}
