package import Time

/// An article without its body, as used in lists: sufficient to choose, sort and relate articles, and to compute what a
/// file under `public/` depends on.
///
/// A class, so that the many lists that contain it share it instead of copying it.
package final class ShelvedArticle: Sendable {
  /// Its body is empty; ``ArticleShelf/articles(_:)`` returns complete articles.
  package let article: Article
  /// Fingerprint of ``article``; changes with any part of it.
  package let outline: Fingerprint
  /// Fingerprint of the article and its body.
  package let content: Fingerprint

  package init(article: Article, outline: Fingerprint, content: Fingerprint) {
    self.article = article
    self.outline = outline
    self.content = content
  }

  package var id: Article.ID { article.id }

  /// The article as shown at `now`: see ``Article/shown(at:)``. Its fingerprints change once its change is
  /// no longer in the future.
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

/// Identifies a value that may change: the first 64 bits of a SHA-256, so equal fingerprints mean equal values.
package struct Fingerprint: Hashable, Sendable {
  package let bits: UInt64

  package init(bits: UInt64) { self.bits = bits }

  /// - Parameter digest: a hash of at least eight bytes.
  package init(digest: [UInt8]) { bits = digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// The fingerprint of an article whose date of change is still in the future.
  fileprivate var ofWhatIsAhead: Fingerprint { Fingerprint(bits: ~bits) }
}

extension Feed {
  /// The feed's articles among `visible`, in the same order, without applying `limit`.
  package func articles(of visible: [ShelvedArticle]) -> [ShelvedArticle] {
    visible.filter { matches($0.article) }
  }
}
