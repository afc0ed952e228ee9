internal import Crypto
package import Model

extension Issue {
  /// Made of the digest, the slot and what the articles say, and not of the number: two different issues never share it,
  /// even if a ledger that was lost gave their number before. Its form never changes, for an issue that is frozen again after
  /// a loss must be known for the same.
  package var identity: String {
    var content = "\(digest)\n\(slot.wallTime)"
    for section in sections {
      content += "\n\(section.feed)"
      for article in section.articles {
        let texts = [article.id.text, article.title, article.summary, article.link, article.body]
        content += "\n\(article.published.seconds)\n" + texts.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
      }
    }
    return base32(Array(sha256(content.utf8).prefix(15)))
  }
}
