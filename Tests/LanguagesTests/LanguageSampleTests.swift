import CourantTesting
import Foundation
import Testing

@testable import Languages

/// Dates, counts, lists, decimals and quotation marks of each language, as in `samples.txt`, which
/// `Tools/check-languages.py` compares with ICU.
///
/// `COURANT_GOLDEN=write` makes the actual output the expectation; then review the changes in git.
struct LanguageSampleTests {
  private static let path = "Tests/LanguagesTests/samples.txt"

  /// With phrases of ours, and some without.
  private static let tags =
    Wording.all.map(\.tag) + ["pt-PT", "ca", "cs", "cy", "eu", "fa", "hu", "ko", "lt", "sl", "th", "tlh"]

  @Test func samplesAreAsExpected() throws {
    let samples = Self.tags.map(Self.sample).joined(separator: "\n")
    if ProcessInfo.processInfo.environment["COURANT_GOLDEN"] == "write" {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      try samples.write(to: root.appending(path: "samples.txt"), atomically: true, encoding: .utf8)
    }
    let expected = try repositoryText(Self.path)
    for (found, wanted) in zip(samples.split(separator: "\n"), expected.split(separator: "\n")) {
      #expect(found == wanted)
    }
    #expect(samples == expected)
  }

  private static func sample(_ tag: String) -> String {
    let language = Language(tag)
    let dates = (1...12).map { language.date(day: $0 == 1 ? 1 : 20 + $0 % 8, month: $0, year: 2026) }
    let counts = (Array(0...21) + [100]).map { count in
      let form = language.forms.plurals.form(of: count).rawValue
      return "\(count) \(form): \(language.counted("articles", count)); \(language.counted("about_minutes", count))"
    }
    let names = [["A"], ["A", "B"], ["A", "B", "C"]].map(language.enumerated).joined(separator: "; ")
    let quotes = (language.word("quote_open") ?? "") + "A" + (language.word("quote_close") ?? "")
    return """
      == \(tag)
      dates: \(dates.joined(separator: "; "))
      alone: \((1...12).map(language.month).joined(separator: "; "))
      decimal: \(language.decimal(tenths: 45))
      names: \(names)
      quotes: \(quotes)
      \(counts.joined(separator: "\n"))

      """
  }
}
