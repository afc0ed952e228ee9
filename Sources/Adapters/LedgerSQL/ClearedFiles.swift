internal import Model

/// Files that were removed and may be recorded again in the same transaction.
struct ClearedFiles {
  struct File {
    let article: ClearedArticle?
    /// The assets that it named; see ``ShelfChanges/Read/mentions``.
    let mentions: String
  }

  var articles: [Article.ID: ClearedArticle] = [:]
  /// Whether any of them names other assets now.
  private(set) var hasOtherMentions = false

  /// - Parameter mentions: the assets that the file names now.
  mutating func add(_ file: File, mentioning mentions: String) {
    if let article = file.article { articles[article.id] = article }
    if file.mentions != mentions { hasOtherMentions = true }
  }
}
