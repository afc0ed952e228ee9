internal import Languages
package import Model
package import Presentation
package import Templates
internal import Text

/// The pages that lead to everything else: the front page, the feeds, the past issues.
extension PageRenderer {
  /// The front page (index.html).
  ///
  /// - Parameter articles: all articles or only the newest ones, newest first; ``Room/frontPage`` are shown.
  /// - Parameter topics: the topics to show.
  /// - Parameter issues: newest first; ``Room/frontPageIssues`` are shown.
  package func index(
    articles: [Article], topics: [TopicCount] = [], issues: [IssueSummary]
  ) throws(TemplateError) -> String {
    let description = site.description.isEmpty ? sample(of: articles.map(\.title)) : site.description
    var frame = PageFrame(heading: site.title, description: description, canonical: site.address(PagePath.index))
    frame.place = .newest
    frame.isHeadOfPlace = true
    frame.linkedData = site.linkedData()
    var content = list(articles, limit: Limits.frontPage)
    let lines = articles.prefix(Limits.frontPage).dropFirst(Limits.frontPageCards)
    content["cards"] = .list(articles.prefix(Limits.frontPageCards).map { $0.listed.record(in: site) })
    content["lines"] = .list(lines.map { $0.line(in: site, teaser: Limits.frontPageTeaser) })
    content["has_lines"] = .flag(!lines.isEmpty)
    content.merge(list(issues.prefix(Limits.frontPageIssues))) { $1 }
    content["has_more"] = .flag(articles.count > Limits.frontPage)
    content.merge(list(topics)) { $1 }
    return try render("index.html", frame, content)
  }

  /// The list of all issues (archive-index.html), newest first.
  package func archiveIndex(issues: [IssueSummary]) throws(TemplateError) -> String {
    let items = issues.map { issue in
      (name: site.issueHeading(ofDigest: issue.digest, at: issue.date), url: site.address(issue.folder))
    }
    let frame = frame(.issues, word: "past_issues", items: items)
    var content = list(issues[...])
    let names = digestNames(of: issues)
    content["digests"] = .list(
      names.map { name in
        let title = site.speech.standalone("title", site.title(ofDigest: name))
        return .record(list(issues.filter { $0.digest == name }[...]).merging(title) { $1 })
      })
    content["has_digests"] = .flag(names.count > 1)
    return try render("archive-index.html", frame, content)
  }

  /// The digests of these issues: in the order of the settings, then those no longer in the settings.
  private func digestNames(of issues: [IssueSummary]) -> [String] {
    let known = site.digests.map(\.name)
    let all = Set(issues.map(\.digest))
    return known.filter(all.contains) + all.subtracting(known).sorted()
  }

  /// The links from an issue's page to the newer and the older one (issue-links.html): for ``IssuePage``.
  package func issueLinks(newer: IssueSummary?, older: IssueSummary?) throws(TemplateError) -> String {
    if newer == nil && older == nil { return "" }
    return try render(
      "issue-links.html",
      ["newer": newer?.record(in: site) ?? .absent, "older": older?.record(in: site) ?? .absent])
  }

  /// The lines about an issue's card in the head of its page (page-image.html): for ``IssuePage``.
  ///
  /// - Parameter card: the card drawn for it; without one, the page has the site's image, like all pages.
  package func issueImage(_ card: PagePicture?) throws(TemplateError) -> String {
    let page: TemplateRecord = [
      "image": card?.record ?? surroundings.picture, "card": .text(PagePicture.cardType(card)),
    ]
    return try render("page-image.html", ["page": .record(page)]).trimmed
  }

  /// All ways to follow the site (feeds.html).
  package func feeds() throws(TemplateError) -> String {
    let items = site.publicFeeds.map { (name: $0.title, url: site.address(PagePath.feed($0.name))) }
    // This page is answered by `courant serve`.
    let own = site.web != nil && site.publicFeeds.count > 1 ? site.address("feeds/of/") : nil
    return try render(
      "feeds.html", frame(.feeds, word: "subscribe", items: items), ["own_feed_url": TemplateValue(own)])
  }

  /// The description of a feed, its URLs and its newest articles (feed.html).
  ///
  /// - Parameter articles: newest first; ``Room/feedPage`` are shown.
  package func feedPage(_ feed: Feed, articles: [Article]) throws(TemplateError) -> String {
    let address = site.address(PagePath.feed(feed.name))
    var frame = PageFrame(heading: feed.title, description: feed.description, canonical: address)
    frame.place = .feeds
    frame.about = [feed.name]
    frame.ownFeeds = feed.links(in: site)
    let items = articles.prefix(Limits.feedPage).map { (name: $0.title, url: $0.link) }
    frame.linkedData = site.linkedData(
      ofList: feed.title, at: address, description: feed.description, items: items)
    return try render(
      "feed.html", frame, list(articles, limit: Limits.feedPage).merging(["feed": feed.record(in: site)]) { $1 })
  }
}

extension PageRenderer {
  /// The frame of a page in the menu; its title is a phrase in the site's language.
  ///
  /// - Parameter sample: names for the description, if different from those of the items.
  func frame(
    _ place: PageFrame.Place, word: String, items: [(name: String, url: String)], sample names: [String]? = nil
  ) -> PageFrame {
    let heading = site.speech.framedWord(word)
    let address = site.address(place.path)
    var frame = PageFrame(heading: heading, description: sample(of: names ?? items.map(\.name)), canonical: address)
    frame.place = place
    frame.isHeadOfPlace = true
    frame.linkedData = site.linkedData(ofList: heading, at: address, items: items)
    return frame
  }

  /// Describes a list by its first names; the site's description if the list is empty.
  func sample(of names: [String]) -> String {
    names.isEmpty ? site.description : names.prefix(8).map { site.speech.isolated($0.listed) }.joined(separator: " · ")
  }

  func list(_ articles: some Collection<Article>, limit: Int = .max) -> TemplateRecord {
    ["articles": .list(articles.prefix(limit).map { $0.listed.record(in: site) })]
  }

  func list(_ issues: ArraySlice<IssueSummary>) -> TemplateRecord {
    ["issues": .list(issues.map { $0.record(in: site) }), "has_issues": .flag(!issues.isEmpty)]
  }

  func list(_ topics: [TopicCount]) -> TemplateRecord {
    ["topics": .list(topics.map { $0.record(in: site) }), "has_topics": .flag(!topics.isEmpty)]
  }
}

extension TopicCount {
  func record(in site: Site, formats: [FeedLink] = []) -> TemplateValue {
    let fields: TemplateRecord = [
      "label": .text(topic.label), "heading": .text(topic.heading(in: site.language)), "title": .text(topic.label),
      "slug": .text(topic.slug.text), "url": .text(site.address(PagePath.topic(topic.slug))), "count": .number(count),
      "count_words": site.speech.shown("articles", count), "formats": .list(formats.map(\.record)),
      "main_format": formats.first?.record ?? .absent,
    ]
    let description = site.speech.standalone("description", site.topicDescriptions[topic.slug])
    return .record(fields.merging(description) { $1 })
  }
}
