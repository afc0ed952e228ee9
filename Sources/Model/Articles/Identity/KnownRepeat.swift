/// A file that was reported as a copy of an article, for as long as its bytes stay and the article is there.
///
/// The article may be edited afterwards: then only this tells that the file is a copy of what it was.
package struct KnownRepeat: Hashable, Sendable {
  package let bytes: Fingerprint
  package let article: Article.ID

  package init(bytes: Fingerprint, article: Article.ID) {
    self.bytes = bytes
    self.article = article
  }

  private static let word = "repeats"

  /// What the ledger keeps in the place of the file's stamp: it equals none, so that the file is read by each run.
  package var stamp: String { "\(Self.word) \(bytes.bits) \(article)" }

  /// Nil for the stamp of any other file.
  package init?(stamp: String) {
    let parts = stamp.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[0] == Self.word, let bits = UInt64(parts[1]) else { return nil }
    self.init(bytes: Fingerprint(bits: bits), article: Article.ID(String(parts[2])))
  }
}
