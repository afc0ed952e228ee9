package import Model
package import Time

/// The next issue of a digest, as far as known now.
package struct NextMail: Hashable, Sendable {
  /// How many titles a page shows at most.
  static let most = 12

  package let due: Instant
  private var sections: [Section]

  /// Of the articles, only what pages show.
  private struct Section: Hashable {
    let feed: Feed.Name
    let articles: [Heading]
  }

  private struct Heading: Hashable {
    let article: Article.ID
    let title: String
  }

  /// - Parameter issue: without bodies, and only with articles that may be shown now. Its number is not used.
  package init(_ issue: Issue) {
    due = issue.slot.due
    sections = issue.sections.map { section in
      Section(feed: section.feed, articles: section.articles.map { Heading(article: $0.id, title: $0.title) })
    }
  }

  var withoutNews: NextMail {
    var empty = self
    empty.sections = []
    return empty
  }

  /// The titles, each article once, in the order of the email.
  func titles(following follows: Following) -> [String] {
    var shown = Set<Article.ID>()
    return sections.filter { follows.includes($0.feed) }.flatMap(\.articles)
      .filter { shown.insert($0.article).inserted }.map(\.title)
  }
}
