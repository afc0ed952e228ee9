internal import Digests
internal import Gathering
package import Model
internal import Pages
internal import Presentation
package import Press
internal import Templates
package import Time

extension Showcase {
  /// Renders everything with sample articles.
  ///
  /// - Parameters:
  ///   - opened: with the theme to show.
  ///   - press: of the same site.
  package init(_ opened: OpenedSite, _ press: PressRun, theme: String?) {
    self.init(of: press.site, theme: theme)
    let witness = DocumentWitness(most: TemplateLimits.most)
    var pages = ShowcasePages(press, opened.templates.witnessed(by: witness))
    pages.add(to: &self)
    ShowcaseMails(press, opened.templates.witnessed(by: witness), witness).add(to: &self)
    let style = PageStyle(opened.templates, hasForms: press.site.web != nil)
    add(file: "site/" + PageStyle.path, Array(style.text.utf8))
    add(file: "site/" + SampleArticle.picturePath, Array(Self.picture.utf8))
    let found =
      opened.warnings.filter { $0.path.hasPrefix("templates/") } + witness.findings.map(Finding.init(warning:))
    warnings = Set(found).sorted().map(\.description)
  }

  /// For pages that are rendered elsewhere.
  package static func articles(of site: Site, at now: Instant) -> [Article] {
    SampleArticle.all(on: site, at: now).map(\.article)
  }

  private static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" width="1200" height="630">
    <rect width="1200" height="630" fill="#7a93a8"/><circle cx="930" cy="170" r="80" fill="#f3e3b5"/>
    <path d="M0 520 330 250 560 450 800 300 1200 560V630H0Z" fill="#3f5a4c"/></svg>

    """
}

/// The pages of a site with sample articles.
struct ShowcasePages {
  private let press: PressRun
  private let site: Site
  private let renderer: PageRenderer
  private let samples: [SampleArticle]
  private let hooks: Result<PageHooks, any Error>

  init(_ press: PressRun, _ templates: TemplateSet) {
    self.press = press
    site = press.site
    renderer = PageRenderer(site: site, templates: templates)
    samples = SampleArticle.all(on: site, at: press.now)
    hooks = Result { try PageHooks(press.site, templates) }
  }

  private var articles: [Article] { samples.map(\.article) }

  mutating func add(to showcase: inout Showcase) {
    if !site.hasPages { return }
    addArticles(to: &showcase)
    addLayouts(to: &showcase)
    addLists(to: &showcase)
    addOthers(to: &showcase)
  }

  private func add(
    _ group: Showcase.Group, _ title: String, _ file: String, to showcase: inout Showcase,
    _ render: () throws -> [UInt8]
  ) {
    showcase.add(group, title, at: "site/" + file) { try hooks.get().inserted(into: render()) }
  }
}

extension ShowcasePages {
  private func addArticles(to showcase: inout Showcase) {
    for (place, sample) in samples.enumerated() {
      let article = sample.article
      let isFirst = place == 0
      let sheet = isFirst ? PagePath.sheet(ofPage: article.page) : nil
      let easy = isFirst ? PagePath.easy(ofPage: article.page) : nil
      let related = isFirst ? Array(articles.dropFirst().prefix(3)) : []
      add(.articles, sample.kind, article.page, to: &showcase) {
        try renderer.bytes(of: article, related: related, below: PagesBelow(sheet: sheet, easy: easy))
      }
      if let sheet {
        add(.articles, "Appointment sheet", sheet.file, to: &showcase) { try renderer.sheet(of: article) }
      }
      if let easy {
        add(.articles, "Easy-to-read version", easy.file, to: &showcase) {
          try renderer.easy(
            article, title: "The same in plain words", body: "<p>Short words.<br>One sentence a line.</p>")
        }
      }
    }
    add(.articles, "Withdrawn", "articles/sample-withdrawn/index.html", to: &showcase) {
      Array(try renderer.withdrawn(topics: articles[0].topics).utf8)
    }
  }

  /// The site's own layouts, except those of pages that are shown anyway.
  private func addLayouts(to showcase: inout Showcase) {
    for name in renderer.layoutNames where !site.standing.contains(where: { $0.layout?.name == name }) {
      var article = articles[0]
      article.layout = name
      add(.articles, "Layout \(name)", "articles/sample-layout-\(name)/index.html", to: &showcase) {
        try renderer.bytes(of: article, related: Array(articles.dropFirst().prefix(3)))
      }
    }
  }

  private func addLists(to showcase: inout Showcase) {
    let year = YearCount(year: site.zone.civil(at: press.now).year, count: articles.count)
    let issues = site.digests.map { summary(of: $0) }
    let renders: [(String, PagePath, () throws -> [UInt8])] = [
      ("Front page", .index, { Array(try renderer.index(articles: articles, topics: topics, issues: issues).utf8) }),
      ("Topics", .topics, { Array(try renderer.topics(topics).utf8) }),
      ("All articles", .articles, { Array(try renderer.years([year], newest: articles).utf8) }),
      ("A year", .year(year.year), { try renderer.year(year, page: wholeList, articles: articles, years: [year]) }),
      ("Past issues", .archive, { Array(try renderer.archiveIndex(issues: issues).utf8) }),
      ("Feeds", .feeds, { Array(try renderer.feeds().utf8) }),
    ]
    for (title, path, render) in renders { add(.lists, title, path.file, to: &showcase, render) }
    addListsOfOne(to: &showcase)
  }

  private var topics: [TopicCount] { TopicShelf(articles, language: site.language).entries.map(\.counted) }

  /// The lists of one topic, feed or author.
  private func addListsOfOne(to showcase: inout Showcase) {
    for topic in topics.prefix(1) {
      add(.lists, "A topic", PagePath.topic(topic.topic.slug).file, to: &showcase) {
        try renderer.topic(topic, page: wholeList, articles: articles)
      }
    }
    for feed in site.publicFeeds {
      add(.lists, "Feed \(feed.title)", PagePath.feed(feed.name).file, to: &showcase) {
        Array(try renderer.feedPage(feed, articles: articles).utf8)
      }
    }
    for author in site.authors.prefix(1) {
      add(.lists, "An author", PagePath.author(author).file, to: &showcase) {
        try renderer.author(author, count: articles.count, page: wholeList, articles: articles)
      }
    }
  }

  private func addOthers(to showcase: inout Showcase) {
    add(.others, "Front page of a new site", "samples/new/index.html", to: &showcase) {
      Array(try renderer.index(articles: [], issues: []).utf8)
    }
    for text in press.standing.texts {
      add(.others, text.page.title, PagePath.standing(text.page).file, to: &showcase) {
        try renderer.standing(text.page, body: text.body)
      }
    }
    for digest in site.digests {
      let path = PagePath.issue(digest: digest.name, number: SampleIssue.number)
      add(.others, "Issue of \(site.title(ofDigest: digest.name))", path.file, to: &showcase) {
        let page = try press.editionRenderer(for: digest).archivePage(of: SampleIssue(digest, press).issue)
        let links = try renderer.issueLinks(newer: nil, older: summary(of: digest))
        return Array(IssuePage.filled(page, links: links, image: try renderer.issueImage(nil)).utf8)
      }
    }
    add(.others, "A feed that has ended", "samples/ended/index.html", to: &showcase) {
      Array(try renderer.ended(feed: "Sample feed").utf8)
    }
    add(.others, "Not found", "404.html", to: &showcase) { Array(try renderer.notFound().utf8) }
  }

  private var wholeList: ListPage { ListPage(nil, of: Paging(count: 1, size: 1)) }

  private func summary(of digest: Digest) -> IssueSummary {
    let path = PagePath.issue(digest: digest.name, number: SampleIssue.number)
    var summary = IssueSummary(
      digest: digest.name, number: SampleIssue.number, date: press.now, subject: articles[0].title, path: path.file)
    summary.count = articles.count
    summary.titles = articles.prefix(IssueSummary.maxTitles).map(\.title)
    return summary
  }
}
