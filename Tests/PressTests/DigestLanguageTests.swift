import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// A digest in another language than the site's.
@Suite struct DigestLanguageTests {
  @Test func itsEmailsAndPagesAreInItsLanguage() throws {
    let site = try SampleSite(digests: [
      "weekly": SampleSite.weekly, "woche": SampleSite.weekly + "language = \"de\"\n",
      "osbua": SampleSite.weekly + "language = \"ar\"\nintro = \"next.md\"\n",
    ])
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings + "\n[words]\nread_more = \"Continue\"\n", to: "schedule.conf")
    try site.folder.write("Dear readers, hello.\n", to: "next.md")
    try site.article("a", dated: "2026-11-20", more: ["summary: S"])
    let readers = ["weekly", "woche", "osbua"].map { Enrolment.confirmed("\($0)@example.org", digest: $0) }
    let newsroom = try Newsroom(site, readers: readers)
    _ = try newsroom.run("2026-11-22T12:00:00Z")
    _ = try newsroom.run("2026-11-23T07:00:05Z")
    let languages = newsroom.mails.map { "\($0.recipient.localPart) \($0.field("Content-Language") ?? "")" }
    #expect(languages.sorted() == ["osbua ar", "weekly en", "woche de"])
    let edition = { (digest: String) in
      let issue = try #require(try newsroom.ledger.issue(digest, number: 1))
      return try #require(try newsroom.ledger.edition([Feed.Name("all")!], of: issue.id))
    }
    #expect(try edition("weekly").text.contains("Continue: https://"))
    let german = try edition("woche")
    #expect(german.text.contains("Woche · 23. November 2026 · Ausgabe 1"))
    #expect(german.text.contains("Diesen Artikel lesen: https://") && !german.text.contains("Continue"))
    #expect(german.html.hasPrefix("<!DOCTYPE html>\n<html lang=\"de\" dir=\"ltr\">"))
    #expect(try edition("osbua").html.hasPrefix("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"))
    #expect(
      try edition("osbua").html.contains("<div dir=\"ltr\">\n<p style=\"margin: 0 0 12px 0\">Dear readers, hello.</p>"))
    let page = try #require(site.publicFiles["public/archive/woche/1/index.html"])
    #expect(page.contains("<html lang=\"de\" dir=\"ltr\">"))
    #expect(site.publicFiles["public/index.html"]?.contains("<html lang=\"en\" dir=\"ltr\">") == true)
  }
}
