internal import Gathering
internal import Model
internal import Pages
internal import Presentation
internal import Time

/// Files for programs, and the page for missing ones.
extension PublicView {
  /// `404.html`, and `robots.txt` if the site is at the root of its host and the operator has none.
  func standingFiles(_ renderer: PageRenderer) -> [PublicFile] {
    let notFound = PublicFile("404.html", "404") { _ in bytes(of: try renderer.notFound()) }
    guard site.folder == "/" else { return [notFound] }  // programs look for robots.txt only at the root of a server
    let ours = bytes(of: Robots.text(on: site))
    return [
      notFound,
      PublicFile(
        Robots.path, "robots",
        fetching: { [standing] in
          let found = standing(Robots.path) ?? ours
          return found.starts(with: Robots.firstLine.utf8) ? ours : found
        }),
    ]
  }

  /// The icon of browser tabs, unless the operator has one: named in the settings, or at its path.
  var iconFile: [PublicFile] {
    guard site.look.favicon == nil, site.look.icon == nil else { return [] }
    let icon = SiteIcon(site, PageStyle(templates))
    return [
      PublicFile(
        SiteIcon.path, "icon",
        fetching: { [standing] in
          let found = standing(SiteIcon.path) ?? bytes(of: icon.svg)
          return found.starts(with: SiteIcon.firstLine.utf8) ? bytes(of: icon.svg) : found
        })
    ]
  }

  func sitemapFiles(_ topics: TopicShelf) -> [PublicFile] {
    let sitemap = Sitemap(sitemapEntries(topics), on: site)
    let also = summaries.map(\.path) + pages.pages.map { "\($0.name) \($0.updated?.rfc3339 ?? "")" }
    return sitemap.files.map { file in
      PublicFile(file.path, "sitemap", listing: visible, also: also) { _ in try file.document() }
    }
  }

  /// Articles come first, oldest first. An article that is read elsewhere belongs to another site's list.
  private func sitemapEntries(_ topics: TopicShelf) -> [Sitemap.Entry] {
    var entries: [Sitemap.Entry] = []
    for article in visible.lazy.reversed().map(\.article) where !article.isElsewhere(than: site) {
      entries.append(Sitemap.Entry(url: article.link, changed: article.lastChanged))
    }
    for issue in summaries.reversed() {
      entries.append(Sitemap.Entry(url: site.address(issue.path), changed: issue.date))
    }
    for topic in topics.entries {
      let changed = topic.positions.map { visible[$0].article.lastChanged }.max()
      entries.append(Sitemap.Entry(url: site.address(PagePath.topic(topic.topic.slug)), changed: changed))
    }
    for (year, range) in yearRuns().reversed() {
      let changed = visible[range].map(\.article.lastChanged).max()
      entries.append(Sitemap.Entry(url: site.address(PagePath.year(year)), changed: changed))
    }
    for feed in site.publicFeeds {
      let changed = articles(of: feed).map(\.article.lastChanged).max()
      entries.append(Sitemap.Entry(url: site.address(PagePath.feed(feed.name)), changed: changed))
    }
    for author in AuthorShelf(visible.lazy.map(\.article), on: site).entries {
      let changed = author.positions.map { visible[$0].article.lastChanged }.max()
      entries.append(Sitemap.Entry(url: site.address(PagePath.author(author.author)), changed: changed))
    }
    for page in pages.pages {
      entries.append(Sitemap.Entry(url: site.address(PagePath.standing(page)), changed: page.updated))
    }
    let heads: [PagePath] = [.index, .articles, .topics, .feeds] + (issues.isEmpty ? [] : [.archive])
    let newest = visible.map(\.article.lastChanged).max()
    return entries + heads.map { Sitemap.Entry(url: site.address($0), changed: newest) }
  }
}
