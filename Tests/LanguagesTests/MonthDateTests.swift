import Languages
import Testing

/// `2026-09`, the date of a study, in words. Expected values are those of CLDR's `yMMMM`.
@Suite struct MonthDateTests {
  @Test(arguments: [
    ("en", "September 2026"), ("de", "September 2026"), ("fr", "septembre 2026"), ("es", "septiembre de 2026"),
    ("ar", "سبتمبر 2026"), ("nl", "september 2026"), ("pl", "wrzesień 2026"), ("pt", "setembro de 2026"),
    ("it", "settembre 2026"), ("ru", "сентябрь 2026 г."), ("uk", "вересень 2026 р."), ("tr", "Eylül 2026"),
    ("he", "ספטמבר 2026"), ("hi", "सितंबर 2026"), ("ja", "2026年9月"), ("zh-Hans", "2026年9月"), ("zh-TW", "2026年9月"),
    ("cs", "září 2026"), ("sv", "september 2026"), ("fi", "syyskuu 2026"), ("hu", "2026. szeptember"),
    ("ko", "2026년 9월"),
    ("hr", "rujan 2026."), ("bg", "септември 2026 г."), ("id", "September 2026"),
  ])
  func aMonthIsInWords(_ tag: String, _ date: String) {
    let found = Language(tag).date(written: "2026-09").replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    #expect(found == date)
  }

  @Test(arguments: ["2026", "2026-13", "2026-00", "2026-9", "20260-9", "2026-09-", "2026-09-32", "September", ""])
  func anythingElseIsLeftAlone(_ written: String) { #expect(Language("de").date(written: written) == written) }
}
