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
    /// If nothing but texts of regular files changed: those.
    let files: [String]?
    let change: @Sendable (TemporarySite) throws -> Void

    init(
      _ name: String, of files: [String]? = nil, _ change: @escaping @Sendable (TemporarySite) throws -> Void
    ) {
      testDescription = name
      self.files = files
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
    site.source(folder).state(at: clock)?.fingerprint
  }

  private static let changes = [
    Change("a text of the same length", of: ["/a.md"]) { try $0.write("z", to: "articles/a.md") },
    Change("a text in a deep folder", of: ["/2026/b/index.md"]) { try $0.write("z", to: "articles/2026/b/index.md") },
    Change("two texts", of: ["/2026/b/pic.png", "/a.md"]) { site in
      for path in ["articles/a.md", "articles/2026/b/pic.png"] { try site.write("z", to: path) }
    },
    Change("one file in place of another") { site in
      try FileManager.default.removeItem(atPath: site.root + "/articles/a.md")
      try site.write("a", to: "articles/b.md")
    },
    Change("a text and a new file") { site in
      for path in ["articles/a.md", "articles/2026/n.md"] { try site.write("z", to: path) }
    },
    Change("a new file") { try $0.write("n", to: "articles/n.md") },
    Change("a new file of no kind") { try $0.write("n", to: "articles/n.xyz") },
    Change("a new folder") { try mkdir($0.root + "/articles/new") },
    Change("a file that is gone") { try FileManager.default.removeItem(atPath: $0.root + "/articles/2026/b/pic.png") },
    Change("a new name") { site in
      try FileManager.default.moveItem(atPath: site.root + "/articles/a.md", toPath: site.root + "/articles/z.md")
    },
    Change("permissions", of: ["/a.md"]) { chmod($0.root + "/articles/a.md", 0o600) },
    Change("a second name", of: ["/a.md"]) { link($0.root + "/articles/a.md", $0.root + "/other/e.md") },
    Change("a setting in a file that begins with a dot", of: ["/.meta.yml"]) { site in
      try site.write("z", to: "articles/.meta.yml")
    },
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

  /// Or those that a change is about, if it is about nothing else.
  @Test(arguments: changes) private func theChangedFilesAreKnown(_ change: Change) throws {
    let site = try site()
    let before = try #require(site.source("articles").state(at: .max))
    try change.change(site)
    let now = try #require(site.source("articles").state(at: .max))
    let changes = now.entries.changes(since: before.entries.numbers, most: 2)
    // One file in place of another looks like a change of it, but that number was never the one of its path.
    let known = changes.flatMap { changes in
      let recorded = changes.entries.compactMap { before.entries.stamp(of: $0.path, among: changes.gone) }
      return recorded.count == changes.entries.count ? changes.entries.map(\.path).sorted() : nil
    }
    #expect(known == change.files)
    if let files = change.files {
      #expect(now.entries.changes(since: before.entries.numbers, most: files.count - 1) == nil)
    }
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
    #expect(dotted.state(at: .max)?.fingerprint == state(site))
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

extension FolderEntries {
  /// The stamp that a file has here, if its number is one of these.
  fileprivate func stamp(of path: String, among numbers: Set<UInt64>) -> FileStamp? {
    let entries = changes(since: self.numbers.map { numbers.contains($0) ? ~$0 : $0 }.sorted(), most: .max)?.entries
    guard let stamp = entries?.first(where: { $0.path == path })?.stamp else { return nil }
    return numbers.contains(Self.number(of: path, stamp)) ? stamp : nil
  }
}
