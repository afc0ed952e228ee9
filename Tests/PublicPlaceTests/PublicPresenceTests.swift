import CourantTesting
import PublicPlace
import Testing

/// A run that has nothing to do looks whether all files are there.
struct PublicPresenceTests {
  /// As the ledger lists them: by bytes.
  private let paths = [
    "404.html", "archive/weekly/1/index.html", "articles/a/card.png", "articles/a/easy/index.html",
    "articles/a/index.html", "articles/b/2026/11/x/index.html", "articles/b/2026/11/x/y/z/deep.png",
    "articles/b/index.html", "articles/c.png", "articles/é/index.html", "feeds/all/archive/1/atom.xml",
    "feeds/all/rss.xml", "index.html", "topics/x/index.html",
  ]

  private func site() throws -> (TemporaryFolder, PublicFolder) {
    let temporary = try TemporaryFolder()
    let folder = PublicFolder(temporary.path + "/public")
    _ = try folder.write(paths.map { PublicFolder.File(path: $0, bytes: [1]) })
    return (temporary, folder)
  }

  @Test func filesThatAreThereAreFoundInAnyOrder() throws {
    let (temporary, folder) = try site()
    defer { withExtendedLifetime(temporary) {} }
    #expect(folder.holdsAll(paths))
    #expect(folder.holdsAll(paths.reversed()))
    #expect(folder.holdsAll([]))
  }

  @Test func eachMissingFileIsNoticed() throws {
    for path in paths {
      let (temporary, folder) = try site()
      defer { withExtendedLifetime(temporary) {} }
      _ = try folder.remove(path)
      #expect(!folder.holdsAll(paths), "\(path)")
      #expect(folder.holdsAll(paths.filter { $0 != path }), "\(path)")
    }
  }

  @Test func nothingIsThereWithoutTheFolder() throws {
    let temporary = try TemporaryFolder()
    let folder = PublicFolder(temporary.path + "/public")
    #expect(!folder.holdsAll(["index.html"]))
    #expect(folder.holdsAll([]))
  }
}
