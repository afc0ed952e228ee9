import Foundation
import Gathering
import Model
import Testing

@Suite struct FaultTests {
  private let valid = "title: T\ndate: 2026-11-23\n"

  private func lines(_ reading: Reading) -> [String] {
    switch reading {
    case .article(_, let warnings): ["article"] + warnings.map { "\($0.weight.rawValue) \($0)" }
    case .draft(let warnings): ["draft"] + warnings.map { "\($0.weight.rawValue) \($0)" }
    case .fault(let findings): findings.map { "\($0.weight.rawValue) \($0)" }
    case .unreadable(let finding): ["unreadable \(finding)"]
    }
  }

  private static let unreadable: [(String, String)] = [
    (
      "No front matter",
      "fault articles/a.md:1:1: no front matter; start the file with a line ---, then title: and date:, then a line ---"
    ),
    (
      "",
      "fault articles/a.md:1:1: no front matter; start the file with a line ---, then title: and date:, then a line ---"
    ),
    ("---\n", "fault articles/a.md:1:1: the front matter that begins here never ends; close it with a line ---"),
    (
      "+++\ntitle = 'x'\n---\n",
      "fault articles/a.md:1:1: the front matter that begins here never ends; close it with a line +++"
    ),
    (
      "---\ntitle: a: b\n---\n",
      "fault articles/a.md:2:9: a colon and a space cannot follow here; put a value that holds them in quotes, or check the indentation"
    ),
  ]

  @Test(arguments: unreadable)
  func aFileWithoutFrontMatterIsRefused(_ text: String, _ finding: String) throws {
    #expect(lines(try reading(text)) == [finding])
  }

  private static let faults: [(String, [String])] = [
    ("date: 2026-11-23", ["fault articles/a.md:2:1: `title` is missing; add, for example, title: \"What is new\""]),
    ("title: T", ["fault articles/a.md:2:1: `date` is missing; add, for example, date: 2026-11-23"]),
    ("title: \" \"\ndate: 2026-11-23", ["fault articles/a.md:2:8: `title` is empty; write one"]),
    (
      "tittle: T\ndtae: 2026-11-23",
      [
        "fault articles/a.md:2:1: `date` is missing; add, for example, date: 2026-11-23",
        "fault articles/a.md:2:1: `title` is missing; add, for example, title: \"What is new\"",
        "advice articles/a.md:2:1: `tittle` is not a key of articles; did you mean `title`?",
        "advice articles/a.md:3:1: `dtae` is not a key of articles; did you mean `date`?",
      ]
    ),
    (
      "title: T\ndate: Nov 23",
      ["fault articles/a.md:3:7: `date` is \"Nov 23\"; write it as 2026-11-23 or 2026-11-23 07:00"]
    ),
    (
      "title: T\ndate: 11/23/2026",
      [
        "fault articles/a.md:3:7: `date` is \"11/23/2026\"; write it as 2026-11-23 or 2026-11-23 07:00; "
          + "month/day/year needs date_format = \"US\" in the source's settings"
      ]
    ),
    (
      "title: [T]\ndate: 2026-02-30\ncredibility: 5.1\ninterest: high\nlink: ftp://x\nid: /a\ndraft: perhaps",
      [
        "fault articles/a.md:2:8: `title` must be a string in quotes, for example title: \"…\"; found a list",
        "fault articles/a.md:3:7: `date` is \"2026-02-30\"; write it as 2026-11-23 or 2026-11-23 07:00",
        "fault articles/a.md:4:14: `credibility` must be from 0 to 5, with at most one decimal; found 5.1",
        "fault articles/a.md:5:11: `interest` must be a number, for example interest: 4.5; found a string",
        "fault articles/a.md:6:7: `link` must begin with https:// or http://; found \"ftp://x\"",
        "fault articles/a.md:7:5: `id` must be 1 to 200 characters on one line, without / at the beginning or .. between slashes",
        "fault articles/a.md:8:8: `draft` is \"perhaps\", which could mean that this must not be published; write "
          + "`draft: true` to hide it, or correct or remove this key",
      ]
    ),
    (
      "title: T\ndate: 2026-11-23\nid: a/../b\ninterest: 6\nsource: {doi: 11.1/x, url: x}",
      [
        "fault articles/a.md:4:5: `id` must be 1 to 200 characters on one line, without / at the beginning or .. between slashes",
        "fault articles/a.md:5:11: `interest` must be from 0 to 5, with at most one decimal; found 6",
        "fault articles/a.md:6:15: `doi` is \"11.1/x\"; write it as 10.1000/xyz",
        "fault articles/a.md:6:28: `url` must begin with https:// or http://; found \"x\"",
      ]
    ),
    (
      "title: T\ndate: 2026-11-23\npublished: fasle",
      [
        "fault articles/a.md:4:12: `published` is \"fasle\", which could mean that this must not be published; "
          + "write `draft: true` to hide it, or correct or remove this key"
      ]
    ),
  ]

  @Test func aTableOfDatesWithAnotherKeyIsNotADate() throws {
    let table = "date: {created: 2026-11-01, publish: 2027-01-01}"
    let found = lines(try reading("---\ntitle: T\n\(table)\n---\nBody.\n"))
    #expect(found.first?.hasPrefix("fault articles/a.md:3") == true)
  }

  @Test(arguments: faults)
  func everyFaultHasItsPlace(_ matter: String, _ findings: [String]) throws {
    #expect(lines(try reading("---\n\(matter)\n---\nBody.\n")) == findings)
  }

  private static let warnings: [(String, String, [String])] = [
    ("topics: MS, ALS", "", ["4:9: `topics` is one string and so one topic; for several, write [MS, ALS]"]),
    ("credibilty: 4", "", ["4:1: `credibilty` is not a key of articles; did you mean `credibility`?"]),
    ("source: {jornal: Brain}", "", ["4:10: `source.jornal` is not a key of articles; did you mean `source.journal`?"]),
    ("updated: 2026-11-01", "", ["4:10: `updated` is earlier than `date`; ignored"]),
    ("image: data:x", "", ["4:8: `image` is not an http(s) URL; the article has no image"]),
    ("date: 2026-11-23", "", ["4:1: `date` appears more than once; only this last one counts"]),
    ("layout: post\npermalink: /x\ntag: y\ncategory: z\nlinks: a\nicon: b", "", []),
  ]

  @Test(arguments: warnings)
  func probableMistakesAreWarnings(_ more: String, _ body: String, _ warnings: [String]) throws {
    let found = lines(try reading("---\n\(valid)\(more)\n---\n\(body)"))
    #expect(found == ["article"] + warnings.map { "advice articles/a.md:\($0)" })
  }

  @Test func marksOfOtherProgramsThatAreNotRunAreNoticed() throws {
    let found = lines(try reading("---\n\(valid)layout: post\n---\n\na {% post_url x %}\n\n{{ y }}\n"))
    #expect(
      found == [
        "article",
        "notice articles/a.md:7:3: `{% post_url x %}` leads to nothing that is published; its words are shown without a link",
        "notice articles/a.md:9:1: `{{ y }}` is not supported; it is shown unchanged",
      ])
  }

  /// Not `Data`: the leak checker does not find the content of a short one in a table.
  private static let hostile: [([UInt8], String)] = [
    (
      Array("---\ntitle: T\n".utf8) + [0xE9, 0x0A] + Array("---\n".utf8),
      ":3:1: this is not UTF-8; save the file as UTF-8"
    ),
    (Array("---\n---\nüb".utf8) + [0xC3], ":3:4: this is not UTF-8; save the file as UTF-8"),
    ([0xFF, 0xFE, 0x2D, 0x00], ": this file is UTF-16; save it as UTF-8"),
    (Array(repeating: 0x61, count: 2_000_001), ": this file is longer than 2 MB, the limit for an article; split it"),
    (
      Array("---\ntitle: T\ndate: 2026-11-23\n---\n\n".utf8) + Array(repeating: 0x3E, count: 100_000) + Array("x".utf8),
      ":6: lists, quotations or emphasis are nested deeper than 200 levels; use fewer levels"
    ),
  ]

  @Test(arguments: hostile)
  func hostileBytesAreRefused(_ bytes: [UInt8], _ finding: String) throws {
    let site = try TemporarySite()
    try site.write(Data(bytes), to: "articles/a.md")
    #expect(lines(site.source().read("articles/a.md")) == ["fault articles/a.md" + finding])
  }

  @Test func aPathThatCannotBeAnIDIsRefused() throws {
    let name = String(repeating: "a", count: 201)
    #expect(
      lines(try reading("---\n\(valid)---\n", path: "articles/\(name).md")) == [
        "fault articles/\(name).md:2:1: this file's path cannot be its id, which must be 1 to 200 characters on one "
          + "line, without / at the beginning or .. between slashes"
      ])
  }

  @Test func aPipeIsNotWaitedFor() throws {
    let site = try TemporarySite()
    try #require(mkfifo(site.root + "/articles/a.md", 0o600) == 0)
    #expect(try site.source().listing().articles == [])
    let finding = "fault articles/a.md: not a regular file; not published"
    #expect(lines(site.source().read("articles/a.md")) == [finding])
  }
}
