import Languages
import Testing

struct WritingDirectionTests {
  /// Titles on a site whose lines run from right to left.
  @Test(arguments: [
    // The first letter runs the site's way.
    ("مراجعة: Harry Potter and the Philosopher’s Stone", "rtl"), ("הספר Harry Potter (2026) בעברית", "rtl"),
    ("א Harry Potter and the Philosopher’s Stone", "rtl"), ("«مراجعة» Harry Potter and the Order", "rtl"),
    ("2026: سنة MRI scanners everywhere in hospitals", "rtl"), ("🧠 دماغ and a long English name of a book", "rtl"),
    ("🇮🇱 ישראל and a long English name of a book", "rtl"), ("\u{200F}Harry Potter and the Order", "rtl"),
    ("١٢٣ مقالات of the Journal of Neurology", "rtl"), ("ܫܠܡܐ and a long English name", "rtl"),
    ("އެއް and a long English name of a book", "rtl"), ("𞤀𞤁 and a long English name", "rtl"),
    // A third of all letters do.
    ("MRI يكشف", "rtl"), ("abcdef ابج", "rtl"), ("COVID-19 כללי", "rtl"), ("abcdef اَبَجَ", "rtl"),
    // Neither.
    ("abcdefg ابج", "ltr"), ("Harry Potter و the Order of the Phoenix", "ltr"), ("Привет, мир שלום", "ltr"),
    ("日本語の文章です של", "ltr"), ("Harry Potter", "ltr"), ("\u{200E}٣ – ١٢", "ltr"), ("½ é", "ltr"),
    // Text in an isolate does not count.
    ("\u{2068}مراجعة\u{2069} Harry Potter and the Order", "ltr"), ("\u{2066}Harry Potter and\u{2069} كتاب", "rtl"),
    ("\u{2067}\u{2066}x\u{2069}كتاب\u{2069} Harry Potter", "ltr"), ("\u{2069} Harry Potter", "ltr"),
    // No letters.
    ("", "rtl"), ("2026 – 12:30", "rtl"), ("🧠 …", "rtl"), ("٣ – ١٢", "rtl"), ("\u{301}\u{64E}", "rtl"), ("²", "rtl"),
  ])
  func aTextOnARightToLeftSiteHasItsDirection(_ text: String, _ expected: String) {
    #expect(WritingDirection(of: text, usual: .rightToLeft).rawValue == expected)
  }

  @Test(arguments: [
    ("Review: הספר הגדול בעברית", "ltr"), ("A מראגעה", "ltr"), ("«Review» مراجعة الكتاب", "ltr"),
    ("مراجعة: Harry Potter and the Stone", "ltr"), ("שלום עולם גדול", "rtl"), ("הספר MRI החדש בעברית", "rtl"),
    ("2026", "ltr"), ("", "ltr"), ("؟", "rtl"), ("،", "ltr"), ("日本語 مراجعة", "ltr"), ("Ⅷ الفصل", "ltr"),
  ])
  func aTextOnALeftToRightSiteHasItsDirection(_ text: String, _ expected: String) {
    #expect(WritingDirection(of: text, usual: .leftToRight).rawValue == expected)
  }

  @Test(arguments: [
    ("he", "rtl"), ("HE-il", "rtl"), ("iw", "rtl"), ("fa-IR", "rtl"), ("ku", "ltr"), ("ku-Arab", "rtl"),
    ("ar-Latn", "ltr"), ("az-Arab-IR", "rtl"), ("en-x-arab", "ltr"), ("en", "ltr"), ("", "ltr"),
  ])
  func aLanguageIsWrittenOneWay(_ tag: String, _ expected: String) {
    #expect(WritingDirection(language: tag).rawValue == expected)
  }
}
