package import Time

/// A recurring email over some feeds (`[digest.NAME]` in `schedule.conf`).
package struct Digest: Hashable, Sendable {
  package enum CatchUp: String, CaseIterable, Sendable {
    /// The articles of missed slots go into the next issue, however old they are.
    case merge
    /// Missed slots are discarded: the next issue includes only articles within `lookback`.
    case skip
  }

  /// The email sent at once to a reader who confirms on the web.
  package enum Welcome: String, CaseIterable, Sendable {
    case none
    /// The newest issue, unless the reader has had it.
    case newestIssue = "newest issue"
  }

  /// Which of its issues an operator reviews before they are mailed.
  package enum Review: String, CaseIterable, Sendable { case never, always }

  /// How much of each article its issues show.
  package enum Shape: String, CaseIterable, Sendable {
    /// Title, takeaway and facts; more of the first one.
    case cards
    /// Title, date and evidence.
    case headlines
    /// The complete text.
    case full
  }

  package let name: String
  /// What readers call it; nil if the operator gave it no title. See ``Site/title(ofDigest:)``.
  package var title: String?
  /// A Mustache template, rendered as plain text for each issue.
  package var subject: String
  /// Nil for every feed (`["*"]`).
  package var feeds: [Feed.Name]?
  package var cron: CronExpression
  package var catchUp: CatchUp
  /// A slot is missed if it is later than this.
  package var lateWithin: Duration
  /// How far an article may be back-dated and still count as news.
  package var lookback: Duration
  /// The maximum number of articles per feed; the others wait for the next issue.
  package var maxArticles: Int
  /// An issue with more articles is held until `courant release`.
  package var holdAbove: Int
  package var review = Review.never
  /// An issue under review is released automatically after this time; nil for never.
  package var releaseAfter: Duration?
  /// The time between a slot and its first message, during which an operator can still cancel; nil for none.
  package var delay: Duration?
  /// Whether readers may ask for it on the web (`sign_up = "open" | "closed"`).
  package var isOpen = true
  package var welcome = Welcome.none
  package var shape = Shape.cards
  /// The digest's own theme; nil for the theme of all mail.
  package var theme: String?
  /// Its own sender and mailbox for replies; nil for those of all mail.
  package var from: Mailbox?
  package var replyTo: Mailbox?
  /// The Markdown file with the introduction of its next issue, relative to the site folder.
  package var intro: String?
  /// Files for its next issue.
  package var attach: [AttachedPath] = []
  package var attachAs = AttachAs.links
  /// The most that the files of an issue may have together if they are in its emails, in MB.
  package var attachLimit = 2
  /// The language of its emails and of the pages of its issues (BCP 47); nil for that of the site.
  package var language: String?
  /// Articles that come first in the issue in which they are news, as the operator names them (``PinnedArticles``).
  package var pinned: [String] = []
  /// What is added to the links of its emails; nil for what is added in all mail.
  package var utm: UTMParameters?
  package var sponsor: Sponsor?
  /// Why its issues cannot be made: its theme or its language is broken. Everything else works.
  package var faults: [Finding] = []

  package init(name: String, cron: CronExpression) {
    self.name = name
    self.cron = cron
    title = nil
    subject = Self.defaultSubject
    feeds = nil
    catchUp = .merge
    lateWithin = .seconds(86_400)
    lookback = .seconds(30 * 86_400)
    maxArticles = 12
    holdAbove = 100
    theme = nil
  }

  package static let defaultSubject = "{{#lead}}{{short_title}}{{/lead}}{{#more}} · {{more_articles}}{{/more}}"

  /// A title for a digest that has none: `Weekly news` for `weekly-news`.
  package static func title(for name: String) -> String {
    let words = name.split { "-_.".contains($0) }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
