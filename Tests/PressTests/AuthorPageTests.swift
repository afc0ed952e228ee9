import CourantTesting
import Foundation
import Model
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"

/// `authors.toml`: a page for each author.
@Suite struct AuthorPageTests {
  private let site: SampleSite
  private let newsroom: Newsroom
  private let page = "public/authors/ann-archer/index.html"

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20", more: ["authors: [Ann Archer, Bo]"])
    try site.article("b", dated: "2026-11-19", more: ["authors: [Bo]"])
    try site.folder.write("[\"ann archer\"]\nrole = \"Nurse\"\nconflicts = \"None.\"\n", to: "authors.toml")
    newsroom = try Newsroom(site)
  }

  private func publish() throws -> RunReport {
    try newsroom.reopen()
    return try newsroom.run(sunday, only: .publish)
  }

  private func titles() -> [String] {
    let text = site.folder.text(page) ?? ""
    return text.matches(of: /<h3[^>]*><a[^>]*>([^<]*)</).map { String($0.output.1) }
  }

  @Test func anAuthorsPageIntroducesThemAndListsTheirArticles() throws {
    _ = try publish()
    let text = try #require(site.folder.text(page))
    #expect(titles() == ["About a"])
    for words in ["<h1 dir=\"auto\">ann archer</h1>", ">Nurse</p>", "Conflicts of interest:</strong>", ">None.</span>"]
    {
      #expect(text.contains(words))
    }
    #expect(site.folder.text("public/sitemap.xml")?.contains("https://news.example.org/authors/ann-archer/") == true)
    let files: [String] = site.folder.files().filter { $0.hasPrefix("public/authors/") }
    #expect(files == [page])
  }

  @Test func theirPageChangesWithTheirArticlesOnly() throws {
    _ = try publish()
    try site.article("c", dated: "2026-11-21", more: ["authors: [Bo]"])
    #expect(try publish().filesWritten.contains("authors/ann-archer/index.html") == false)
    try site.article("d", dated: "2026-11-21", more: ["authors: [Ann  Archer]"])
    #expect(try publish().filesWritten.contains("authors/ann-archer/index.html"))
    #expect(titles() == ["About d", "About a"])
  }

  @Test func withoutTheFileTheirPageIsGone() throws {
    _ = try publish()
    try site.folder.remove("authors.toml")
    #expect(try publish().filesRemoved == ["authors/ann-archer/index.html"])
    #expect(site.folder.text("public/articles/a/index.html")?.contains("authors/") == false)
  }

  @Test func anAuthorWithoutArticlesAlsoHasAPage() throws {
    try site.folder.write("[Cy]\n", to: "authors.toml")
    _ = try publish()
    #expect(site.folder.text("public/authors/cy/index.html")?.contains("0 articles") == true)
  }
}
