package import Time

/// The files under `public/` that Courant made, and which articles readers have seen there.
package protocol PublicRecord: AnyObject, Sendable {
  /// The files that publishing left or may have left: path → key of the bytes; nil if the bytes are uncertain.
  func publishedFiles() throws -> [String: Fingerprint?]
  /// The paths that follow `path` in byte order, at most `limit` of them.
  func publishedPaths(after path: String, limit: Int) throws -> [String]
  /// Records files that are about to be written; until they are confirmed, their bytes are uncertain.
  func announce(_ paths: [String]) throws
  /// Nil for a file that was never announced.
  func publishedFile(at path: String) throws -> PublishedFile?
  /// Records files that are in place and durable.
  func confirm(_ files: [String: PublishedFile]) throws
  /// Removes files that are gone from the record.
  func forget(_ paths: [String]) throws

  /// The objects that were put into the bucket, by path; empty without a bucket.
  func publicObjects() throws -> [String: PublicObject]
  /// Records objects that are in the bucket.
  func record(_ objects: [String: PublicObject]) throws
  /// Removes objects that are gone, or may be, from the record.
  func forget(objects: [String]) throws

  /// The paths that a command has yet to receive, in order.
  func changes(for listener: PublicListener) throws -> [String]
  /// Records paths that were written or removed. Those that are on record already stay.
  func record(changes: [String], for listener: PublicListener) throws
  func end(changes: [String], for listener: PublicListener) throws

  /// Records which articles are visible at `now`: withdrawals begin for those no longer visible, and end for those
  /// that are back. Called before anything is written, so that no article that readers have seen can vanish
  /// unrecorded.
  func recordAppearances(at now: Instant) throws
  /// The pages that articles had at the last call of ``recordAppearances(at:)`` and have no longer.
  func movedPages() throws -> [Article.ID: String]
  /// Published articles that are no longer visible, newest first; with the same date, by id.
  func withdrawals() throws -> [Withdrawal]
}

/// What is on record about a file under `public/`.
package struct PublishedFile: Hashable, Sendable {
  /// Of everything its bytes depend on; nil while they are uncertain.
  package var key: Fingerprint?
  /// Nil for a file that is made from settings and templates alone, or from the outlines of articles.
  package var cast: Cast?

  /// The articles that appear in a file which contains one in full: with it the file can be made again when only a body changed,
  /// without looking at all articles.
  package struct Cast: Hashable, Sendable {
    /// In the order in which they appear: those of a feed's document, or those related to the article of a page.
    package var articles: [Article.ID]
    /// Those whose withdrawal is announced, in the order in which they appear.
    package var withdrawn: [Article.ID]

    package init(_ articles: [Article.ID], withdrawn: [Article.ID] = []) {
      self.articles = articles
      self.withdrawn = withdrawn
    }
  }

  package init(key: Fingerprint?, cast: Cast? = nil) {
    self.key = key
    self.cast = cast
  }
}

/// An object of a bucket, as it was put there last.
package struct PublicObject: Hashable, Sendable {
  /// As the store returned it.
  package var etag: String
  /// Of the bytes and of the fields that were sent with them.
  package var content: Fingerprint
  /// When a run first found that nothing produces it any more; a later run deletes it.
  package var leaving: Instant?

  package init(etag: String, content: Fingerprint, leaving: Instant? = nil) {
    self.etag = etag
    self.content = content
    self.leaving = leaving
  }
}

/// A command that receives the paths of changed files.
package enum PublicListener: String, CaseIterable, Sendable {
  /// Copies files from `public/` to where readers see them.
  case copy
  /// Makes caches drop them.
  case purge
}
