package import Time

/// A reader who changed from one digest to another: what the new one's next issue must add for them, and what it must leave
/// out (docs/decisions/0072-moving-between-digests.md).
package struct Handover: Hashable, Sendable {
  /// The number of the new subscription.
  package let subscription: Int64
  /// The feeds of the new digest that they follow.
  package let follows: Following
  /// The subscriptions that they gave up, in the order of their numbers.
  package let formers: [Former]
  /// Articles that are owed and did not fit so far.
  package let owed: [Article.ID]

  package init(subscription: Int64, follows: Following, formers: [Former], owed: [Article.ID]) {
    self.subscription = subscription
    self.follows = follows
    self.formers = formers
    self.owed = owed
  }

  /// A subscription that was given up.
  package struct Former: Hashable, Sendable {
    /// Its number.
    package let subscription: Int64
    package let digest: String
    package let follows: Following
    /// The number in the ledger of the newest issue when it ended; 0 if there was none.
    package let issue: Int64
    /// When it ended.
    package let made: Instant
    /// Whether no issue of the new digest has brought yet what this one would have brought next.
    package let waits: Bool

    package init(
      subscription: Int64, digest: String, follows: Following, issue: Int64, made: Instant, waits: Bool
    ) {
      self.subscription = subscription
      self.digest = digest
      self.follows = follows
      self.issue = issue
      self.made = made
      self.waits = waits
    }
  }
}

/// The articles that a reader's subscriptions have brought, or are about to.
package struct ReceivedArticles: Hashable, Sendable {
  /// By subscriptions that ended.
  package var formerly: Set<Article.ID> = []
  /// By any.
  package var ever: Set<Article.ID> = []

  package init() {}
}

/// What one reader who changed their digest gets of an issue.
package struct HandoverShare: Hashable, Sendable {
  package enum Contents: Hashable, Sendable {
    /// Nothing of it is new to them.
    case nothing
    case edition(EditionKey)
  }

  /// The reader as the ledger recorded them when the share was made.
  package let handover: Handover
  package let contents: Contents
  /// Articles in it that are not in the issue.
  package var added: [Article.ID] = []
  /// Owed articles that did not fit.
  package var rest: [Article.ID] = []

  package init(of handover: Handover, _ contents: Contents) {
    self.handover = handover
    self.contents = contents
  }
}

extension Selection {
  /// The sections of an issue for a reader who changed their digest.
  ///
  /// - Parameters:
  ///   - issue: its sections.
  ///   - received: what other subscriptions of the reader brought.
  ///   - owed: articles to be added, oldest first.
  /// - Returns: the sections, those articles that were added, and those that did not fit.
  package func sections(
    of issue: Issue, following follows: Following, without received: Set<Article.ID>, adding owed: [Article]
  ) -> (sections: [Issue.Section], added: [Article.ID], rest: [Article.ID]) {
    let followed = feeds.filter { follows.includes($0.name) }
    var chosen = followed.map { feed in
      (issue.sections.first { $0.feed == feed.name }?.articles ?? []).filter { !received.contains($0.id) }
    }
    var added: [Article.ID] = []
    var rest: [Article.ID] = []
    for article in owed {
      let its = followed.indices.filter { followed[$0].topics.matches(article.topics) }
      guard !its.isEmpty else { continue }
      if its.allSatisfy({ chosen[$0].count < digest.maxArticles }) {
        for index in its { chosen[index].append(article) }
        added.append(article.id)
      } else {
        rest.append(article.id)
      }
    }
    let sections = zip(followed, chosen).filter { !$1.isEmpty }
      .map { Issue.Section(feed: $0.name, title: $0.title, articles: $1.sorted(by: Article.newestFirst)) }
    return (sections, added, rest)
  }
}
