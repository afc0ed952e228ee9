import CourantTesting
import Foundation
import Testing

/// A user who may not read a folder or a file.
private let nobody: uid_t = 65_534

@Suite(.enabled(if: geteuid() != 0 || CourantProcess.runs(as: nobody), "needs a user who is not root"))
struct UnreadableFolderTests {
  private let site: SampleSite

  init() throws {
    site = try SampleSite(digests: [:])
    try site.article("a", dated: "2026-11-18")
    for number in 1...9 { try site.article("sub/b\(number)", dated: "2026-11-19") }
    try site.folder.write("picture", to: "articles/sub/p.png")
    try give(to: nobody)
    #expect(try run("2026-11-20T06:00:00Z").code == 0)
  }

  @Test(arguments: [0o000, 0o100, 0o400]) func aFolderWithoutPermissionKeepsItsArticlesAndImages(_ mode: Int) throws {
    let before = site.folder.files()
    try set(mode, "articles/sub")
    let end = try run("2026-11-20T07:00:00Z")
    #expect(end.code == 65)
    let lines = end.errors.split(separator: "\n").map(String.init)
    #expect(
      Set(lines).isSubset(
        of: [
          "articles/sub: this folder cannot be opened: Permission denied; its published files stay until it can be "
            + "read (skipped)"
        ] + (1...9).map { file("b\($0).md") } + [file("p.png")]))
    #expect(lines.isEmpty == false)
    try set(0o755, "articles/sub")
    #expect(site.folder.files() == before)
    #expect(try run("2026-11-20T08:00:00Z") == .init(code: 0, output: "", errors: ""))
    #expect(site.folder.files() == before)
  }

  @Test func aFileWithoutPermissionKeepsItsArticle() throws {
    let before = site.folder.files()
    try set(0o000, "articles/a.md")
    #expect(
      try run("2026-11-20T07:00:00Z")
        == .init(
          code: 65, output: "",
          errors:
            "articles/a.md: this file cannot be opened: Permission denied; its article stays as it was (skipped)\n"))
    #expect(site.folder.files() == before)
    try set(0o644, "articles/a.md")
    #expect(try run("2026-11-20T08:00:00Z").code == 0)
  }

  private func file(_ name: String) -> String {
    "articles/sub/\(name): this file cannot be examined: Permission denied; its published files stay until it can "
      + "be read (skipped)"
  }

  private func run(_ now: String) throws -> CourantProcess.End {
    let words = ["run", "--only", "publish", "--site", site.path, "--now", now]
    return try CourantProcess(words, as: geteuid() == 0 ? nobody : nil).wait()
  }

  private func set(_ mode: Int, _ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: site.path + "/" + path)
  }

  /// Only root can, and only root need.
  private func give(to user: uid_t) throws {
    guard geteuid() == 0 else { return }
    for path in [""] + (FileManager.default.subpaths(atPath: site.path) ?? []) {
      try FileManager.default.setAttributes(
        [.ownerAccountID: Int(user), .groupOwnerAccountID: Int(user)], ofItemAtPath: site.path + "/" + path)
    }
  }
}
