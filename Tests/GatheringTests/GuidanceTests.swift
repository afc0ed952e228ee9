import CourantTesting
import Gathering
import Model
import Testing

/// Fields that help readers to judge and use an article.
@Suite struct GuidanceTests {
  private static let sixtyOne = Array(repeating: "word", count: 61).joined(separator: " ")

  private func lines(_ matter: String) throws -> [String] {
    switch try reading("---\ntitle: T\ndate: 2026-11-23\n\(matter)\n---\nBody.\n") {
    case .article(_, let warnings): warnings.map { "\($0.weight.rawValue) \($0)" }
    case .draft: ["draft"]
    case .fault(let findings): findings.map { "\($0.weight.rawValue) \($0)" }
    case .unreadable(let finding): [finding.description]
    }
  }

  private static let findings: [(String, [String])] = [
    (
      "short_title: " + String(repeating: "é", count: 46),
      ["advice articles/a.md:4:14: `short_title` has 46 characters; subjects of emails show about 45"]
    ),
    ("short_title: " + String(repeating: "é", count: 45), []),
    (
      "tested_in: mice",
      [
        "fault articles/a.md:4:12: `tested_in` must be one of \"cells\", \"animals\", \"people\"; found \"mice\""
      ]
    ),
    (
      "means: " + sixtyOne,
      ["advice articles/a.md:4:8: `means` has 61 words; readers who tire easily manage about 60"]
    ),
    (
      "mind: [a]",
      ["advice articles/a.md:4:7: `mind` must be a string of about 60 words; found a list; ignored"]
    ),
    (
      "questions:\n  - question: Why?\n    answer: No.",
      ["advice articles/a.md:5:3: `questions` must be a list of strings, in quotes if they contain a colon; ignored"]
    ),
    (
      "changes: [none yet]",
      [
        "advice articles/a.md:4:11: each of `changes` begins with its date, such as 2026-11-23: Dose corrected; ignored"
      ]
    ),
    (
      "mind: a <!-- b -->",
      [
        "fault articles/a.md:4:7: `mind` contains marks that hide text, such as <!-- or {%, and would show them; "
          + "remove them"
      ]
    ),
    ("credibility: 2.9\ntested_in: animals", []),
    (
      "credibility: 3.7\ntested_in: cells",
      ["advice articles/a.md:4:14: `credibility` 3.7 is shown as no more than early, because `tested_in` is cells"]
    ),
    (
      "shortTitle: T",
      ["advice articles/a.md:4:1: `shortTitle` is not a key of articles; did you mean `short_title`?"]
    ),
    (
      "testedin: cells",
      ["advice articles/a.md:4:1: `testedin` is not a key of articles; did you mean `tested_in`?"]
    ),
    ("kind: page\nchanged: 2026-11-24", []),
  ]

  @Test(arguments: findings) func unusualValuesAreReported(_ matter: String, _ findings: [String]) throws {
    #expect(try lines(matter) == findings)
  }
}
