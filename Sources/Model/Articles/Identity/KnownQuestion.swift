/// A file whose author was asked whether it is an article, for as long as its bytes stay and the article is nowhere else.
///
/// The article may have left the shelf since then, and its text with it.
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

  /// What the ledger keeps in the place of the file's stamp: it equals none, so that the file is read by each run.
  package var stamp: String { "\(Self.word) \(bytes.bits) \(article)\n\(reason)" }

  /// Nil for the stamp of any other file.
  package init?(stamp: String) {
    let lines = stamp.split(separator: "\n", maxSplits: 1)
    let parts = (lines.first ?? "").split(separator: " ", maxSplits: 2)
    guard lines.count == 2, parts.count == 3, parts[0] == Self.word, let bits = UInt64(parts[1]) else { return nil }
    self.init(bytes: Fingerprint(bits: bits), article: Article.ID(String(parts[2])), reason: String(lines[1]))
  }
}
