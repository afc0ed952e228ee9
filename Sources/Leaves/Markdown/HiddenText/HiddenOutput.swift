/// Marks of Hugo, Go, Handlebars and Vento: `{{ … }}`.
extension HiddenScan {
  mutating func takeOutput() -> Bool {
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
    if let tag = TemplateTag(in: bytes, at: position), TemplateTag.shortcodes.contains(tag) {
      return takeShortcode(tag)
    }
    if starts(with: "/*", at: index) { return takeGoComment(from: index + 2) }
    guard let close = find(TemplateTag.output.closing, from: index) else { return false }
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
    guard let end = places.min(), let close = find(TemplateTag.output.closing, from: end) else {
      return ask(.neverEnds)
    }
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
    guard let end = find("*/", from: start), let close = find(TemplateTag.output.closing, from: end) else {
      return ask(.neverEnds)
    }
    let (name, nameEnd) = name(from: start)
    if !name.isEmpty, nameEnd < bytes.count, bytes[nameEnd] == UInt8(ascii: "(") {
      copy(to: close + 2)
    } else {
      drop(to: close + 2)
    }
    return true
  }

  /// `{{< name … >}}`, or the same with `%`. `{{</* name */>}}` shows the shortcode itself.
  private mutating func takeShortcode(_ tag: TemplateTag) -> Bool {
    let start = position + 3
    let (name, nameEnd) = name(from: start)
    guard let close = find(tag.closing, from: start) else { return name == "comment" ? ask(.neverEnds) : false }
    if starts(with: "/", at: nameEnd), self.name(from: nameEnd + 1).text == "comment" { return ask(.condition) }
    if name == "highlight" || name == "code", let end = endOfShortcode(name, tag, from: close + 3) {
      passedOver = true
      return copyTag(to: end)
    }
    guard name == "comment" else {
      let isUnclear = HidingWord.isSuspect(name) && (hidesText(nameEnd..<close) || hidesMore(name))
      return isUnclear ? ask(.condition) : copyTag(to: close + 3)
    }
    let isAlone = text(nameEnd..<close).contains("/")
    guard let end = isAlone ? close + 3 : endOfShortcode(name, tag, from: close + 3) else {
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
  private mutating func endOfShortcode(_ name: String, _ tag: TemplateTag, from start: Int) -> Int? {
    guard !endless.contains("/" + name) else { return nil }
    var index = start
    var depth = 1
    while let open = find(tag.opening, from: index), let close = find(tag.closing, from: open) {
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
