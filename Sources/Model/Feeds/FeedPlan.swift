/// A feed's current documents and the articles in each, derived from its sequence and the visible articles.
package struct FeedPlan: Sendable {
  package struct Document: Hashable, Sendable {
    package let kind: FeedDocument.Kind
    /// Indices in `matching`, newest first.
    package let articles: [Int]
    package let withdrawals: [Withdrawal]

    package init(kind: FeedDocument.Kind, articles: [Int], withdrawals: [Withdrawal]) {
      self.kind = kind
      self.articles = articles
      self.withdrawals = withdrawals
    }
  }

  package let documents: [Document]

  /// - Parameters:
  ///   - matching: the feed's visible articles. Those not in the sequence are left out of the archives.
  ///   - withdrawals: withdrawals from all feeds, newest first.
  package init(_ feed: Feed, sequence: FeedSequence, matching: [Article], withdrawals: [Withdrawal]) {
    let shelf = Shelf(matching: matching, withdrawals: withdrawals)
    let full = sequence.fullCount
    let archives = (full > 0 ? Array(1...full + 1) : []).map { number in
      shelf.document(.archive(number, isFull: number <= full), Set(sequence.archive(number)))
    }
    let newest = shelf.order.prefix(feed.limit)
    let ids = Set(newest.map { matching[$0].id }).union(sequence.unarchived)
    let oldest = newest.count < feed.limit ? nil : newest.last.map { matching[$0].published }
    let recent = Set(sequence.articles).filter { id in
      shelf.withdrawals[id].map { $0.published >= oldest ?? $0.published } ?? false
    }
    documents = [shelf.document(.subscription(previous: full > 0 ? full : nil), ids.union(recent))] + archives
  }
}

/// The articles and withdrawals available for documents, by id.
private struct Shelf {
  /// Indices of all articles, newest first.
  let order: [Int]
  /// The index in ``order`` of each article.
  private let ranks: [Article.ID: Int]
  let withdrawals: [Article.ID: Withdrawal]

  init(matching: [Article], withdrawals: [Withdrawal]) {
    let order = matching.indices.sorted { Article.newestFirst(matching[$0], matching[$1]) }
    self.order = order
    ranks = Dictionary(order.enumerated().map { (matching[$1].id, $0) }, uniquingKeysWith: { a, _ in a })
    self.withdrawals = Dictionary(withdrawals.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
  }

  func document(_ kind: FeedDocument.Kind, _ ids: Set<Article.ID>) -> FeedPlan.Document {
    let gone = ids.compactMap { ranks[$0] == nil ? withdrawals[$0] : nil }
    return FeedPlan.Document(
      kind: kind, articles: ids.compactMap { ranks[$0] }.sorted().map { order[$0] },
      withdrawals: gone.sorted { $0.at != $1.at ? $0.at > $1.at : $0.id < $1.id })
  }
}
