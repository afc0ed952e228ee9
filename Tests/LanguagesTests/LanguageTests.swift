import Testing

@testable import Languages

struct LanguageTests {
  @Test(arguments: [
    ("en", "en"), ("en-GB", "en"), ("de", "de"), ("de-AT", "de"), ("DE-at-1996", "de"), ("de-u-co-phonebk", "de"),
    ("fr-CA", "fr"), ("es-419", "es"), ("ar-EG", "ar"), ("pt-BR", "pt"), ("iw", "he"),
    ("zh", "zh-Hans"), ("zh-TW", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"), ("zh-CN", "zh-Hans"), ("den", nil), ("d", nil),
    ("", nil), ("cs", nil),
  ])
  func wordsAreThoseOfTheNearestLanguage(_ tag: String, _ found: String?) {
    let language = Language(tag)
    #expect(language.wording?.tag == found)
    #expect(language.tag == tag)
  }

  @Test(arguments: [
    ("en", ["0 articles", "1 article", "2 articles", "5 articles", "11 articles", "100 articles"]),
    ("de", ["0 Artikel", "1 Artikel", "2 Artikel", "5 Artikel", "11 Artikel", "100 Artikel"]),
    ("fr", ["0 article", "1 article", "2 articles", "5 articles", "11 articles", "100 articles"]),
    ("es", ["0 artículos", "1 artículo", "2 artículos", "5 artículos", "11 artículos", "100 artículos"]),
    ("ar", ["لا مقالات", "مقال واحد", "مقالان", "5 مقالات", "11 مقالًا", "100 مقال"]),
  ])
  func articlesAreCounted(_ tag: String, _ expected: [String]) {
    #expect([0, 1, 2, 5, 11, 100].map { Language(tag).counted("articles", $0) } == expected)
  }

  @Test(arguments: [
    ("en", "1\u{A0}min", "3\u{A0}min"), ("de", "1\u{A0}Min.", "3\u{A0}Min."), ("fr", "1\u{A0}min", "3\u{A0}min"),
    ("es", "1\u{A0}min", "3\u{A0}min"), ("ar", "دقيقة واحدة", "3\u{A0}دقائق"),
  ])
  func minutesAreCounted(_ tag: String, _ one: String, _ three: String) {
    #expect([1, 3].map { Language(tag).counted("minutes", $0) } == [one, three])
  }

  @Test(arguments: [
    ("en", "1 more article", "4 more articles"), ("de", "1 weiterer Artikel", "4 weitere Artikel"),
    ("fr", "1 autre article", "4 autres articles"), ("es", "1 artículo más", "4 artículos más"),
    ("ar", "مقال آخر", "4 مقالات أخرى"),
  ])
  func theOtherArticlesAreCountedInALabel(_ tag: String, _ one: String, _ four: String) {
    #expect([1, 4].map { Language(tag).counted("more_articles", $0) } == [one, four])
  }

  @Test(arguments: [
    ("en", "and 1 more", "and 4 more"), ("de", "und 1 weiterer", "und 4 weitere"), ("fr", "et 1 autre", "et 4 autres"),
    ("es", "y 1 más", "y 4 más"), ("ar", "ومقال آخر", "و4 مقالات أخرى"),
  ])
  func theOtherArticlesOfASubjectAreCounted(_ tag: String, _ one: String, _ four: String) {
    #expect([1, 4].map { Language(tag).counted("and_more", $0) } == [one, four])
  }

  @Test(arguments: [
    ("en", "2026-09-02", "2 September 2026"), ("fr", "2026-09-01", "1er septembre 2026"),
    ("de", "2026-12-31", "31. Dezember 2026"), ("en", "2026-09", "September 2026"), ("en", "2026-13-01", "2026-13-01"),
    ("en", "2026-09-00", "2026-09-00"), ("en", "September 2026", "September 2026"),
    ("en", "2026-09-02x", "2026-09-02x"),
    ("en", "", ""),
  ])
  func aNumericDateIsShownInWords(_ tag: String, _ written: String, _ expected: String) {
    #expect(Language(tag).date(written: written) == expected)
  }

  /// The examples of CLDR's chart of plural rules.
  @Test(arguments: [
    ("en", "00 other 1 one 2 other 21 other 101 other"), ("fr", "0 one 1 one 2 other 101 other"),
    ("ja", "0 other 1 other 2 other"), ("he", "0 other 1 one 2 two 3 other 20 other"),
    ("pl", "0 many 1 one 2 few 4 few 5 many 12 many 21 many 22 few 25 many 102 few 112 many"),
    ("ru", "0 many 1 one 2 few 5 many 11 many 12 many 21 one 22 few 100 many 101 one 111 many"),
    ("cs", "0 other 1 one 2 few 4 few 5 other 22 other"), ("hi", "0 one 1 one 2 other"),
    ("sl", "0 other 1 one 2 two 3 few 5 other 101 one 103 few"), ("tlh", "0 other 1 one 2 other"),
    (
      "ar",
      "0 zero 1 one 2 two 3 few 10 few 11 many 26 many 99 many 100 other 101 other 102 other 103 few 110 few 111 many "
        + "200 other 203 few 1000 other 1011 many"
    ),
  ])
  func aNumberAsksForItsForm(_ tag: String, _ examples: String) {
    let rules = LanguageForms.found(for: tag).plurals
    let words = examples.split(separator: " ")
    for index in stride(from: 0, to: words.count, by: 2) {
      #expect(rules.form(of: Int(words[index]) ?? -1).rawValue == words[index + 1], "\(words[index])")
    }
  }

  @Test(arguments: [
    ("en", "1 January 2026", "23 November 2026"), ("de", "1. Januar 2026", "23. November 2026"),
    ("fr", "1er janvier 2026", "23 novembre 2026"), ("es", "1 de enero de 2026", "23 de noviembre de 2026"),
    ("ar", "1 يناير 2026", "23 نوفمبر 2026"), ("nl", "1 januari 2026", "23 november 2026"),
    ("pl", "1 stycznia 2026", "23 listopada 2026"), ("pt", "1 de janeiro de 2026", "23 de novembro de 2026"),
    ("ru", "1 января 2026\u{202F}г.", "23 ноября 2026\u{202F}г."), ("he", "1 בינואר 2026", "23 בנובמבר 2026"),
    ("ja", "2026年1月1日", "2026年11月23日"), ("zh-TW", "2026年1月1日", "2026年11月23日"),
    ("cs", "1. ledna 2026", "23. listopadu 2026"),
    ("th", "1 มกราคม 2026", "23 พฤศจิกายน 2026"), ("ca", "1 de gener del 2026", "23 de novembre del 2026"),
  ])
  func datesAreWritten(_ tag: String, _ first: String, _ other: String) {
    #expect(Language(tag).date(day: 1, month: 1, year: 2026) == first)
    #expect(Language(tag).date(day: 23, month: 11, year: 2026) == other)
  }

  @Test func aMonthAloneIsInItsOwnForm() {
    #expect(
      ["pl", "ca", "ja", "en", "tlh"].map { Language($0).month(11) } == [
        "listopad", "novembre", "11月", "November", "November",
      ])
  }

  @Test func aSiteChangesWhatCLDRSays() {
    let language = Language(
      "cs", own: ["date": "{year}-{month}-{day}", "month_1": "I", "first_day": "01", "decimal_point": "."])
    #expect(language.date(day: 1, month: 1, year: 2026) == "2026-I-01")
    #expect(language.decimal(tenths: 45) == "4.5")
  }

  /// English phrases with English forms, until the site has its own.
  @Test func countsWithoutPhrasesAreEnglishUntilTheSiteHasItsOwn() {
    #expect([1, 2, 5].map { Language("cs").counted("articles", $0) } == ["1 article", "2 articles", "5 articles"])
    let own = ["articles_one": "{count} článek", "articles_few": "{count} články", "articles_other": "{count} článků"]
    #expect(
      [1, 2, 5].map { Language("cs", own: own).counted("articles", $0) } == ["1 článek", "2 články", "5 článků"])
    #expect(Language("cs", own: ["articles_other": "{count} článků"]).counted("articles", 2) == "2 článků")
  }

  @Test func everyLineOfTheTableIsRead() {
    let lines = LanguageForms.cldr.split(separator: "\n")
    #expect(lines.count > 380)
    for line in lines {
      let forms = LanguageForms(line: line)
      #expect(forms.words.count == 31, "\(line.prefix(20))")
      #expect(forms.words["date"].flatMap { Phrase($0) }?.places == ["day", "month", "year"], "\(line.prefix(20))")
    }
  }

  @Test(arguments: Wording.all.map(\.tag))
  func everyMonthHasItsOwnName(_ tag: String) {
    #expect(Set((1...12).map { Language(tag).date(day: 2, month: $0, year: 2026) }).count == 12)
    #expect(Language(tag).date(day: 2, month: 13, year: 2026) == "")
  }

  @Test(arguments: [
    ("en", "4.5"), ("de", "4,5"), ("fr", "4,5"), ("es", "4,5"), ("ar", "4.5"), ("pl", "4,5"), ("zh", "4.5"),
  ])
  func decimalsAreWritten(_ tag: String, _ expected: String) {
    #expect([45, 40, 0].map { Language(tag).decimal(tenths: $0) } == [expected, "4", "0"])
  }

  @Test(arguments: [
    ("en", "Ana, Bo and Cy"), ("de", "Ana, Bo und Cy"), ("fr", "Ana, Bo et Cy"), ("es", "Ana, Bo y Cy"),
    ("ar", "\u{2068}Ana\u{2069} و\u{2068}Bo\u{2069} و\u{2068}Cy\u{2069}"),
  ])
  func namesAreListed(_ tag: String, _ expected: String) {
    #expect(Language(tag).enumerated(["Ana", "Bo", "Cy"]) == expected)
  }

  @Test(arguments: [
    ("en", [], ""), ("en", ["A"], "A"), ("en", ["A", "B"], "A and B"), ("ar", ["سارة", "علي"], "سارة وعلي"),
    ("en", ["Ana", "علي"], "Ana and \u{2068}علي\u{2069}"), ("es", ["Ana", "Irene"], "Ana e Irene"),
    ("es", ["Ana", "Íñigo"], "Ana e Íñigo"), ("es", ["Ana", "Hilda"], "Ana e Hilda"),
    ("es", ["Ana", "Hiedra"], "Ana y Hiedra"), ("es", ["Ana", "Yolanda"], "Ana y Yolanda"),
  ])
  func aListOfNamesReadsWell(_ tag: String, _ names: [String], _ expected: String) {
    #expect(Language(tag).enumerated(names) == expected)
  }

  @Test(arguments: [
    ("en", "Ana", "Ana"), ("en", "12 + 3", "12 + 3"), ("en", "شلل", "\u{2068}شلل\u{2069}"),
    ("en", "MS שלום", "\u{2068}MS שלום\u{2069}"), ("ar", "شلل", "شلل"), ("ar", "4.5", "4.5"),
    ("ar", "MS", "\u{2068}MS\u{2069}"), ("he-IL", "MS", "\u{2068}MS\u{2069}"), ("en", "日本語", "日本語"),
    ("ar", "日本語", "\u{2068}日本語\u{2069}"),
    ("ar", "\u{2068}Ana\u{2069} و\u{2068}Bo\u{2069}", "\u{2068}Ana\u{2069} و\u{2068}Bo\u{2069}"),
  ])
  func onlyValuesOfTheOtherDirectionAreIsolated(_ tag: String, _ value: String, _ expected: String) {
    #expect(Language(tag).isolated(value) == expected)
  }

  @Test func ownWordsTakeThePlaceOfBuiltInOnes() {
    let language = Language("de", own: ["read_more": "Mehr", "articles_one": "ein Artikel", "unknown": "x"])
    #expect(language.word("read_more") == "Mehr")
    #expect(language.word("source") == "Quelle")
    #expect(language.word("unknown") == nil)
    #expect(language.counted("articles", 1) == "ein Artikel")
    #expect(language.sentence("issue_of_digest", ["digest": "a", "number": "3"]) == "a, Ausgabe 3")
  }
}
