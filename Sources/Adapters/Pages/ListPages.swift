internal import Languages
package import Model
package import Presentation
package import Templates
internal import Time

/// Pages by topic and by year, which together lead to every article.
extension PageRenderer {
  /// All topics (topics.html), in the given order.
  package func topics(_ topics: [TopicCount]) throws(TemplateError) -> String {
    let items = topics.map { (name: $0.topic.label, url: site.address(PagePath.topic($0.topic.slug))) }
    var content = list(topics)
    content["has_groups"] = .flag(!site.topicGroups.isEmpty)
    content["groups"] = .list(
      groups(of: topics).map { group in
        .record(list(group.topics).merging(site.speech.standalone("title", group.title)) { $1 })
      })
    return try render("topics.html", frame(.topics, word: "topics", items: items), content)
  }

  /// The operator's groups that have topics, and the topics in no group.
  private func groups(of topics: [TopicCount]) -> [(title: String, topics: [TopicCount])] {
    var rest = Dictionary(topics.map { ($0.topic, $0) }, uniquingKeysWith: { first, _ in first })
    var groups: [(title: String, topics: [TopicCount])] = []
    for group in site.topicGroups {
      let members = group.topics.compactMap { rest.removeValue(forKey: $0) }
      if !members.isEmpty { groups.append((group.title, members)) }
    }
    let others = topics.filter { rest[$0.topic] != nil }
    if !others.isEmpty { groups.append((site.speech.framedWord("other_topics"), others)) }
    return groups
  }

  /// One page of a topic's articles (topic.html), in UTF-8.
  ///
  /// - Parameter articles: the articles of this page, newest first.
  /// - Parameter feeds: the feed documents of the topic, if any.
  package func topic(
    _ topic: TopicCount, page: ListPage, articles: [Article], feeds: [FeedLink] = []
  ) throws(TemplateError) -> [UInt8] {
    let path = PagePath.topic(topic.topic.slug)
    let description = site.topicDescriptions[topic.topic.slug]
    let heading = topic.topic.heading(in: site.language)
    var frame = frame(path, heading: heading, page: page, articles: articles, description: description)
    frame.place = .topics
    frame.ownFeeds = feeds
    frame.about = topicalFeeds.feeds(about: [topic.topic])
    var content = list(articles)
    content["topic"] = topic.record(in: site, formats: feeds)
    return try bytes("topic.html", frame, content.merging(pager(path, page)) { $1 })
  }

  /// All years with published articles, newest first, and the newest articles (articles.html).
  ///
  /// - Parameter newest: the newest articles; ``Room/yearsPage`` of them are shown.
  package func years(_ years: [YearCount], newest: [Article] = []) throws(TemplateError) -> String {
    let items = years.map { (name: "\($0.year)", url: site.address(PagePath.year($0.year))) }
    let frame = frame(.articles, word: "all_articles", items: items, sample: newest.map(\.title))
    var content = list(years, current: nil)
    content["articles"] = .list(newest.prefix(Limits.yearsPage).map { $0.line(in: site) })
    return try render("articles.html", frame, content)
  }

  /// One page of a year's articles (year.html), in UTF-8.
  ///
  /// - Parameter articles: the articles of this page, newest first.
  /// - Parameter years: all years.
  package func year(
    _ year: YearCount, page: ListPage, articles: [Article], years: [YearCount]
  ) throws(TemplateError) -> [UInt8] {
    let path = PagePath.year(year.year)
    let heading = site.speech.sentence("year_articles", ["year": "\(year.year)"]) ?? ""
    var frame = frame(path, heading: heading, page: page, articles: articles)
    frame.place = .articles
    var content = list(years, current: year.year)
    content["year"] = .number(year.year)
    content["count_words"] = site.speech.shown("articles", year.count)
    content["months"] = .list(months(of: articles))
    return try bytes("year.html", frame, content.merging(pager(path, page)) { $1 })
  }
}

/// The number of a page in a list, and of its neighbours.
package struct ListPage: Hashable, Sendable {
  /// Nil for the newest page.
  package let number: Int?
  fileprivate let newer: Paging.Neighbour?
  fileprivate let older: Int?

  package init(_ number: Int?, of paging: Paging) {
    self.number = number
    newer = paging.newer(than: number)
    older = paging.older(than: number)
  }

  /// Differs between pages that look different.
  package var key: String {
    let newerKey =
      switch newer {
      case nil: -1
      case .newest: 0
      case .numbered(let number): number
      }
    return "\(number ?? 0) \(newerKey) \(older ?? 0)"
  }
}

extension PageRenderer {
  func frame(
    _ path: PagePath, heading: String, page: ListPage, articles: [Article], description: String? = nil
  ) -> PageFrame {
    let number = page.number.flatMap { site.speech.sentence("page_number", ["page_number": "\($0)"]) }
    let heading = number.map { site.speech.isolated(heading) + " – " + $0 } ?? heading
    let address = site.address(path.numbered(page.number))
    let description = description ?? sample(of: articles.map(\.title))
    var frame = PageFrame(heading: heading, description: description, canonical: address)
    frame.linkedData = site.linkedData(
      ofList: heading, at: address, items: articles.map { (name: $0.title, url: $0.link) })
    return frame
  }

  func pager(_ path: PagePath, _ page: ListPage) -> TemplateRecord {
    [
      "has_pager": .flag(page.newer != nil || page.older != nil),
      "newer_url": page.newer.map { .text(site.address(path.numbered($0.number))) } ?? .absent,
      "older_url": page.older.map { .text(site.address(path.numbered($0))) } ?? .absent,
      "page_number": page.number.map { .number($0) } ?? .absent,
    ]
  }

  private func list(_ years: [YearCount], current: Int?) -> TemplateRecord {
    let records = years.map { year in
      TemplateValue.record([
        "year": .number(year.year), "url": .text(site.address(PagePath.year(year.year))),
        "count": .number(year.count), "count_words": site.speech.shown("articles", year.count),
        "is_current": .flag(year.year == current),
      ])
    }
    return ["years": .list(records), "has_years": .flag(!years.isEmpty)]
  }

  /// The articles grouped by month, in the given order.
  private func months(of articles: [Article]) -> [TemplateValue] {
    var months: [(month: Int, lines: [TemplateValue])] = []
    for article in articles {
      let month = site.zone.civil(at: article.published).month
      if months.last?.month != month { months.append((month, [])) }
      months[months.count - 1].lines.append(article.line(in: site))
    }
    return months.map { month, lines in
      .record(["month": site.speech.shown(site.speech.month(month)), "articles": .list(lines)])
    }
  }
}

extension PagePath {
  /// - Parameter number: nil for the newest page of the list.
  fileprivate func numbered(_ number: Int?) -> PagePath { number.map(page) ?? self }
}
