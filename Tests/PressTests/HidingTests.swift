import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// Content that an author holds back reaches no page, feed, email or image, in any run.
@Suite struct HidingRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    newsroom = try Newsroom(site)
  }

  private func publish(_ now: String) throws -> RunReport { try newsroom.run(now, only: .publish) }

  /// The pages and assets under `public/articles`.
  private var published: [String] {
    site.folder.files().filter { $0.hasPrefix("public/articles/") && !$0.hasSuffix(".gz") }
      .map { String($0.dropFirst("public/articles/".utf8.count)) }
      .filter { $0 != "index.html" && !$0.hasSuffix("withdrawn.txt") }.sorted()
  }

  /// All that a web server serves, and all that was mailed.
  private var everything: String {
    let files = site.folder.files().filter { $0.hasPrefix("public/") && !$0.hasSuffix(".gz") }
    let mails = newsroom.mails.map { String(decoding: $0.message, as: UTF8.self) }
    return (files.compactMap { site.folder.text($0) } + mails).joined()
  }

  private func bundle(_ folder: String, _ more: String = "", dated: String = "2026-11-01") throws {
    try site.folder.write(
      "---\ntitle: Bundle\ndate: \(dated)\n\(more)\n---\nThe bundle.\n", to: "articles/\(folder)/index.md")
    try site.folder.write("---\ntitle: Part\ndate: 2026-11-01\n---\nThe part.\n", to: "articles/\(folder)/part.md")
    for name in ["a.png", "images/b.png", "images/deep/c.pdf"] {
      try site.folder.write(name, to: "articles/\(folder)/\(name)")
    }
  }

  private static let whole = ["p/a.png", "p/images/b.png", "p/images/deep/c.pdf", "p/index.html", "p/part/index.html"]

  @Test func everythingBelowABundleAppearsAndDisappearsWithIt() throws {
    try bundle("p", "expiryDate: 2026-11-20", dated: "2026-11-10")
    try site.folder.write("beside", to: "articles/beside.png")
    _ = try publish("2026-11-09T12:00:00Z")
    #expect(published == ["beside.png"])
    _ = try publish("2026-11-10T12:00:00Z")
    #expect(published == ["beside.png"] + Self.whole)
    _ = try publish("2026-11-20T00:00:00Z")
    #expect(published == ["beside.png", "p/index.html", "p/part/index.html"])
    #expect(!everything.contains("The bundle.") && !everything.contains("The part."))
  }

  @Test func unpublishedTextOfAnAuthorIsReportedOnce() throws {
    try site.folder.write("---\ntitle: A\ndate: 2026-11-01\n---\nWords a %% b %% c.\n", to: "articles/a.md")
    try site.folder.write("x", to: "articles/b.mdx")
    let lines = [
      "articles/*.mdx: files of this kind are not read; to publish them, write Markdown in files named *.md",
      "articles/a.md:5:9: `%% b %% c.` is an Obsidian comment, omitted up to the next %%; write \\%% to show it",
    ]
    let first = try publish("2026-11-21T12:00:00Z")
    #expect(first.notices == lines && first.codes.isEmpty)
    try site.folder.write("x", to: "articles/c.mdx")
    #expect(try publish("2026-11-23T12:00:00Z").notices == [])
  }

  @Test func assetsOfAPageThatBecomesADraftLeavePublic() throws {
    try bundle("p")
    _ = try publish("2026-11-21T12:00:00Z")
    #expect(published == Self.whole)
    for more in ["draft: true", "drafts: true", "status: scheduled"] {
      try bundle("p", more)
      _ = try publish("2026-11-21T13:00:00Z")
      #expect(published == ["p/index.html", "p/part/index.html"], "\(more)")
      #expect(!everything.contains("The bundle.") && !everything.contains("The part."), "\(more)")
      try bundle("p")
      _ = try publish("2026-11-21T14:00:00Z")
      #expect(published == Self.whole, "\(more)")
    }
  }

  @Test(arguments: ["_drafts/p", "_includes/p", "posts/_drafts"])
  func nothingBelowAHiddenFolderIsPublished(_ folder: String) throws {
    try bundle(folder)
    let report = try publish("2026-11-21T12:00:00Z")
    #expect(published == [])
    #expect(report.problems == [])
  }

  @Test func aFolderThatMayBeHiddenIsReported() throws {
    try bundle("_recipes")
    let report = try publish("2026-11-21T12:00:00Z")
    #expect(published == [])
    #expect(
      report.problems == [
        "articles/_recipes: a folder that begins with _ is hidden; rename it to publish its content, or call it _drafts (skipped)"
      ])
    #expect(report.exitCode == .badContent)
  }

  @Test func aCascadeHidesPagesAndImagesAndItsChangesAreNoticed() throws {
    try bundle("s/p")
    try site.folder.write("x", to: "articles/s/own.png")
    let all = ["s/own.png"] + Self.whole.map { "s/" + $0 }
    _ = try publish("2026-11-21T12:00:00Z")
    #expect(published == all)
    let gone = all.filter { $0.hasSuffix(".html") }
    for section in ["cascade:\n  draft: true", "cascade:\n  expiryDate: 2026-11-20", "draft: true"] {
      try site.folder.write("---\n\(section)\n---\n", to: "articles/s/_index.md")
      _ = try publish("2026-11-21T13:00:00Z")
      #expect(published == gone, "\(section)")
      try site.folder.write("---\ntitle: S\n---\n", to: "articles/s/_index.md")
      _ = try publish("2026-11-21T14:00:00Z")
      #expect(published == all, "\(section)")
    }
  }

  @Test func theAssetFolderOfADraftIsHiddenAndAnAssetNextToItIsNot() throws {
    try site.article("a", dated: "2026-11-01", more: ["draft: true"])
    for name in ["a/own.png", "shared.png"] { try site.folder.write("x", to: "articles/\(name)") }
    _ = try publish("2026-11-21T12:00:00Z")
    #expect(published == ["shared.png"])
    try site.article("a", dated: "2026-11-01")
    _ = try publish("2026-11-21T13:00:00Z")
    #expect(published == ["a/index.html", "a/own.png", "shared.png"])
  }

  @Test func anIndexThatOnlyListsArticlesHidesNothing() throws {
    try site.folder.write("---\ntitle: Blog\nlayout: list\n---\n", to: "articles/blog/index.md")
    try site.article("a", dated: "2026-11-01", file: "articles/blog/a.md")
    try site.folder.write("x", to: "articles/blog/pic.png")
    _ = try publish("2026-11-21T12:00:00Z")
    #expect(published == ["a/index.html", "blog/pic.png"])
  }

  @Test func anArticleExpiresWithoutAnEdit() throws {
    try site.article("a", dated: "2026-11-19", more: ["expiryDate: 2026-11-21T12:00:00Z"])
    try site.article("b", dated: "2026-11-19")
    _ = try publish("2026-11-21T11:59:59Z")
    #expect(everything.contains("The body of a."))
    let report = try publish("2026-11-21T12:00:00Z")
    #expect(!everything.contains("The body of a."))
    #expect(everything.contains("The body of b."))
    #expect(report.filesWritten.contains("articles/a/index.html"))
    #expect(try newsroom.ledger.withdrawals().map(\.id.text) == ["a"])
    #expect(try publish("2026-11-21T13:00:00Z").filesWritten == [])
  }

  @Test func anArticleThatExpiresBeforeItsIssueIsNotMailed() throws {
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    try site.article("a", dated: "2026-11-22", more: ["expires: 2026-11-23T06:00:00Z"])
    try site.article("b", dated: "2026-11-22", more: ["expires: 2026-11-23T08:00:00Z"])
    try site.article("c", dated: "2026-11-22", more: ["expires: 2026-11-23T12:00:00Z"])
    // The run is late: b has expired since the slot.
    let report = try newsroom.run("2026-11-23T09:00:00Z")
    #expect(try newsroom.articles(of: report) == [["c"]])
    #expect(!everything.contains("The body of a.") && !everything.contains("The body of b."))
  }

  @Test func waitingNewsThatExpiresIsNotMailed() throws {
    let site = try SampleSite(digests: ["weekly": SampleSite.weekly + "max_articles = 1\n"])
    let newsroom = try Newsroom(site)
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    try site.article("old", dated: "2026-11-20", more: ["expires: 2026-11-28"])
    try site.article("new", dated: "2026-11-21")
    #expect(try newsroom.articles(of: newsroom.run("2026-11-23T07:00:00Z")) == [["new"]])
    #expect(try newsroom.articles(of: newsroom.run("2026-11-30T07:00:00Z")) == [])
  }

  @Test(arguments: [
    "<p hidden>SECRET</p>\n\nShown.", "<div style=\"display:none\">\n\nSECRET\n\n</div>\n\nShown.",
    "A <span hidden>SECRET</span> word.", "<div class=\"d-none\">SECRET</div>\n\nShown.",
    "<template>\n\nSECRET\n\n</template>\n\nShown.", "<dialog>SECRET</dialog>\n\nShown.",
    "<noscript>\n\nSECRET\n\n</noscript>\n\nShown.", "{::comment}SECRET{:/comment}\n\nShown.",
    "{% capture x %}SECRET{% endcapture %}\n\nShown.", "<!-- SECRET -- SECRET -->\n\nShown.",
  ])
  func hiddenWordsReachNoPageFeedOrMail(_ body: String) throws {
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    try site.folder.write("---\ntitle: T\ndate: 2026-11-22\n---\n\n\(body)\n", to: "articles/t.md")
    let report = try newsroom.run("2026-11-23T07:00:00Z")
    #expect(try newsroom.articles(of: report) == [["t"]])
    #expect(everything.contains(body.contains("Shown") ? "Shown." : "word."))
    #expect(!everything.contains("SECRET"))
  }

  @Test func conditionalTextHoldsTheArticleAndIsReported() throws {
    try site.folder.write("---\ntitle: T\ndate: 2026-11-20\n---\n\n{% if x %}SECRET{% endif %}\n", to: "articles/t.md")
    let report = try publish("2026-11-21T12:00:00Z")
    #expect(published == [])
    #expect(
      report.problems == [
        "articles/t.md:6:1: `{% if x %}SECRET{% endif %}` could hide the text that belongs to it; remove the mark "
          + "to publish the text, or the text to hide it (skipped)"
      ])
  }
}
