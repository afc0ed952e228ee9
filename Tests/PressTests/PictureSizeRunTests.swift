import CourantTesting
import Foundation
import Model
import Press
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"

/// The sizes of pictures on pages, read from the files next to the articles.
@Suite struct PictureSizeRunTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite()
    newsroom = try Newsroom(site)
    try site.folder.write(
      "---\ntitle: A\ndate: 2026-11-20\n---\n![x](a%20b.svg) ![y](broken.png) ![z](https://e.example/a.png)\n",
      to: "articles/a.md")
    try site.article("b", dated: "2026-11-20")
    try draw(37, 21)
    try site.folder.write("\u{89}PNG", to: "articles/broken.png")
  }

  private func draw(_ width: Int, _ height: Int, _ file: String = "articles/a b.svg") throws {
    try site.folder.write("<svg width=\"\(width)\" height=\"\(height)\"></svg>", to: file)
  }

  private func publish() throws -> RunReport { try newsroom.run(sunday, only: .publish) }

  private func sizes(_ page: String) -> [String] {
    let text = site.folder.text("public/" + page) ?? ""
    return text.matches(of: /<img width="(\d+)" height="(\d+)"/).map { "\($0.output.1) \($0.output.2)" }
  }

  @Test func aPictureHasItsSizeAndAChangedOneItsNewOne() throws {
    #expect(try publish().problems == [])
    #expect(sizes("articles/a/index.html") == ["37 21"])
    try draw(100, 50)
    #expect(Set(try publish().filesWritten) == ["articles/a b.svg", "articles/a/index.html"])
    #expect(sizes("articles/a/index.html") == ["100 50"])
    #expect(try publish().filesWritten == [])
  }

  @Test func aPictureOfAPageAlsoHasItsSize() throws {
    try draw(8, 9, "pages/team.svg")
    try site.folder.write("---\ntitle: About\n---\n![us](team.svg)\n", to: "pages/about.md")
    _ = try publish()
    #expect(sizes("about/index.html") == ["8 9"])
  }
}
