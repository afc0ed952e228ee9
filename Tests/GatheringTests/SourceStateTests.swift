import CourantTesting
import Foundation
import Glibc
import Model
import Testing

@testable import Gathering

/// The fingerprint by which a run sees that a source has not changed.
struct SourceStateTests {
  private struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let change: @Sendable (TemporarySite) throws -> Void

    init(_ name: String, _ change: @escaping @Sendable (TemporarySite) throws -> Void) {
      testDescription = name
      self.change = change
    }
  }

  private func site() throws -> TemporarySite {
    let site = try TemporarySite([
      "articles/a.md": "a", "articles/2026/b/index.md": "b", "articles/2026/b/pic.png": "p", "articles/.meta.yml": "m",
      "articles/.git/index": "g",
      "articles/.well-known/y": "y", "other/c.md": "c", "other/d.md": "d", "public/p.html": "p",
    ])
    try site.link("articles/link.md", to: "../other/c.md")
    try site.link("articles/folder", to: "../other")
    try Self.mkdir(site.root + "/elsewhere")
    try site.link("articles/elsewhere", to: "../elsewhere")
    return site
  }

  private func state(_ site: TemporarySite, of folder: String = "articles", at clock: Int64 = .max) -> String? {
    site.source(folder).state(at: clock)
  }

  private static let changes = [
    Change("a text of the same length") { try $0.write("z", to: "articles/a.md") },
    Change("a text in a deep folder") { try $0.write("z", to: "articles/2026/b/index.md") },
    Change("a new file") { try $0.write("n", to: "articles/n.md") },
    Change("a new file of no kind") { try $0.write("n", to: "articles/n.xyz") },
    Change("a new folder") { try mkdir($0.root + "/articles/new") },
    Change("a file that is gone") { try FileManager.default.removeItem(atPath: $0.root + "/articles/2026/b/pic.png") },
    Change("a new name") { site in
      try FileManager.default.moveItem(atPath: site.root + "/articles/a.md", toPath: site.root + "/articles/z.md")
    },
    Change("permissions") { chmod($0.root + "/articles/a.md", 0o600) },
    Change("a second name") { link($0.root + "/articles/a.md", $0.root + "/other/e.md") },
    Change("a setting in a file that begins with a dot") { try $0.write("z", to: "articles/.meta.yml") },
    Change("a file in a hidden folder that is published") { try $0.write("z", to: "articles/.well-known/z") },
    Change("what a link leads to") { try $0.write("z", to: "other/c.md") },
    Change("a link that leads elsewhere") { site in
      unlink(site.root + "/articles/link.md")
      try site.link("articles/link.md", to: "../other/d.md")
    },
    Change("a folder that a link led to") { site in
      try FileManager.default.moveItem(atPath: site.root + "/elsewhere", toPath: site.root + "/moved")
    },
    Change("a folder in place of a link") { site in
      unlink(site.root + "/articles/folder")
      try mkdir(site.root + "/articles/folder")
    },
  ]

  private static func mkdir(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  @Test(arguments: changes) private func aChangeShows(_ change: Change) throws {
    let site = try site()
    let before = try #require(state(site))
    #expect(state(site) == before)
    try change.change(site)
    #expect(state(site) != before)
  }

  @Test(arguments: [
    Change("Git's own files") { try $0.write("z", to: "articles/.git/index") },
    Change("another folder") { try $0.write("z", to: "other/d.md") },
    Change("behind a link to a folder") { try $0.write("z", to: "other/new.md") },
  ])
  private func whatIsNotListedDoesNot(_ change: Change) throws {
    let site = try site()
    let before = try #require(state(site))
    try change.change(site)
    #expect(state(site) == before)
  }

  @Test func publishedFilesDoNotCountInASourceThatIsTheWholeSite() throws {
    let site = try site()
    let before = try #require(state(site, of: "."))
    try site.write("z", to: "public/p.html")
    #expect(state(site, of: ".") == before)
    try site.write("z", to: "other/c.md")
    #expect(state(site, of: ".") != before)
  }

  @Test func theFoldersPathDoesNotCount() throws {
    let site = try site()
    let settings = SourceSettings(name: "articles", folder: "articles")
    let dotted = FolderSource(settings: settings, site: TemporarySite.site, root: site.root + "/./other/..")
    #expect(dotted.state(at: .max) == state(site))
  }

  @Test func anInaccessibleSourceHasNone() throws {
    let site = try site()
    #expect(state(site, of: "missing") == nil)
    #expect(state(site, of: "public") == nil)
  }

  /// It may change again within the tick of the file system's clock.
  @Test func aFileThatChangedJustNowLeavesItOpen() throws {
    let site = try site()
    var status = stat()
    stat(site.root + "/articles/link.md", &status)
    let newest = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
    #expect(state(site, at: newest + 1) == nil)
    #expect(state(site, at: newest + 3_000_000_000) != nil)
  }

  @Test func aFolderWithTooManyFilesIsIncomplete() throws {
    let site = try site()
    for most in [2, 100] {
      guard var state = FolderState(most: most) else { fatalError("there is no memory") }
      state.add(site.root + "/articles", followingLinks: true)
      #expect(state.isIncomplete == (most == 2))
      _ = state.finish()
    }
  }
}
