/// What begins with a brace.
extension HiddenScan {
  mutating func takeBrace() -> Bool {
    guard position + 1 < bytes.count else { return false }
    switch bytes[position + 1] {
    case UInt8(ascii: "%"): return takeTag()
    case UInt8(ascii: "#"): return isSvelte ? ask(.condition) : takeJinjaComment()
    case UInt8(ascii: ">"): return takeEnclosed("{>>", "<<}")
    case UInt8(ascii: "{"): return takeOutput()
    case UInt8(ascii: ":"): return isEscaped ? false : takeKramdown()
    case UInt8(ascii: "/"): return takeEnclosed("{/*", "*/}")
    default: return takeAttributes(from: position + 1)
    }
  }

  /// `{#if x}`; `{#if-you-can}` is the id of a heading.
  private var isSvelte: Bool {
    starts(with: "{#if ", at: position) || starts(with: "{#each ", at: position)
      || starts(with: "{#await ", at: position)
  }

  /// Leaves out all from `opening`, which may stand here, to `closing`.
  private mutating func takeEnclosed(_ opening: StaticString, _ closing: StaticString) -> Bool {
    guard starts(with: opening, at: position) else { return false }
    let start = position + opening.utf8CodeUnitCount
    guard let end = find(closing, from: start) else { return ask(.neverEnds) }
    // One within another ends with the first end, and the author may have meant the last.
    if let inner = find(opening, from: start), inner < end { return ask(.condition) }
    drop(to: end + closing.utf8CodeUnitCount)
    return true
  }
}

// MARK: - Liquid and Jinja

extension HiddenScan {
  private mutating func takeTag() -> Bool {
    let (name, nameEnd) = name(from: position + 2)
    let isUnclear =
      HidingWord.conditions.contains(name) || HidingWord.isSuspect(name) || HidingWord.endsHidden(name)
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
      copy(to: end)
      return true
    }
    return isUnclear && !goesOn(name) ? ask(.condition) : copyTag(to: close + 2)
  }

  /// Whether a tag goes on with a condition that was asked about, or ends it.
  private func goesOn(_ name: String) -> Bool {
    unclear.contains { $0.kind == .condition } && (name.hasPrefix("e") || name == "when")
  }

  /// A tag that says nothing of who may see it.
  private mutating func copyTag(to end: Int) -> Bool {
    copy(to: end)
    return true
  }

  private mutating func takeHidden(_ name: String, from start: Int) -> Bool {
    guard let end = endOfBlock(name, from: start) else { return ask(.neverEnds) }
    drop(to: end)
    return true
  }

  /// `{% if false %}` is how text is left out for now.
  private func isFalse(_ words: String) -> Bool {
    ["false", "nil"].contains(words.trimmingPrefix { " \t-".contains($0) }.prefix { !" \t-".contains($0) })
      && words.split(whereSeparator: { " \t\n-".contains($0) }).count == 1
  }

  /// After `{% endif %}`, if nothing but words stands before it.
  private mutating func endOfPlainCondition(from start: Int) -> Int? {
    guard let open = find("{%", from: start), let close = find("%}", from: open), name(from: open + 2).text == "endif"
    else {
      return nil
    }
    return close + 2
  }

  /// After the tag that ends the block `name`, which began before `start`; blocks of this name inside belong to it.
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

  /// `{# … #}`. An attribute such as `{#id}` is none.
  private mutating func takeJinjaComment() -> Bool {
    let first = position + 2 < bytes.count ? bytes[position + 2] : 0x20
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
    if starts(with: "{{!--", at: position) { return takeEnclosed("{{!--", "--}}") }
    if starts(with: "{{!", at: position) { return takeEnclosed("{{!", "}}") }
    if starts(with: "{{#", at: position) || starts(with: "{{^", at: position) { return ask(.condition) }
    if starts(with: "{{<", at: position) { return takeShortcode("{{<", ">}}") }
    if starts(with: "{{%", at: position) { return takeShortcode("{{%", "%}}") }
    var index = position + 2
    while index < bytes.count, " \t\n-~".utf8.contains(bytes[index]) { index += 1 }
    if starts(with: "/*", at: index) { return takeGoComment(from: index + 2) }
    let (name, end) = name(from: index)
    let isWord = end < bytes.count && " \t\n}".utf8.contains(bytes[end])
    return isWord && HidingWord.goConditions.contains(name) && find("}}", from: end) != nil && !goesOn(name)
      ? ask(.condition) : false
  }

  /// `{{/* … */}}`. To Zola, that shows a shortcode: `{{/* youtube(id="x") */}}`.
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

  /// `{{< name … >}}`, also with `%`. `{{</* name */>}}` shows the shortcode itself.
  private mutating func takeShortcode(_ opening: StaticString, _ closing: StaticString) -> Bool {
    let start = position + 3
    let (name, nameEnd) = name(from: start)
    guard let close = find(closing, from: start) else { return name == "comment" ? ask(.neverEnds) : false }
    if starts(with: "/", at: nameEnd), self.name(from: nameEnd + 1).text == "comment" { return ask(.condition) }
    if name != "comment" { return HidingWord.isSuspect(name) ? ask(.condition) : copyTag(to: close + 3) }
    let isAlone = text(nameEnd..<close).contains("/")
    guard let end = isAlone ? close + 3 : endOfShortcode(opening, closing, from: close + 3) else {
      return ask(.neverEnds)
    }
    drop(to: end)
    return true
  }

  /// After `{{< /comment >}}`; comments inside belong to it.
  private mutating func endOfShortcode(_ opening: StaticString, _ closing: StaticString, from start: Int) -> Int? {
    var (index, depth) = (start, 1)
    while let open = find(opening, from: index), let close = find(closing, from: open) {
      let words = text((open + 3)..<close).split { " \t\n".contains($0) }.joined()
      if words == "/comment" { depth -= 1 }
      if words.hasPrefix("comment"), !words.hasSuffix("/") { depth += 1 }
      if depth == 0 { return close + 3 }
      index = close + 3
    }
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

  /// The end of something that did not begin, or began misspelt.
  private mutating func takeStrayEnd() -> Bool {
    let (name, end) = name(from: position + 3)
    guard end < bytes.count, bytes[end] == UInt8(ascii: "}") else { return false }
    if name == "comment" { return ask(.condition) }
    drop(to: end + 1)
    return true
  }

  /// Attributes in braces, which belong to the text beside them: `{: .hidden}`, `{style="display:none"}`.
  mutating func takeAttributes(from start: Int) -> Bool {
    let end = bytes[start...].prefix(400).firstIndex { "\n{}".utf8.contains($0) }
    guard let end, bytes[end] == UInt8(ascii: "}") else { return false }
    return HidingWord.hides(attributes: text(start..<end)) ? ask(.condition) : false
  }
}
