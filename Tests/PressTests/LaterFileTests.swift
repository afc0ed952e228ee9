import CourantTesting
import Press
import PressTesting
import Testing

/// Links to files that are published after the article that names them.
@Suite struct LaterFileTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    newsroom = try Newsroom(site)
  }

  private func write(_ id: String, _ body: String, more: String = "") throws {
    try site.folder.write("---\ntitle: \(id)\ndate: 2026-11-20\n\(more)---\n\n\(body)\n", to: "articles/\(id).md")
  }

  private func run() throws -> RunReport { try newsroom.run("2026-11-23T12:00:00Z", only: .publish) }

  /// Runs until no file is read again because it changed in the instant in which it was read.
  private func settle() throws {
    for _ in 0..<10_000 {
      if try run().articlesRead == 0 { return }
    }
    Issue.record("files are read again and again")
  }

  private func linksToLater() throws -> Bool {
    try #require(site.folder.text("public/articles/a/index.html")).contains("https://news.example.org/articles/later/")
  }

  @Test(arguments: ["[x](later.md)", "[x]({{< ref \"later\" >}})", "[[later]]", "[x]({% post_url later %})"])
  func aLinkLeadsToAnArticleThatComesLater(_ line: String) throws {
    try write("a", line)
    try write("later", "text", more: "draft: true\n")
    try settle()
    #expect(try !linksToLater())
    try write("later", "text")
    _ = try run()
    #expect(try linksToLater())
    try settle()
    #expect(try linksToLater())
  }

  @Test func anArticleThatLacksNothingIsNotReadAgain() throws {
    try write("a", "[x](b.md) [y](https://elsewhere.example/z.md) [z](/about/)")
    try write("b", "text")
    try settle()
    try write("c", "text")
    #expect(try run().articlesRead == 1)
  }
}
