/// A recurring e-mail over some feeds (`[digest.NAME]` in `schedule.conf`).
package struct Digest: Hashable, Sendable {
  package enum CatchUp: String, CaseIterable, Sendable {
    /// The articles of missed slots go into the next issue, however old they have become.
    case merge
    /// Missed slots are let go: only what `lookback` still reaches goes into the next issue.
    case skip
  }

  package let name: String
  /// Mustache, rendered as plain text over the issue.
  package var subject: String
  /// Nil means every feed (`["*"]`).
  package var feeds: [Feed.Name]?
  package var cron: CronExpression
  package var catchUp: CatchUp
  /// A slot later than this is missed.
  package var lateWithin: Duration
  /// How long a back-dated article is still news.
  package var lookback: Duration
  /// Per feed; the rest waits for the next issue.
  package var maxArticles: Int
  /// More news than this holds the issue until `courant release`.
  package var holdAbove: Int
  /// Its own look; nil for that of all mail.
  package var theme: String?

  package init(name: String, cron: CronExpression) {
    (self.name, self.cron) = (name, cron)
    subject = Self.defaultSubject
    (feeds, catchUp, lateWithin, lookback) = (nil, .merge, .seconds(86_400), .seconds(30 * 86_400))
    (maxArticles, holdAbove) = (12, 100)
    theme = nil
  }

  package static let defaultSubject = "{{#lead}}{{title}}{{/lead}}{{#more}} {{more_words}}{{/more}}"
}
