/// Who is notified of things that need an operator, and that runs are alive (`[alerts]` in `schedule.conf`).
package struct AlertSettings: Hashable, Sendable {
  /// Which weeks have a letter.
  package enum Weekly: String, CaseIterable, Sendable {
    case always
    /// Those in which anything happened, or that leave something to do.
    case withNews = "with-news"
    case never
  }

  /// The operators to whom letters are sent.
  package var to: [EmailAddress] = []
  package var weekly = Weekly.withNews
  /// How long after the last run a site counts as not ready.
  package var runWithin = Duration.seconds(900)
  /// The URL of a dead man's switch for runs; nil if there is none.
  package var ping: String?
  /// The same for issues: requested when a slot is settled normally.
  package var issuePing: String?
  /// The file that each run replaces with its metrics, relative to the site folder or absolute; nil for none.
  package var metricsFile: String?

  package init() {}
}

/// Reports how a run went to a service that alerts on silence. A call may block, but not for long.
package protocol Watcher: AnyObject, Sendable {
  /// - Parameter body: plain text for people. Returns why the report failed; nil if it arrived.
  func tell(_ url: String, _ body: String) -> String?
}
