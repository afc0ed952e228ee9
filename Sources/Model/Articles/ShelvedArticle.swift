package import Time

/// An article as shown in lists, without its body: enough to choose, sort and relate articles, and to compute what a
/// file under `public/` depends on.
///
/// A class, so that it is shared, not copied: it is in many lists at once.
package final class ShelvedArticle: Sendable {
  /// Its body is empty; ``ArticleShelf/articles(_:)`` returns articles to be rendered in full.
  package let article: Article
  /// Fingerprint of everything in ``article``; changes with any part of it.
  package let outline: Fingerprint
  /// Fingerprint of the article and its body.
  package let content: Fingerprint

  package init(article: Article, outline: Fingerprint, content: Fingerprint) {
    self.article = article
    self.outline = outline
    self.content = content
  }

  package var id: Article.ID { article.id }

  /// The same as it may be shown at `now`: see ``Article/shown(at:)``. Its fingerprints change when the change comes.
  package func shown(at now: Instant) -> ShelvedArticle {
    guard article.isDatedAhead(at: now) else { return self }
    return ShelvedArticle(
      article: article.shown(at: now), outline: outline.ofWhatIsAhead, content: content.ofWhatIsAhead)
  }
}

extension ShelvedArticle: Equatable {
  package static func == (a: ShelvedArticle, b: ShelvedArticle) -> Bool {
    (a.article, a.outline, a.content) == (b.article, b.outline, b.content)
  }
}

/// Represents a value that may change: 64 bits of a SHA-256, so that equal fingerprints mean equal values.
package struct Fingerprint: Hashable, Sendable {
  package let bits: UInt64

  package init(bits: UInt64) { self.bits = bits }

  /// - Parameter digest: a hash of at least eight bytes.
  package init(digest: [UInt8]) { bits = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// Of an article whose change has not come.
  fileprivate var ofWhatIsAhead: Fingerprint { Fingerprint(bits: ~bits) }
}

extension Feed {
  /// The feed's articles among `visible`, in the same order. Not cut to `limit`.
  package func articles(of visible: [ShelvedArticle]) -> [ShelvedArticle] {
    visible.filter { topics.matches($0.article.topics) }
  }
}
