/// Marks that begin with a brace.
extension HiddenScan {
  mutating func takeBrace() -> Bool {
    guard position + 1 < bytes.count, !isEscaped else { return false }
    switch byte(1) {
    case UInt8(ascii: "%"): return takeTag()
    case UInt8(ascii: "#"): return isSvelte ? ask(.condition) : takeJinjaComment()
    case UInt8(ascii: "*"): return takeSmartyComment()
    case UInt8(ascii: ">"): return takeEnclosed("{>>", "<<}")
    case UInt8(ascii: "!"): return takeEnclosed("{!--", "--}") || takeExpression()
    case UInt8(ascii: "{"): return takeOutput()
    case UInt8(ascii: ":"): return takeKramdown()
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "~"): return takeChange()
    default: return takeExpression() || takeAttributes(from: position + 1)
    }
  }

  /// `{* … *}` of Smarty and Latte; `{*x*}` is emphasis in braces.
  private mutating func takeSmartyComment() -> Bool {
    guard position + 2 < bytes.count, " \t\n".utf8.contains(byte(2)), find("*}", from: position) != nil
    else {
      return false
    }
    return takeEnclosed("{*", "*}")
  }

  /// CriticMarkup's deletions, insertions and replacements. Which version readers should see is unknown.
  private mutating func takeChange() -> Bool {
    let isChange =
      hasEnd("{--", "--}") || hasEnd("{++", "++}") || hasEnd("{~~", "~~}")
    return isChange ? ask(.condition) : false
  }

  private mutating func hasEnd(_ opening: StaticString, _ closing: StaticString) -> Bool {
    starts(with: opening, at: position) && find(closing, from: position + 4) != nil
  }

  /// A JSX expression: a comment `{ /* … */ }`, or text under a condition: `{isMember && 'text'}`,
  /// `{a ? <b>x</b> : ''}`.
  private mutating func takeExpression() -> Bool {
    var index = position + 1
    while index < bytes.count, " \t\n".utf8.contains(bytes[index]) { index += 1 }
    if starts(with: "/*", at: index) { return takeScriptComment(from: index + 2, isClose: index == position + 1) }
    let words = bytes[index..<min(index + 300, bytes.count)].prefix { !"{}".utf8.contains($0) }
    guard let first = words.first, isLetter(first) || "!(_$".utf8.contains(first) else { return false }
    if index == position + 1, isSmartyBlock(from: index) { return ask(.condition) }
    let line = words.prefix { $0 != 0x0A }
    // `{isDev` at the end of a line continues on the next one; so does `{draft &&`.
    let goesOn = line.allSatisfy { isNameByte($0) || " .!&|?()".utf8.contains($0) } && line.count { $0 == 0x20 } < 3
    return hasCondition(goesOn ? words : line) ? ask(.condition) : false
  }

  /// `{if $x}` … `{/if}`.
  private mutating func isSmartyBlock(from start: Int) -> Bool {
    let (name, end) = name(from: start)
    guard HidingWord.smartyBlocks.contains(name), end < bytes.count, " \t}".utf8.contains(bytes[end]) else {
      return false
    }
    return find("{/", from: end) != nil
  }

  /// `&&`, `||`, `??` or `?` before a string, an element or an opening bracket.
  private func hasCondition(_ words: ArraySlice<UInt8>) -> Bool {
    var sign: UInt8 = 0
    for byte in words {
      if "\"'`<(".utf8.contains(byte), "&|?".utf8.contains(sign) { return true }
      if !" \t\n".utf8.contains(byte) { sign = byte }
    }
    return false
  }

  /// - Parameter isClose: whether the comment directly follows the brace. Otherwise this may be
  ///   a rule in a style sheet.
  private mutating func takeScriptComment(from start: Int, isClose: Bool) -> Bool {
    guard let end = find("*/", from: start) else { return isClose ? ask(.neverEnds) : false }
    var close = end + 2
    while close < bytes.count, " \t\n".utf8.contains(bytes[close]) { close += 1 }
    guard close < bytes.count, bytes[close] == UInt8(ascii: "}") else { return isClose ? ask(.condition) : false }
    drop(to: close + 1)
    return true
  }

  /// `{#if x}`; `{#if-you-can}` is the id of a heading.
  private var isSvelte: Bool {
    starts(with: "{#if ", at: position) || starts(with: "{#each ", at: position)
      || starts(with: "{#await ", at: position)
  }

  /// Leaves out everything from `opening`, which must be here, to `closing`.
  mutating func takeEnclosed(_ opening: StaticString, _ closing: StaticString) -> Bool {
    guard starts(with: opening, at: position) else { return false }
    let start = position + opening.utf8CodeUnitCount
    // In YAML, ` #}` begins a comment, so a title may have lost the end.
    guard let end = find(closing, from: start) else { return ask(isLine ? .condition : .neverEnds) }
    // A nested comment ends at the first closing mark, although the author may have meant the last one.
    if let inner = find(opening, from: start), inner < end { return ask(.condition) }
    drop(to: end + closing.utf8CodeUnitCount)
    return true
  }
}
