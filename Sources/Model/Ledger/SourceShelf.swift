package import Time

/// What gathering records about sources, so that a run reads only changed files.
package protocol SourceShelf: AnyObject, Sendable {
  /// A fingerprint of the last complete gathering of `source`; while it is unchanged, so is the source.
  func listingKey(of source: String) throws -> String?

  /// The files of `source` as last read, with their stamps; an empty stamp means that the file must be read again.
  func stamps(of source: String) throws -> [ExactText: String]

  /// The same for some of the files.
  func stamps(of source: String, at paths: [String]) throws -> [ExactText: String]

  /// Whether a file of `source` is to be read again whenever another one changes: its stamp does not begin with `key`, or it waits for
  /// another file.
  func hasUnsettledFiles(of source: String, key: String) throws -> Bool

  /// Every article that is or was on the shelf, with its traits.
  func knownArticles() throws -> [KnownArticle]

  /// Of those on the shelf, the articles of these files and all that have another name than their paths give; and every article
  /// that is not on the shelf.
  func knownArticles(in files: [FilePlace]) throws -> [KnownArticle]

  /// The files whose articles are on the shelf with this page or this id.
  func places(ofPage page: String, or id: Article.ID) throws -> [FilePlace]

  /// The assets of a source as last listed, sorted by path; nil if they were never recorded.
  func assets(of source: String) throws -> [ShelvedAsset]?

  /// The assets that each file of a source names, as recorded, by its path; only for files that name any.
  func mentions(of source: String) throws -> [String: String]

  /// The assets that the file of each of these articles names; only for those that name any.
  func mentions(of articles: Set<Article.ID>) throws -> [Article.ID: String]

  /// The folder of each source as last listed, relative to the site folder.
  func foldersOfSources() throws -> [String: String]

  /// The sources that have articles or assets on the shelf.
  func sourcesOfArticles() throws -> Set<String>

  /// Records that a source exists: articles first found in it by a later run count as having arrived later.
  func begin(source: String) throws

  /// Shelves what was read and removes what is gone, for several sources in one transaction, because an
  /// article may move between them.
  func apply(_ changes: [ShelfChanges]) throws

  /// Articles that stay published although their files are gone.
  func losses() throws -> [HeldLoss]

  /// Lets the next run withdraw the articles that a source has lost. Returns their number.
  func release(lossesOf source: String, at now: Instant) throws -> Int
}

/// The problems in the files, and when each was last reported.
package protocol FindingBook: AnyObject, Sendable {
  /// The problems in the files as last read.
  func findings() throws -> [ShelvedFinding]

  /// Records that the findings were reported.
  func setReported(_ findings: [Finding], at now: Instant) throws

  /// The number of faults in ``findings()``.
  func faultCount() throws -> Int
}

/// An article that stays published although its file is gone, until the operator releases it.
package struct HeldLoss: Hashable, Sendable {
  package let place: FilePlace
  package let since: Instant
  /// When the operator released it; nil if it still waits.
  package let released: Instant?

  package init(place: FilePlace, since: Instant, released: Instant?) {
    self.place = place
    self.since = since
    self.released = released
  }
}

/// An image or document next to the articles of a source.
package struct ShelvedAsset: Hashable, Sendable {
  /// Relative to the site folder.
  package let path: String
  /// In bytes.
  package let size: Int64
  /// Changes whenever the file changes.
  package let stamp: String

  package init(path: String, size: Int64, stamp: String) {
    self.path = path
    self.size = size
    self.stamp = stamp
  }
}

/// The file that an article on the shelf came from.
package struct ShelvedPlace: Hashable, Sendable {
  package let id: Article.ID
  package let source: String
  package let path: String

  package init(id: Article.ID, source: String, path: String) {
    self.id = id
    self.source = source
    self.path = path
  }
}

/// A finding, and when it was last reported.
package struct ShelvedFinding: Hashable, Sendable {
  package let finding: Finding
  package let reported: Instant?

  package init(finding: Finding, reported: Instant?) {
    self.finding = finding
    self.reported = reported
  }
}

/// The differences between a source now and as last read.
package struct ShelfChanges: Sendable {
  /// A file that was read.
  package struct Read: Sendable {
    package let path: String
    /// Nil if the file must be read again next time, because it changed just now.
    package let stamp: String?
    /// Nil for a draft or a file with a fault.
    package let article: Article?
    package let findings: [Finding]
    /// The article's name from the path of its first file; nil if its current path gives the same name.
    package var name: String?
    /// Fingerprint of the file's bytes; nil if unknown.
    package var bytes: Fingerprint?
    /// The assets that it names, as text; empty if it names none.
    package var mentions = ""
    /// Keys, as in ``ItemKey/link(_:)``, that a feed may use for the article.
    package var keys: [String] = []

    package init(path: String, stamp: String?, article: Article?, findings: [Finding]) {
      self.path = path
      self.stamp = stamp
      self.article = article
      self.findings = findings
    }
  }

  package let source: String
  /// The fingerprint to record; nil if the next run must gather the source again.
  package let listingKey: String?
  /// Fingerprint of the current assets.
  package let assets: String
  package let read: [Read]
  /// Paths that are gone.
  package let gone: [String]
  /// Files that cannot be read at present, with the problems. Their articles stay, and the next run reads them again.
  package var unread: [String: [Finding]] = [:]
  /// Relative to the site folder; nil if unchanged.
  package var folder: String?
  /// The assets themselves; nil if they are not recorded.
  package var assetFiles: [ShelvedAsset]?
  /// Paths of articles that stay although their files are gone.
  package var held: [String] = []
  /// The moment of the run, at which new articles arrived.
  package var now: Instant?

  package init(source: String, listingKey: String?, assets: String = "", read: [Read], gone: [String]) {
    self.source = source
    self.listingKey = listingKey
    self.assets = assets
    self.read = read
    self.gone = gone
  }
}
