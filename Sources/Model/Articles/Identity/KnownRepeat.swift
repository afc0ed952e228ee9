/// A file that was reported as a copy of an article, for as long as its bytes are unchanged and the article exists.
///
/// The article may be edited afterwards: then only this record shows that the file is a copy of its former content.
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

  /// Nil for the stamp of any other file.
  package init?(stamp: String) {
    let parts = stamp.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[0] == Self.word, let bits = UInt64(parts[1]) else { return nil }
    self.init(bytes: Fingerprint(bits: bits), article: Article.ID(String(parts[2])))
  }
}
