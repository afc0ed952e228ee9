import Foundation
import Gathering
import Model
import Testing

/// A single field must not make an email, a page or a feed unreadable.
@Suite struct FieldLimitTests {
  private static let marks = "a" + String(repeating: "\u{301}", count: 60_000)

  private func lines(_ matter: String, _ body: String = "Body.") throws -> [String] {
    switch try reading("---\n\(matter)\n---\n\(body)\n") {
    case .article(_, let warnings): ["article"] + warnings.map(\.description)
    case .draft: ["draft"]
    case .fault(let findings): findings.map(\.description)
    case .unreadable(let finding): [finding.description]
    }
  }

  private static func long(_ count: Int) -> String { String(repeating: "a", count: count) }

  /// Front matter that repeats a string many times, and the finding about it.
  struct TooLong: CustomTestStringConvertible, Sendable {
    let before: String
    let unit: String
    let count: Int
    let after: String
    let finding: String

    init(_ before: String, _ unit: String, _ count: Int, _ after: String = "", _ finding: String) {
      (self.before, self.unit, self.count, self.after, self.finding) = (before, unit, count, after, finding)
    }

    var testDescription: String { finding }
    var matter: String { before + String(repeating: unit, count: count) + after + "\ndate: 2026-11-01" }
  }

  private static let tooLong = [
    TooLong("title: ", "a", 6_001, "", "2:8: `title` has 6,001 characters; write at most 6,000"),
    TooLong("title: a", "\u{301}", 40_000, "", "2:8: `title` has 40,001 characters; write at most 6,000"),
    TooLong(
      "title: T\nsummary: a", "\u{301}", 40_000, "", "3:10: `summary` has 40,001 characters; write at most 5,000"),
    TooLong(
      "title: T\nlink: https://e.org/", "a", 60_000, "", "3:7: `link` has 60,014 characters; write at most 2,000"),
    TooLong(
      "title: T\nimage: https://e.org/", "a", 60_000, "", "3:8: `image` has 60,014 characters; write at most 2,000"),
    TooLong(
      "title: T\nimage: {url: https://e.org/a, alt: a", "\u{301}", 40_000, "}",
      "3:8: `image` has 40,001 characters; write at most 1,000"),
    TooLong(
      "title: T\nauthors: [A, a", "\u{301}", 40_000, "]", "3:10: `authors` has 40,001 characters; write at most 1,000"),
    TooLong("title: T\ntopics: [A, ", "a", 201, "]", "3:9: `topics` has 201 characters; write at most 200"),
    TooLong(
      "title: T\nsource: {journal: a", "\u{301}", 40_000, "}",
      "3:19: `journal` has 40,001 characters; write at most 1,000"),
    TooLong(
      "title: T\nsource: {url: https://e.org/", "a", 60_000, "}",
      "3:15: `url` has 60,014 characters; write at most 2,000"),
    TooLong("title: T\nsource: a", "\u{301}", 40_000, "", "3:9: `source` has 40,001 characters; write at most 1,000"),
    TooLong(
      "title: T\nid: a", "\u{301}", 40_000,
      "", "3:5: `id` must be 1 to 200 characters on one line, without / at the beginning or .. between slashes"),
  ]

  @Test(arguments: tooLong)
  func aFieldThatIsTooLongIsReportedByLine(_ field: TooLong) throws {
    let found = try lines(field.matter)
    #expect(found == ["articles/a.md:" + field.finding])
  }

  @Test(arguments: ["topics: 9", "authors: 10"])
  func aListThatIsTooLongIsReportedByLine(_ key: String) throws {
    let (name, column) = (key.prefix { $0 != ":" }, key.split(separator: " ")[1])
    let list = (1...501).map { "t\($0)" }.joined(separator: ",")
    let found = try lines("title: T\n\(name): [\(list)]\ndate: 2026-11-01")
    #expect(found == ["articles/a.md:3:\(column): `\(name)` lists 501; write at most 500"])
  }

  @Test(arguments: [
    "\u{200B}", "\u{301}", "\u{2060}\u{FEFF}", "\u{202E}\u{2066}", "\u{3164}\u{115F}", "\u{2800}", "\u{AD}",
  ])
  func aTitleMustShowACharacter(_ title: String) throws {
    let found = try lines("title: \"\(title)\"\ndate: 2026-11-01")
    #expect(found == ["articles/a.md:2:8: `title` has no visible character; write one"])
  }

  @Test func invisibleValuesCountAsMissing() throws {
    let matter =
      "title: \"\u{200B}T\"\ndate: 2026-11-01\nsummary: \"\u{200B}\"\nauthors: [A, \"\u{200B}\"]\ntopics: [B, \"\u{2060}\"]"
    guard case .article(let article, let warnings) = try reading("---\n\(matter)\n---\nThe beginning.\n") else {
      Issue.record("no article")
      return
    }
    #expect(article.title == "\u{200B}T")
    #expect(article.summary == "The beginning.")
    #expect(article.authors == ["A"])
    #expect(article.topics == [Topic("B")])
    #expect(warnings == [])
  }

  @Test func aLongDescriptionOfAnotherProgramIsPassedOver() throws {
    guard
      case .article(let article, _) = try reading(
        "---\ntitle: T\ndate: 2026-11-01\ndescription: \(Self.long(5_001))\n---\nThe beginning.\n")
    else {
      Issue.record("no article")
      return
    }
    #expect(article.summary == "The beginning.")
  }

  @Test func anExcerptIsNotLongerForItsMarks() throws {
    guard case .article(let article, _) = try reading("---\ntitle: T\ndate: 2026-11-01\n---\n\(Self.marks)\n") else {
      Issue.record("no article")
      return
    }
    #expect(article.summary == "a" + String(repeating: "\u{301}", count: 1_199) + "…")
  }

  @Test func frontMatterThatIsTooLongIsRefused() throws {
    let found = try lines("title: T\ndate: 2026-11-01\n" + String(repeating: "k: v\n", count: 20_000))
    #expect(
      found == [
        "articles/a.md:1:1: the front matter that begins here is longer than 100 kB; move its text to the body"
      ])
  }

  @Test func findingsOnOneFileAreCountedAfterTheFirstFifty() throws {
    let found = try lines("title: T\ndate: 2026-11-01", String(repeating: "{% a %}\n\n", count: 200))
    let tags = (0..<50).map { "articles/a.md:\(5 + 2 * $0):1: `{% a %}` is not supported; it is omitted" }
    #expect(found == ["article"] + tags + ["articles/a.md: there are 50 more findings; correct these first"])
  }

  @Test(arguments: ["a%=b ", "a% "])
  func aTagWithTooManyAttributesIsRefused(_ attribute: String) throws {
    let attributes = (0..<20_000).map { attribute.replacing("%", with: "\($0)") }.joined()
    #expect(
      try lines("title: T\ndate: 2026-11-01", "<p \(attributes)>a</p>")
        == ["articles/a.md: an HTML tag in this article has too many attributes; remove some"])
  }

  @Test func htmlThatRepeatsItsTagsIsRefusedWhenItGetsTooLong() throws {
    let body = "<a title=\"\(Self.long(100_000))\" href=b>" + String(repeating: "<p>x", count: 1_000)
    #expect(
      try lines("title: T\ndate: 2026-11-01", body) == [
        "articles/a.md: as HTML this article is longer than 10 MB; split it"
      ])
  }
}
