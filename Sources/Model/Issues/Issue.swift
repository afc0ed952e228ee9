/// The frozen, numbered selection of one slot: for each feed, the ordered articles. It never changes.
package struct Issue: Hashable, Sendable, Codable {
  package let digest: String
  /// 1, 2, 3 … within the digest.
  package let number: Int
  package let slot: Slot
  /// In the digest's order of feeds, after those with pinned articles; only those with news. An article is in the section of each feed it belongs to.
  package let sections: [Section]
  /// Nil if it has none, as issues had before there were any.
  package var intro: Introduction?
  /// Nil if it attaches none, likewise.
  package var attached: IssueAttachments?

  package init(digest: String, number: Int, slot: Slot, sections: [Section]) {
    self.digest = digest
    self.number = number
    self.slot = slot
    self.sections = sections
  }

  package struct Section: Hashable, Sendable, Codable {
    package let feed: Feed.Name
    package let title: String
    /// Pinned ones, then the newest first; at least one.
    package let articles: [Article]

    package init(feed: Feed.Name, title: String, articles: [Article]) {
      self.feed = feed
      self.title = title
      self.articles = articles
    }
  }
}

extension Issue {
  /// The same issue with other articles.
  package func with(_ sections: [Section]) -> Issue {
    var issue = Issue(digest: digest, number: number, slot: slot, sections: sections)
    issue.intro = intro
    issue.attached = attached
    return issue
  }

  /// The sections for readers who follow `feeds`, with each article only in the first section that contains it.
  package func sections(following feeds: [Feed.Name]) -> [Section] {
    let followed = Set(feeds)
    var shown = Set<Article.ID>()
    return sections.filter { followed.contains($0.feed) }.compactMap { section in
      let fresh = section.articles.filter { shown.insert($0.id).inserted }
      return fresh.isEmpty ? nil : Section(feed: section.feed, title: section.title, articles: fresh)
    }
  }

  /// The sets of feeds that these readers' editions cover: each set once, without the empty one.
  package func feedSets(of followings: [Following]) -> [[Feed.Name]] {
    var seen = Set<[Feed.Name]>()
    return followings.map { feeds(of: $0) }.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The feeds with news that this following includes, in the issue's order.
  package func feeds(of following: Following) -> [Feed.Name] { sections.map(\.feed).filter(following.includes) }

  /// Each article once, in the order of first appearance.
  package var articles: [Article] { sections(following: sections.map(\.feed)).flatMap(\.articles) }
}
