internal import CCmarkGFM

/// Links to headings by the ids that other programs give them.
extension Node {
  /// Programs agree on the letters and digits of an id, but not on the characters between them: from "Contributors to
  /// 1.31.0", Zola makes `contributors-to-1-31-0` and kramdown `contributors-to-1310`. A link to an id that does not
  /// exist leads to the heading with the same letters and digits, if there is exactly one.
  ///
  /// - Parameter isTarget: whether an id exists in the text, or is valid for another reason.
  func findHeadings(_ headings: Set<String>, unless isTarget: (String) -> Bool) {
    let links = subtree.map(\.node).filter { $0.kind == CMARK_NODE_LINK && $0.url.utf8.first == UInt8(ascii: "#") }
    if links.isEmpty { return }
    var byLetters: [String: String?] = [:]
    for id in headings {
      byLetters.updateValue(byLetters.keys.contains(Self.letters(of: id)) ? nil : id, forKey: Self.letters(of: id))
    }
    for link in links {
      let name = String(link.url.dropFirst())
      guard !headings.contains(name), let heading = byLetters[Self.letters(of: name)] ?? nil, !isTarget(name) else {
        continue
      }
      link.url = "#" + heading
    }
  }

  private static func letters(of id: String) -> String {
    String(
      String.UnicodeScalarView(
        id.lowercased().unicodeScalars.filter {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }))
  }
}
