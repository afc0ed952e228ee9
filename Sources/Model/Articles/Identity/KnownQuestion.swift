/// A file whose author was asked whether it is a known article. The question stays open while the file's bytes are
/// unchanged and the article is found nowhere else.
///
/// The article's text may no longer be recorded, because the article has since left the shelf.
package struct KnownQuestion: Hashable, Sendable {
  package let bytes: Fingerprint
  package let article: Article.ID
  /// See ``Evidence/sentence``.
  package let reason: String

  package init(bytes: Fingerprint, article: Article.ID, reason: String) {
    self.bytes = bytes
    self.article = article
    self.reason = reason
  }

  private static let word = "asks"

  /// Stored in the ledger in place of the file's stamp: it never equals a stamp, so every run reads the file.
  package var stamp: String { "\(Self.word) \(bytes.bits) \(article)\n\(reason)" }

  /// Nil for a stamp or any other record.
  package init?(stamp: String) {
    let lines = stamp.split(separator: "\n", maxSplits: 1)
    let parts = (lines.first ?? "").split(separator: " ", maxSplits: 2)
    guard lines.count == 2, parts.count == 3, parts[0] == Self.word, let bits = UInt64(parts[1]) else { return nil }
    self.init(bytes: Fingerprint(bits: bits), article: Article.ID(String(parts[2])), reason: String(lines[1]))
  }
}
