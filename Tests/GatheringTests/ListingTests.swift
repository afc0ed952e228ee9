import Foundation
import Gathering
import Model
import Testing

@Suite struct ListingTests {
  @Test func articlesAndAssetsAreListedInOrder() throws {
    let site = try TemporarySite([
      "articles/b.md": "b", "articles/a.markdown": "a", "articles/2026/c/index.md": "c", "articles/2026/c/pic.PNG": "p",
      "articles/README.md": "x", "articles/2026/README.md": "y", "articles/_index.md": "x", "articles/.hidden.md": "x",
      "articles/.git/d.md": "x", "articles/a.md~": "x", "articles/a.md.tmp": "x", "articles/.a.md.swp": "x",
      "articles/notes.txt": "x", "articles/paper.pdf": "x", "articles/é.md": "x", "other/e.md": "x",
    ])
    let listing = try site.source().listing()
    #expect(
      listing.articles.map(\.path) == [
        "articles/2026/README.md", "articles/2026/c/index.md", "articles/a.markdown", "articles/b.md", "articles/é.md",
      ])
    #expect(listing.assets.map(\.path) == ["articles/2026/c/pic.PNG", "articles/paper.pdf"])
    #expect(listing.findings == [])
  }

  @Test func markerFilesAreKnownInAnySpelling() throws {
    let markers = [
      "articles/.meta.yml", "articles/_INDEX.md", "articles/p/11tydata.md", "articles/p/INDEX.HTML",
      "articles/p/_data.YAML", "articles/p/_metadata.yml", "articles/p/index.rst", "articles/p/p.JSON",
      "articles/p/x.11tydata.md", "articles/p/x.11TYDATA.js",
    ]
    let others = ["articles/1.md", "articles/i.md", "articles/p/a.md", "articles/p/data.yml", "articles/p/x.y.md"]
    let site = try TemporarySite(Dictionary(uniqueKeysWithValues: (markers + others).map { ($0, "x") }))
    #expect(try site.source().listing().markers.map(\.path) == markers.sorted())
  }

  @Test func easyVersionsAreKnownInAnySpelling() throws {
    let easy = ["articles/a.EASY.md", "articles/b.easy.markdown", "articles/c.d.Easy.md"]
    let others = ["articles/a.md", "articles/easy.md", "articles/f.easy.g.md", "articles/uneasy.md"]
    let site = try TemporarySite(Dictionary(uniqueKeysWithValues: (easy + others).map { ($0, "x") }))
    let listing = try site.source().listing()
    #expect(listing.easy.map(\.path) == easy)
    #expect(listing.articles.map(\.path) == others)
  }

  @Test func unreadFilesGetOneNoticePerFolderAndKind() throws {
    let site = try TemporarySite([
      "articles/a.mdx": "x", "articles/b.mdx": "x", "articles/c.Rmd": "x", "articles/2026/d.qmd": "x",
      "articles/_e.mdx": "x", "articles/.f.mdx": "x", "articles/_drafts/g.mdx": "x", "articles/drafts/h.org": "x",
      "articles/README.rst": "x", "articles/i.txt": "x", "articles/j.html": "x", "articles/k.md": "x",
      "other/l.mdx": "x",
    ])
    let sentence = "files of this kind are not read; to publish them, write Markdown in files named *.md"
    #expect(
      try site.source().listing().findings
        == ["articles/*.mdx", "articles/*.rmd", "articles/2026/*.qmd"].map { Finding($0, sentence, weight: .notice) })
  }

  @Test func namesThatAreNotTextAreReported() throws {
    let site = try TemporarySite(["articles/a.md": "x", "articles/line\nbreak.md": "x"])
    let name = Array("\(site.root)/articles/b".utf8) + [0xFF] + Array(".md".utf8) + [0]
    let file = name.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT | O_WRONLY, 0o600) }
    }
    #expect(close(file) == 0)
    let listing = try site.source().listing()
    #expect(listing.articles.map(\.path) == ["articles/a.md"])
    #expect(
      listing.findings.map(\.description) == [
        "articles/b\u{FFFD}.md: this name is not plain UTF-8 text; rename it",
        "articles/line break.md: this name is not plain UTF-8 text; rename it",
      ])
  }

  @Test func theSiteFolderItselfCanBeASourceWithoutWhatCourantMakes() throws {
    let site = try TemporarySite([
      "a.md": "x", "public/articles/a.png": "x", "var/b.md": "x", "c/var/d.md": "x", "pic.jpg": "x",
    ])
    let listing = try site.source("./").listing()
    #expect(listing.articles.map(\.path) == ["a.md", "c/var/d.md"])
    #expect(listing.assets.map(\.path) == ["pic.jpg"])
    #expect(site.source("./").publicPath(ofAsset: "pic.jpg") == "articles/pic.jpg")
    #expect(site.source().publicPath(ofAsset: "articles/c/pic.jpg") == "articles/c/pic.jpg")
  }

  @Test(arguments: ["nowhere", "../elsewhere", "a.md"])
  func aSourceWithoutAFolderIsUnavailable(_ folder: String) throws {
    let site = try TemporarySite(["a.md": "x"])
    let sentence =
      "the folder `\(folder)` of source `articles` is not in the site folder; create it, or correct its name in "
      + "[sources.articles]"
    #expect(throws: SourceUnavailable(finding: Finding("schedule.conf", sentence))) {
      try site.source(folder).listing()
    }
  }

  @Test func aStampChangesWithItsFile() throws {
    let site = try TemporarySite(["articles/a.md": "one"])
    let before = try site.source().listing()
    #expect(try site.source().listing() == before)
    let file = site.root + "/articles/a.md"
    let modified = try FileManager.default.attributesOfItem(atPath: file)[.modificationDate]
    try site.write("two", to: "articles/a.md")
    try FileManager.default.setAttributes([.modificationDate: try #require(modified)], ofItemAtPath: file)
    #expect(try site.source().listing().articles.map(\.stamp) != before.articles.map(\.stamp))
  }

  @Test func aStampIsOneLine() {
    #expect(
      FileStamp(size: 5, modified: -1, changed: 1_700_000_000_000_000_001, inode: .max).text
        == "5 -1 1700000000000000001 18446744073709551615")
  }
}
