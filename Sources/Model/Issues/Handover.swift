package import Time

/// A change from one digest to another, which decides what the next issue of the new one adds for this reader, and what it
/// leaves out (docs/decisions/0072-moving-between-digests.md).
package struct Handover: Hashable, Sendable {
  /// The number of the new subscription.
  package let subscription: Int64
  /// The feeds of the new digest that the reader follows.
  package let follows: Following
  /// The subscriptions the reader gave up, ordered by number.
  package let formers: [Former]
  /// Owed articles that have not fitted yet.
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
    /// The number in the ledger of the newest issue when the subscription ended; 0 if there was none.
    package let issue: Int64
    /// When the subscription ended.
    package let made: Instant
    /// Whether the new digest has yet to deliver the articles of this subscription's next issue.
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

/// Articles that a reader's subscriptions have delivered, or are about to.
package struct ReceivedArticles: Hashable, Sendable {
  /// Delivered by subscriptions that have ended.
  package var formerly: Set<Article.ID> = []
  /// Delivered by any subscription.
  package var ever: Set<Article.ID> = []

  package init() {}
}

/// The part of an issue that goes to one reader who changed their digest.
package struct HandoverShare: Hashable, Sendable {
  package enum Contents: Hashable, Sendable {
    /// Nothing in the issue is new to them.
    case nothing
    case edition(EditionKey)
  }

  /// The reader as the ledger recorded them when the share was made.
  package let handover: Handover
  package let contents: Contents
  /// Articles added to those of the issue.
  package var added: [Article.ID] = []
  /// Owed articles that did not fit, or are hidden.
  package var rest: [Article.ID] = []
  /// Whether the digest may still include an article that the reader has received: one that is hidden now.
  package var mayRepeat = false

  package init(of handover: Handover, _ contents: Contents) {
    self.handover = handover
    self.contents = contents
  }
}

extension Selection {
  /// The sections of an issue for a reader who changed their digest.
  ///
  /// - Parameters:
  ///   - issue: the issue's sections.
  ///   - received: articles that the reader's other subscriptions delivered.
  ///   - owed: articles to add, oldest first.
  /// - Returns: the sections, the articles added, and the owed articles that did not fit.
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
      let its = followed.indices.filter { followed[$0].matches(article) }
      guard !its.isEmpty else { continue }
      if its.allSatisfy({ chosen[$0].count < digest.maxArticles }) {
        for index in its { chosen[index].append(article) }
        added.append(article.id)
      } else {
        rest.append(article.id)
      }
    }
    return (arranged(followed, chosen), added, rest)
  }
}
