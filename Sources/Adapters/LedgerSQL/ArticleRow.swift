internal import Cryptography
internal import Model

/// An article as stored in its table.
struct ArticleRow {
  let article: Article
  /// Everything but the body, as JSON: see ``ArticleHead``.
  let head: String
  let topics: String
  let outline: Int64
  let content: Int64

  init(_ article: Article) {
    self.article = article
    head = ArticleHead.text(article)
    topics = Self.text(article.topics)
    let hash = sha256(head.utf8)
    outline = Fingerprint(digest: hash).column
    content = Fingerprint(digest: sha256(hash + Array(article.body.utf8))).column
  }

  static func text(_ topics: [Topic]) -> String { topics.map(\.label).joined(separator: "\u{1F}") }

  static func topics(_ text: String) -> [Topic] { text.split(separator: "\u{1F}").map { Topic(String($0)) } }
}

extension Fingerprint {
  /// The bits as a signed integer, because SQL has no unsigned ones.
  var column: Int64 { Int64(bitPattern: bits) }

  init(column: Int64) { self.init(bits: UInt64(bitPattern: column)) }
}
