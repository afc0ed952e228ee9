/// The languages whose articles a feed takes.
package struct LanguageChoice: Hashable, Sendable {
  /// Language ranges in lower case (RFC 4647 §2.1): `pt` includes `pt-BR`.
  private let ranges: Set<String>
  private let siteLanguage: String

  /// - Parameters:
  ///   - tags: BCP 47.
  ///   - siteLanguage: the language of articles that name none.
  package init(_ tags: [String], siteLanguage: String) {
    ranges = Set(tags.map { $0.lowercased() })
    self.siteLanguage = siteLanguage
  }

  /// Basic filtering (RFC 4647 §3.3.1).
  ///
  /// - Parameter language: see ``Article/language``.
  package func takes(_ language: String?) -> Bool {
    let tag = (language ?? siteLanguage).lowercased()
    return ranges.contains { tag == $0 || tag.hasPrefix($0 + "-") }
  }
}
