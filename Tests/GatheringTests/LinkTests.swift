import Files
import Foundation
import Gathering
import Model
import Testing

/// A link, a hard link or a pipe among the articles publishes nothing from elsewhere.
@Suite struct LinkTests {
  private static let outside =
    "this link leads out of the folder `articles` and is not followed; replace it with the file"
  private static let secret = "this file belongs to the site's settings, keys or ledger; it is never published"
  private static let unpublished =
    "this link leads to a file that is not published; replace the link with the file"

  /// The listing and the findings.
  private func listed(_ source: FolderSource) throws -> (files: [String], findings: [String]) {
    let listing = try source.listing()
    return ((listing.articles + listing.assets).map(\.path), listing.findings.map(\.description))
  }

  @Test func aLinkIsFollowedToAFileOfItsSource() throws {
    let site = try TemporarySite([
      "articles/real.md": "x", "articles/2026/real.png": "picture", "articles/.hidden.png": "x",
      "articles/plain.key": "x",
    ])
    try site.link("articles/link.md", to: "real.md")
    try site.link("articles/again.md", to: "link.md")
    try site.link("articles/a.png", to: "2026/real.png")
    try site.link("articles/absolute.png", to: site.root + "/articles/2026/real.png")
    try site.link("articles/2026/up.png", to: "../a.png")
    try site.link("articles/hidden.png", to: ".hidden.png")
    try site.link("articles/key.png", to: "plain.key")
    try site.link("articles/folder.png", to: "2026")
    let source = site.source()
    let (files, findings) = try listed(source)
    #expect(
      files == [
        "articles/again.md", "articles/link.md", "articles/real.md", "articles/2026/real.png", "articles/2026/up.png",
        "articles/a.png", "articles/absolute.png",
      ])
    #expect(
      findings == [
        "articles/folder.png: " + Self.unpublished, "articles/hidden.png: " + Self.unpublished,
        "articles/key.png: " + Self.unpublished,
      ])
    #expect(try source.open("articles/2026/up.png").size == 7)
  }

  @Test func aLinkPublishesNoDraftAndNothingThatIsHidden() throws {
    let site = try TemporarySite([
      "articles/draft.md": "x", "articles/_drafts/a.md": "x", "articles/_drafts/s.png": "x", "articles/_a.md": "x",
    ])
    try site.link("articles/draft.pdf", to: "draft.md")
    try site.link("articles/draft.png", to: "draft.md")
    try site.link("articles/a.md", to: "_drafts/a.md")
    try site.link("articles/b.md", to: "_a.md")
    try site.link("articles/s.png", to: "_drafts/s.png")
    let (_, findings) = try listed(site.source())
    #expect(
      findings == ["a.md", "b.md", "draft.pdf", "draft.png", "s.png"].map { "articles/\($0): \(Self.unpublished)" })
  }

  @Test func aLinkOutOfItsSourceIsReportedAndNotFollowed() throws {
    let outside = try TemporarySite(["articles/secret.png": "x"])
    let site = try TemporarySite([
      "shared/inside.md": "x", "var/courant.sqlite": "x", "dkim.pem": "x", "public/a.png": "x",
    ])
    let targets = [
      "shared.md": "../shared/inside.md", "report.pdf": "../var/courant.sqlite", "key.png": "../dkim.pem",
      "public.png": "../public/a.png", "outside.png": outside.root + "/articles/secret.png",
      "root.png": "/etc/hostname",
      "up.md": "../../../../../../../etc/hostname", "process.png": "/proc/self/environ", "articles.png": "../articles",
    ]
    for (name, target) in targets { try site.link("articles/" + name, to: target) }
    try site.link("articles/folder", to: "../shared")
    try site.link("articles/nowhere.md", to: "nothing.md")
    try site.link("articles/self.md", to: "self.md")
    try site.link("articles/link.png", to: "key.png")
    let source = site.source()
    let (files, findings) = try listed(source)
    #expect(files == [])
    let reported = targets.keys.map { "articles/\($0): \(Self.outside)" } + ["articles/link.png: \(Self.outside)"]
    let nowhere = ["nowhere", "self"].map { "articles/\($0).md: this link leads nowhere; correct or remove it" }
    let folders = [
      "articles/folder: this folder is a symbolic link, which is not followed; replace it with the folder itself"
    ]
    #expect(findings == (reported + nowhere + folders).sorted())
    #expect(source.read("articles/up.md") == .fault([Finding("articles/up.md", Self.outside)]))
    #expect(
      source.read("articles/../shared/inside.md") == .fault([Finding("articles/../shared/inside.md", Self.outside)]))
    #expect(throws: UnreadableFile.self) { _ = try source.open("articles/folder/inside.md").size }
  }

  @Test func aFileThatALinkReplacedAfterTheListingIsNotRead() throws {
    let site = try TemporarySite(["articles/a/b.png": "picture", "articles/c.png": "picture", "secret/b.png": "secret"])
    let source = site.source()
    #expect(try listed(source).files == ["articles/a/b.png", "articles/c.png"])
    try FileManager.default.removeItem(atPath: site.root + "/articles/c.png")
    try site.link("articles/c.png", to: "../secret/b.png")
    try FileManager.default.moveItem(atPath: site.root + "/articles/a", toPath: site.root + "/articles/old")
    try site.link("articles/a", to: "../secret")
    for path in ["articles/c.png", "articles/a/b.png"] {
      #expect(throws: UnreadableFile.self, "\(path)") { _ = try source.open(path).size }
    }
  }

  @Test func aSourceThatIsTheSiteFolderPublishesNothingOfTheSite() throws {
    let site = try TemporarySite([
      "schedule.conf": "x", "a.png": "x", "feeds/a.png": "x", "templates/logo.png": "x", "var/a.png": "x",
      "public/a.png": "x",
      "keys/dkim.png": "x", "relay.pdf": "x", "other/a.md": "x",
    ])
    var settings = TemporarySite.site
    settings.mail = MailSettings(
      from: try #require(Mailbox("news@example.org")),
      smtp: .init(host: "127.0.0.1", port: 25))
    settings.mail?.smtp.passwordFile = "relay.pdf"
    settings.mail?.dkim = DKIMSettings(domain: "example.org", key: .init(selector: "a", file: "keys/dkim.png"))
    try site.link("settings.md", to: "schedule.conf")
    try site.link("ledger.png", to: "var/a.png")
    try FileManager.default.linkItem(atPath: site.root + "/var/a.png", toPath: site.root + "/hard.png")
    let source = site.source(".", of: settings)
    let (files, findings) = try listed(source)
    #expect(files == ["other/a.md", "a.png"])
    #expect(
      findings == [
        "hard.png: " + Self.secret, "keys/dkim.png: " + Self.secret, "ledger.png: " + Self.secret,
        "relay.pdf: " + Self.secret, "settings.md: " + Self.unpublished,
      ])
    #expect(throws: UnreadableFile.self) { _ = try source.open("var/a.png").size }
  }

  @Test(arguments: ["public", "var/inbox", "feeds", "linked"])
  func aSourceCannotBeWhereCourantKeepsItsOwnFiles(_ folder: String) throws {
    let site = try TemporarySite(["public/a.md": "x", "var/inbox/a.md": "x", "feeds/a.md": "x"])
    try site.link("linked", to: "var")
    let sentence =
      "the folder `\(folder)` of source `articles` belongs to Courant; move the articles to another folder"
    #expect(throws: SourceUnavailable(finding: Finding("schedule.conf", sentence))) {
      try site.source(folder).listing()
    }
  }

  @Test func aPipeWithTheNameOfAnImageIsReportedAndDoesNotBlock() throws {
    let site = try TemporarySite()
    for name in ["a.md", "b.png"] { try #require(mkfifo(site.root + "/articles/" + name, 0o600) == 0) }
    let source = site.source()
    let (files, findings) = try listed(source)
    #expect(files == [])
    #expect(findings == ["a.md", "b.png"].map { "articles/\($0): not a regular file; not published" })
    #expect(throws: UnreadableFile.self) { _ = try source.open("articles/b.png").size }
  }

  @Test func aSlashIsASlashEvenBeforeACombiningMark() throws {
    let site = try TemporarySite(["secret/\u{301}a.png": "x"])
    try site.link("articles/b", to: "../secret")
    #expect(throws: UnreadableFile.self) { _ = try site.source().open("articles/b/\u{301}a.png").size }
  }

  @Test func aFileThatIsTooLargeToPublishIsReported() throws {
    let site = try TemporarySite(["articles/a.mp4": "x"])
    try #require(truncate(site.root + "/articles/a.mp4", 1_000_000_001) == 0)
    let (files, findings) = try listed(site.source())
    #expect(files == [])
    #expect(
      findings == [
        "articles/a.mp4: this file is larger than 1 GB; host it elsewhere and link to it"
      ])
  }
}
