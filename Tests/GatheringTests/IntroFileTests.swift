import Foundation
import Gathering
import Model
import Testing

/// The introduction of an issue, as its editor writes it.
struct IntroFileTests {
  private func read(_ text: String?, at now: String = "2026-11-23T07:00:00Z") throws -> IntroFile {
    let site = try TemporarySite(text.map { ["letters/next.md": $0] } ?? [:])
    return try withExtendedLifetime(site) {
      IntroFile("letters/next.md", of: TemporarySite.site, in: site.root, at: try instant(now)) { path in
        path == "articles/sleep.md" ? "https://example.org/news/articles/sleep/" : nil
      }
    }
  }

  private func intro(_ text: String) throws -> Introduction? {
    guard case .intro(let intro) = try read(text).reading else { return nil }
    return intro
  }

  @Test func itNeedsNoFrontMatter() throws {
    let written = "\u{FEFF}Dear readers,\r\n\r\nread [about sleep](../articles/sleep.md) *first*.\r\n"
    #expect(
      try intro(written)?.html == """
        <p>Dear readers,</p>
        <p>read <a href="https://example.org/news/articles/sleep/">about sleep</a> <em>first</em>.</p>

        """)
    #expect(try intro("---\ntitle: A & B\n---\nText.\n")?.html == "<h2>A &amp; B</h2>\n<p>Text.</p>\n")
  }

  @Test(arguments: ["", " \n\n", "---\ntitle: x\n---\n"])
  func withoutWordsThereIsNone(_ text: String) throws {
    let reading = try read(text).reading
    #expect(reading == .none || text.contains("title"))
    #expect(try read(nil).reading == .none)
  }

  @Test(arguments: ["draft: true", "published: false", "date: 2026-12-24", "expires: 2026-11-01"])
  func whatHidesAnArticleHidesIt(_ line: String) throws {
    #expect(try read("---\n\(line)\n---\nText.\n").reading == .hidden)
  }

  @Test func aMarkThatCouldHideItIsAsked() throws {
    guard case .fault(let faults) = try read("Text.\n\n{% if x %}SECRET{% endif %}\n").reading else {
      Issue.record("it was read")
      return
    }
    #expect(faults.map(\.line) == [3])
  }

  @Test func hostileMarkupIsSanitised() throws {
    let html = try intro("Text\n\n<script>alert(1)</script>\n\n<b onclick=x>B</b> [x](javascript:alert(1))")?.html
    for word in ["script", "onclick", "alert"] { #expect(html?.contains(word) == false) }
  }

  @Test func theFingerprintSurvivesEditorsAndVersionControl() throws {
    let first = try intro("Dear readers,\n\ngood news.\n")?.fingerprint
    let same = ["\u{FEFF}Dear readers,\r\n\r\ngood news.", "Dear readers,  \n\n\n\ngood news.\n\n"]
    #expect(try same.map { try intro($0)?.fingerprint } == [first, first])
    #expect(try intro("Dear readers,\n\nbad news.\n")?.fingerprint != first)
  }
}
