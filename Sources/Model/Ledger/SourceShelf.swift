package import Time

/// What gathering remembers of sources, so that a run reads only what changed.
package protocol SourceShelf: AnyObject, Sendable {
  /// The mark left by the last complete gathering of `source`; equal marks mean that nothing changed.
  func mark(of source: String) throws -> String?

  /// The files of `source` as last read: path → stamp, empty for one that must be read again.
  func stamps(of source: String) throws -> [ExactText: String]

  /// Every article that is or was on the shelf, with what it is known by.
  func knownArticles() throws -> [KnownArticle]

  /// The images and documents beside the articles of a source, as last listed, in the order of their paths; nil if they
  /// were never recorded.
  func assets(of source: String) throws -> [ShelvedAsset]?

  /// By source: its folder as last listed, relative to the site folder.
  func foldersOfSources() throws -> [String: String]

  /// The sources that have articles or assets on the shelf.
  func sourcesOfArticles() throws -> Set<String>

  /// Remembers that a source is there: what is found in it for the first time by a later run arrived later.
  func begin(source: String) throws

  /// Puts what was read on the shelf and takes away what is gone, for several sources in one step: an article may move
  /// from one to another.
  func apply(_ changes: [ShelfChanges]) throws

  /// The articles that stay published though their files are gone.
  func losses() throws -> [HeldLoss]

  /// Lets the next run withdraw what a source has lost. Returns how many articles that are.
  func release(lossesOf source: String, at now: Instant) throws -> Int
}

/// What is wrong with the files, and what the operator was told of it.
package protocol FindingBook: AnyObject, Sendable {
  /// What is wrong with the files as last read.
  func findings() throws -> [ShelvedFinding]

  /// Remembers that the operator was told.
  func setReported(_ findings: [Finding], at now: Instant) throws

  /// How many faults ``findings()`` has.
  func faultCount() throws -> Int
}

extension SourceShelf {
  package func apply(_ changes: ShelfChanges) throws { try apply([changes]) }
}

/// An article that stays published though its file is gone, until the operator lets it go.
package struct HeldLoss: Hashable, Sendable {
  package let place: FilePlace
  package let since: Instant
  /// When the operator let it go; nil if it waits.
  package let released: Instant?

  package init(place: FilePlace, since: Instant, released: Instant?) {
    self.place = place
    self.since = since
    self.released = released
  }
}

/// An image or a document beside the articles of a source.
package struct ShelvedAsset: Hashable, Sendable {
  /// Relative to the site folder.
  package let path: String
  /// In bytes.
  package let size: Int64
  /// Other whenever the file is.
  package let stamp: String

  package init(path: String, size: Int64, stamp: String) {
    self.path = path
    self.size = size
    self.stamp = stamp
  }
}

/// Where an article on the shelf came from.
package struct ShelvedPlace: Hashable, Sendable {
  package let id: Article.ID
  package let page: String
  package let source: String
  package let path: String

  package init(id: Article.ID, page: String, source: String, path: String) {
    self.id = id
    self.page = page
    self.source = source
    self.path = path
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
    /// What the article's first path called it; nil if that is what its path calls it now.
    package let name: String?
    /// Fingerprint of the file's bytes, if they are known.
    package let bytes: Fingerprint?

    package init(
      path: String, stamp: String?, article: Article?, findings: [Finding], name: String? = nil,
      bytes: Fingerprint? = nil
    ) {
      self.path = path
      self.stamp = stamp
      self.article = article
      self.findings = findings
      self.name = name
      self.bytes = bytes
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
  /// Files that cannot be read now, with what is wrong: their articles stay, and the files are read again next time.
  package var unread: [String: [Finding]] = [:]
  /// Relative to the site folder; nil if it is as before.
  package var folder: String?
  /// The assets themselves; nil if they are not to be recorded.
  package var assetFiles: [ShelvedAsset]?
  /// Paths of articles that stay though their files are gone.
  package var held: [String] = []
  /// The moment of the run: when what is new arrived.
  package var now: Instant?

  package init(source: String, mark: String?, assets: String = "", read: [Read], gone: [String]) {
    self.source = source
    self.mark = mark
    self.assets = assets
    self.read = read
    self.gone = gone
  }
}
