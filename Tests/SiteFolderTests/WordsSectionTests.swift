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
    "schedule.conf:13:1: `en` has no plural form for `articles_few`; write `articles_one`, `articles_other`"),
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

  @Test(arguments: [("fa", true), ("cs-CZ", true), ("pt-BR", false), ("en-GB", false), ("de", false), ("ar-EG", false)])
  func wordsThatAreMissingAreReported(_ language: String, _ areMissing: Bool) throws {
    let keys = Language(language).borrowedKeys
    let sentence =
      "there are no built-in phrases for `\(language)`, so `\(keys.first ?? "")` and \(keys.count - 1) more are in "
      + "English; add yours to languages/\(language).toml, which `courant words \(language)` prints for you to fill in"
    var files = soundSite
    files["schedule.conf"] = "language = \"\(language)\"\n".insertedIntoSite
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings.map(\.sentence) == (areMissing ? [sentence] : []))
    #expect(findings.allSatisfy { $0.weight == .warning && $0.line != nil && $0.column == 12 })
    #expect(site != nil)
  }

  @Test func aSiteThatDefinesAllPhrasesLacksNone() throws {
    let missing = Language("fa").borrowedKeys
    let words = missing.map { key in "\(key) = \"א \(Language("fa").word(key) ?? "")\"\n" }
    var files = soundSite
    let settings = "language = \"fa\"\n".insertedIntoSite + "[words]\n"
    files["schedule.conf"] = settings + words.joined()
    #expect(try withSite(files) { SiteReader(folder: $0).read().findings } == [])
    files["schedule.conf"] = settings + words.dropFirst(2).joined()
    #expect(
      try withSite(files) { SiteReader(folder: $0).read().findings.map(\.sentence) } == [
        "there are no built-in phrases for `fa`, so `\(missing[0])`, `\(missing[1])` are in English; add yours to "
          + "languages/fa.toml, which `courant words fa` prints for you to fill in"
      ])
  }

  @Test(arguments: [("cs", "cs.toml"), ("cs-CZ", "cs.toml"), ("zh-TW", "zh-hant.toml"), ("pt-BR", "pt-BR.toml")])
  func theFileOfTheLanguageIsRead(_ language: String, _ file: String) throws {
    var files = soundSite
    files["schedule.conf"] =
      "language = \"\(language)\"\n".insertedIntoSite + "[words]\nby = \"x\"\n"
    files["languages/\(file)"] = "read_more = \"a\"\nby = \"b\"\nmonth_1 = \"c\"\n"
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(findings.allSatisfy { $0.weight == .warning && $0.path == "schedule.conf" })
    #expect(site?.words == ["read_more": "a", "by": "x", "month_1": "c"])
  }

  @Test(arguments: [
    (
      "articles_few = \"x\"",
      "languages/cs.toml:1:16: `articles_few`: `{count}` is missing; its placeholders are {count}"
    ),
    (
      "articles_many = \"{count}\"",
      "languages/cs.toml:1:1: `cs` has no plural form for `articles_many`; write `articles_one`, `articles_few`, "
        + "`articles_other`"
    ),
    ("read_mor = \"x\"", "languages/cs.toml:1:1: unknown key `read_mor`; did you mean `read_more`?"),
    (
      "date = \"{day}. {month}\"",
      "languages/cs.toml:1:8: `date`: `{year}` is missing; its placeholders are {day}, {month}, {year}"
    ),
    (
      "read_more = 1",
      "languages/cs.toml:1:13: `read_more` must be a string in quotes, for example read_more = \"…\"; found a whole number"
    ),
    (
      "read_more = \"<b>{\"",
      "languages/cs.toml:1:13: `read_more` has a brace too many or too few; it has no placeholders and must have no braces"
    ),
  ])
  func aMistakeInTheFileOfALanguageIsTold(_ line: String, _ finding: String) throws {
    var files = soundSite
    files["schedule.conf"] = "language = \"cs\"\n".insertedIntoSite
    files["languages/cs.toml"] = line
    let findings = try withSite(files) { SiteReader(folder: $0).read().findings }
    #expect(findings.filter { $0.weight == .fault }.map(\.description) == [finding])
  }

  @Test func aDigestInAnotherLanguageHasTheFileOfThat() throws {
    var files = soundSite
    files["schedule.conf"] = files["schedule.conf"]?.replacing(
      "[digest.weekly]", with: "[digest.weekly]\nlanguage = \"cs\"")
    files["languages/cs.toml"] = "read_more = \"a\""
    let (site, findings) = try withSite(files) { SiteReader(folder: $0).read() }
    #expect(site?.words == [:])
    #expect(site?.wordsOfLanguages == ["cs": ["read_more": "a"]])
    #expect(site?.digests.first.map { site?.inMails(of: $0).words } == ["read_more": "a"])
    #expect(findings.map(\.weight) == [.warning])
  }

  @Test func theFileOfAnotherLanguageIsTold() throws {
    var files = soundSite
    files["languages/cz.toml"] = "read_more = \"x\""
    let findings = try withSite(files) { SiteReader(folder: $0).read().findings }
    #expect(
      findings.map(\.description) == [
        "languages/cz.toml: no setting `language` or `languages` names this language, so the file is not used; rename it or delete it"
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
