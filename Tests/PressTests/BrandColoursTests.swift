import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// The colours of a theme are written once, and reach pages, feeds that are opened in a browser, emails and cards.
@Suite struct BrandColoursTests {
  private let site: SampleSite
  private let theme = "templates/themes/house/theme.toml"

  init() throws {
    site = try SampleSite(
      digests: ["weekly": SampleSite.weekly, "woche": SampleSite.weekly + "theme = \"plain\"\n"],
      mail: "theme = \"house\"\n")
    try site.article("a", dated: "2026-11-20")
    try site.folder.write(
      """
      [light]
      accent = "#8a1538"
      link = "#8a1538"
      [dark]
      accent = "#f2a7bd"
      link = "#f2a7bd"
      """, to: theme)
  }

  private func run() throws -> Newsroom {
    let newsroom = try Newsroom(
      site, readers: [.confirmed("ann@example.org"), .confirmed("bea@example.org", digest: "woche")])
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    #expect(try newsroom.run("2026-11-23T07:00:05Z").problems == [])
    return newsroom
  }

  @Test func aThemesColoursReachPagesAndFeedsAndEmails() throws {
    let newsroom = try run()
    let style = try #require(site.publicFiles["public/style.css"])
    for file in [style, try #require(site.publicFiles["public/feeds/feed.css"])] {
      let roots = file.matches(of: /:root \{[^}]*--accent: (#[0-9a-f]{6}); [^}]*\}/).map { String($0.1) }
      #expect(roots.prefix(2) == ["#8a1538", "#f2a7bd"])
    }
    #expect(!style.contains("#0d5853"), "the green of the built-in theme")
    let icon = try #require(site.publicFiles["public/icon.svg"])
    #expect(icon.contains("#8a1538") && icon.contains("#f2a7bd"))
    let edition = { (digest: String) in
      let issue = try #require(try newsroom.ledger.issue(digest, number: 1))
      return try #require(try newsroom.ledger.edition([Feed.Name("all")!], of: issue.id)).html
    }
    #expect(try edition("weekly").contains("#8a1538") && edition("weekly").contains("#f2a7bd"))
    #expect(try !edition("woche").contains("#8a1538"))
  }

  /// The web copy of an issue wears the theme of its digest.
  @Test func theWebCopyOfAnIssueHasTheColoursOfItsDigest() throws {
    _ = try run()
    let own = try #require(site.publicFiles["public/archive/woche/1/index.html"])
    let style = try #require(own.firstMatch(of: /(?s)<style>(.*?)<\/style>/)).1
    #expect(style.contains("--link: #0a56a8;") && style.contains("--link: #8bbcf2;"))
    #expect(try #require(site.publicFiles["public/archive/weekly/1/index.html"]).contains("<style>") == false)
  }

  /// A site that already has colours in its own `style.css` keeps them, and `check` says that they are written twice.
  @Test func coloursInAnOwnStyleSheetStay() throws {
    try site.folder.write(":root {\n  --accent: #123456;\n}\n", to: "templates/style.css")
    let opened = try OpenedSite(folder: site.path)
    #expect(
      opened.warnings.map(\.description).filter { $0.hasPrefix("templates/style.css") } == [
        "templates/style.css:2:3: sets `--accent` in place of the theme, whose colours emails have; delete this here, and "
          + "write colours into theme.toml only"
      ])
    _ = try run()
    let style = try #require(site.publicFiles["public/style.css"])
    #expect(style.hasSuffix(":root {\n  --accent: #123456;\n}\n"), "after those of the theme")
    #expect(try #require(site.publicFiles["public/icon.svg"]).contains("#123456"))
  }

  /// Such a colour is no fault: emails do not have the pair.
  @Test func aColourThatIsFaintOnPagesIsWarnedOf() throws {
    try site.folder.write(
      """
      [light]
      accent = "#737373"
      take = "#fffdf9"
      edge = "#eeeeee"
      """, to: theme)
    let found = try OpenedSite(folder: site.path).warnings.map(\.description).filter { $0.contains(" on pages") }
    let accents = ["paper", "pill"].map { ground in
      "\(theme):2:10: `accent` on `\(ground)` has a contrast of 4.1:1 on pages; write a stronger one: text needs 4.5:1"
    }
    #expect(found.filter { $0.contains("`accent`") }.sorted() == accents)
    let edge = "\(theme):4:8: `edge` on `card` has a contrast of 1.1:1 on pages; write a stronger one: edges need 3:1"
    #expect(found.contains(edge))
    #expect(found.filter { $0.contains("`edge`") }.count == 4)
  }

  /// Everything that is wrong is reported at once.
  @Test func aFaultInThemeTomlHidesNoOther() throws {
    try site.folder.write("[light]\naccent = \"red\"\n", to: theme)
    try site.folder.write("{{title}} {{#x}}", to: "templates/themes/house/mail-lead.html")
    try site.folder.write("{{title}} {{link}}<script></script>", to: "templates/themes/house/mail-article.html")
    let faults = #expect(throws: OpenedSite.Faults.self) { try OpenedSite(folder: site.path) }
    #expect(Set(faults?.lines.map { $0.prefix { $0 != " " } } ?? []).count == 2)
    try site.folder.remove("templates/themes/house/mail-lead.html")
    let others = #expect(throws: OpenedSite.Faults.self) { try OpenedSite(folder: site.path) }
    #expect(
      others?.lines == [
        "templates/themes/house/mail-article.html:1:19: `<script>` does nothing in an email; remove it",
        "templates/themes/house/theme.toml:2:10: `accent` must be a colour, for example \"#1c2126\"; found \"red\"",
      ])
  }

  /// Windows' editors write one at the beginning of a file.
  @Test func aByteOrderMarkIsNoText() throws {
    for (path, text) in [
      (theme, "[light]\naccent = \"#8a1538\"\nlink = \"#8a1538\"\n"), ("templates/note.text", "Note.\n"),
      ("templates/note.html", "<p>Note.</p>\n"), ("languages/en.toml", "read_more = \"Continue\"\n"),
      ("templates/mail-note.html", "{{{note}}}"), ("templates/style.css", "a { color: var(--link) }\n"),
    ] {
      try site.folder.write("\u{FEFF}" + text, to: path)
    }
    let newsroom = try run()
    let issue = try #require(try newsroom.ledger.issue("weekly", number: 1))
    let edition = try #require(try newsroom.ledger.edition([Feed.Name("all")!], of: issue.id))
    #expect(edition.text.contains("Continue") && edition.html.contains("Note."))
    let files = site.publicFiles.values + [edition.text, edition.html]
    #expect(files.allSatisfy { !$0.unicodeScalars.contains("\u{FEFF}") })
  }
}
