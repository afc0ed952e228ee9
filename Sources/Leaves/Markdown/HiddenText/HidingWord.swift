internal import XML

/// The names of tags, by their effect on the enclosed text.
enum HidingWord {
  /// Tags of Liquid, Jinja and Twig that do not show the enclosed text in place.
  static let hiding: Set<String> = ["comment", "doc", "capture", "macro", "schema", "javascript", "stylesheet"]
  /// Tags that show the enclosed text unchanged, even if it looks like a mark.
  static let showing: Set<String> = ["raw", "verbatim", "highlight", "codeblock", "code", "prism"]
  /// Tags that show the enclosed or following text only to some readers, or only at some times.
  static let conditions: Set<String> = [
    "if", "unless", "case", "when", "else", "elsif", "elif", "elseif", "endif", "endunless", "endcase", "ifchanged",
    "endifchanged", "switch", "endswitch", "tablerow", "endtablerow",
  ]
  /// Conditions in Go templates.
  static let goConditions: Set<String> = ["if", "else", "end", "with", "range", "define", "block"]
  /// Parts of the names of custom tags, shortcodes and elements that could mean "hide this".
  private static let parts = [
    "hid", "private", "secret", "draft", "member", "paywall", "unlisted", "encrypt", "embargo",
  ]

  /// Whether a custom tag, shortcode or element could show the enclosed text only to some readers.
  static func isSuspect(_ name: String) -> Bool {
    let name = name.lowercased()
    if ["coment", "commnet", "commment", "comemnt", "commet"].contains(name) { return true }
    if name.hasPrefix("if") || name.hasPrefix("unless") { return name != "iframe" }
    // `{{< team-member >}}`, `<TeamMembers>`.
    if name.hasPrefix("team") || name.hasPrefix("board") { return false }
    return names.contains(name) || parts.contains { name.contains($0) } || isSuspect(class: name)
  }

  /// Names that could mean "only for some readers", or "not yet".
  private static let names: Set<String> = [
    "internal", "staff", "wip", "unpublished", "subscribers", "gated", "redacted", "redact", "devonly", "dev-only",
    "dev_only", "staffonly", "subscribersonly", "adminonly", "internalonly", "subscriberonly", "internal-note",
  ]

  /// Whether a name can only mean "hide this", even without an end tag of this name.
  static func isPlain(_ name: String) -> Bool {
    name.hasPrefix("if_") || name.hasPrefix("if-")
      || ["private", "hidden", "hide", "secret", "draft", "members", "paywall", "unlisted", "embargo"].contains(name)
  }

  /// The same for a WordPress shortcode, `[name]` … `[/name]`.
  static func isSuspect(shortcode name: String) -> Bool {
    let parts = [
      "restrict", "protect", "paid", "premium", "subscri", "logged", "login", "visitor", "comment", "access",
    ]
    return isSuspect(name) || parts.contains { name.contains($0) }
  }

  /// Whether a style sheet could hide elements with this class from some readers. In lower case.
  static func isSuspect(class name: String) -> Bool {
    let name = name.hasPrefix("is-") ? String(name.dropFirst(3)) : name
    if suspectClasses.contains(name) { return true }
    guard name.hasSuffix("-only") || name.hasSuffix("_only") else { return false }
    let who = name.dropLast(5)
    return [
      "member", "members", "subscriber", "subscribers", "paid", "paying", "premium", "private", "staff", "admin",
      "internal",
      "editor", "editors", "author", "authors", "draft", "logged-in", "user", "users", "registered",
    ].contains(String(who))
  }

  private static let suspectClasses: Set<String> = [
    "private", "draft", "drafts", "secret", "members", "paywall", "paywalled", "unlisted", "unpublished", "embargo",
    "embargoed", "confidential", "content-hidden", "invisible", "dn", "u-hidden", "js-hidden", "tw-hidden",
  ]

  /// Whether a tag ends hidden text. If it occurs alone, its start tag is misspelt.
  static func endsHidden(_ name: String) -> Bool { name.hasPrefix("end") && hiding.contains(String(name.dropFirst(3))) }

  /// Whether attributes in braces, in the syntax of kramdown, Pandoc or Goldmark, hide the block that they belong to.
  static func hides(attributes: String) -> Bool {
    let words = attributes.lowercased().split { " \t".contains($0) }
    if words.contains(where: { $0 == "hidden" || $0.hasPrefix("hidden=") }) { return true }
    let names = words.filter { $0.hasPrefix(".") || $0.hasPrefix("#") }.flatMap { $0.split(separator: ".") }
    if names.contains(where: { hidingClasses.contains(String($0)) || isSuspect(class: String($0)) }) { return true }
    let joined = words.joined()
    guard let start = joined.firstRange(of: "style=")?.upperBound else { return false }
    let value = joined[start...].drop { "\"'".contains($0) }.prefix { !"\"'".contains($0) }
    let style = InlineStyle(String(value))
    return style.hides || style.conceals
  }

  private static let hidingClasses: Set<String> = [
    "hidden", "d-none", "hide", "invisible", "content-visible",
  ]
}
