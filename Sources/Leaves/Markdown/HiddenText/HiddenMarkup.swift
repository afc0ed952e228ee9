/// Marks that begin with `<`.
extension HiddenScan {
  mutating func takeMarkup() -> Bool {
    if isEscaped { return false }
    if starts(with: "<!--", at: position) { return takeComment() }
    if starts(with: "<#--", at: position), let end = find("-->", from: position) {
      drop(to: end + 3)
      return true
    }
    if position < shownUntil { return false }
    guard position >= templatesShownUntil else { return takeTagOfHTML() }
    // FreeMarker's `<#if x>`.
    if starts(with: "<#", at: position), find("</#", from: position) != nil { return ask(.condition) }
    if starts(with: "<%", at: position) { return takeERB() }
    if starts(with: "<?php", at: position) { return ask(.condition) }
    return takeTagOfHTML()
  }

  private mutating func takeTagOfHTML() -> Bool {
    guard position + 1 < bytes.count, isLetter(byte(1)) else { return false }
    let (name, nameEnd) = name(from: position + 1)
    switch name {
    case "style", "script": return copyElement(name, nameEnd)
    case "template", "noscript", "noembed", "noframes", "comment": return takeElement(name, nameEnd)
    case _ where swallowsRest(name, nameEnd): return ask(.neverEnds)
    case _ where isUnclear(name, nameEnd): return ask(.condition)
    default:
      if let end = ends.end(of: name, from: nameEnd), CodeElement.isCode(name, position..<end, in: bytes) {
        showTemplates(until: end)
      }
      return false
    }
  }

  /// Whether the element hides its content and never ends, so that it would hide the rest of the text.
  private mutating func swallowsRest(_ name: String, _ nameEnd: Int) -> Bool {
    guard nameEnd < bytes.count, " \t\n/>".utf8.contains(bytes[nameEnd]), !Self.endByThemselves.contains(name) else {
      return false
    }
    guard Self.hiddenContent.contains(name) || TagAttributes(in: bytes, from: nameEnd).hide(name) else { return false }
    guard isUnended(name), let close = bytes[nameEnd...].firstIndex(where: { "<>".utf8.contains($0) }) else {
      return false
    }
    return bytes[close] == UInt8(ascii: ">") && bytes[(close + 1)...].contains { !" \t\n".utf8.contains($0) }
  }

  /// Elements whose content is never shown here, regardless of their attributes.
  private static let hiddenContent: Set<String> = [
    "svg", "math", "object", "applet", "canvas", "iframe", "video", "audio", "textarea", "select", "button", "map",
    "title", "datalist", "style", "script",
  ]

  /// Elements without content, and those that end where the next one begins.
  private static let endByThemselves: Set<String> = [
    "img", "input", "br", "hr", "wbr", "area", "base", "col", "embed", "link", "meta", "param", "source", "track",
    "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup", "option", "optgroup",
    "rp", "rt", "rb", "rtc",
  ]

  /// Leaves an empty comment in place of a comment, which may, for example, end a list.
  private mutating func takeComment() -> Bool {
    if starts(with: "<!-- -->", at: position) {
      copy(to: position + 8)
      return true
    }
    // For browsers `<!-->` is a complete comment, but its author meant the beginning of one.
    let isAmbiguous = starts(with: "<!-->", at: position) || starts(with: "<!--->", at: position)
    let ends = [find("-->", from: position + 4).map { $0 + 3 }, find("--!>", from: position + 4).map { $0 + 4 }]
    guard let end = ends.compactMap(\.self).min() else { return ask(.neverEnds) }
    // A nested comment ends at the first closing mark, although the author may have meant the last one.
    let isNested = find("<!--", from: position + 4).map { $0 < end } ?? false
    if isAmbiguous || isNested || isGate { return ask(.condition) }
    write("<!-- -->")
    drop(to: end)
    return true
  }

  /// Skips a style sheet or script: readers never see its text, so it contains no marks. The sanitiser removes it.
  private mutating func copyElement(_ name: String, _ nameEnd: Int) -> Bool {
    guard let end = ends.end(of: name, from: position) else {
      return swallowsRest(name, nameEnd) ? ask(.neverEnds) : false
    }
    passedOver = true
    copy(to: end)
    return true
  }

  private var isGate: Bool {
    // The end of the comment may directly follow the name.
    let words = name(from: position + 4).text.split(separator: "-")
    return Self.gates.contains(words.joined(separator: "-")) || starts(with: "<!--#if", at: position) || isPair
  }

  /// `<!-- private -->` … `<!-- /private -->`, `<!-- draft:start -->`, `<!-- BEGIN PRIVATE -->`.
  private var isPair: Bool {
    let inside = text((position + 4)..<min(position + 60, bytes.count)).lowercased()
    guard let end = inside.firstRange(of: "-->")?.lowerBound else { return false }
    let words = inside[..<end].split { !$0.isLetter }.map(String.init)
    let names = words.filter { !["begin", "start", "only", "end"].contains($0) }
    return names.count == 1 && !inside.hasPrefix(" todo") && Self.names.contains(names[0])
      && (words.count > 1 || hasPairEnd(names[0]))
  }

  private func hasPairEnd(_ name: String) -> Bool {
    let rest = text(position..<bytes.count).lowercased()
    return rest.contains("<!-- /\(name)") || rest.contains("<!--/\(name)") || rest.contains("<!-- end")
  }

  private static let names: Set<String> = [
    "private", "draft", "drafts", "internal", "hidden", "secret", "members", "member", "staff", "wip", "unpublished",
    "paywall", "subscribers", "confidential",
  ]

  /// Comments before text that only some readers see, in Ghost and WordPress.
  private static let gates: Set<String> = [
    "members-only", "member-only", "subscribers-only", "paid-only", "paywall", "kg-gated-block",
  ]

  private mutating func takeERB() -> Bool {
    if starts(with: "<%--", at: position) {
      guard let end = find("--%>", from: position + 4) else { return ask(.neverEnds) }
      drop(to: end + 4)
      return true
    }
    // Mako's blocks.
    if starts(with: "<%doc>", at: position), let end = find("</%doc>", from: position) {
      drop(to: end + 7)
      return true
    }
    if isLetter(byte(2)), find("</%", from: position) != nil { return ask(.condition) }
    guard let end = find("%>", from: position + 2) else { return false }
    let first = bytes[(position + 2)..<end].first { !"-=_ \t\n".utf8.contains($0) }
    if first == UInt8(ascii: "#") {
      drop(to: end + 2)
      return true
    }
    let name = name(from: position + 2).text
    return HidingWord.conditions.contains(name) || name == "end" ? ask(.condition) : false
  }

  /// An element that no browser shows, even if it spans several Markdown blocks.
  private mutating func takeElement(_ name: String, _ nameEnd: Int) -> Bool {
    guard nameEnd < bytes.count, " \t\n>/".utf8.contains(bytes[nameEnd]) else { return false }
    guard let end = ends.end(of: name, from: nameEnd), let close = find(">", from: end) else {
      return name == "comment" ? false : ask(.neverEnds)
    }
    // A nested element ends at the first end tag, although the author may have meant the last one.
    if let inner = ends.beginning(of: name, from: nameEnd), inner < end { return ask(.condition) }
    drop(to: close + 1)
    return true
  }

  /// Whether a program shows the element only to some readers: `<Hidden>`, `<p v-if="…">`,
  /// `<div class="members-only">`.
  private mutating func isUnclear(_ name: String, _ nameEnd: Int) -> Bool {
    if isCondition(prefix: name, nameEnd) { return true }
    // `<draft@example.org>` is an address.
    guard nameEnd < bytes.count, !"@.:".utf8.contains(bytes[nameEnd]) else { return false }
    if HidingWord.isSuspect(name), ends.end(of: name, from: nameEnd) != nil || isAlone(name, nameEnd) { return true }
    if isLine, name == "rp" || name == "dialog", ends.end(of: name, from: nameEnd) != nil { return true }
    guard " \t\n/".utf8.contains(bytes[nameEnd]), !Self.unshown.contains(name) else { return false }
    let attributes = TagAttributes(in: bytes, from: nameEnd)
    let isTeam = ["ul", "ol", "dl"].contains(name) && attributes.hasOnlyClass("members")
    return attributes.couldHide && !isTeam
      || isLine && attributes.hide(name) && ends.end(of: name, from: nameEnd) != nil
  }

  /// `<c:if test="x">`, with any prefix.
  private mutating func isCondition(prefix: String, _ prefixEnd: Int) -> Bool {
    guard starts(with: ":", at: prefixEnd), ends.end(of: prefix, from: prefixEnd) != nil else { return false }
    let name = name(from: prefixEnd + 1).text
    return HidingWord.elementConditions.contains(name) || HidingWord.isSuspect(name)
  }

  /// Elements that the sanitiser always removes, or that contain no text.
  private static let unshown: Set<String> = ["svg", "iframe", "canvas", "object"]

  /// Whether the tag is alone on its line. `<draft-ietf-quic-44>` is a document, and `vector<hidden>` is a type.
  private mutating func isAlone(_ name: String, _ nameEnd: Int) -> Bool {
    guard beginsLine, !name.utf8.contains(where: isDigit) else { return false }
    guard let end = bytes[nameEnd...].prefix(400).firstIndex(of: UInt8(ascii: ">")) else { return false }
    return bytes[(end + 1)...].prefix { $0 != 0x0A }.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
