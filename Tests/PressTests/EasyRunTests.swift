import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// `x.easy.md` next to `x.md`: the easy-to-read version of an article.
@Suite struct EasyRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom
  private let page = "public/articles/a/easy/index.html"
  private let address = "https://news.example.org/articles/a/easy/"

  init() throws {
    site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    newsroom = try Newsroom(site)
  }

  private func easy(_ head: String = "", _ name: String = "a") throws {
    let text = "---\ntitle: In short\n\(head)---\nThe cat sat.\nIt slept.\n"
    try site.folder.write(text, to: "articles/\(name).easy.md")
  }

  private func publish(_ now: String = sunday) throws -> RunReport { try newsroom.run(now, only: .publish) }

  private var isLinked: Bool { site.folder.text("public/articles/a/index.html")?.contains(address) == true }

  @Test func onlyItsArticleLeadsToIt() throws {
    try easy()
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let text = try #require(site.folder.text(page))
    let body = text.firstMatch(of: /(?s)<div class="body"[^>]*>\n(.*?)\n<\/div>/).map { String($0.output.1) }
    #expect(body == "<p>The cat sat.\nIt slept.</p>\n")
    #expect(text.contains("<h1 dir=\"ltr\">In short</h1>"))
    #expect(site.publicFiles.filter { $0.value.contains(address) }.keys.sorted() == ["public/articles/a/index.html"])
    #expect(site.publicFiles.filter { $0.value.contains("In short") }.keys.sorted() == [page])
    let mail = String(decoding: try #require(newsroom.mails.first).message, as: UTF8.self)
    #expect(!mail.contains("In short") && !mail.contains("easy"))
    #expect(try publish(monday).filesWritten == [])
  }

  @Test func aChangeOfItIsPublishedAndItGoesWithItsFile() throws {
    try easy()
    _ = try publish()
    try site.folder.write("---\ntitle: In short\n---\nNow it is awake.\n", to: "articles/a.easy.md")
    #expect(try publish().filesWritten == ["articles/a/easy/index.html"])
    try site.folder.remove("articles/a.easy.md")
    _ = try publish()
    #expect(site.folder.text(page) == nil && !isLinked)
  }

  @Test func anEasyVersionHidesWithItsArticle() throws {
    try easy()
    _ = try publish()
    #expect(isLinked)
    let text = try #require(site.folder.text("articles/a.md"))
    try site.folder.write(text.replacing("---\n", with: "---\ndraft: true\n", maxReplacements: 1), to: "articles/a.md")
    _ = try publish()
    #expect(site.folder.text(page) == nil)
  }

  @Test(arguments: ["draft: true", "status: private", "expiryDate: 2026-12-24", "date: 2026-12-24"])
  func anEasyVersionHidesByItsOwnKeys(_ key: String) throws {
    try easy(key + "\n")
    _ = try publish()
    #expect(site.folder.text(page) == nil && !isLinked)
  }

  @Test func aPictureThatOnlyAHiddenOneNamesIsNotPublished() throws {
    try site.folder.write("png", to: "articles/secret.png")
    for (key, isPublished) in [("draft: true\n", false), ("", true)] {
      try easy(key + "image: secret.png\n")
      _ = try publish()
      #expect((site.folder.text("public/articles/secret.png") != nil) == isPublished)
    }
  }

  @Test func withoutAnArticleItIsReported() throws {
    try easy("", "b")
    #expect(
      try publish().problems == [
        "articles/b.easy.md: there is no article of this name, so this easy-to-read version is not published"
      ])
    #expect(!site.folder.files().contains { $0.hasPrefix("public/articles/b") })
  }
}
