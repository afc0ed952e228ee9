/// Marks of kramdown: `{:: … }`, and attributes in braces.
extension HiddenScan {
  /// `{::name … }`, `{::name … /}`, `{:/name}`; any other `{:` begins attributes.
  mutating func takeKramdown() -> Bool {
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
    var index = start
    var depth = 1
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
