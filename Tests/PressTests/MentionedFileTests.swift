import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// Files that only hidden text names are not published.
@Suite struct MentionedFileTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(digests: [:])
    for name in ["x.png", "y.png"] { try site.folder.write("x", to: "articles/\(name)") }
    newsroom = try Newsroom(site)
  }

  private func write(_ name: String, _ body: String, _ matter: String = "") throws {
    try site.folder.write(
      "---\ntitle: Of \(name)\ndate: 2026-11-01\n\(matter)\n---\n\(body)\n", to: "articles/\(name).md")
  }

  /// The pictures that are public after a run.
  private func pictures(_ now: String) throws -> [String] {
    _ = try newsroom.run(now, only: .publish)
    return site.folder.files().filter { $0.hasPrefix("public/") && $0.hasSuffix(".png") }
      .map { String($0.dropFirst("public/articles/".count)) }.sorted()
  }

  @Test func aPictureComesAndGoesWithTheTextThatNamesIt() throws {
    try write("a", "![](x.png)")
    #expect(try pictures("2026-11-21T10:00:00Z") == ["x.png", "y.png"])
    try write("a", "<!-- ![](x.png) -->")
    #expect(try pictures("2026-11-21T11:00:00Z") == ["y.png"])
    try write("b", "![](x.png)")
    #expect(try pictures("2026-11-21T12:00:00Z") == ["x.png", "y.png"])
    try write("b", "![](x.png)", "draft: true")
    #expect(try pictures("2026-11-21T13:00:00Z") == ["y.png"])
    try write("a", "No picture.")
    try site.folder.remove("articles/b.md")
    #expect(try pictures("2026-11-21T14:00:00Z") == ["x.png", "y.png"])
  }

  @Test func aPictureAppearsAndEndsWithTheArticleThatShowsIt() throws {
    try write("a", "![](x.png)", "publishDate: 2026-11-20\nexpiryDate: 2026-11-22")
    #expect(try pictures("2026-11-19T12:00:00Z") == ["y.png"])
    #expect(try pictures("2026-11-20T12:00:00Z") == ["x.png", "y.png"])
    #expect(try pictures("2026-11-22T12:00:00Z") == ["y.png"])
  }

  @Test func aFileThatComesLaterIsAlsoHidden() throws {
    try write("a", "A. <!-- z.png -->")
    #expect(try pictures("2026-11-21T10:00:00Z") == ["x.png", "y.png"])
    try site.folder.write("z", to: "articles/z.png")
    #expect(try pictures("2026-11-21T11:00:00Z") == ["x.png", "y.png"])
  }

  @Test func aNameWithoutItsFolderMeansAnyFileOfThatName() throws {
    try site.folder.write("z", to: "articles/images/z.png")
    try write("a", "A. {% comment %}{% img z.png %}{% endcomment %}")
    #expect(try pictures("2026-11-21T10:00:00Z") == ["x.png", "y.png"])
    try write("b", "![](images/z.png)")
    #expect(try pictures("2026-11-21T11:00:00Z") == ["images/z.png", "x.png", "y.png"])
  }

  @Test func anotherFileOfTheSameNameStays() throws {
    try site.folder.write("z", to: "articles/p/x.png")
    try write("a", "A. <!-- ![](x.png) -->")
    #expect(try pictures("2026-11-21T10:00:00Z") == ["p/x.png", "y.png"])
  }
}
