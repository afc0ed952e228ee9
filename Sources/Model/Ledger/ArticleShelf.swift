/// What was gathered, so that a run reads only what changed.
package protocol ArticleShelf: AnyObject {
  /// The mark left by the last complete gathering of `source`; equal marks mean that nothing changed.
  func mark(of source: String) throws -> String?

  /// The files of `source` as last read: path → stamp, empty for one that must be read again.
  func stamps(of source: String) throws -> [String: String]

  /// Which file each article came from, without reading the articles.
  func places() throws -> [ShelvedPlace]

  /// The sources that have articles on the shelf.
  func sourcesOfArticles() throws -> Set<String>

  /// Puts what was read on the shelf and takes away what is gone.
  func apply(_ changes: ShelfChanges) throws

  /// Grows whenever an article or an asset is other than it was: what tells publishing that there is something to do.
  func shelfEdition() throws -> Int

  /// Every article, embargoed ones too, in no particular order.
  func articles() throws -> [Article]

  /// Every article without its body, embargoed ones too, newest first.
  func shelvedArticles() throws -> [ShelvedArticle]

  /// Those named, in that order; one that is not there is left out.
  func articles(_ ids: [Article.ID]) throws -> [Article]

  /// Those published after `instant`, and those named.
  func articles(publishedAfter instant: Instant, or ids: Set<Article.ID>) throws -> [Article]

  func article(_ id: Article.ID) throws -> Article?

  /// The first instant after `now` at which an embargo ends or an article expires; nil if none does.
  func nextTurn(after now: Instant) throws -> Instant?

  /// What is wrong with the files as last read.
  func findings() throws -> [ShelvedFinding]
  /// Remembers that the operator was told.
  func setReported(_ findings: [Finding], at now: Instant) throws
}

/// Where an article on the shelf came from.
package struct ShelvedPlace: Hashable, Sendable {
  package let id: Article.ID
  package let page: String
  package let source: String
  package let path: String

  package init(id: Article.ID, page: String, source: String, path: String) {
    (self.id, self.page, self.source, self.path) = (id, page, source, path)
  }
}

/// A finding, and when the operator was last told of it.
package struct ShelvedFinding: Hashable, Sendable {
  package let finding: Finding
  package let reported: Instant?

  package init(finding: Finding, reported: Instant?) { (self.finding, self.reported) = (finding, reported) }
}

/// The difference between a source as it is and as it was last read.
package struct ShelfChanges: Sendable {
  /// One file that was read.
  package struct Read: Sendable {
    package let path: String
    /// Nil if the file must be read again next time (it changed in this very moment).
    package let stamp: String?
    /// Nil for a draft or a file with a fault.
    package let article: Article?
    package let findings: [Finding]

    package init(path: String, stamp: String?, article: Article?, findings: [Finding]) {
      (self.path, self.stamp, self.article, self.findings) = (path, stamp, article, findings)
    }
  }

  package let source: String
  /// The mark to leave; nil if the next run must look again.
  package let mark: String?
  /// Stands for the assets as they are now.
  package let assets: String
  package let read: [Read]
  /// Paths that are gone.
  package let gone: [String]

  package init(source: String, mark: String?, assets: String = "", read: [Read], gone: [String]) {
    (self.source, self.mark, self.assets, self.read, self.gone) = (source, mark, assets, read, gone)
  }
}
