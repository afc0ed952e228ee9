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
  private mutating func takeEnclosed(_ opening: StaticString, _ closing: StaticString) -> Bool {
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

// MARK: - Liquid and Jinja

extension HiddenScan {
  private mutating func takeTag() -> Bool {
    let (name, nameEnd) = name(from: position + 2)
    let isSuspect = HidingWord.isSuspect(name) && (HidingWord.isPlain(name) || ends.tags.contains(name))
    let isUnclear = HidingWord.conditions.contains(name) || isSuspect || HidingWord.endsHidden(name)
    guard let close = find("%}", from: nameEnd) else {
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
  private func isSpokenOf(_ words: Range<Int>, ending: String) -> Bool {
    guard isLine else { return false }
    return !words.contains { isNameByte(bytes[$0]) } || !text(words.upperBound..<bytes.count).contains(ending)
  }

  /// Whether a tag continues or ends a condition that was already reported.
  private func goesOn(_ name: String) -> Bool {
    unclear.contains { $0.kind == .condition } && (name.hasPrefix("e") || name == "when")
  }

  /// Copies a tag that does not affect who sees the text.
  private mutating func copyTag(to end: Int) -> Bool {
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
    guard let open = find("{%", from: start), let close = find("%}", from: open), name(from: open + 2).text == "endif"
    else {
      return nil
    }
    return close + 2
  }

  /// The position after the tag that ends the block `name`, which began before `start`. Nested blocks of
  /// the same name are included.
  private mutating func endOfBlock(_ name: String, from start: Int) -> Int? {
    guard !endless.contains(name) else { return nil }
    var (index, depth) = (start, 1)
    while let open = find("{%", from: index), let close = find("%}", from: open + 2) {
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
  private mutating func takeJinjaComment() -> Bool {
    let first = byte(2)
    if " \t\n-~#*".utf8.contains(first) { return takeEnclosed("{#", "#}") }
    if let brace = find("}", from: position + 2), brace > position + 2, bytes[brace - 1] == UInt8(ascii: "#") {
      drop(to: brace + 1)
      return true
    }
    return takeAttributes(from: position + 1)
  }
}

// MARK: - Hugo, Go and Handlebars

extension HiddenScan {
  private mutating func takeOutput() -> Bool {
    var index = position + 2
    while index < bytes.count, " \t\n-~".utf8.contains(bytes[index]) { index += 1 }
    let isHandlebars = index == position + 2 || bytes[index - 1] == UInt8(ascii: "~")
    if isHandlebars, index < bytes.count {
      if starts(with: "!--", at: index) { return takeHandlebarsComment(from: index + 3, "--}}", "--~}}") }
      if bytes[index] == UInt8(ascii: "!") { return takeHandlebarsComment(from: index + 1, "}}", "~}}") }
      if "#^".utf8.contains(bytes[index]) { return ask(.condition) }
    }
    if starts(with: "{{--", at: position), let end = find("--}}", from: position + 4) {
      drop(to: end + 4)
      return true
    }
    if starts(with: "{{<", at: position) { return takeShortcode("{{<", ">}}") }
    if starts(with: "{{%", at: position) { return takeShortcode("{{%", "%}}") }
    if starts(with: "/*", at: index) { return takeGoComment(from: index + 2) }
    guard let close = find("}}", from: index) else { return false }
    let (name, end) = name(from: index)
    let isWord = " \t\n}".utf8.contains(bytes[end])
    let isUnclear = isWord && HidingWord.goConditions.contains(name) && !goesOn(name)
    if isUnclear, !isSpokenOf(end..<close, ending: "end") { return ask(.condition) }
    let isVento = HidingWord.ventoBlocks.contains(name) && !bytes[end..<close].contains(UInt8(ascii: "="))
    if isWord, isVento, find("{{ /", from: close) ?? find("{{/", from: close) != nil { return ask(.condition) }
    if isConditional(bytes[index..<min(close, index + 400)]) { return ask(.condition) }
    // Its content is not an attribute of the text.
    return copyTag(to: position + 2)
  }

  private mutating func takeHandlebarsComment(
    from start: Int, _ closing: StaticString, _ other: StaticString
  ) -> Bool {
    let places = [find(closing, from: start), find(other, from: start)].compactMap(\.self)
    guard let end = places.min(), let close = find("}}", from: end) else { return ask(.neverEnds) }
    drop(to: close + 2)
    return true
  }

  /// `{{ "text" if x }}`, `{{ x ? "text" : "" }}`: it is not evaluated, so it would be published as written.
  private func isConditional(_ words: ArraySlice<UInt8>) -> Bool {
    guard words.contains(where: { "\"'".utf8.contains($0) }) else { return false }
    let text = String(decoding: words, as: UTF8.self)
    return [" if ", " unless ", " ? ", "&&"].contains { text.contains($0) }
  }

  /// `{{/* … */}}`. In Zola this form shows a shortcode: `{{/* youtube(id="x") */}}`.
  private mutating func takeGoComment(from start: Int) -> Bool {
    guard let end = find("*/", from: start), let close = find("}}", from: end) else { return ask(.neverEnds) }
    let (name, nameEnd) = name(from: start)
    if !name.isEmpty, nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: "(") {
      copy(to: close + 2)
    } else {
      drop(to: close + 2)
    }
    return true
  }

  /// `{{< name … >}}`, or the same with `%`. `{{</* name */>}}` shows the shortcode itself.
  private mutating func takeShortcode(_ opening: StaticString, _ closing: StaticString) -> Bool {
    let start = position + 3
    let (name, nameEnd) = name(from: start)
    guard let close = find(closing, from: start) else { return name == "comment" ? ask(.neverEnds) : false }
    if starts(with: "/", at: nameEnd), self.name(from: nameEnd + 1).text == "comment" { return ask(.condition) }
    if name == "highlight" || name == "code", let end = endOfShortcode(name, opening, closing, from: close + 3) {
      passedOver = true
      return copyTag(to: end)
    }
    guard name == "comment" else {
      let isUnclear = HidingWord.isSuspect(name) && (hidesText(nameEnd..<close) || hidesMore(name))
      return isUnclear ? ask(.condition) : copyTag(to: close + 3)
    }
    let isAlone = text(nameEnd..<close).contains("/")
    guard let end = isAlone ? close + 3 : endOfShortcode(name, opening, closing, from: close + 3) else {
      return ask(.neverEnds)
    }
    drop(to: end)
    return true
  }

  /// Whether it may hide text: `{{< membership >}}` shows its own content, but with an end tag it may show the enclosed
  /// text only to some readers.
  private mutating func hidesMore(_ name: String) -> Bool {
    HidingWord.isPlain(name) || ends.shortcodes.contains(name)
  }

  /// Whether the parameters include a string: `{{< private "text" >}}`, not `{{< member level="gold" >}}`.
  private func hidesText(_ parameters: Range<Int>) -> Bool {
    parameters.contains { index in
      "\"`".utf8.contains(bytes[index]) && " \t\n".utf8.contains(bytes[index - 1])
    }
  }

  /// The position after `{{< /name >}}`. Nested shortcodes of the same name are included.
  private mutating func endOfShortcode(
    _ name: String, _ opening: StaticString, _ closing: StaticString, from start: Int
  ) -> Int? {
    guard !endless.contains("/" + name) else { return nil }
    var (index, depth) = (start, 1)
    while let open = find(opening, from: index), let close = find(closing, from: open) {
      let words = text((open + 3)..<close).split { " \t\n".contains($0) }.joined()
      if words == "/" + name { depth -= 1 }
      if words.hasPrefix(name), !words.hasSuffix("/") { depth += 1 }
      if depth == 0 { return close + 3 }
      index = close + 3
    }
    endless.insert("/" + name)
    return nil
  }
}

// MARK: - kramdown

extension HiddenScan {
  /// `{::name … }`, `{::name … /}`, `{:/name}`; any other `{:` begins attributes.
  private mutating func takeKramdown() -> Bool {
    if starts(with: "{:/", at: position) { return takeStrayEnd() }
    guard starts(with: "{::", at: position) else { return takeAttributes(from: position + 2) }
    let (name, nameEnd) = name(from: position + 3)
    guard let close = find("}", from: nameEnd) else { return ask(.neverEnds) }
    let words = text(nameEnd..<close)
    if words.hasSuffix("/") || name == "options" {
      drop(to: close + 1)
      return true
    }
    switch name {
    case "comment": return takeExtension(name, from: close + 1)
    case "nomarkdown" where words.contains("type") && !words.lowercased().contains("html"):
      return takeExtension(name, from: close + 1)
    case "nomarkdown":
      drop(to: close + 1)
      return true
    default: return ask(.condition)
    }
  }

  private mutating func takeExtension(_ name: String, from start: Int) -> Bool {
    var (index, depth) = (start, 1)
    while let open = find("{:", from: index), let close = find("}", from: open) {
      let words = text((open + 2)..<close).split { " \t\n".contains($0) }.joined()
      if words == "/" || words == "/" + name { depth -= 1 }
      if words.hasPrefix(":" + name), !words.hasSuffix("/") { depth += 1 }
      if depth == 0 {
        drop(to: close + 1)
        return true
      }
      index = open + 2
    }
    return ask(.neverEnds)
  }

  /// An end tag whose start tag is missing or misspelt.
  private mutating func takeStrayEnd() -> Bool {
    let (name, end) = name(from: position + 3)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return false }
    if name == "comment" { return ask(.condition) }
    drop(to: end + 1)
    return true
  }

  /// Attributes in braces, which apply to adjacent text: `{: .hidden}`, `{style="display:none"}`.
  mutating func takeAttributes(from start: Int) -> Bool {
    let end = bytes[start...].prefix(400).firstIndex { "\n{}".utf8.contains($0) }
    guard let end, bytes[end] == UInt8(ascii: "}") else { return false }
    let isKramdown = bytes[start - 1] == UInt8(ascii: ":")
    guard isKramdown || belongsToText(until: end) else { return false }
    return HidingWord.hides(attributes: text(start..<end)) ? ask(.condition) : false
  }

  /// Whether the braces are where Pandoc and Goldmark read attributes: at the end of a line, or after a link, code or
  /// emphasis. So `a {display:none}` and `#{hidden}` are plain words.
  private func belongsToText(until end: Int) -> Bool {
    let before = position > 0 ? bytes[position - 1] : 0x0A
    if "#$\\{".utf8.contains(before) { return false }
    if ")]*_`~\u{1A}".utf8.contains(before) { return true }
    return bytes[(end + 1)...].prefix { $0 != 0x0A }.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
