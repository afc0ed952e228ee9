import Languages
import Model
import SiteFolder
import Testing

let wordMistakes = [
  words("red_more = \"More\"", "schedule.conf:13:1: unknown key `red_more`; did you mean `read_more`?"),
  words(
    "reason = \"You read {site}:\"",
    "schedule.conf:13:10: `reason`: `{digest}` is missing; its placeholders are {digest}, {site}"),
  words(
    "topics = \"{title}\"",
    "schedule.conf:13:10: `topics`: `{title}` has no meaning here; it has no placeholders and must have no braces"),
  words(
    "topics = 5",
    "schedule.conf:13:10: `topics` must be a string in quotes, for example topics = \"…\"; found a whole number"),
  words("topics = \"\"", "schedule.conf:13:10: `topics` must not be empty"),
  // English counts in two forms.
  words(
    "articles_few = \"{count}\"",
    "schedule.conf:13:1: unknown key `articles_few`; did you mean `articles_one`?"),
  Mistake(
    "[site]", "words = 5\n[site]",
    "schedule.conf:1:9: `words` must be a table, for example [words]; found a whole number"),
]

private func words(_ line: String, _ finding: String) -> Mistake {
  let cron = #"cron = "0 7 * * MON""#
  return Mistake(cron, "\(cron)\n[words]\n\(line)", finding)
}

struct WordsSectionTests {
  @Test func ownWordsAreRead() throws {
    var files = soundSite
    files["schedule.conf"] =
      "language = \"ar-EG\"\n".insertedIntoSite + "[words]\nread_more = \"المزيد\"\ncomma = \"، \"\n"
    files["schedule.conf"]? += "articles_two = \"{count} مقالان\"\n"
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings == [])
    #expect(site?.words == ["read_more": "المزيد", "comma": "، ", "articles_two": "{count} مقالان"])
  }

  @Test(arguments: [("he", true), ("pt-BR", true), ("en-GB", false), ("de", false), ("ar-EG", false)])
  func wordsThatAreMissingAreReported(_ language: String, _ areMissing: Bool) throws {
    let others = Language("he").borrowedKeys.count - 1
    let sentence =
      "there are no built-in phrases for `\(language)`, so `about_minutes_one` and \(others) more are in English; add yours to [words]"
    var files = soundSite
    files["schedule.conf"] = "language = \"\(language)\"\n".insertedIntoSite
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings.map(\.sentence) == (areMissing ? [sentence] : []))
    #expect(findings.allSatisfy { $0.weight == .warning && $0.line != nil && $0.column == 12 })
    #expect(site != nil)
  }

  @Test func aSiteThatDefinesAllPhrasesLacksNone() throws {
    let missing = Language("he").borrowedKeys
    let words = missing.map { key in "\(key) = \"א \(Language("he").word(key) ?? "")\"\n" }
    var files = soundSite
    let settings = "language = \"he\"\n".insertedIntoSite + "[words]\n"
    files["schedule.conf"] = settings + words.joined()
    #expect(try withSite(files) { SiteReader(folder: $0).read().findings } == [])
    files["schedule.conf"] = settings + words.dropFirst(2).joined()
    #expect(
      try withSite(files) { SiteReader(folder: $0).read().findings.map(\.sentence) } == [
        "there are no built-in phrases for `he`, so `\(missing[0])` and 1 more are in English; add yours to [words]"
      ])
  }

  @Test func aSiteWithoutThatSectionDefinesNoPhrases() throws {
    #expect(try withSite(soundSite) { SiteReader(folder: $0).read().site }?.words == [:])
  }
}

extension String {
  /// The sound site with this line in [site].
  fileprivate var insertedIntoSite: String {
    (soundSite["schedule.conf"] ?? "").replacing("[mail]", with: self + "\n[mail]")
  }
}
