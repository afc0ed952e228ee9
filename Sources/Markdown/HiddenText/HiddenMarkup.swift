/// What begins with `<`.
extension HiddenScan {
  mutating func takeMarkup() -> Bool {
    if isEscaped { return false }
    if starts(with: "<!--", at: position) { return takeComment() }
    if starts(with: "<%", at: position) { return takeERB() }
    if starts(with: "<?php", at: position) { return ask(.condition) }
    switch name(from: position + 1).text {
    case "style": return copyElement(endingWith: "</style")
    case "script": return copyElement(endingWith: "</script")
    default: return isUnclearElement ? ask(.condition) : false
    }
  }

  /// An empty comment stays in its place: it ends a list, for one.
  private mutating func takeComment() -> Bool {
    // `<!-->` is a whole comment to browsers, and to its author the beginning of one.
    let isAmbiguous = starts(with: "<!-->", at: position) || starts(with: "<!--->", at: position)
    let ends = [find("-->", from: position + 4).map { $0 + 3 }, find("--!>", from: position + 4).map { $0 + 4 }]
    guard let end = ends.compactMap(\.self).min() else { return ask(.neverEnds) }
    // One within another ends with the first end, and the author may have meant the last.
    let isNested = find("<!--", from: position + 4).map { $0 < end } ?? false
    if isAmbiguous || isNested || isGate { return ask(.condition) }
    write("<!-- -->")
    drop(to: end)
    return true
  }

  /// A style sheet or a script: no reader sees its text, so nothing in it is a mark. The sanitiser takes it out.
  private mutating func copyElement(endingWith tag: StaticString) -> Bool {
    guard let end = find(tag, from: position) else { return false }
    copy(to: end)
    return true
  }

  private var isGate: Bool {
    // The name may be followed at once by the end of the comment.
    let words = name(from: position + 4).text.split(separator: "-")
    return Self.gates.contains(words.joined(separator: "-"))
  }

  /// Comments before text that only some readers may see: Ghost's, WordPress's.
  private static let gates: Set<String> = [
    "members-only", "member-only", "subscribers-only", "paid-only", "paywall", "kg-gated-block",
  ]

  private mutating func takeERB() -> Bool {
    guard let end = find("%>", from: position + 2) else { return false }
    if starts(with: "<%#", at: position) || starts(with: "<%--", at: position) {
      drop(to: end + 2)
      return true
    }
    let name = name(from: position + 2).text
    return HidingWord.conditions.contains(name) || name == "end" ? ask(.condition) : false
  }

  /// An element that a program shows to some only: `<Hidden>`, `<p v-if="…">`.
  private var isUnclearElement: Bool {
    let (name, nameEnd) = name(from: position + 1)
    guard position + 1 < bytes.count, isLetter(bytes[position + 1]) else { return false }
    // `<draft@example.org>` is an address.
    if nameEnd < bytes.count, "@.".utf8.contains(bytes[nameEnd]) { return false }
    if HidingWord.isSuspect(name) { return true }
    guard nameEnd < bytes.count, bytes[nameEnd] == 0x20 || bytes[nameEnd] == 0x0A else { return false }
    let attributes = bytes[nameEnd...].prefix(400).prefix { !"<>".utf8.contains($0) }
    guard attributes.contains(UInt8(ascii: "-")) || attributes.contains(UInt8(ascii: "*")) else { return false }
    let words = String(decoding: attributes, as: UTF8.self).lowercased().split { " \t\n".contains($0) }
    return words.contains { word in Self.conditions.contains(String(word.prefix { $0 != "=" })) }
  }

  private static let conditions: Set<String> = [
    "v-if", "v-else", "v-else-if", "v-show", "x-if", "x-show", "ng-if", "ng-show", "ng-hide", "*ngif", "data-if",
  ]
}
