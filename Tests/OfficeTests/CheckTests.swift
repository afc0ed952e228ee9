import CourantTesting
import Couriers
import Foundation
import LedgerSQL
import Model
import Office
import Press
import Testing
import Time

/// The findings of `courant check` other than faults in settings and articles.
@Suite struct CheckTests {
  private let now = Instant.at("2026-11-29T12:00:00Z")

  /// Without the findings about the host news.example.org.
  private func findings(_ site: SampleSite, all: Bool = false) throws -> [String] {
    let opened = try OpenedSite(folder: site.path)
    let press = PressRun(opened, ledger: try SQLLedger(inMemory: ()), now: now, courier: { RecordingCourier() })
    let found = try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings()
    return found.map { $0.weight == .warning ? "\($0) (warning)" : "\($0)" }
      .filter { all || !$0.contains("which is an example") }
  }

  private func site(_ article: String = "Text.", more: [String] = []) throws -> SampleSite {
    let site = try SampleSite()
    let head = ["title: A", "date: 2026-11-20", "topics: [a]", "summary: S"] + more
    try site.folder.write("---\n\(head.joined(separator: "\n"))\n---\n\n\(article)\n", to: "articles/a.md")
    return site
  }

  @Test func aTopicOfAGroupThatNoArticleHasIsReported() throws {
    let site = try site()
    let groups = "\n[topics]\nx = \"a\"\n\n[topics.groups]\nConditions = [\"x\", \"migrane\", \"zzz\"]\n"
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + groups, to: "schedule.conf")
    try site.folder.write(
      "---\ntitle: B\ndate: 2026-11-20\ntopics: [migraine]\nsummary: S\n---\nText.\n", to: "articles/b.md")
    let said = "in [topics.groups]"
    #expect(
      try findings(site) == [
        "schedule.conf: no article has the topic `migrane` of the group \"Conditions\" \(said); did you mean `migraine`? (warning)",
        "schedule.conf: no article has the topic `zzz` of the group \"Conditions\" \(said) (warning)",
      ])
  }

  /// Files at the paths that the web server passes on to `courant serve` are never seen.
  @Test func whatServeHidesIsReported() throws {
    let site = try site(more: ["aliases: [/search/, /left, /feeds/of/a/, /old/]"])
    try site.folder.write("---\ntitle: Search\n---\nText.\n", to: "pages/search.md")
    let before = try findings(site)
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + "\n[web]\n", to: "schedule.conf")
    let alias = { (column: Int, path: String) in
      "articles/a.md:6:\(column): `aliases`: \"\(path)\" is a path that `courant serve` answers, so no page can lead from there "
        + "(warning)"
    }
    #expect(
      try findings(site).filter { !before.contains($0) } == [
        alias(11, "/search/"), alias(21, "/left"), alias(28, "/feeds/of/a/"),
        "pages/search.md: `courant serve` answers at /search/, so nobody would see it; rename this file",
      ])
  }

  @Test func aPermalinkThatServeHidesIsReported() throws {
    let site = try site(more: ["permalink: /search/"])
    let settings = (site.folder.text("schedule.conf") ?? "").replacing(
      "folder = \"articles\"\n", with: "folder = \"articles\"\nlink = \"https://news.example.org/:slug/\"\n")
    try site.folder.write(settings, to: "schedule.conf")
    let before = try findings(site)
    try site.folder.write(settings + "\n[web]\n", to: "schedule.conf")
    #expect(
      try findings(site).filter { !before.contains($0) } == [
        "articles/a.md: its address, /search/, is a path that `courant serve` answers, so nobody sees it; change its "
          + "permalink (warning)"
      ])
  }

  /// The commented lines about [web] that `courant init` writes are valid settings once their # is removed.
  @Test func theCommentedTableOfANewSiteIsValid() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Scaffold(today: now).files { try folder.write(text, to: path) }
    let lines = (folder.text("schedule.conf") ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("# [web]") })
    let opened = lines.indices.map { place in
      let line = lines[place]
      return place >= start && place < start + 4 && line.hasPrefix("# ") ? line.dropFirst(2) : line
    }
    try folder.write(opened.joined(separator: "\n"), to: "schedule.conf")
    let web = try #require(try OpenedSite(folder: folder.path).site.web)
    #expect(web.listen == "127.0.0.1:8080")
    #expect(web.trustedProxy == "127.0.0.1")
    #expect(web.lettersFrom?.address == mailbox("letters@example.org"))
  }

  @Test func anHTTPAddressOfPagesThatAnswerIsReported() throws {
    let site = try site()
    let settings = (site.folder.text("schedule.conf") ?? "") + "\n[web]\n"
    try site.folder.write(settings.replacing("https://news", with: "http://news"), to: "schedule.conf")
    let said = try findings(site).filter { $0.contains("[web] is on") }
    #expect(
      said == [
        "schedule.conf: [web] is on, but `url` is http: addresses and tokens are sent unencrypted, and emails have no "
          + "one-click link (RFC 8058); use https, except to try it out (warning)"
      ])
    try site.folder.write(settings, to: "schedule.conf")
    #expect(try findings(site) == [])
  }

  @Test func aTemplateOfLettersIsTriedBeforeThereAreAny() throws {
    let site = try site()
    try site.folder.write("{{url}} {{nonsense}}\n", to: "templates/letter.text")
    #expect(try findings(site).map { String($0.prefix(27)) } == ["templates/letter.text:1:9: "])
    try site.folder.write("{{text}}\n", to: "templates/letter.text")
    #expect(
      try findings(site) == [
        "schedule.conf: letters: the text of the letter does not show its link; add {{url}} to its template"
      ])
  }

  @Test func aSoundSiteHasNothingToSay() throws { #expect(try findings(site()) == []) }

  @Test(arguments: [
    (
      "<img src=\"/logo.png\" alt=\"\">",
      ["8: the image to https://news.example.org/logo.png leads nowhere on this site"]
    ),
    ("[b](/articles/b/)", ["8: the link to https://news.example.org/articles/b/ leads nowhere on this site"]),
    ("[b](https://news.example.org/b)", ["8: the link to https://news.example.org/b leads nowhere on this site"]),
    ("[b](#gone)", ["8: the link to https://news.example.org/articles/a/#gone leads nowhere on this site"]),
    ("# Part\n\n[b](#part) [c](/articles/a/#part) [d](#top)", []), ("![x](here.png) [f](/feeds/all/rss.xml)", []),
    ("[b](/) [c](/articles/) [d](/topics/a/) [e](/articles/a) [f](/topics/a/index.html)", []),
    ("[b](https://elsewhere.example/gone) ![x](https://news.example.org.evil.example/x.png)", []),
    ("[b](/search?q=1) [c](mailto:a@b.example) [d](/own.html) [e](/own)", []),
  ])
  func linksAndImagesOfTheSiteLeadSomewhere(_ text: String, _ expected: [String]) throws {
    let site = try site(text)
    try site.folder.write("png", to: "articles/here.png")
    try site.folder.write("html", to: "public/own.html")
    let sentences = expected.map { "articles/a.md:\($0); correct it, or add what is missing (warning)" }
    #expect(try findings(site) == sentences)
  }

  @Test(arguments: [
    ("![x](gone.png)", "8: `gone.png`"),
    ("a\n\n![x](img/gone%20one.png) ![y](img/gone%20one.png)", "10: `img/gone%20one.png`"),
  ])
  func aFileThatIsNotThereIsReportedOnce(_ text: String, _ place: String) throws {
    let reported = "articles/a.md:\(place): this link leads to nothing that is published; correct it, or add the file"
    let found = try findings(site(text))
    #expect(found == [reported])
  }

  @Test func aURLInManyArticlesIsReportedOnce() throws {
    let site = try site("[x](/about/) and [y](/about/)")
    for name in ["b", "c", "d"] {
      try site.folder.write(
        "---\ntitle: \(name)\ndate: 2026-11-20\ntopics: [a]\nsummary: S\n---\n\n[x](https://news.example.org/about/) [z](#gone-\(name))\n",
        to: "articles/\(name).md")
    }
    let own = ["b", "c", "d"].map {
      "articles/\($0).md:8: the link to https://news.example.org/articles/\($0)/#gone-\($0) leads nowhere on this site; "
        + "correct it, or add what is missing (warning)"
    }
    let about = "the link to https://news.example.org/about/ leads nowhere on this site, here and in 3 more articles"
    #expect(
      try findings(site) == ["articles/a.md:8: \(about); correct it, or add what is missing (warning)"] + own)
    try site.folder.write("html", to: "public/about/index.html")
    #expect(try findings(site) == own)
  }

  @Test(arguments: [
    ("[b](b.md#part)", []), ("[b](b.md#named)", []), ("[b](/articles/b/#p%61rt)", []),
    ("[b](b.md#gone)", ["the link to https://news.example.org/articles/b/#gone"]),
    ("[b](/articles/b/index.html#gone)", ["the link to https://news.example.org/articles/b/index.html#gone"]),
    ("[e](https://news.example.org/2026/elsewhere/) [f](/2026/elsewhere/#x)", []),
    ("[e](/2026/other/)", ["the link to https://news.example.org/2026/other/"]),
  ])
  func placesInOtherArticlesAreLookedFor(_ text: String, _ expected: [String]) throws {
    let site = try site(text)
    let head = "---\ntitle: B\ndate: 2026-11-20\ntopics: [a]\nsummary: S\n"
    try site.folder.write(
      head + "---\n\n## Part\n\n<a name=\"named\"></a>\n", to: "articles/b.md")
    try site.folder.write(
      head + "link: https://news.example.org/2026/elsewhere/\n---\n\nText\n", to: "articles/elsewhere.md")
    let sentences = expected.map {
      "articles/a.md:8: \($0) leads nowhere on this site; correct it, or add what is missing (warning)"
    }
    #expect(try findings(site) == sentences)
  }

  @Test(arguments: [
    ("[b](/about/) [c](/2026/x/) [d](#gone) [e](/feeds/gone.xml) [f](/articles/x/) ![g](/img/a.png)", []),
    ("![b](/articles/gone.png)", ["8: the image to https://news.example.org/articles/gone.png"]),
    ("[b](https://news.example.org/articles/gone.pdf)", ["8: the link to https://news.example.org/articles/gone.pdf"]),
    ("![b](here.png)", []),
  ])
  func withoutPagesOnlyFilesNextToArticlesAreChecked(_ text: String, _ expected: [String]) throws {
    let site = try site(text, more: ["link: https://news.example.org/a/"])
    try site.folder.write("png", to: "articles/here.png")
    let settings = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(settings.replacing("[site]", with: "[site]\npages = false"), to: "schedule.conf")
    let sentences = expected.map { "articles/a.md:\($0.replacing("8:", with: "9:"))" }
    #expect(
      try findings(site)
        == sentences.map { "\($0) leads nowhere on this site; correct it, or add what is missing (warning)" })
  }

  @Test func theImageOfTheFrontMatterIsLookedAt() throws {
    let site = try site(more: ["image: {url: cover.jpg, alt: C}"])
    let image = "the image to https://news.example.org/articles/cover.jpg"
    #expect(
      try findings(site) == [
        "articles/a.md:6: \(image) leads nowhere on this site; correct it, or add what is missing (warning)"
      ])
    try site.folder.write("jpg", to: "articles/cover.jpg")
    #expect(try findings(site) == [])
  }

  @Test(arguments: [
    ("2062-11-02", ["does not appear before 2062-11-02, its date; correct the date if this is a mistake"]),
    ("2027-11-01", []),
    ("2027-12-31", ["does not appear before 2027-12-31, its date; correct the date if this is a mistake"]),
  ])
  func aDateFarAheadIsReported(_ date: String, _ expected: [String]) throws {
    let site = try site()
    try site.article("b", dated: date, topics: ["a"])
    #expect(try findings(site).filter { $0.contains("date") } == expected.map { "articles/b.md: \($0) (warning)" })
  }

  @Test(arguments: [
    (false, "\"*\"", ["a private feed needs [web], because `courant serve` answers at its addresses; add it"]),
    (true, "\"*\"", []),
    (
      true, "\"all\"",
      [
        "no digest contains this private feed, so nobody can follow it or read it; add it to `feeds` of one (warning)"
      ]
    ),
  ])
  func aPrivateFeedThatNobodyCanReadIsReported(_ isOpen: Bool, _ feeds: String, _ expected: [String]) throws {
    let site = try SampleSite(
      feeds: ["all": ["*"], "members": ["a"]], digests: ["weekly": SampleSite.weekly + "feeds = [\(feeds)]\n"])
    try site.article("a", dated: "2026-11-20", topics: ["a"])
    try site.folder.write((site.folder.text("feeds/members.toml") ?? "") + "private = true\n", to: "feeds/members.toml")
    let settings = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(settings + (isOpen ? "\n[web]\n" : ""), to: "schedule.conf")
    #expect(try findings(site).filter { $0.contains("private") } == expected.map { "feeds/members.toml: " + $0 })
  }

  @Test(arguments: ["for", "of"]) func aFeedAtAPathOfServeIsReported(_ name: String) throws {
    let site = try SampleSite(feeds: [name: ["*"]])
    try site.article("a", dated: "2026-11-20", topics: ["a"])
    let sentence =
      "feeds/\(name).toml: `courant serve` answers at /feeds/\(name)/, so nobody would see this feed; rename it"
    #expect(try findings(site).filter { $0.contains("nobody would see") } == [])
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + "\n[web]\n", to: "schedule.conf")
    #expect(try findings(site).filter { $0.contains("nobody would see") } == [sentence + " (warning)"])
  }

  @Test func placeholdersAreReportedAtTheirPlaces() throws {
    let folder = try TemporaryFolder()
    for (path, text) in Scaffold(today: now).files { try folder.write(text, to: path) }
    let opened = try OpenedSite(folder: folder.path)
    let press = PressRun(opened, ledger: try SQLLedger(inMemory: ()), now: now, courier: { RecordingCourier() })
    let found = try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings()
    #expect(
      found.map(\.description) == [
        "articles/welcome.md: is the sample article of `courant init`; delete it, or write your own",
        draft("about", 8, 1, gaps: 5), draft("accessibility", 18, 1, gaps: 3), draft("contact", 7, 16, gaps: 1),
        draft("how-we-rate", 22, 1, gaps: 2), draft("privacy", 12, 67, gaps: 4),
        "schedule.conf:4:13: `title` is \"My site\", which is an example; write your site's title",
        "schedule.conf:6:13: `url` is \"https://www.example.org\", which is an example; write your own address",
        "schedule.conf:9:13: `publisher` is \"My name, My street 1, My town\", which is an example; write your "
          + "postal address, which the law requires in emails",
        "schedule.conf:13:8: `from` is \"My site <digest@example.org>\", which is an example; write your own address",
      ])
    #expect(found.allSatisfy { $0.weight == .warning })
  }

  private func draft(_ page: String, _ line: Int, _ column: Int, gaps: Int) -> String {
    "pages/\(page).md:\(line):\(column): is a draft with \(gaps == 1 ? "1 place" : "\(gaps) places") still to be filled in; "
      + "write what is true of your site, then remove `draft: true`"
  }

  @Test func anHonestSiteHasNoPlaceholders() throws {
    let site = try SampleSite()
    let settings = (site.folder.text("schedule.conf") ?? "")
      .replacing("news.example.org", with: "news.exampleorg.net").replacing("example.org", with: "myexample.org")
      .replacing("Research news", with: "My site for sore eyes")
      .replacing("Example Trust, 1 High Street", with: "Counterexample Trust, 12 High Street")
    try site.folder.write(settings, to: "schedule.conf")
    #expect(try findings(site, all: true).filter { $0.contains("example;") } == [])
  }

  @Test func thePasswordFileIsLookedAt() throws {
    let site = try site()
    let settings = (site.folder.text("schedule.conf") ?? "").replacing("smtp://", with: "smtp://ann@")
      .replacing("[mail]", with: "[mail]\npassword_file = \"secret\"")
    try site.folder.write(settings, to: "schedule.conf")
    #expect(
      try findings(site) == ["secret: there is no such file, but `password_file` in schedule.conf names it; create it"])
    try site.folder.write("password", to: "secret")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: site.path + "/secret")
    #expect(try findings(site) == ["secret: others can read this password; run `chmod 600 secret`"])
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: site.path + "/secret")
    #expect(try findings(site) == [])
  }

  @Test func filesThatAreNotPublishedAreReported() throws {
    let site = try site()
    try site.article("bundle", dated: "2026-11-20", file: "articles/bundle/index.md")
    for name in [
      "fonts/a.woff2", "fonts/b.WOFF2", ".git/x.css", "a.md~", "data.csv", "a.svg", "notes.toml", "bundle/a.woff2",
      "bundle/a.css", "bundle/a.csv",
    ] {
      try site.folder.write("x", to: "articles/\(name)")
    }
    try site.folder.write("x", to: "templates/fonts/a.woff2")
    let bundled =
      "only an article's own folder may publish files of this kind; move it there, or into static/"
    let never = "pages, style sheets and scripts next to articles never are; put it into static/"
    let found = try findings(site)
    #expect(
      found == [
        "articles/bundle/a.css: is not published: \(never) (warning)",
        "articles/fonts/a.woff2: is not published (and 1 more of its kind): \(bundled) (warning)",
        "templates/fonts: is not used; templates are files such as digest.html and digest.text, and style.css (warning)",
      ])
  }

  @Test(arguments: [
    ("page-footer.html", "</main>{{#note}}{{{note}}}{{/note}}", []),
    (
      "page-footer.html", "</main>{{{note}}}</main>",
      [
        "templates/page-footer.html:1:18: `</main>` closes nothing in archive-index.html; remove it, or open the element before it"
      ]
    ),
    (
      "mail-footer.html", "<tr><td><b>{{unsubscribe_url}} {{site.publisher}}</td></tr>",
      ["templates/mail-footer.html:1:9: `<b>` stays open in digest.html; close it with `</b>`"]
    ),
    (
      "mail-note.html", "",
      [
        "templates/mail-note.html: does not contain `{{{note}}}`, so templates/note.html does not appear; add it, or empty the note"
      ]
    ),
  ])
  func anOverrideThatLosesAHalfIsNamed(_ name: String, _ text: String, _ expected: [String]) throws {
    let site = try site()
    try site.folder.write("A note.", to: "templates/note.html")
    try site.folder.write(text, to: "templates/\(name)")
    for sentence in expected { #expect(try findings(site).contains(sentence + " (warning)")) }
    if expected.isEmpty { #expect(try findings(site) == []) }
  }

  @Test func aFooterThatLosesMainAndNoteIsNamedForBoth() throws {
    let site = try site()
    try site.folder.write("A note.", to: "templates/note.html")
    try site.folder.write("<footer>x</footer>", to: "templates/page-footer.html")
    let found = try findings(site)
    #expect(found.count == 2)
    #expect(found.allSatisfy { $0.hasPrefix("templates/page-footer.html:") })
    #expect(
      found.contains(
        "templates/page-footer.html: does not contain `{{{note}}}`, so templates/note.html does not appear; add it, "
          + "or empty the note (warning)"))
    #expect(
      found.contains(
        "templates/page-footer.html:1: `<main>` stays open in archive-index.html; close it with `</main>` (warning)"))
  }

  @Test func aTemplateThatLeavesNoSpaceForArticlesIsReported() throws {
    let site = try site()
    try site.folder.write("{{title}} {{link}} {{> huge}}", to: "templates/mail-article.html")
    try site.folder.write(String(repeating: "x", count: 200_000), to: "templates/huge.html")
    #expect(
      try findings(site) == [
        "templates/huge.html:1: makes mail-article.html 200000 bytes longer, and at most 15000 are left for it: "
          + "articles are shortened or omitted; make it shorter (warning)"
      ])
  }

  @Test func aFaultySubjectIsReportedWithItsPosition() throws {
    let site = try site()
    let settings = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(settings + "subject = \"News {{lead.titel}}\"\n", to: "schedule.conf")
    let line = settings.split(separator: "\n", omittingEmptySubsequences: false).count
    #expect(
      try findings(site) == [
        "schedule.conf:\(line):17: subject of digest.weekly: `lead.titel` is unknown: a record without `titel`"
      ])
  }

  @Test func markupThatNoMailProgramAllowsBlocksTheSite() throws {
    let site = try site()
    try site.folder.write(
      "a\n<script></script>\n<img src=\"http://a.example/a.png\" alt=\"\">", to: "templates/note.html")
    let error = #expect(throws: OpenedSite.Faults.self) { try findings(site) }
    #expect(
      error?.lines == [
        "templates/note.html:2:1: `<script>` does nothing in an email; remove it",
        "templates/note.html:3:6: `src` is an http: URL, which many mail programs block; write https:",
      ])
  }
}
