internal import Model

/// The index of the words of articles: every database has its own.
protocol WordIndex: Sendable {
  /// Records the words of the article with this number, replacing earlier ones.
  func put(_ text: SearchableText, as number: Int64, _ db: any SQLConnection) throws

  func remove(_ number: Int64, _ db: any SQLConnection) throws

  /// The ids of articles, best first.
  func articles(matching query: SearchQuery, limit: Int, _ db: any SQLConnection) throws -> [String]
}
