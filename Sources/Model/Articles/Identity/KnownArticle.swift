/// An article as the ledger remembers it.
package struct KnownArticle: Hashable, Sendable {
  package enum Presence: Hashable, Sendable {
    /// It is on the shelf.
    case shelved
    /// Its file is still there, as a draft or with a fault.
    case hidden
    /// Its file is gone.
    case departed

    /// Grows with what is to be seen of it.
    package var rank: Int {
      switch self {
      case .departed: 0
      case .hidden: 1
      case .shelved: 2
      }
    }
  }

  package let id: Article.ID
  /// What the path of its first file called it: its id unless the author wrote one, and where its page is.
  package var name: String
  /// Whether its file has another name by now, or another article's.
  package var isRenamed: Bool
  /// Relative to `public/`.
  package let page: String
  package var place: FilePlace
  package let presence: Presence
  /// Nil if the ledger is older than this.
  package var traits: ArticleTraits?

  package init(
    id: Article.ID, name: String?, page: String, place: FilePlace, presence: Presence, traits: ArticleTraits?
  ) {
    self.id = id
    self.name = name ?? Self.name(of: id, page: page)
    isRenamed = name != nil
    self.page = page
    self.place = place
    self.presence = presence
    self.traits = traits
  }

  /// An id that is an address says nothing about the page.
  private static func name(of id: Article.ID, page: String) -> String {
    guard id.isAddress else { return id.text }
    return page.split(separator: "/").dropFirst().dropLast().joined(separator: "/")
  }
}

/// An article as a file holds it now.
package struct FoundArticle: Hashable, Sendable {
  package let place: FilePlace
  /// What its path calls it.
  package let name: String
  /// The id that the author wrote; nil if the path is to name it.
  package let writtenID: Article.ID?
  package let traits: ArticleTraits
  /// Whether its text is long enough to be known by it alone.
  package let isLong: Bool

  package init(place: FilePlace, name: String, writtenID: Article.ID?, traits: ArticleTraits, isLong: Bool) {
    self.place = place
    self.name = name
    self.writtenID = writtenID
    self.traits = traits
    self.isLong = isLong
  }
}
