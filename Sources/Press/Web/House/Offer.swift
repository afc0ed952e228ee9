package import Model
internal import Presentation
package import Time

/// What readers see of each feed and digest before they choose.
package struct Offer: Hashable, Sendable {
  package struct FeedOffer: Hashable, Sendable {
    /// How many articles appeared in the last four weeks.
    package var inFourWeeks = 0
    /// The titles of the newest three.
    package var newest: [String] = []
  }

  package var feeds: [Feed.Name: FeedOffer] = [:]
  /// The URL of each digest's newest issue, if it has one and the site has pages.
  package var lastIssues: [String: String] = [:]

  package init() {}

  /// - Parameter ledger: read only.
  package init(of site: Site, _ ledger: any ArticleShelf & IssueArchive, at now: Instant) throws {
    let recent = now - .seconds(28 * 86_400)
    let articles = try ledger.articles(publishedAfter: now - .seconds(365 * 86_400), or: [])
      .filter { $0.isVisible(at: now) }.sorted { $0.published > $1.published }
    for feed in site.feeds {
      let own = articles.filter { feed.matches($0) }
      feeds[feed.name] = FeedOffer(
        inFourWeeks: own.count { $0.published > recent }, newest: own.prefix(3).map(\.title))
    }
    guard site.hasPages else { return }
    for digest in site.digests {
      guard let issue = try ledger.issues(of: digest.name, limit: 1).first else { continue }
      lastIssues[digest.name] = site.address(PagePath.issue(digest: issue.frozenAs, number: issue.number))
    }
  }
}
