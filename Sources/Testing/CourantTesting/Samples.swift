package import Model
package import Time

/// Small values for tests: the relevant property is an argument, the others have defaults.
extension Article {
  package static func sample(
    _ id: String, _ published: String = "2026-11-20T09:00:00Z", topics: [String] = ["news"], title: String? = nil
  ) -> Article {
    var article = Article(
      id: ID(id), title: title ?? "About \(id)", published: .at(published),
      link: "https://research.example.org/articles/\(id)/", page: "articles/\(id)/index.html")
    article.topics = topics.map { Topic($0) }
    article.summary = "The key takeaway of \(id)."
    article.body = "<p>The body of \(id).</p>\n"
    return article
  }
}

extension Instant {
  /// An RFC 3339 time; traps if it is invalid.
  package static func at(_ text: String) -> Instant {
    guard let instant = Instant(rfc3339: text) else { preconditionFailure("\(text) is not RFC 3339") }
    return instant
  }
}

/// An email address; traps if it is invalid.
package func mailbox(_ text: String) -> EmailAddress {
  guard let address = EmailAddress(text) else { preconditionFailure("\(text) is not an address") }
  return address
}

/// Names of feeds; traps if one is invalid.
package func feeds(_ names: String...) -> [Feed.Name] { names.map { Feed.Name($0)! } }

extension Feed {
  package static func sample(_ name: String, topics: [String]? = nil) -> Feed {
    Feed(
      name: Name(name)!, title: "Feed \(name)", description: "What \(name) holds.",
      topics: TopicRule(anyOf: topics.map { Set($0.map { TopicSlug($0) }) }))
  }
}

extension Digest {
  /// Mondays at seven by default.
  package static func sample(_ name: String = "weekly", cron: String = "0 7 * * MON") -> Digest {
    guard let expression = try? CronExpression(cron) else { preconditionFailure("\(cron) is not a cron line") }
    return Digest(name: name, cron: expression)
  }
}

extension Enrolment {
  package static func confirmed(_ address: String, digest: String = "weekly", follows: String = "*") -> Enrolment {
    Enrolment(address: EmailAddress(address)!, digest: digest, follows: Following(follows)!, status: .confirmed)
  }
}

extension RelatedArticles {
  /// - Parameter shelf: every article of the site, in any order.
  package init(shelf: [Article], notIn issue: Issue, waiting: Set<Article.ID> = []) {
    let sorted = shelf.sorted(by: Article.newestFirst)
    self.init(sorted.map { ArticleTopics($0) }, notIn: issue, waiting: waiting) { ids in
      ids.compactMap { id in sorted.first { $0.id == id } }
    }
  }
}
