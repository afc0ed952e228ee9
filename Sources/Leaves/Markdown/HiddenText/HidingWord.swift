internal import XML

/// The names of tags, by their effect on the enclosed text.
enum HidingWord {
  /// Tags of Liquid, Jinja and Twig whose enclosed text is not shown where it is written.
  static let hiding: Set<String> = [
    "comment", "doc", "capture", "macro", "schema", "javascript", "stylesheet", "content_for", "contentfor",
  ]
  /// Tags whose enclosed text is shown exactly as written.
  static let showing: Set<String> = ["raw", "verbatim", "highlight", "codeblock", "code", "prism"]
  /// Tags that show the enclosed or following text only to some readers, or only at some times.
  static let conditions: Set<String> = [
    "if", "unless", "case", "when", "else", "elsif", "elif", "elseif", "endif", "endunless", "endcase", "ifchanged",
    "endifchanged", "switch", "endswitch", "tablerow", "endtablerow",
  ]
  /// Conditions in Go templates.
  static let goConditions: Set<String> = ["if", "else", "end", "with", "range", "define", "block"]
  /// Blade's conditions, which may be followed by a test in brackets.
  static let bladeConditions: Set<String> = [
    "if", "elseif", "unless", "isset", "empty", "switch", "foreach", "forelse", "for", "while", "can", "cannot",
    "canany",
    "env", "hassection", "sectionmissing", "session", "error", "guest", "auth", "production", "role", "hasrole",
    "feature",
  ]
  /// Tags of Blade and others whose enclosed text is shown where it is written.
  static let bladeBlocks: Set<String> = ["verbatim", "component", "slot", "markdown", "fragment", "code", "uml"]
  /// Conditions of Angular, Razor and similar: `@if (x) { … }`.
  static let braceConditions: Set<String> = ["if", "else", "switch", "for", "foreach", "while", "defer", "unless"]
  static let velocityConditions: Set<String> = ["if", "elseif", "foreach", "macro", "define"]
  static let toolkitBlocks: Set<String> = ["foreach", "while", "block", "end", "wrapper", "macro", "perl"]
  /// Blocks of Smarty, Latte and ExpressionEngine: `{if x}` … `{/if}`.
  static let smartyBlocks: Set<String> = [
    "if", "elseif", "else", "ifset", "foreach", "for", "while", "section", "switch", "unless", "capture", "function",
  ]
  /// Blocks of Vento that are shown elsewhere, or not at all: `{{ set x }}` … `{{ /set }}`.
  static let ventoBlocks: Set<String> = ["set", "export", "function", "capture"]
  /// Directives of Sphinx, MyST and Quarto that show the enclosed text only to some readers, or to none.
  static let directives: Set<String> = [
    "only", "ifconfig", "comment", "content-visible", "todo", "ifslides", "ifnotslides",
  ]
  /// Whether a fence of MyST, R Markdown or Quarto shows its content only to some readers, or to none:
  /// ```` ```{only} draft ````.
  ///
  /// - Parameter info: the text after the fence.
  static func hides(directive info: String, _ content: String) -> Bool {
    let info = info.lowercased()
    guard info.hasPrefix("{") else { return false }
    let words = info.split { " \t{}(),".contains($0) }.map(String.init)
    if let name = words.first, directives.contains(name) || isSuspect(name) { return true }
    let options = content.split(separator: "\n").prefix {
      $0.hasPrefix(":") || $0.hasPrefix("#|") || $0.hasPrefix("%%|")
    }
    return ([info] + options.map { $0.lowercased() }).contains { option in
      let plain = option.filter { $0 != " " }
      return [
        "include=false", "echo=false", "include:false", "echo:false", "remove-cell", "remove-input", "remove_cell",
      ]
      .contains { plain.contains($0) }
    }
  }

  /// Elements of template languages: `<c:if test="x">`.
  static let elementConditions: Set<String> = [
    "if", "when", "unless", "choose", "otherwise", "case", "switch", "else", "ifnot", "conditional",
  ]
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

  /// Names that could mean "only for some readers" or "not yet".
  private static let names: Set<String> = [
    "internal", "staff", "wip", "unpublished", "subscribers", "gated", "redacted", "redact", "devonly", "dev-only",
    "dev_only", "staffonly", "subscribersonly", "adminonly", "internalonly", "subscriberonly", "internal-note",
    "cfif", "cfswitch", "cfsilent",
  ]

  /// Whether a name can only mean "hide this", even without an end tag.
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

  /// Whether a style sheet could hide elements with this class from some readers. The name is in lower case.
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

  /// Whether attributes in braces, in the syntax of kramdown, Pandoc or Goldmark, hide their block.
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
