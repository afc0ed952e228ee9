/// A tag of a template language, by the characters around it. Two scans read tags, one for what hides text and one for what other programs
/// make of them; both take the characters from here.
enum TemplateTag: CaseIterable {
  /// Hugo's `{{< … >}}`.
  case shortcode
  /// Hugo's `{{% … %}}`, whose content is Markdown.
  case markdownShortcode
  /// `{% … %}` of Liquid, Jinja, Nunjucks, Twig and Tera.
  case statement
  /// `{{ … }}`.
  case output

  static let shortcodes: [TemplateTag] = [.shortcode, .markdownShortcode]

  var opening: StaticString {
    switch self {
    case .shortcode: "{{<"
    case .markdownShortcode: "{{%"
    case .statement: "{%"
    case .output: "{{"
    }
  }

  var closing: StaticString {
    switch self {
    case .shortcode: ">}}"
    case .markdownShortcode: "%}}"
    case .statement: "%}"
    case .output: "}}"
    }
  }

  /// Of each of the two, in bytes.
  var length: Int { opening.utf8CodeUnitCount }

  /// The tag that begins at an index; nil if none does.
  init?(in bytes: [UInt8], at index: Int) {
    guard bytes[index] == UInt8(ascii: "{"),
      let tag = Self.allCases.first(where: { $0.opening.begins(in: bytes, at: index) })
    else { return nil }
    self = tag
  }

  /// The tag that a line begins with.
  init?(beginning line: String) {
    let bytes = Array(line.utf8.prefix(3))
    guard !bytes.isEmpty else { return nil }
    self.init(in: bytes, at: 0)
  }
}

extension StaticString {
  func begins(in bytes: [UInt8], at index: Int) -> Bool {
    guard index + utf8CodeUnitCount <= bytes.count else { return false }
    return withUTF8Buffer { sign in
      sign.indices.allSatisfy { unsafe sign[$0] == bytes[index + $0] }
    }
  }
}
