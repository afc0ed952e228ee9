/// A file reported as a copy of an article. The record holds while the file's bytes are
/// unchanged and the article exists.
///
/// If the article is edited later, only this record shows that the file is a copy of its former content.
package struct KnownRepeat: Hashable, Sendable {
  package let bytes: Fingerprint
  package let article: Article.ID

  package init(bytes: Fingerprint, article: Article.ID) {
    self.bytes = bytes
    self.article = article
  }

  private static let word = "repeats"

  /// Stored in the ledger in place of the file's stamp: it never equals a stamp, so every run reads the file.
  package var stamp: String { "\(Self.word) \(bytes.bits) \(article)" }

  /// Nil for a stamp or any other record.
  package init?(stamp: String) {
    let parts = stamp.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[0] == Self.word, let bits = UInt64(parts[1]) else { return nil }
    self.init(bytes: Fingerprint(bits: bits), article: Article.ID(String(parts[2])))
  }
}
