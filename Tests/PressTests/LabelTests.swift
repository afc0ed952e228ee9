import CourantTesting
import Model
import PressTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// `[words] key_takeaway`: for most sites a summary is a summary.
@Suite struct LabelTests {
  /// The pages, feeds and emails in which readers of a site with this label would see it.
  private func documents(_ label: String) throws -> [String] {
    let site = try SampleSite()
    let settings = try #require(site.folder.text("schedule.conf"))
    try site.folder.write(settings + "\n[words]\nkey_takeaway = \"\(label)\"\n", to: "schedule.conf")
    for id in ["a", "b"] { try site.article(id, dated: "2026-11-20", more: ["summary: What \(id) found."]) }
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    let files = ["index.html", "articles/a/index.html", "feeds/all/atom.xml", "archive/weekly/1/index.html"]
    let mail = String(decoding: try #require(newsroom.mails.first).message, as: UTF8.self)
    return try files.map { try #require(site.folder.text("public/" + $0)) } + [mail.replacing("=\r\n", with: "")]
  }

  @Test func theLabelOfSummariesCanBeAnother() throws {
    for text in try documents("In short") {
      #expect(text.contains("In short"))
      #expect(!text.contains("Key takeaway"))
    }
  }

  @Test func withoutALabelTheSummaryIsAloneAndHasNoColon() throws {
    for text in try documents("") {
      #expect(text.contains("What a found."))
      #expect(!text.contains("Key takeaway"))
      #expect(text.firstMatch(of: /(?m)^: |>: ?<|<strong[^>]*><\/strong>|class="label"><|takeaway-label"/) == nil)
    }
  }
}
