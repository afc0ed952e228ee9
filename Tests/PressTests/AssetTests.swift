import CourantTesting
import Foundation
import Model
import Press
import PressTesting
import Testing

/// Images and documents are copied unchanged, and nothing from elsewhere.
@Suite struct AssetTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(digests: [:])
    try site.article("a", dated: "2026-11-19")
    newsroom = try Newsroom(site)
  }

  private func publish(_ hour: Int) throws -> RunReport {
    try newsroom.run("2026-11-21T\(hour):00:00Z", only: .publish)
  }

  private func status(_ path: String) throws -> [FileAttributeKey: Int] {
    let all = try FileManager.default.attributesOfItem(atPath: site.path + "/public/articles/" + path)
    return [FileAttributeKey.systemFileNumber, .posixPermissions, .size].reduce(into: [:]) {
      $0[$1] = (all[$1] as? NSNumber)?.intValue
    }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 200_000])
  func aPictureIsCopiedByteForByte(_ size: Int) throws {
    let bytes = String((0..<size).map { Character(Unicode.Scalar(UInt8(0x20 + $0 % 90))) })
    try site.folder.write(bytes, to: "articles/a.png")
    let report = try publish(10)
    #expect(report.filesWritten.contains("articles/a.png"))
    #expect(site.folder.text("public/articles/a.png") == bytes)
    #expect(try status("a.png")[.posixPermissions] == 0o644)
  }

  @Test func aPictureThatIsThereIsNotTouchedAndAChangedOneIsReplaced() throws {
    try site.folder.write("first", to: "articles/a.png")
    _ = try publish(10)
    let before = try status("a.png")
    try site.folder.write("first", to: "articles/a.png")
    #expect(try publish(11).filesWritten == [])
    #expect(try status("a.png") == before)
    try site.folder.write("other", to: "articles/a.png")
    #expect(try publish(12).filesWritten == ["articles/a.png"])
    #expect(site.folder.text("public/articles/a.png") == "other")
  }

  @Test func aLinkToTheLedgerOrAKeyIsNotPublishedAndIsToldInTheRun() throws {
    try site.folder.write("secret", to: "dkim.pem")
    try site.folder.write("secret", to: "var/courant.sqlite")
    for (name, target) in ["key.png": "../dkim.pem", "report.pdf": "../var/courant.sqlite"] {
      try FileManager.default.createSymbolicLink(atPath: site.path + "/articles/" + name, withDestinationPath: target)
    }
    let report = try publish(10)
    let why = "this link leads out of the folder `articles` and is not followed; replace it with the file (skipped)"
    #expect(report.problems == ["articles/key.png: \(why)", "articles/report.pdf: \(why)"])
    #expect(report.exitCode == .badContent)
    #expect(report.filesWritten.filter { $0.hasSuffix(".png") || $0.hasSuffix(".pdf") } == [])
  }

  @Test func aPictureWithTheNameOfAPageIsToldAndTheRestIsPublished() throws {
    try site.article("b.png/c", dated: "2026-11-20", file: "articles/c.md")
    try site.folder.write("picture", to: "articles/b.png")
    let report = try publish(10)
    #expect(
      report.problems == [
        "articles/b.png: not published, because an article's page has its name; rename one of them"
      ])
    #expect(report.exitCode == .badContent)
    #expect(site.folder.text("public/articles/b.png/c/index.html") != nil)
  }
}
