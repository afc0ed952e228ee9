import CourantTesting
import Foundation
import Press
import PressTesting
import Testing

private let thursday = "2026-11-19T12:00:00Z"
private let friday = "2026-11-20T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// What keeps emails from being made is reported days before an issue is due.
@Suite struct MailFaultTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(digests: ["weekly": SampleSite.weekly + "intro = \"letters/next.md\"\n"])
    try site.folder.write("Dear readers\n", to: "letters/next.md")
    try site.article("a", dated: "2026-11-18")
    newsroom = try Newsroom(site, readers: [.confirmed("ann@example.org")])
    #expect(try newsroom.run(thursday).problems == [])
  }

  private func problems(_ time: String = friday) throws -> [String] {
    try newsroom.reopen()
    return try newsroom.run(time).problems
  }

  @Test(arguments: [
    (
      "templates/digest.html", "{{> mail-intro}}<p>{{site.publisher}}</p>",
      "templates/digest.html:1: digest.html lacks the link to unsubscribe, without which nothing is sent; add "
        + "`{{unsubscribe_url}}` (no issue of weekly can be mailed)"
    ),
    (
      "templates/mail-footer.html", "{{nobody}}",
      "templates/mail-footer.html:1:1: the variable `nobody` is unknown here (no issue of weekly can be mailed)"
    ),
    (
      "templates/letter.text", "{{nobody}}",
      "templates/letter.text:1:1: the variable `nobody` is unknown here (no letter can be mailed)"
    ),
    (
      "letters/next.md", "---\ntitle: [\n---\nDear readers\n",
      "letters/next.md:3:1: a list or table is not closed; end it with ] or } (no issue of weekly can be mailed)"
    ),
  ])
  func aFaultIsReportedByEachRunUntilItIsMended(_ path: String, _ text: String, _ problem: String) throws {
    let before = site.folder.text(path)
    try site.folder.write(text, to: path)
    let found = try problems()
    #expect(found == [problem])
    let foundAgain = try problems("2026-11-20T12:05:00Z")
    #expect(foundAgain == [problem], "the same files again")
    if let before { try site.folder.write(before, to: path) } else { try site.folder.remove(path) }
    #expect(try problems("2026-11-20T12:10:00Z") == [])
  }

  @Test func anIntroductionInAFolderThatDoesNotExistIsReported() throws {
    try site.folder.remove("letters/next.md")
    #expect(try problems() == [], "it may not be written yet")
    try FileManager.default.removeItem(atPath: site.path + "/letters")
    try site.folder.write("words", to: "templates/note.text")
    #expect(
      try problems("2026-11-20T12:05:00Z")
        == ["letters/next.md: there is no such folder (the next issue of weekly has no introduction)"])
  }

  @Test func whenTheIssueIsDueTheFaultIsReportedOnce() throws {
    try site.folder.write("<p>{{site.publisher}}</p>", to: "templates/digest.html")
    let found = try problems(monday)
    #expect(found.count == 1, "\(found)")
    #expect(newsroom.mails.isEmpty)
  }
}
