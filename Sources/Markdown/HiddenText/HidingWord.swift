/// The names of tags, by what becomes of the text that they enclose.
enum HidingWord {
  /// Liquid's, Jinja's and Twig's tags that show nothing of what they enclose where it stands.
  static let hiding: Set<String> = ["comment", "doc", "capture", "macro", "schema", "javascript", "stylesheet"]
  /// What they enclose is shown as it is, whatever it looks like.
  static let showing: Set<String> = ["raw", "verbatim", "highlight", "codeblock", "code", "prism"]
  /// What they enclose, or what follows them, is shown to some only, or at some times.
  static let conditions: Set<String> = [
    "if", "unless", "case", "when", "else", "elsif", "elif", "elseif", "endif", "endunless", "endcase", "ifchanged",
    "endifchanged", "switch", "endswitch", "tablerow", "endtablerow",
  ]
  /// Go's.
  static let goConditions: Set<String> = ["if", "else", "end", "with", "range", "define", "block"]
  /// Parts of the names of custom tags, shortcodes and elements that could mean "hide this".
  private static let parts = [
    "hid", "private", "secret", "draft", "member", "paywall", "unlisted", "encrypt", "embargo",
  ]

  /// Whether a custom tag, shortcode or element could show what it encloses to some only.
  static func isSuspect(_ name: String) -> Bool {
    let name = name.lowercased()
    if ["coment", "commnet", "commment", "comemnt", "commet"].contains(name) { return true }
    if name.hasPrefix("if") || name.hasPrefix("unless") { return name != "iframe" }
    return parts.contains { name.contains($0) }
  }

  /// Whether a tag ends text that is hidden. Where one stands alone, its beginning is misspelt.
  static func endsHidden(_ name: String) -> Bool { name.hasPrefix("end") && hiding.contains(String(name.dropFirst(3))) }

  /// Whether attributes, as kramdown, Pandoc or Goldmark write them in braces, hide the block that they belong to.
  static func hides(attributes: String) -> Bool {
    let words = attributes.lowercased().split { " \t".contains($0) }
    let classes: Set<Substring> = [
      ".hidden", ".d-none", ".hide", ".invisible", ".is-hidden", ".content-hidden", ".draft",
    ]
    if words.contains(where: { $0 == "hidden" || $0.hasPrefix("hidden=") || classes.contains($0) }) { return true }
    let joined = words.joined()
    return joined.contains("display:none") || joined.contains("visibility:hidden")
      || joined.split(separator: ".").dropFirst(joined.hasPrefix(".") ? 0 : 1).contains { classes.contains("." + $0) }
  }
}
