import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"

/// Sheets for appointments and the glossary, as runs publish them.
@Suite struct SheetRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom
  private let sheet = "public/articles/a/sheet/index.html"

  init() throws {
    site = try SampleSite()
    newsroom = try Newsroom(site)
    try article("a", questions: true)
    try article("b", questions: false)
  }

  private func article(_ name: String, questions: Bool, hiding: String = "") throws {
    let more = questions ? "questions: [Why?]\n" : ""
    let head = "title: \(name)\ndate: 2026-11-20\ntopics: [x]\nsummary: S\n\(more)\(hiding)"
    try site.folder.write("---\n\(head)---\n\nA relapse.\n", to: "articles/\(name).md")
  }

  private func publish() throws -> [String] { try newsroom.run(sunday, only: .publish).filesWritten.sorted() }

  @Test func onlyArticlesWithQuestionsHaveASheetAndNothingButTheArticleNamesIt() throws {
    _ = try publish()
    let address = "https://news.example.org/articles/a/sheet/"
    let naming = site.publicFiles.filter { $0.value.contains(address) }.keys
    #expect(naming.sorted() == ["public/articles/a/index.html"])
    #expect(site.folder.files().filter { $0.contains("/sheet/") } == [sheet])
    #expect(try publish() == [])
  }

  @Test func aSheetGoesWithItsArticleAndWithItsQuestions() throws {
    _ = try publish()
    try article("a", questions: false)
    _ = try publish()
    #expect(site.folder.text(sheet) == nil)
    try article("a", questions: true)
    _ = try publish()
    #expect(site.folder.text(sheet) != nil)
    try article("a", questions: true, hiding: "draft: true\n")
    _ = try publish()
    #expect(site.folder.text(sheet) == nil)
  }

  @Test func anArticleWithTheAddressOfASheetWins() throws {
    try article("a/sheet", questions: false)
    _ = try publish()
    #expect(site.folder.text(sheet)?.contains("<title>a/sheet") == true)
    #expect(site.folder.text("public/articles/a/index.html")?.contains("Take this") == false)
  }

  @Test func aChangeOfTheGlossaryWritesThePagesThatUseIt() throws {
    _ = try publish()
    try site.folder.write("relapse = \"New symptoms.\"\n", to: "glossary.toml")
    try newsroom.reopen()
    #expect(try publish() == ["articles/a/index.html", "articles/b/index.html"])
    #expect(try publish() == [])
    #expect(site.folder.text("public/feeds/all/rss.xml")?.contains("New symptoms") == false)
  }
}
