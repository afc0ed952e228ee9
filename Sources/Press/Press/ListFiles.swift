internal import Model
internal import Pages
internal import Presentation
internal import Time

/// Pages by topic and by year.
extension PublicView {
  func topicFiles(_ renderer: PageRenderer, _ shelf: TopicShelf) -> [PublicFile] {
    let topics = shelf.entries.map(\.counted)
    let feeds = Dictionary(
      catalogue.topicFeeds.map { ($0.folder, $0.links(in: site)) }, uniquingKeysWith: { a, _ in a })
    let index = PublicFile(PagePath.topics.file, "topics", also: topics.map { "\($0.topic.label) \($0.count)" }) { _ in
      bytes(of: try renderer.topics(topics))
    }
    return [index] + shelf.entries.flatMap { pages(of: $0, feeds[$0.topic.slug.folder] ?? [], renderer) }
  }

  private func pages(of entry: TopicShelf.Entry, _ feeds: [FeedLink], _ renderer: PageRenderer) -> [PublicFile] {
    let path = PagePath.topic(entry.topic.slug)
    let topic = entry.counted
    let paging = Paging(count: entry.positions.count, size: PageRenderer.Limits.topicPage)
    return paging.all.map { number, range in
      let articles = entry.positions[range].map { visible[$0] }
      let page = ListPage(number, of: paging)
      let also = [topic.topic.label, "\(topic.count)", page.key] + feeds.map(\.url)
      return PublicFile((number.map(path.page) ?? path).file, "topic", listing: articles, also: also) { _ in
        try renderer.topic(topic, page: page, articles: articles.map(\.article), feeds: feeds)
      }
    }
  }

  func yearFiles(_ renderer: PageRenderer) -> [PublicFile] {
    let runs = yearRuns()
    let years = runs.map { YearCount(year: $0.year, count: $0.range.count) }
    let key = years.map { "\($0.year) \($0.count)" }
    let newest = Array(visible.prefix(PageRenderer.Limits.yearsPage))
    let index = PublicFile(PagePath.articles.file, "years", listing: newest, also: key) { _ in
      bytes(of: try renderer.years(years, newest: newest.map(\.article)))
    }
    return [index] + zip(runs, years).flatMap { pages(of: $1, $0.range, among: years, renderer) }
  }

  private func pages(
    of year: YearCount, _ range: Range<Int>, among years: [YearCount], _ renderer: PageRenderer
  ) -> [PublicFile] {
    let path = PagePath.year(year.year)
    let paging = Paging(count: year.count, size: PageRenderer.Limits.yearPage)
    return paging.all.map { number, part in
      let articles = visible[(range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound)]
      let page = ListPage(number, of: paging)
      let also = ["\(year.year) \(year.count)", page.key] + years.map { "\($0.year)" }
      return PublicFile((number.map(path.page) ?? path).file, "year", listing: Array(articles), also: also) { _ in
        try renderer.year(year, page: page, articles: articles.map(\.article), years: years)
      }
    }
  }

  /// The years of the visible articles, newest first, each with its range in ``visible``.
  func yearRuns() -> [(year: Int, range: Range<Int>)] {
    var runs: [(year: Int, range: Range<Int>)] = []
    for (position, article) in visible.enumerated() {
      let year = site.zone.civil(at: article.article.published).year
      if let last = runs.last, last.year == year {
        runs[runs.count - 1].range = last.range.lowerBound..<(position + 1)
      } else {
        runs.append((year, position..<(position + 1)))
      }
    }
    return runs
  }
}
