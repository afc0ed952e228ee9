import CourantTesting
import Couriers
import LedgerSQL
import Model
import Office
import Press
import Testing
import Time

/// `courant theme preview`: what is shown, and where mistakes are.
@Suite struct ShowcaseTests {
  private func opened(_ files: [String: String], theme: String? = nil) throws -> (OpenedSite, PressRun) {
    let site = try SampleSite()
    try site.folder.write("title = \"Feed B\"\ndescription = \"B\"\ntopics = [\"b\"]\n", to: "feeds/b.toml")
    try site.folder.write("[\"Ann\"]\nrole = \"R\"\n", to: "authors.toml")
    try site.folder.write("---\ntitle: About us\n---\nWho we are.\n", to: "pages/about.md")
    for (path, text) in files { try site.folder.write(text, to: path) }
    let opened = try OpenedSite(folder: site.path, theme: theme)
    let press = PressRun(
      opened, ledger: try SQLLedger(inMemory: ()), now: Instant.at("2026-11-29T12:00:00Z"),
      courier: { RecordingCourier() })
    return (opened, press)
  }

  private func showcase(_ files: [String: String] = [:], theme: String? = nil) throws -> Showcase {
    let (opened, press) = try opened(files, theme: theme)
    return Showcase(opened, press, theme: theme)
  }

  /// What `courant check` prints.
  private func checked(_ files: [String: String]) throws -> [String] {
    let (opened, press) = try opened(files)
    return try SiteCheck(opened, press: press, readers: try SQLLedger(inMemory: ())).findings().map(\.description)
  }

  @Test func everyPageAndEmailIsShown() throws {
    let showcase = try showcase()
    let shown = Showcase.Group.allCases.map { group in
      showcase.items.filter { $0.group == group }.map(\.name).joined(separator: " ")
    }
    #expect(
      shown == [
        "articles-sample-everything articles-sample-everything-sheet articles-sample-everything-easy articles-sample-long "
          + "articles-sample-urgent articles-sample-image articles-sample-audio articles-sample-table "
          + "articles-sample-markup articles-sample-corrected articles-sample-right-to-left articles-sample-long-title "
          + "articles-sample-elsewhere articles-sample-short articles-sample-withdrawn",
        "index topics articles years-2026 archive feeds topics-a-third-topic feeds-all feeds-b authors-ann",
        "samples-new about archive-weekly-12 samples-ended 404", "", "email-weekly",
        "email-letter-confirm email-letter-already-following email-letter-link email-letter-new-address "
          + "email-letter-old-address",
      ])
    #expect(showcase.mistakes == [])
    #expect(showcase.warnings == [])
    #expect(Set(showcase.items.map(\.name)).count == showcase.items.count)
  }

  @Test func aSiteWithoutPagesShowsItsEmails() throws {
    let settings = try SampleSite().folder.text("schedule.conf") ?? ""
    let showcase = try showcase(["schedule.conf": settings.replacing("[site]", with: "[site]\npages = false")])
    #expect(showcase.mistakes == [])
    #expect(Set(showcase.items.map(\.group)) == [.digests, .letters])
  }

  /// A browser that shows them asks only this machine.
  @Test func nothingIsLoadedFromElsewhere() throws {
    let showcase = try showcase(["templates/note.html": "<img src=\"{{site.url}}/logo.png?v=1\" alt=\"\">"])
    let loaded = showcase.files.values.flatMap { bytes in
      String(decoding: bytes, as: UTF8.self).matches(
        of: /<(?:img|link rel="(?:stylesheet|icon)"|audio|source)[^>]*(?:src|href)="([^"]*)"/
      )
      .map { String($0.output.1) }
    }
    #expect(Set(loaded.filter { $0.contains(":") }) == [])
    #expect(showcase.used.contains("logo.png"))
    #expect(!showcase.used.contains("style.css"))
  }

  @Test func linksLeadFromOnePageToAnother() throws {
    let showcase = try showcase()
    let page = String(decoding: showcase.files["site/articles/sample-everything/index.html"] ?? [], as: UTF8.self)
    #expect(page.contains("href=\"../../style.css?v="))
    #expect(page.contains("href=\"../../articles/sample-long/\""))
    #expect(page.contains("src=\"../../samples/picture.svg\""))
    let mail = String(decoding: showcase.files["emails/weekly.html"] ?? [], as: UTF8.self)
    #expect(mail.contains("href=\"../site/articles/sample-everything/\""))
  }

  @Test func aMistakeIsShownInItsPageAsCheckPrintsIt() throws {
    let files = ["templates/article-minute.html": "<p>\n  {{oops}}</p>\n"]
    let showcase = try showcase(files)
    #expect(showcase.mistakes.count == 1)
    #expect(showcase.mistakes.first?.hasPrefix("templates/article-minute.html:2:3: ") == true)
    #expect(try checked(files).contains(showcase.mistakes[0]))
    let wrong = showcase.items.filter { !$0.mistakes.isEmpty }
    #expect(wrong.count == 12)
    #expect(wrong.allSatisfy { $0.group == .articles && $0.mistakes == showcase.mistakes })
    let page = String(decoding: showcase.files[wrong[0].path] ?? [], as: UTF8.self)
    #expect(page.contains("<ul class=\"mistakes\" role=\"alert\"><li>templates/article-minute.html:2:3: "))
    let frame = ShowcaseFrame(showcase)
    #expect(frame.index.contains("<ul class=\"mistakes\" role=\"alert\"><li>templates/article-minute.html:2:3: "))
    #expect(frame.page(named: wrong[0].name)?.contains("<ul class=\"mistakes\"") == true)
    #expect(frame.page(named: "index")?.contains("<ul class=\"mistakes\"") == false)
  }

  @Test func anEmailWithoutAWayOutIsAMistake() throws {
    let files = ["templates/mail-footer.html": "<tr><td>{{site.publisher}}</td></tr>\n"]
    let showcase = try showcase(files)
    #expect(showcase.items.filter { !$0.mistakes.isEmpty }.map(\.name) == ["email-weekly"])
    #expect(showcase.mistakes.count == 1)
    #expect(showcase.mistakes.first?.hasPrefix("templates/mail-footer.html:") == true)
  }

  @Test func emailsWearTheThemeThatIsNamed() throws {
    let colour = "[light]\naccent = \"#2f5d1e\"\n[dark]\naccent = \"#a9d18e\"\n"
    let files = ["templates/themes/house/theme.toml": colour]
    let mail = { (showcase: Showcase) in String(decoding: showcase.files["emails/weekly.html"] ?? [], as: UTF8.self) }
    #expect(try mail(showcase(files, theme: "house")).contains("#2f5d1e"))
    #expect(try !mail(showcase(files)).contains("#2f5d1e"))
  }

  @Test func emailsAreShownInDarkModeToo() throws {
    let showcase = try showcase()
    let dark = String(decoding: showcase.files["emails/weekly-dark.html"] ?? [], as: UTF8.self)
    #expect(dark.contains("@media all"))
    #expect(!dark.contains("prefers-color-scheme: dark"))
    #expect(ShowcaseFrame(showcase).page(named: "email-weekly")?.contains("src=\"../emails/weekly-dark.html\"") == true)
    #expect(ShowcaseFrame(showcase).page(named: "topics")?.contains("Dark") == false)
    #expect(showcase.files["emails/letter-confirm-dark.html"] == nil)
  }

  @Test func scriptsAndStylesOfTheFrameHaveANonce() throws {
    let showcase = try showcase()
    let live = ShowcaseFrame(showcase, live: .init(version: "v1", nonce: "n1"))
    #expect(live.index.contains("<script nonce=\"n1\">setInterval("))
    #expect(live.index.contains("fetch(\"version\")"))
    #expect(live.page(named: "topics")?.contains("fetch(\"../version\")") == true)
    #expect(!ShowcaseFrame(showcase).index.contains("<script"))
    #expect(live.page(named: "nothing") == nil)
  }
}
