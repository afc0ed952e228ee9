import Languages
import Testing

/// The expected orders are those of `sort` with the locale's collation, and of ICU.
@Suite struct AlphabeticalOrderTests {
  @Test(arguments: [
    ("en", "ataxia Élan elbow Epilepsy zoster"), ("fr", "aphasie démence Épilepsie épine Œdème zona"),
    ("de", "Aphasie Ärger Ast Öl Ost Straße Strategie Übung Zoster"),
    ("sv", "Anfall Zoster Ångest Ärftlighet Öga"), ("fi", "Uni Yö Zoster Äly Öljy"),
    ("da", "Angst Zoster Ærlig Øje Åben"), ("nb", "Angst Zoster Ærlig Øye Åpen"),
    ("pl", "Cukrzyca Ćma Lek Lupus Łokieć Łuk Mózg Sen Ślina Zespół Źrenica Życie"),
    ("cs", "Cukr Čas Hlava Řeč Spánek Šok Zrak Život"), ("es", "nariz nube ñame ojo"),
    ("tr", "Göz Hasta Işık İlaç Oksijen Ödem Sinir Şeker Uyku Üre"),
    ("ru", "Ежи Езда Ёлка Инсульт Сон"), ("uk", "Гени Ґуля Епілепсія Єдність Инше Інсульт Їжа Йод Сон"),
    ("el", "άγχος αϋπνία βήχας ίκτερος ύπνος ώρα"), ("ja", "アルツハイマー いたみ ウイルス えんげ"),
    ("he", "אלצהיימר כאב שינה"), ("hi", "आहार नींद मिर्गी"), ("is", "Afl Ást Zeta Þreyta Ætt Öndun"),
    ("sv-FI", "Zoster Ångest"), ("xx", "Ångest Zoster"),
  ])
  func wordsAreInTheOrderOfTheAlphabet(_ language: String, _ text: String) {
    let order = AlphabeticalOrder(language: language)
    let words = text.split(separator: " ").map(String.init)
    #expect(words.reversed().sorted { order.key(of: $0) < order.key(of: $1) } == words)
  }

  @Test(arguments: [("en", "Café", "cafe"), ("de", "Öl", "ol"), ("el", "ΎΠΝΟΣ", "υπνος"), ("ja", "ねむり", "ネムリ")])
  func caseAndAccentsDoNotCount(_ language: String, _ a: String, _ b: String) {
    let order = AlphabeticalOrder(language: language)
    #expect(order.key(of: a) == order.key(of: b))
  }

  @Test func aLetterWithAnAccentOfItsOwnIsTheSameScalarOrNot() {
    let order = AlphabeticalOrder(language: "sv")
    #expect(order.key(of: "o\u{308}ga") == order.key(of: "öga"))
  }

  @Test func wordsCountAndPunctuationDoesNot() {
    let order = AlphabeticalOrder(language: "en")
    let topics = ["brain", "brain stem", "brainstem", "brain-stem cells"]
    let sorted = topics.sorted { order.key(of: $0) < order.key(of: $1) }
    #expect(sorted == ["brain", "brain stem", "brain-stem cells", "brainstem"])
    #expect(order.key(of: "Parkinson’s") == order.key(of: "parkinsons"))
  }
}
