/// One of a feed's documents, with its articles and its place among the archives.
package struct FeedDocument: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The document that feed readers poll. `previous`: the newest full archive document.
    case subscription(previous: Int?)
    /// An archive document. If it is not full, it is the last one.
    case archive(Int, isFull: Bool)
  }

  package let kind: Kind
  /// Newest first.
  package let articles: [Article]
  /// Withdrawn articles that would otherwise be in the document, newest withdrawal first.
  package let withdrawals: [Withdrawal]

  package init(_ kind: Kind, articles: [Article], withdrawals: [Withdrawal] = []) {
    self.kind = kind
    self.articles = articles
    self.withdrawals = withdrawals
  }
}

extension FeedDocument.Kind {
  /// The archive document before this one.
  package var previous: Int? {
    switch self {
    case .subscription(let previous): previous
    case .archive(let number, _): number > 1 ? number - 1 : nil
    }
  }

  package var next: Int? {
    if case .archive(let number, isFull: true) = self { number + 1 } else { nil }
  }

  package var isArchive: Bool { if case .archive = self { true } else { false } }

  /// Whether nothing will be added to it.
  package var isFull: Bool { if case .archive(_, isFull: true) = self { true } else { false } }
}

extension Feed {
  /// The path of a document under `public/`: `feeds/NAME/rss.xml`, `feeds/NAME/archive/3/rss.xml`.
  package func path(_ format: Format, _ kind: FeedDocument.Kind) -> String {
    guard case .archive(let number, _) = kind else { return path(format) }
    return path(format, archive: number)
  }

  package func path(_ format: Format, archive number: Int) -> String { "\(folder)archive/\(number)/\(format.fileName)" }
}
