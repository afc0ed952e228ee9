import Testing
import Text

/// How words are written before they are searched for.
@Suite struct SearchWordsTests {
  @Test(arguments: [
    ("Multiple Sclerosis", ["multiple", "sclerosis"]),
    ("Café, naïve; ÉCOLE", ["cafe", "naive", "ecole"]),
    ("Straße und GROẞ", ["strasse", "und", "gross"]),
    ("Öl, Ärzte, Über", ["ol", "arzte", "uber"]),
    ("cafe\u{301}", ["cafe"]),
    ("anti-CD20 (B cells)", ["anti", "cd20", "b", "cells"]),
    ("don’t", ["don", "t"]),
    ("عَرَبِيّة", ["عربيه"]),
    ("أدوية إلى آخر", ["ادويه", "الي", "اخر"]),
    ("مـــرض", ["مرض"]),
    ("١٢٣ ۴۵", ["123", "45"]),
    ("İstanbul", ["istanbul"]),
    ("МОЗГ", ["мозг"]),
    ("R&D\u{200B}x", ["r", "d", "x"]),
    ("  \u{2028}—…", []),
  ]) func wordsAreInOneSpelling(text: String, words: [String]) {
    #expect(searchWords(text) == words)
  }

  @Test func foldingTwiceChangesNothing() {
    for text in ["Größe", "İstanbul", "ﬁnal", "Ǆ", "ﷺ", "ÅNGSTRÖM", "\u{1E9E}", "Ⅻ", "½"] {
      let once = searchWords(text)
      #expect(searchWords(once.joined(separator: " ")) == once, "\(text)")
    }
  }
}
