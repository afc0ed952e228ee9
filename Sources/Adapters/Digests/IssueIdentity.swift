internal import Cryptography
package import Model
internal import Time

extension Issue {
  /// Computed from the digest, the slot and the articles' content, but not from the number: two different issues never
  /// share an identity, even if a lost ledger used the number before. Its form never changes, so that an issue frozen
  /// again after a loss is recognised as the same.
  package var identity: String {
    var content = "\(digest)\n\(slot.wallTime)"
    for section in sections {
      content += "\n\(section.feed)"
      for article in section.articles {
        let strings = [article.id.text, article.title, article.summary, article.link, article.body]
        content += "\n\(article.published.seconds)\n" + strings.map { "\($0.utf8.count) \($0)" }.joined(separator: "\n")
      }
    }
    if let intro { content += "\n\(intro.html.utf8.count) \(intro.html)" }
    for file in attached?.files ?? [] { content += "\n\(file.name.utf8.count) \(file.name)\n\(file.hash)" }
    return base32(Array(sha256(content.utf8).prefix(15)))
  }
}
