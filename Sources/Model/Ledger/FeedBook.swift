package import Time

/// Which feeds were ever published, and in which order each received its articles. Archives and the documents of ended
/// feeds are made from this.
package protocol FeedBook: AnyObject, Sendable {
  /// Every feed that was ever published, by folder.
  func recordedFeeds() throws -> [RecordedFeed]

  /// The articles of the feed at `folder`, in the order in which they joined it.
  func articles(inFeed folder: String) throws -> [Article.ID]

  /// The position of an article in the feed at `folder`, and how many articles that has; nil if it never joined it.
  func place(of article: Article.ID, inFeed folder: String) throws -> FeedPlace?

  /// Records the current feeds; an ended one resumes. Newcomers get the next positions, in the given order.
  func record(_ feeds: [FeedChange], at now: Instant) throws

  /// Records that these feeds have ended, at `now`; one that had already ended keeps its date.
  func end(_ folders: [String], at now: Instant) throws
}

/// Where an article is in the sequence of a feed.
package struct FeedPlace: Hashable, Sendable {
  /// From 0.
  package let position: Int
  /// Of the whole sequence.
  package let count: Int

  package init(position: Int, count: Int) {
    self.position = position
    self.count = count
  }
}

/// A feed as it was last published.
package struct RecordedFeed: Hashable, Sendable {
  /// ``Feed/folder``.
  package let folder: String
  package let title: String
  package let description: String
  package let formats: [Feed.Format]
  /// How many articles an archive document contains; fixed when the feed began.
  package let archive: Int
  package var ended: Instant?
  /// The folder of the feed that replaced it, if it was renamed.
  package var successor: String?

  package init(folder: String, title: String, description: String, formats: [Feed.Format], archive: Int) {
    self.folder = folder
    self.title = title
    self.description = description
    self.formats = formats
    self.archive = archive
  }
}

/// A feed and the articles that join it.
package struct FeedChange: Hashable, Sendable {
  package let feed: RecordedFeed
  package let newcomers: [Article.ID]

  package init(feed: RecordedFeed, newcomers: [Article.ID]) {
    self.feed = feed
    self.newcomers = newcomers
  }
}
