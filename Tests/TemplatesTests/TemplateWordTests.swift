import Languages
import Templates
import Testing

struct TemplateWordTests {
  private let value = TemplateValue.record([
    "digest": .text("weekly"), "number": .number(12), "title": .text("Q & A"), "value": .text("4.5"),
    "words": .text("high"), "site": .record(["title": .text("<Research>")]),
    "rows": .list([.record(["title": .text("a")]), .record(["title": .text("b")])]),
  ])

  @Test(arguments: [
    ("{{word.read_more}}", "Read this article"),
    ("{{word.issue_of_digest}}!", "weekly, issue 12!"),
    ("{{#rows}}[{{word.read_more_about}}]{{/rows}}", "[Read this article: a][Read this article: b]"),
    (
      "{{word.reason}}",
      "You get this mail because this address is subscribed to the weekly digest of &lt;Research&gt;:"
    ),
    ("{{{word.read_more_about}}}", "Read this article: Q &amp; A"),
    ("{{uppercased(word.topics)}} {{lowercased(word.read_more_about)}}", "TOPICS read this article: q &amp; a"),
  ])
  func aPhraseIsRenderedWithItsPlaceholdersFilled(_ template: String, _ expected: String) throws {
    #expect(try rendered(template) == expected)
  }

  @Test func theSubjectMayContainPhrases() throws {
    let text = try TemplateSet().renderText("{{word.issue_line}} {{word.read_more_about}}", from: "subject", value)
    #expect(text == "issue 12 Read this article: Q & A")
  }

  @Test(arguments: [
    ("a\n {{word.red_more}}", "2:2: there is no phrase `red_more`"), ("{{word}}", "1:1: there is no phrase ``"),
    ("{{word.a.b}}", "1:1: there is no phrase `a.b`"),
    ("{{#word.by}}x{{/word.by}}", "1:1: `word.by` is a phrase; show it as `{{word.by}}`"),
    ("{{#word.nothing}}x{{/word.nothing}}", "1:1: `word.nothing` is a phrase; show it as `{{word.nothing}}`"),
    ("{{count(word.by)}}", "1:1: `count()` cannot be applied to a phrase"),
  ])
  func anUnknownWordIsRefusedAtItsPlace(_ template: String, _ expected: String) throws {
    let error = #expect(throws: TemplateErrors.self) { try rendered(template) }
    #expect(error?.description == "templates/page.html:" + expected)
  }

  @Test func aPlaceThatIsUnknownHereIsReportedAtItsWord() throws {
    let error = #expect(throws: TemplateError.self) { try rendered("{{value}} {{word.feed_as}}") }
    #expect(error?.description == "templates/page.html:1:11: the variable `label` is unknown here")
  }

  @Test func anOwnWordIsTextAndNoMarkup() throws {
    let language = Language("de", own: ["read_more": "<b>Mehr</b> & \"mehr\""])
    #expect(try rendered("{{{word.read_more}}}", language) == "&lt;b&gt;Mehr&lt;/b&gt; &amp; &quot;mehr&quot;")
    let set = try TemplateSet(overrides: [("page.text", "page.text", "{{word.read_more}}")], language: language)
    #expect(try set.render("page.text", value) == "<b>Mehr</b> & \"mehr\"")
  }

  @Test(arguments: [
    ("<p>{{word.read_more_about}}</p>", "<p>قراءة هذا المقال: <span dir=\"ltr\">Q &amp; A</span></p>"),
    ("<a title=\"{{word.read_more_about}}\">x</a>", "<a title=\"قراءة هذا المقال: \u{2068}Q &amp; A\u{2069}\">x</a>"),
    ("<title>{{word.read_more_about}}</title>", "<title>قراءة هذا المقال: \u{2068}Q &amp; A\u{2069}</title>"),
    ("<p>{{word.issue_line}}</p>", "<p>العدد 12</p>"), ("{{title}}", "Q &amp; A"),
  ])
  func aValueOfTheOtherDirectionIsIsolated(_ template: String, _ expected: String) throws {
    #expect(try rendered(template, Language("ar")) == expected)
  }

  @Test func plainTextIsolatesByCharacters() throws {
    let text = "{{word.read_more_about}}"
    let set = try TemplateSet(overrides: [("page.text", "page.text", text)], language: Language("ar"))
    #expect(try set.render("page.text", value) == "قراءة هذا المقال: \u{2068}Q & A\u{2069}")
  }

  @Test(arguments: [
    ("<p>{{word.read_more}}</p>", "<p><span lang=\"en\" dir=\"ltr\">Read this article</span></p>"),
    ("{{uppercased(word.by)}}{{word.colon}}", "<span lang=\"en\" dir=\"ltr\">BY</span>:"),
    (
      "{{word.issue_of_digest}}",
      "<span lang=\"en\" dir=\"ltr\"><span dir=\"rtl\">מדע</span>, issue 12</span>"
    ),
    (
      "<a title=\"{{word.read_more}}\">{{date}}</a>",
      "<a title=\"\u{2066}Read this article\u{2069}\"><span lang=\"en\" dir=\"ltr\">2 May</span></a>"
    ),
    ("<title>{{date}} {{digest}}</title>", "<title>\u{2066}2 May\u{2069} מדע</title>"),
    ("{{#date}}{{uppercased(date)}}{{/date}}", "<span lang=\"en\" dir=\"ltr\">2 MAY</span>"),
  ])
  func aBorrowedWordIsMarkedWithLanguageAndDirection(_ template: String, _ expected: String) throws {
    let value = TemplateValue.record(["digest": .text("מדע"), "number": .number(12), "date": .words("2 May")])
    let set = try TemplateSet(overrides: [("page.html", "page.html", template)], language: Language("ur"))
    #expect(try set.render("page.html", value) == expected)
    let czech = try TemplateSet(overrides: [("page.html", "page.html", template)], language: Language("cs"))
    let words = expected.replacing(" dir=\"ltr\"", with: "").replacing("\u{2066}", with: "")
      .replacing("\u{2069}", with: "").replacing("מדע</title>", with: "\u{2068}מדע\u{2069}</title>")
    #expect(try czech.render("page.html", value) == words)
  }

  /// A colon of full width has its space in itself.
  @Test(arguments: [
    ("{{word.source}}{{word.colon}} {{digest}}", "出典：a", "Source: a"),
    ("<b>{{word.source}}{{word.colon}}</b> {{digest}}", "<b>出典：</b>a", "<b>Source:</b> a"),
    ("{{word.colon}}  {{digest}}", "： a", ":  a"), ("{{word.colon}}{{digest}}", "：a", ":a"),
    (
      "<p><b>{{word.how_sure}}</b>{{#digest}} <i>{{.}}</i>{{/digest}}</p>",
      "<p><b>どのくらい確かですか？</b><i>a</i></p>", "<p><b>How sure is this?</b> <i>a</i></p>"
    ),
    (
      "<p><a>{{word.unsubscribe}}</a> {{word.from_these_mails}}</p>", "<p><a>配信停止</a>のお手続き</p>",
      "<p><a>Unsubscribe</a> from these mails</p>"
    ),
    ("{{word.unsubscribe}} {{digest}} b", "配信停止 a b", "Unsubscribe a b"),
    ("{{word.colon}}{{digest}} b", "：a b", ":a b"),
    ("{{word.colon}}\n {{digest}}", "：\n a", ":\n a"), ("{{word.colon}}<b> {{digest}}</b>", "：<b> a</b>", ":<b> a</b>"),
  ])
  func aWideColonNeedsNoSpace(_ template: String, _ japanese: String, _ english: String) throws {
    for (tag, expected) in [("ja", japanese), ("en", english)] {
      let set = try TemplateSet(overrides: [("page.html", "page.html", template)], language: Language(tag))
      #expect(try set.render("page.html", .record(["digest": .text("a")])) == expected)
    }
  }

  @Test func aBorrowedWordIsFramedInPlainText() throws {
    let text = "{{word.by}} {{date}} {{title}}{{word.colon}}"
    let value = TemplateValue.record(["date": .words("2 May"), "title": .text("מדע")])
    let rendered = try ["ur", "cs", "de"].map { tag in
      try TemplateSet(overrides: [("page.text", "page.text", text)], language: Language(tag)).render("page.text", value)
    }
    #expect(
      rendered == [
        "\u{2066}by\u{2069} \u{2066}2 May\u{2069} מדע:", "by 2 May \u{2068}מדע\u{2069}:",
        "von 2 May \u{2068}מדע\u{2069}:",
      ])
  }

  @Test(arguments: [("en", ". "), ("de", ". "), ("ar", ". "), ("hi", "। "), ("ja", "。"), ("zh-Hant", "。")])
  func theNoteOnResearchHasTheFullStopOfItsLanguage(_ tag: String, _ stop: String) throws {
    let language = Language(tag)
    let words = ["note_advice_heading", "note_advice", "note_heading", "note_research"].compactMap(language.word)
    let note = try TemplateSet(
      overrides: [("note.text", "note.text", "{{> research-note}}")], language: language
    ).render("note.text", value)
    #expect(note == "\(words[0])\(stop)\(words[1])\n\n\(words[2])\(stop)\(words[3])\n")
  }

  private func rendered(_ template: String, _ language: Language = .english) throws -> String {
    try TemplateSet(overrides: [("page.html", "templates/page.html", template)], language: language)
      .render("page.html", value)
  }
}
