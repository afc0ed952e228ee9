import Languages
import Syndication
import Testing

struct FeedStyleSheetTests {
  @Test(arguments: [("en", "ltr"), ("ar-EG", "rtl")])
  func theStyleSheetFollowsTheSitesLanguage(_ tag: String, _ direction: String) {
    let sheet = String(decoding: FeedStyleSheet(language: Language(tag)).bytes, as: UTF8.self)
    #expect(sheet.contains("\n  direction: \(direction);\n"))
    #expect(sheet.contains("::before { content: \"\(Language(tag).word("feed_opened")!) \"; }\n"))
    #expect(sheet.matches(of: /[A-Z]{5,}/).map { String($0.output) } == [], "a place that was not filled")
  }

  @Test func theSitesOwnWordsCannotEndTheirString() {
    let language = Language("en", own: ["feed_opened": #"A "feed" \ } * { color: red; }"#])
    let sheet = String(decoding: FeedStyleSheet(language: language).bytes, as: UTF8.self)
    #expect(sheet.contains(#"content: "A \"feed\" \\ } * { color: red; } ""#))
  }
}
