import Cards
import CourantTesting
import Couriers
import Drawing
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

private final class Openings {
  var count = 0
}

/// Pages name a card only if it exists.
@Suite struct CardTests {
  private let site: SampleSite
  private let ledger: SQLLedger
  private let card = "articles/a/card.png"
  private let icon = "apple-touch-icon.png"
  /// How often the libraries were opened.
  private let openings = Openings()

  init() throws {
    site = try SampleSite()
    ledger = try SQLLedger(inMemory: ())
    try site.article("a", dated: "2026-11-19", topics: ["brain"])
  }

  private func run(
    _ now: String, only part: PressRun.Part? = .publish, without missing: MissingDrawing? = nil, most: Int = 250,
    key: String = "as before"
  ) throws -> RunReport {
    var ways = RunWays(courier: { RecordingCourier() })
    ways.mostCards = most
    ways.cards = LazyCardWriter(key: key) {
      openings.count += 1
      return missing.map { .failure($0) } ?? Result { () throws(MissingDrawing) in try CardWriter() }
    }
    let opened = try OpenedSite(folder: site.path)
    return try PressRun(opened, ledger: ledger, now: .at(now), ways: ways).run(only: part)
  }

  private func page(_ path: String = "articles/a/index.html") -> String { site.folder.text("public/" + path) ?? "" }

  /// The lines about the image in a page's head.
  private func lines(_ page: String) -> [String] {
    page.split(separator: "\n").map(String.init).filter { $0.contains("og:image") || $0.contains("twitter:card") }
  }

  private func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: site.path + "/public/" + path)
  }

  private func replaceInSettings(_ text: String, with new: String) throws {
    try site.folder.write((site.folder.text("schedule.conf") ?? "").replacing(text, with: new), to: "schedule.conf")
  }

  @Test func aFirstRunDrawsTheNewestOnlyAndTheNextOnesTheRest() throws {
    for number in 1...30 {
      let day = "2026-10-\(number < 10 ? "0" : "")\(number)"
      try site.article("b\(number)", dated: day, topics: ["brain"])
    }
    _ = try run("2026-11-20T12:00:00Z")
    // Of 25 images, one is the icon and one the card of the newest article, a.
    #expect((1...30).filter { exists("articles/b\($0)/card.png") } == Array(8...30))
    _ = try run("2026-11-20T12:05:00Z")
    #expect((1...30).allSatisfy { exists("articles/b\($0)/card.png") })
  }

  private static let withoutCard = [#"<meta name="twitter:card" content="summary">"#]

  @Test func anArticleHasACardAndItsPageNamesIt() throws {
    let report = try run("2026-11-20T10:00:00Z")
    #expect(report.filesWritten.prefix(2) == [icon, card])
    #expect(
      lines(page()) == [
        #"<meta property="og:image" content="https://news.example.org/articles/a/card.png">"#,
        #"<meta property="og:image:width" content="1200">"#, #"<meta property="og:image:height" content="630">"#,
        #"<meta property="og:image:alt" content="About a">"#,
        #"<meta name="twitter:card" content="summary_large_image">"#,
      ])
    #expect(
      page("index.html").contains(
        #"<link rel="apple-touch-icon" href="https://news.example.org/apple-touch-icon.png">"#))
    #expect(try run("2026-11-20T11:00:00Z").filesWritten == [])
  }

  @Test func aCardIsDrawnAgainOnlyIfWhatItShowsHasChanged() throws {
    _ = try run("2026-11-20T10:00:00Z")
    try site.article("a", dated: "2026-11-19", topics: ["brain"], more: ["credibility: 2.6", "summary: Short."])
    #expect(try !run("2026-11-20T11:00:00Z").filesWritten.contains(card))
    try site.article("a", dated: "2026-11-19", title: "Another title", topics: ["brain"])
    #expect(try run("2026-11-20T12:00:00Z").filesWritten.contains(card))
  }

  @Test func aCardGoesWithItsArticle() throws {
    for id in ["b", "c", "d"] { try site.article(id, dated: "2026-11-19") }
    _ = try run("2026-11-20T10:00:00Z")
    try FileManager.default.removeItem(atPath: site.path + "/articles/a.md")
    let report = try run("2026-11-20T11:00:00Z")
    #expect(report.filesRemoved.contains(card))
    #expect(!exists(card))
  }

  @Test func anArticleUnderEmbargoHasNoCard() throws {
    try site.article("b", dated: "2026-11-25")
    _ = try run("2026-11-20T10:00:00Z")
    #expect(!exists("articles/b/card.png"))
    _ = try run("2026-11-25T10:00:00Z")
    #expect(exists("articles/b/card.png"))
  }

  @Test func theAuthorsPictureWins() throws {
    try site.article(
      "a", dated: "2026-11-19", more: ["image:", "  url: https://example.org/b.png", "  alt: A brain"])
    _ = try run("2026-11-20T10:00:00Z")
    #expect(!exists(card))
    #expect(lines(page()).first == #"<meta property="og:image" content="https://example.org/b.png">"#)
  }

  /// A file of the name next to the article, one in its place in `public/`, and an article in a folder of the name.
  @Test func aCardTakesNoOtherFilesPlace() throws {
    try site.folder.write("the author's", to: "articles/a/card.png")
    try site.article("b", dated: "2026-11-19")
    try site.folder.write("the operator's", to: "public/articles/b/card.png")
    try site.folder.write("the operator's", to: "public/apple-touch-icon.png")
    try site.article("c", dated: "2026-11-19")
    try site.article("c/card.png", dated: "2026-11-19", file: "articles/d.md")
    let report = try run("2026-11-20T10:00:00Z")
    #expect(report.problems == [])
    #expect(site.folder.text("public/articles/a/card.png") == "the author's")
    #expect(site.folder.text("public/articles/b/card.png") == "the operator's")
    #expect(site.folder.text("public/apple-touch-icon.png") == "the operator's")
    #expect(exists("articles/c/card.png/index.html"))
    for id in ["a", "b", "c"] { #expect(lines(page("articles/\(id)/index.html")) == Self.withoutCard) }
  }

  /// The pages remain, but the ledger that recorded them is lost.
  @Test func aNewLedgerKnowsItsCardsAgain() throws {
    _ = try run("2026-11-20T10:00:00Z")
    var ways = RunWays(courier: { RecordingCourier() })
    ways.cards = LazyCardWriter(fontCache: nil)
    let press = PressRun(
      try OpenedSite(folder: site.path), ledger: try SQLLedger(inMemory: ()), now: .at("2026-11-20T11:00:00Z"),
      ways: ways)
    #expect(try press.run(only: .publish).filesWritten == [])
    #expect(lines(page()).count == 5)
  }

  @Test func aTitleWithoutAFontHasNoCardAndIsReportedOnce() throws {
    try site.article("a", dated: "2026-11-19", title: "Brain \u{E000}")
    let report = try run("2026-11-20T10:00:00Z")
    let fault = "no font for “Brain \u{E000}”; install fonts-noto-extra, or another font of Noto"
    #expect(report.notices == ["\(card): not drawn: \(fault)"])
    #expect(report.problems == [])
    #expect(!exists(card))
    #expect(lines(page()) == Self.withoutCard)
    try site.article("b", dated: "2026-11-19")
    #expect(try run("2026-11-20T11:00:00Z").notices == [])
    #expect(exists("articles/b/card.png"))
  }

  @Test func aTitleThatCanNoLongerBeDrawnLosesItsCard() throws {
    _ = try run("2026-11-20T10:00:00Z")
    try site.article("a", dated: "2026-11-19", title: "Brain \u{E000}", topics: ["brain"])
    #expect(try run("2026-11-20T11:00:00Z").filesRemoved == [card])
    #expect(lines(page()) == Self.withoutCard)
  }

  @Test func withoutTheLibrariesEverythingElseWorksAndOneNoticeSaysSo() throws {
    let missing = MissingDrawing(description: "libcairo.so.2 is missing; install libpangocairo-1.0-0")
    let report = try run("2026-11-20T10:00:00Z", without: missing)
    #expect(
      report.notices == ["schedule.conf: no social cards are drawn: \(missing), or write cards = false in [site]"])
    #expect(report.exitCode == .done)
    #expect(lines(page()) == Self.withoutCard)
    #expect(!page().contains("apple-touch-icon"))
    try site.article("b", dated: "2026-11-19")
    #expect(try run("2026-11-20T11:00:00Z", without: missing).notices == [])
    // Once the libraries are installed, the next run draws cards, even if nothing else changed.
    #expect(try run("2026-11-20T12:00:00Z").filesWritten.contains(card))
    #expect(lines(page()).count == 5)
    #expect(try run("2026-11-20T13:00:00Z").filesWritten == [])
    #expect(try run("2026-11-20T14:00:00Z", without: missing, key: "without").notices.count == 1)
    #expect(!exists(card))
  }

  @Test func theLibrariesAreOpenedOnlyToDraw() throws {
    for minute in 10..<60 where try ledger.stamps(of: "articles").values.contains("") || minute < 12 {
      _ = try run("2026-11-20T10:\(minute):00Z")
    }
    let first = openings.count
    let text = try #require(site.folder.text("articles/a.md"))
    try site.folder.write(text + "\nOne more line.\n", to: "articles/a.md")
    #expect(try run("2026-11-20T12:00:00Z").filesWritten.contains("articles/a/index.html"))
    #expect(lines(page()).count == 5)
    #expect(openings.count == first)
  }

  @Test func anotherKeyDrawsNothingAnewIfFontsAndLibrariesAreTheSame() throws {
    _ = try run("2026-11-20T10:00:00Z")
    let first = openings.count
    #expect(try run("2026-11-20T11:00:00Z", key: "another").filesWritten == [])
    #expect(openings.count == first + 1)
  }

  /// Memory was short, for example; nothing is installed that would change the key.
  @Test func whatWasMissingForAMomentIsTriedAgain() throws {
    _ = try run("2026-11-20T10:00:00Z", without: MissingDrawing(description: "drawing needs more"))
    #expect(!exists(card))
    #expect(try run("2026-11-20T11:00:00Z").filesWritten.contains(card))
    #expect(lines(page()).count == 5)
  }

  @Test func aSettingTurnsCardsOff() throws {
    _ = try run("2026-11-20T10:00:00Z")
    try replaceInSettings("[site]\n", with: "[site]\ncards = false\n")
    let report = try run("2026-11-20T11:00:00Z")
    #expect(report.filesRemoved.sorted() == [icon, card])
    #expect(lines(page()) == Self.withoutCard)
  }

  @Test func aCardThatSomebodyDeletedIsDrawnAgain() throws {
    _ = try run("2026-11-20T10:00:00Z")
    try FileManager.default.removeItem(atPath: site.path + "/public/" + card)
    #expect(try run("2026-11-20T11:00:00Z").filesWritten == [card])
  }

  @Test func theNextRunsDrawTheRest() throws {
    try site.article("b", dated: "2026-11-18")
    _ = try run("2026-11-20T10:00:00Z", most: 2)
    #expect([exists(icon), exists(card), exists("articles/b/card.png")] == [true, true, false])
    #expect(lines(page("articles/b/index.html")) == Self.withoutCard)
    let report = try run("2026-11-20T11:00:00Z", most: 2)
    #expect(report.filesWritten == ["articles/b/card.png", "articles/b/index.html"])
    // All three are due; the old ones stay until their turn.
    try replaceInSettings("Research news", with: "Science news")
    #expect(try run("2026-11-20T12:00:00Z", most: 2).filesWritten.contains(card))
    #expect(lines(page("articles/b/index.html")).count == 5)
    #expect(try run("2026-11-20T13:00:00Z", most: 2).filesWritten == ["articles/b/card.png"])
    #expect(try run("2026-11-20T14:00:00Z", most: 2).filesWritten == [])
  }

  @Test func anOwnIconReplacesTheTouchIcon() throws {
    try replaceInSettings("[site]\n", with: "[site]\nicon = \"/icon.png\"\n")
    _ = try run("2026-11-20T10:00:00Z")
    #expect(!exists(icon))
    #expect(exists(card))
  }
}

extension CardTests {
  private static let issue = "archive/weekly/1/"

  @Test func anIssueHasACardFromItsFirstRunOn() throws {
    _ = try run("2026-11-20T10:00:00Z", only: nil)
    let report = try run("2026-11-23T07:00:05Z", only: nil)
    #expect(report.filesWritten.contains(Self.issue + "card.png"))
    #expect(
      lines(page(Self.issue + "index.html")).first
        == #"<meta property="og:image" content="https://news.example.org/archive/weekly/1/card.png">"#)
    #expect(!page(Self.issue + "index.html").contains("the picture for social networks"))
    #expect(try run("2026-11-23T08:00:05Z", only: nil).filesWritten == [])
  }

  /// The page is frozen without knowing whether a card can ever be drawn.
  @Test func anIssueThatWasFrozenWithoutLibrariesGetsItsCardLater() throws {
    let missing = MissingDrawing(description: "nothing")
    _ = try run("2026-11-20T10:00:00Z", only: nil, without: missing)
    _ = try run("2026-11-23T07:00:05Z", only: nil, without: missing)
    #expect(lines(page(Self.issue + "index.html")) == Self.withoutCard)
    _ = try run("2026-11-23T08:00:05Z", only: nil)
    #expect(exists(Self.issue + "card.png"))
    #expect(lines(page(Self.issue + "index.html")).count == 5)
  }

  /// A page from a site's own templates, or from an older version, names no card, so no card is drawn.
  @Test func anIssueWhosePageHasNoPlaceForACardHasNone() throws {
    try site.folder.write("<head></head>\n", to: "templates/page-head.html")
    _ = try run("2026-11-20T10:00:00Z", only: nil)
    let report = try run("2026-11-23T07:00:05Z", only: nil)
    #expect(report.issues.count == 1)
    #expect(report.notices == [])
    #expect(!exists(Self.issue + "card.png"))
    #expect(try run("2026-11-23T08:00:05Z", only: nil).filesWritten == [])
  }
}
