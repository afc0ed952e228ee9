import Testing

@testable import Languages

/// Rules for the phrases of every language.
struct WordTableTests {
  @Test(arguments: Wording.all.map(\.tag))
  func everyLanguageHasEveryKey(_ tag: String) throws {
    let wording = try #require(Wording.found(for: tag))
    #expect(Self.plainKeys(wording) == Self.plainKeys(.english))
    let counted = Self.counted.flatMap { name in
      LanguageForms.found(for: tag).plurals.forms.map { "\(name)_\($0.rawValue)" }
    }
    #expect(Set(wording.words.keys).subtracting(Self.plainKeys(wording)) == Set(counted))
  }

  @Test(arguments: Wording.all.map(\.tag))
  func everyWordHasTheSamePlaces(_ tag: String) throws {
    let wording = try #require(Wording.found(for: tag))
    for (key, word) in wording.words {
      let places = try #require(Phrase(word), "\(key)").places
      let english = try #require(Phrase(Wording.english.words[key] ?? "{count}")).places
      if Self.plainKeys(wording).contains(key) {
        #expect(places == english, "\(key)")
      } else {
        #expect(places.isSubset(of: ["count"]), "\(key)")
      }
    }
  }

  /// Forms for more than one number must contain the number.
  @Test(arguments: Wording.all.map(\.tag))
  func formsForManyNumbersSayTheNumber(_ tag: String) throws {
    let wording = try #require(Wording.found(for: tag))
    for (key, word) in wording.words where ["_few", "_many", "_other"].contains(where: key.hasSuffix) {
      #expect(word.contains("{count}"), "\(key)")
    }
  }

  @Test(arguments: Wording.all.map(\.tag))
  func everyBuiltInPhraseIsValidInSettings(_ tag: String) {
    let language = Language(tag)
    for key in language.keys { #expect(language.fault(in: language.word(key) ?? "", for: key) == nil) }
  }

  /// A word that was forgotten in translation is the English one.
  @Test(arguments: [
    ("de", ["attached_file", "colon", "comma", "full_stop", "list_comma", "note_info"]),
    (
      "es", ["attached_file", "colon", "comma", "full_stop", "list_comma", "minutes_one", "minutes_other", "web_error"]
    ),
    (
      "fr",
      [
        "articles_one", "articles_other", "comma", "full_stop", "list_comma", "minutes_one", "minutes_other",
        "note_danger", "note_important", "note_info",
        "note_note",
        "note_question", "page_number", "site_menu", "source",
      ]
    ),
    ("ar", ["colon", "full_stop"]),
    (
      "nl",
      [
        "attached_file", "colon", "comma", "full_stop", "list_comma", "minutes_one", "minutes_other", "note_details",
        "note_tip",
        "web_quoted",
      ]
    ),
    (
      "pl",
      ["attached_file", "colon", "comma", "full_stop", "issue_of_date", "list_comma", "minutes_one", "minutes_other"]
    ),
    (
      "pt",
      [
        "attached_file", "colon", "comma", "full_stop", "list_comma", "minutes_one", "minutes_other", "site_menu",
        "web_quoted",
      ]
    ),
    (
      "it",
      ["attached_file", "colon", "comma", "full_stop", "issue_of_date", "list_comma", "minutes_one", "minutes_other"]
    ),
    ("ru", ["colon", "comma", "full_stop", "issue_of_date", "list_comma"]),
    ("uk", ["colon", "comma", "full_stop", "issue_of_date", "list_comma"]),
    ("tr", ["attached_file", "colon", "comma", "full_stop", "issue_of_date", "list_comma", "web_quoted"]),
    ("he", ["attached_file", "colon", "comma", "full_stop", "issue_of_date", "list_comma"]),
    ("hi", ["attached_file", "colon", "comma", "issue_of_date", "list_comma", "web_quoted"]),
    ("ja", []),
    ("zh-Hans", ["web_quoted"]),
    ("zh-Hant", []),
  ])
  func onlyTheseWordsAreAsInEnglish(_ tag: String, _ same: [String]) throws {
    let words = try #require(Wording.found(for: tag)).words
    #expect(words.keys.filter { words[$0] == Wording.english.words[$0] }.sorted() == same)
  }

  @Test func frenchPunctuationHasItsNoBreakSpaces() {
    for (key, word) in Wording.french.words {
      #expect(word.firstMatch(of: /[^\u{A0}:]:|[^\u{202F}][;!?]|«[^\u{A0}]|[^\u{A0}]»|'/) == nil, "\(key)")
    }
  }

  @Test(arguments: [
    ("read_more", "Mehr lesen", nil), ("nobody", "x", nil),
    ("read_more", "", "`read_more` must not be empty"), ("key_takeaway", "", nil),
    ("no_tracking", "", nil),
    ("read_more", "a\nb", "`read_more` must be one line without control characters"),
    ("read_more", "a\u{2028}b", "`read_more` must be one line without control characters"),
    (
      "read_more", "Mehr {title}",
      "`read_more`: `{title}` has no meaning here; it has no placeholders and must have no braces"
    ),
    (
      "read_more", "Mehr {",
      "`read_more` has a brace too many or too few; it has no placeholders and must have no braces"
    ),
    ("reason", "Sie haben {site} abonniert:", "`reason`: `{digest}` is missing; its placeholders are {digest}, {site}"),
    (
      "reason", "{digest} {site} {{x}}",
      "`reason` has a brace too many or too few; its placeholders are {digest}, {site}"
    ),
    (
      "reason", "{digest} {site} {titel}",
      "`reason`: `{titel}` has no meaning here; its placeholders are {digest}, {site}"
    ),
    (
      "articles_other", "{coutn} Artikel",
      "`articles_other`: `{coutn}` has no meaning here, and `{count}` is missing; its placeholders are {count}"
    ),
    ("read_more", "<b>Mehr</b> lesen", "`read_more` must be plain text: HTML would be shown as it is written"),
    ("read_more", "Mehr &nbsp; lesen", "`read_more` must be plain text: HTML would be shown as it is written"),
    ("read_more", "Mehr < lesen & verstehen", nil),
    ("articles_other", "viele", "`articles_other`: `{count}` is missing; its placeholders are {count}"),
    ("reason", "Für {site} und {digest} angemeldet:", nil),
  ])
  func anOwnWordIsChecked(_ key: String, _ text: String, _ fault: String?) {
    #expect(Language("de").fault(in: text, for: key) == fault)
  }

  @Test func aFormWithoutItsNumberMayHaveIt() {
    #expect(Language("ar").fault(in: "{count} مقالان", for: "articles_two") == nil)
    #expect(Language("de").fault(in: "ein Artikel", for: "articles_one") == nil)
    let fault = "`articles_few`: `{count}` is missing; its placeholders are {count}"
    #expect(Language("ar").fault(in: "مقالات", for: "articles_few") == fault)
    #expect(Language("fr").fault(in: "un article", for: "articles_one") == "`articles_one`" + fault.dropFirst(14))
  }

  private static let counted = ["articles", "and_more", "more_articles", "minutes", "about_minutes"]

  private static func plainKeys(_ wording: Wording) -> Set<String> {
    Set(wording.words.keys.filter { key in !counted.contains { key.hasPrefix($0 + "_") } })
  }
}
