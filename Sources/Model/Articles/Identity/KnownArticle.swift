/// An article as recorded in the ledger.
package struct KnownArticle: Hashable, Sendable {
  package enum Presence: Hashable, Sendable {
    /// It is on the shelf.
    case shelved
    /// Its file still exists, but is a draft or has an error.
    case hidden
    /// Its file is gone.
    case departed

    /// Higher for a more visible article.
    package var rank: Int {
      switch self {
      case .departed: 0
      case .hidden: 1
      case .shelved: 2
      }
    }
  }

  package let id: Article.ID
  /// The name derived from the path of its first file. It determines the page, and the id unless the author set one.
  package var name: String
  /// Whether its file now has a different name, or the article got another name because its own was in use.
  package var isRenamed: Bool
  /// Relative to `public/`.
  package let page: String
  package var place: FilePlace
  package let presence: Presence
  /// Nil if it was recorded before the ledger stored traits.
  package var traits: ArticleTraits?

  package init(id: Article.ID, name: String?, page: String, place: FilePlace, presence: Presence) {
    self.id = id
    self.name = name ?? Self.name(of: id, page: page)
    isRenamed = name != nil
    self.page = page
    self.place = place
    self.presence = presence
  }

  /// An id that is a URI does not determine the page, so the name is derived from the page.
  private static func name(of id: Article.ID, page: String) -> String {
    guard id.isAddress else { return id.text }
    return page.split(separator: "/").dropFirst().dropLast().joined(separator: "/")
  }
}

/// An article as found in a file now.
package struct FoundArticle: Hashable, Sendable {
  package let place: FilePlace
  /// Its name according to its path.
  package let name: String
  /// The id that the author set; nil to use the name from the path.
  package let writtenID: Article.ID?
  package let traits: ArticleTraits
  /// Whether its text is long enough to identify it.
  package let isLong: Bool
  /// Articles that were read at one of the former addresses the author lists.
  package var addressees: [Article.ID] = []

  package init(place: FilePlace, name: String, writtenID: Article.ID?, traits: ArticleTraits, isLong: Bool) {
    self.place = place
    self.name = name
    self.writtenID = writtenID
    self.traits = traits
    self.isLong = isLong
  }
}
