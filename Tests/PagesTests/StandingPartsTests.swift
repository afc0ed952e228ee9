import Model
import Pages
import Presentation
import Templates
import Testing
import Time

/// What pages show about topics, issues and feeds, other than articles.
@Suite struct StandingPartsTests {
  private let site = sampleSite()

  @Test func topicsAreShownInTheOperatorsGroupsAndTheOthersLast() throws {
    let template =
      "{{#groups}}{{title}}:{{#topics}} {{label}} {{count}}{{/topics}}|{{/groups}}{{#has_groups}}grouped{{/has_groups}}"
    let counted = ["ALS", "MS", "pain", "sleep"].map { TopicCount(topic: Topic($0), count: $0.count) }
    func shown(_ groups: [TopicGroup]) throws -> String {
      var site = site
      site.topicGroups = groups
      return try renderer("topics.html", template, on: site).topics(counted)
    }
    let groups = [
      TopicGroup(title: "Living", topics: [Topic("Sleep"), Topic("work")]),
      TopicGroup(title: "Empty", topics: [Topic("none")]),
      TopicGroup(title: "Conditions", topics: [Topic("MS"), Topic("ALS")]),
    ]
    #expect(try shown(groups) == "Living: sleep 5|Conditions: MS 2 ALS 3|Other topics: pain 4|grouped")
    let rest = TopicGroup(title: "All", topics: counted.map(\.topic))
    #expect(try shown([rest]) == "All: ALS 3 MS 2 pain 4 sleep 5|grouped")
    #expect(try shown([]) == "Other topics: ALS 3 MS 2 pain 4 sleep 5|")
  }

  @Test func aTopicsPageHasItsHeadingAndDescription() throws {
    var site = site
    site.topicDescriptions = [TopicSlug("multiple sclerosis"): "Of the nerves."]
    let template = "{{#topic}}{{heading}}, {{label}}: {{description}}{{/topic}}|{{page.title}}|{{page.description}}"
    let topic = TopicCount(topic: Topic("multiple sclerosis"), count: 1)
    let page = try renderer("topic.html", template, on: site)
      .topic(topic, page: ListPage(nil, of: Paging(count: 1, size: 50)), articles: [sampleArticle("a", "A")])
    #expect(
      text(page)
        == "Multiple sclerosis, multiple sclerosis: Of the nerves.|Multiple sclerosis – Research|Of the nerves.")
  }

  @Test func issuesAreListedByDigest() throws {
    var site = site
    site.digests = try ["weekly", "daily"].map { Digest(name: $0, cron: try CronExpression("@daily")) }
    let template =
      "{{#digests}}{{title}}:{{#issues}} {{number}} {{count_words}}{{#titles}}, {{title}}{{/titles}};{{/issues}} {{/digests}}"
      + "{{#has_digests}}several{{/has_digests}}"
    let renderer = try renderer("archive-index.html", template, on: site)
    let issues = [issue("old", 7), issue("daily", 2), issue("weekly", 1, ["A", "B"]), issue("daily", 1)]
    #expect(
      try renderer.archiveIndex(issues: issues)
        == "Weekly: 1 2 articles, A, B; Daily: 2 ; 1 ; Old: 7 ; several")
    #expect(try renderer.archiveIndex(issues: [issues[2]]) == "Weekly: 1 2 articles, A, B; ")
  }

  @Test func aFeedsFirstFormatIsShownAndTheOthersAreFoldedAway() throws {
    let page = try PageRenderer(site: site, templates: TemplateSet()).feedPage(site.feeds[1], articles: [])
    let parts = page.split(separator: /<\/?details>/)
    #expect(parts.count == 3)
    #expect(parts[0].contains("for=\"page:rss\"") && !parts[0].contains("for=\"page:atom\""))
    #expect(parts[1].contains("<summary>Other formats</summary>"))
    #expect(parts[1].contains("for=\"page:atom\"") && parts[1].contains("for=\"page:json\""))
    var site = site
    site.feeds[1].formats = [.json]
    let only = try PageRenderer(site: site, templates: TemplateSet()).feedPage(site.feeds[1], articles: [])
    #expect(only.contains("for=\"page:json\"") && !only.contains("<details>"))
  }

  /// In lists the takeaway has no label; only the first article has one.
  @Test func onlyTheLeadHasALabel() throws {
    let articles = ["a", "b", "c"].map { id in
      var article = sampleArticle(id, id)
      article.summary = "What \(id) found."
      return article
    }
    let page = try PageRenderer(site: site, templates: TemplateSet()).index(articles: articles, issues: [])
    let takeaways = page.matches(of: /<p class="summary">(.*?)<span dir="ltr">(.*?)<\/span>/).map { "\($0.1)\($0.2)" }
    let label = "<span class=\"label\">Key takeaway:</span> "
    #expect(page.matches(of: /<article class="(.*?)">/).map { String($0.1) } == ["card lead", "card", "card"])
    #expect(takeaways == [label + "What a found.", "What b found.", "What c found."])
  }

  /// A site's own card is also that of the lead.
  @Test func anOwnCardIsUsedForAllArticles() throws {
    let page = try renderer("article-card.html", "[{{title}}]", on: site)
      .index(articles: [sampleArticle("a", "A"), sampleArticle("b", "B")], issues: [])
    #expect(page.matches(of: /\[[AB]\]/).map { String($0.output) } == ["[A]", "[B]"])
  }

  @Test(arguments: [
    ("Neurology", "N"), ("„ärzte heute“", "Ä"), ("أخبار", "أ"), ("日本", "日"), ("ßtraße", "ß"), ("🧠", "🧠"), ("<b>", "B"),
    ("&", "&"), ("42", "4"),
  ])
  func theIconIsTheFirstLetterOfTheTitle(_ title: String, _ letter: String) throws {
    #expect(SiteIcon.letter(of: title) == letter)
    var site = site
    site.title = title
    let icon = SiteIcon(site, PageStyle(try TemplateSet())).svg
    #expect(icon.contains(">\(letter == "&" ? "&amp;" : letter)</text>"))
  }

  @Test func theIconHasTheColoursOfTheSitesOwnStyle() throws {
    func colours(_ style: String) throws -> [String] {
      let own: [TemplateSet.File] = [("style.css", "style.css", style)]
      let icon = SiteIcon(site, PageStyle(try TemplateSet(overrides: own))).svg
      return icon.matches(of: /fill: ([^ ]*)/).map { String($0.1) }
    }
    #expect(try colours(":root { --accent: #123456; --card:#fff}") == ["#123456", "#fff", "#123456", "#fff"])
    #expect(try colours("a { color: red }") == ["#0d5853", "#fffdf9", "#8ccfc4", "#1c1d1b"])
    #expect(try colours(PageStyle(TemplateSet()).text) == ["#0d5853", "#fffdf9", "#8ccfc4", "#1c1d1b"])
    #expect(try colours("--accent: url(x)\"</style>; --accent: #aabbcc; }").first == "#aabbcc")
  }

  private func issue(_ digest: String, _ number: Int, _ titles: [String] = []) -> IssueSummary {
    var issue = IssueSummary(
      digest: digest, number: number, date: Instant(rfc3339: "2026-11-23T07:00:00Z")!, subject: "S",
      path: "archive/\(digest)/\(number)/")
    issue.titles = titles
    issue.count = titles.count
    return issue
  }

  private func renderer(_ name: String, _ text: String, on site: Site) throws -> PageRenderer {
    PageRenderer(site: site, templates: try TemplateSet(overrides: [(name, "templates/" + name, text)]))
  }
}
