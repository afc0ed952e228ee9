internal import Languages
package import Model
internal import Presentation
package import Time

/// The content of a social card, the image that social networks and messengers show next to a link.
///
/// It has no rating, because it travels without the words that explain one, and no summary, because networks show the
/// page's description below it.
package struct Card: Hashable, Sendable {
  /// For an article, its title; for an issue, the titles of its first articles.
  let titles: [CardText]
  let siteName: CardText
  /// Topics and date.
  let facts: CardText
  /// BCP 47.
  let language: String

  /// - Parameter article: needs no body.
  package init(of article: Article, on site: Site) {
    let speech = site.speech
    let topics = article.topics.prefix(Self.mostTopics).map { speech.isolated($0.label) }
    let date = speech.date(site.zone.civil(at: article.published))
    self.init(titles: [article.title], facts: topics + [date], on: site)
  }

  /// - Parameter digest: its name as readers see it.
  /// - Parameter titles: of its articles, in order; the first ones are shown.
  package init(ofIssue digest: String, at date: Instant, titles: [String], on site: Site) {
    let speech = site.speech
    let day = speech.date(site.zone.civil(at: date))
    self.init(titles: Array(titles.prefix(Self.mostTitles)), facts: [speech.isolated(digest), day], on: site)
  }

  private init(titles: [String], facts: [String], on site: Site) {
    let direction = site.speech.direction
    self.titles = titles.map { title in
      CardText(title.listed, WritingDirection(of: title, usual: direction))
    }
    siteName = CardText(site.title.listed, WritingDirection(of: site.title, usual: direction))
    self.facts = CardText(facts.joined(separator: " · "), direction)
    language = site.language
  }

  private static let mostTopics = 2
  private static let mostTitles = 3

  /// For keys: equal only for equal cards.
  package var key: [String] { [language] + (titles + [siteName, facts]).map { "\($0.isRightToLeft) \($0.text)" } }

  var texts: [CardText] { titles + [siteName, facts] }
}

/// One paragraph that can be drawn.
struct CardText: Hashable, Sendable {
  let text: String
  let isRightToLeft: Bool

  /// Replaces control characters and breaks of lines and paragraphs with spaces.
  init(_ text: String, _ direction: WritingDirection) {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    self.text = String(scalars)
    isRightToLeft = direction == .rightToLeft
  }

  /// Whether it has emoji, which have their own colours.
  var isColourful: Bool {
    text.unicodeScalars.contains { $0.properties.isEmojiPresentation || $0 == "\u{FE0F}" }
  }

  /// The Debian package that may have the fonts.
  var fontPackage: String {
    if isColourful { return "fonts-noto-color-emoji" }
    let isEastAsian = text.unicodeScalars.contains { scalar in
      scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
        || (0xAC00...0xD7A3).contains(scalar.value)
    }
    return isEastAsian ? "fonts-noto-cjk" : "fonts-noto-extra"
  }
}
