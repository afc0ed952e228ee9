internal import Cryptography
internal import Model
internal import Time

/// The parts of the ledger that a fetch reads.
typealias UpstreamLedger = SourceBook & SourceShelf & ArticleShelf & SlotBook

/// The ledger's records of a source's items, for ``ItemIdentity``.
final class UpstreamItems: RecordedItems {
  private let source: String
  private let ledger: any UpstreamLedger
  /// The article that the item at a position would be.
  private let article: (Int) -> Article

  init(of source: String, on ledger: any UpstreamLedger, article: @escaping (Int) -> Article) {
    self.source = source
    self.ledger = ledger
    self.article = article
  }

  func aliases(_ keys: [String]) throws -> [ItemAlias] { try ledger.aliases(keys, of: source) }

  func title(of id: Article.ID) throws -> String? {
    try ledger.items([id]).first?.title ?? ledger.article(id)?.title
  }

  func likeness(ofItem position: Int, to id: Article.ID) throws -> Double? {
    guard let known = try ledger.article(id) else { return nil }
    return Model.likeness(article(position).comparedText, known.comparedText)
  }
}

extension Article {
  fileprivate var comparedText: String {
    String(decoding: wordBytes(ofHTML: body.isEmpty ? summary : body), as: UTF8.self)
  }
}

/// SHA-256 in base32.
func itemHash(_ text: String) -> String { base32(sha256(text.utf8)) }

extension UpstreamItem {
  /// Changes with anything that its article shows.
  func print(_ settingsKey: String) -> Fingerprint {
    let cited = citation.map { [$0.title, $0.journal, $0.doi, $0.url, $0.published].map { $0 ?? "" } } ?? []
    let parts =
      [settingsKey, title, summary, body, link ?? "", image?.url ?? "", updated?.rfc3339 ?? ""] + authors + [""]
      + categories + [""] + papers + [""] + cited
    return Fingerprint(digest: sha256(parts.joined(separator: "\u{0}").utf8))
  }
}
