import Foundation
import Model
import SiteFolder
import Testing
import Time

struct UpstreamSettingsTests {
  private func upstreams(_ lines: String) throws -> [UpstreamSettings] {
    var files = soundSite
    files["schedule.conf"]? += "\n" + lines
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    return try #require(site).upstreams
  }

  @Test func aFeedNeedsOnlyItsURL() throws {
    let url = "https://journal.example.org/feed?format=rss&x=%20"
    let read = try upstreams("[sources.journal]\nurl = \"\(url)\"")
    #expect(read == [UpstreamSettings(name: "journal", kind: .feed, url: url)])
  }

  @Test func everyKeyOfAFeedIsRead() throws {
    let read = try upstreams(
      """
      [sources.journal]
      url = "https://journal.example.org/feed"
      kind = "feed"
      topics = ["multiple sclerosis"]
      topic_map = { "Neuro-immunology" = "immunology" }
      topics_from = "known"
      split_categories = true
      only = ["title: multiple  scleros*", "link: /ms/"]
      not = "topic: corrections"
      content = "none"
      new_source = "all"
      every = "1d"
      date_format = "day first"
      time_zone = "Europe/Paris"
      updates = "ignore"
      future = "embargo"
      user_agent = "Gazette/1 (+https://gazette.example.org)"
      user = "ann"
      password_file = "secrets/journal"
      ca_file = "ca.pem"
      allow_private = true
      allow_http_downgrade = true
      proxy = "http://proxy.example.org:3128"
      max_new = 5
      mirror = true
      keep_ids = true
      title = "The Journal"
      """)
    var expected = UpstreamSettings(name: "journal", kind: .feed, url: "https://journal.example.org/feed")
    expected.topics = ["multiple sclerosis"]
    expected.topicMap = [TopicSlug("neuro immunology"): Topic("immunology")]
    expected.topicsFrom = .known
    expected.splitsCategories = true
    expected.only = [ItemRule(field: .title, words: "multiple scleros*"), ItemRule(field: .link, words: "/ms/")]
    expected.not = [ItemRule(field: .topic, words: "corrections")]
    expected.content = .none
    expected.firstNews = .all
    expected.every = .seconds(86_400)
    expected.readsUSDates = false
    expected.zone = try #require(Zone("Europe/Paris"))
    expected.updates = .ignore
    expected.future = .embargo
    expected.userAgent = "Gazette/1 (+https://gazette.example.org)"
    expected.user = "ann"
    expected.passwordFile = "secrets/journal"
    expected.caFile = "ca.pem"
    expected.allowsPrivate = true
    expected.allowsDowngrade = true
    expected.proxy = "http://proxy.example.org:3128"
    expected.maxNew = 5
    expected.isMirror = true
    expected.keepsIDs = true
    expected.title = "The Journal"
    #expect(read == [expected])
  }

  @Test(arguments: [
    (
      "kind = \"pubmed\"\nquery = \"als[majr]\"", UpstreamSettings.Kind.pubmed(query: "als[majr]"),
      "https://eutils.ncbi.nlm.nih.gov/entrez/eutils"
    ),
    ("kind = \"biorxiv\"", .preprints(server: "biorxiv", category: nil), "https://api.biorxiv.org"),
    (
      "kind = \"medrxiv\"\ncategory = \"neurology\"", .preprints(server: "medrxiv", category: "neurology"),
      "https://api.biorxiv.org"
    ),
    (
      "kind = \"biorxiv\"\nserver = \"medrxiv\"", .preprints(server: "medrxiv", category: nil),
      "https://api.biorxiv.org"
    ),
    (
      "kind = \"crossref\"\nfilter = \"issn:1476-5381\"\nurl = \"http://127.0.0.1:8080/\"",
      .crossref(filter: "issn:1476-5381"), "http://127.0.0.1:8080"
    ),
    ("kind = \"arxiv\"\ncategory = \"q-bio.NC+cs\"", .arxiv, "https://rss.arxiv.org/rss/q-bio.NC+cs"),
    ("kind = \"arxiv\"\nurl = \"https://mirror.example.org/rss/\"", .arxiv, "https://mirror.example.org/rss/"),
  ])
  func scholarlySourcesKnowTheirInterfaceAndAreShownInSummary(
    lines: String, kind: UpstreamSettings.Kind, url: String
  ) throws {
    var expected = UpstreamSettings(name: "papers", kind: kind, url: url)
    expected.content = .summary
    #expect(try upstreams("[sources.papers]\n" + lines) == [expected])
  }

  @Test func aPageHasSelectors() throws {
    let read = try upstreams(
      """
      [sources.lab]
      url = "https://lab.example.org/news"
      kind = "page"
      heuristics = true
      [sources.lab.page]
      items = "main article"
      link = "h2 a"
      title = "h2"
      date = "time@datetime"
      body = ".entry-content"
      remove = ".share, .related"
      [sources.map]
      url = "https://lab.example.org/sitemap.xml"
      kind = "sitemap"
      """)
    var selectors = PageSelectors()
    selectors.items = "main article"
    selectors.link = "h2 a"
    selectors.title = "h2"
    selectors.date = "time@datetime"
    selectors.body = ".entry-content"
    selectors.remove = ".share, .related"
    var page = UpstreamSettings(name: "lab", kind: .page(selectors), url: "https://lab.example.org/news")
    page.guessesBodies = true
    let map = UpstreamSettings(
      name: "map", kind: .sitemap(PageSelectors()), url: "https://lab.example.org/sitemap.xml")
    #expect(read == [page, map])
  }

  @Test func foldersAndUpstreamsMayBeCombined() throws {
    var files = soundSite
    files["schedule.conf"]? += """

      [sources.a]
      folder = "a"
      exclude = ["_index.md", "drafts/**"]
      link = "https://a.example:8080/:year/:slug/"
      generator = "hugo"
      [sources.b]
      url = "https://b.example.org/feed"
      """
    let site = try #require(try withSite(files) { SiteReader(folder: $0).read().site })
    var folder = SourceSettings(name: "a", folder: "a")
    folder.exclude = ["_index.md", "drafts/**"]
    folder.link = "https://a.example:8080/:year/:slug/"
    folder.generator = .hugo
    #expect(site.sources == [folder])
    #expect(site.upstreams.map(\.name) == ["b"])
  }
}

/// The files that `password_file` and `key_file` of a source name.
struct UpstreamSecretTests {
  private func source() -> UpstreamSettings {
    var source = UpstreamSettings(name: "a", kind: .pubmed(query: "als"), url: "https://a.example")
    source.user = "ann"
    source.passwordFile = "secret"
    source.keyFile = "secret"
    return source
  }

  private func read(
    _ content: String?, mode: Int = 0o600, _ read: (UpstreamSettings, String) throws -> String?
  ) throws -> String? {
    try withSite(content.map { ["secret": $0] } ?? [:]) { folder in
      if content != nil {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/secret")
      }
      return try read(source(), folder)
    }
  }

  private func credentials(_ content: String?, mode: Int = 0o600) throws -> String? {
    try read(content, mode: mode) { try $0.credentials(in: $1) }
  }

  private func key(_ content: String?, mode: Int = 0o600) throws -> String? {
    try read(content, mode: mode) { try $0.interfaceKey(in: $1) }
  }

  @Test func theLineIsThePasswordOrTheKey() throws {
    #expect(try credentials("pass: word\r\n") == "ann:pass: word")
    #expect(try key("abc\n") == "abc")
  }

  @Test func aSourceWithoutSecretsReadsNoFile() throws {
    let source = UpstreamSettings(name: "a", kind: .feed, url: "https://a.example")
    let credentials = try source.credentials(in: "/nowhere")
    let key = try source.interfaceKey(in: "/nowhere")
    #expect(credentials == nil)
    #expect(key == nil)
  }

  @Test func aFileThatOthersMayReadIsRefused() {
    #expect(throws: Finding("secret", "others can read this password; run `chmod 600 secret`")) {
      try credentials("x", mode: 0o644)
    }
    #expect(throws: Finding("secret", "others can read this key; run `chmod 600 secret`")) {
      try key("x", mode: 0o640)
    }
  }

  @Test(arguments: ["", "a\nb\n"])
  func anythingButOneLineIsRefused(content: String) {
    #expect(throws: Finding("secret", "the password must be one non-empty line")) { try credentials(content) }
    #expect(throws: Finding("secret", "the key must be one non-empty line")) { try key(content) }
  }

  @Test func aMissingFileIsReported() {
    let sentence = "there is no such file, but `key_file` in schedule.conf names it; create it"
    #expect(throws: Finding("secret", sentence)) { try key(nil) }
  }
}
