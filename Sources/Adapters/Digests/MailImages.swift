internal import Text

/// The images in an email's HTML.
enum MailImages {
  /// The URLs, unescaped, of images without `alt`, each once, in order; empty for an image without a URL.
  static func withoutAlt(in html: String) -> [String] {
    var seen = Set<String>()
    return html.replacing(comment, with: "").matches(of: tag).compactMap { match in
      let attributes = attributes(in: match.output.1)
      guard !attributes.contains(where: { $0.name == "alt" }) else { return nil }
      let address = attributes.first { $0.name == "src" }?.value ?? ""
      return seen.insert(address).inserted ? address : nil
    }
  }
}

extension MailImages {
  private static var comment: some RegexComponent { /<!--(?s:.*?)-->/ }

  /// A `>` in quotes does not end the tag.
  private static var tag: Regex<(Substring, Substring)> {
    /<img((?:[\s\/](?:"[^"]*"|'[^']*'|[^"'>])*)?)>/.ignoresCase().matchingSemantics(.unicodeScalar)
  }

  private static func attributes(in tag: Substring) -> [(name: String, value: String)] {
    let attribute = /([^\s\/=>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/.matchingSemantics(.unicodeScalar)
    return tag.matches(of: attribute).map { match in
      let value = match.output.2 ?? match.output.3 ?? match.output.4 ?? ""
      return (match.output.1.lowercased(), unescapedHTML(String(value)))
    }
  }
}
