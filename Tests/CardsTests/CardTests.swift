import Cards
import CourantTesting
import Drawing
import Languages
import Model
import Presentation
import Templates
import Testing
import Time

struct CardTests {
  private let site = Site(
    title: "Neurology research, explained", url: "https://example.org", language: "en", zone: .utc, publisher: "")

  private let colours: CardColours

  init() throws { colours = CardColours(PageStyle(try TemplateSet())) }

  private func article(_ title: String) -> Article {
    var article = Article(id: .init("a"), title: title, published: .at("2026-11-09T08:00:00Z"), link: "")
    article.topics = [Topic("NMOSD"), Topic("emergency care"), Topic("steroids")]
    return article
  }

  private func picture(_ title: String, in language: String = "en") throws -> [UInt8] {
    var site = site
    site.language = language
    return try CardWriter().picture(of: Card(of: article(title), on: site), in: colours)
  }

  static let titles = [
    "Recognising an NMOSD attack early, and what delays it", "Hirn", "MRT",
    "Kühlweste vor dem Training – Menschen mit hitzeempfindlicher Multipler Sklerose halten sechs Minuten länger durch",
    "التبريد قبل التمرين يساعد المصابين بالتصلب المتعدد", "脳の炎症を早く見つける", "मस्तिष्क की सूजन को जल्दी पहचानना",
    "השתלת תאי גזע", "🧠 Brains, 👩‍⚕️ and ☀️", String(repeating: "A long title ", count: 23),
    String(repeating: "long", count: 20_000), "<b>&amp;</b> {{evil}} %s \u{202E}reversed \u{2066}", " ", "",
  ]

  @Test(arguments: titles)
  func everyTitleIsDrawnAndTwiceTheSame(_ title: String) throws {
    let first = try picture(title)
    #expect(isOwnPNG(first))
    #expect(try picture(title) == first)
    #expect(first.count < 150_000)
  }

  @Test func controlCharactersAndBreaksAreSpaces() throws {
    #expect(
      try picture("One\u{0}two\u{1B}three\u{2028}four\u{2029}five\nsix") == picture("One two three four five six"))
  }

  @Test func aTitleThatNoFontHasIsRefused() throws {
    let fault = CardFault.lacksFont("Brain \u{E000}", package: "fonts-noto-extra")
    #expect(throws: fault) { try picture("Brain \u{E000}") }
    #expect(try CardWriter().fault(of: Card(of: article("Brain \u{E000}"), on: site)) == fault)
    #expect(try CardWriter().fault(of: Card(of: article("Brain"), on: site)) == nil)
  }

  /// It travels without the page that explains them.
  @Test func aCardDependsOnNeitherRatingNorSummary() {
    let plain = article("Title")
    var rated = plain
    rated.credibility = Rating(tenths: 26)
    rated.summary = "A takeaway"
    rated.updated = .at("2026-12-01T00:00:00Z")
    #expect(Card(of: rated, on: site).key == Card(of: plain, on: site).key)
    var moved = plain
    moved.published = .at("2026-11-10T08:00:00Z")
    #expect(Card(of: moved, on: site).key != Card(of: plain, on: site).key)
  }

  @Test func aCardShowsTwoTopicsAndTheDate() {
    #expect(
      Card(of: article("Title"), on: site).key == [
        "en", "false Title", "false Neurology research, explained", "false NMOSD · emergency care · 9 November 2026",
      ])
  }

  @Test func theCardOfAnIssueShowsItsFirstTitles() throws {
    let titles = ["One", "Two", "Three", "Four"]
    let card = Card(ofIssue: "Weekly", at: .at("2026-11-23T07:00:00Z"), titles: titles, on: site)
    #expect(
      card.key == [
        "en", "false One", "false Two", "false Three", "false Neurology research, explained",
        "false Weekly · 23 November 2026",
      ])
    let long = Card(ofIssue: "Weekly", at: .at("2026-11-23T07:00:00Z"), titles: Self.titles, on: site)
    for card in [card, long] { #expect(isOwnPNG(try CardWriter().picture(of: card, in: colours))) }
  }

  @Test func coloursAreThoseOfTheSitesStyleSheet() throws {
    let own = ":root { --card: #fff; --accent:#123456; --ink: black; }"
    let templates = try TemplateSet(overrides: [("style.css", "templates/style.css", own)], language: .english)
    let colours = CardColours(PageStyle(templates))
    #expect(colours.key == "255 255 255, 31 30 27, 101 95 86, 18 52 86")
    let card = Card(of: article("Title"), on: site)
    let writer = try CardWriter()
    #expect(try writer.picture(of: card, in: colours) != writer.picture(of: card, in: self.colours))
  }

  @Test(arguments: [("«Neurology»", "N"), ("أبحاث", "أ"), ("– 3 news", "3"), ("🧠 …", nil)])
  func theTouchIconIsTheFirstLetter(_ title: String, _ letter: String?) throws {
    var site = site
    site.title = title
    #expect(TouchIcon.letter(of: site) == letter)
    guard let letter else { return }
    let icon = try TouchIcon.picture(letter, of: site, in: colours)
    #expect(isOwnPNG(icon))
    #expect(icon.count < 6_000)
  }
}
