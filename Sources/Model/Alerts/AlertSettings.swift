/// Who hears what needs an operator, and that runs are alive (`[alerts]` in `schedule.conf`).
package struct AlertSettings: Hashable, Sendable {
  /// Which weeks have a letter.
  package enum Weekly: String, CaseIterable, Sendable {
    case always
    /// Those in which anything happened, or that leave something to do.
    case withNews = "with-news"
    case never
  }

  /// To whom Courant writes.
  package var to: [EmailAddress] = []
  package var weekly = Weekly.withNews
  /// How long after the last run a site counts as not ready.
  package var runWithin = Duration.seconds(900)
  /// The URL of a dead man's switch for runs; nil if there is none.
  package var ping: String?
  /// The same for issues: called when a slot is settled as one should be.
  package var issuePing: String?
  /// The file that each run replaces with its metrics, relative to the site folder or absolute; nil for none.
  package var metricsFile: String?

  package init() {}
}

/// Tells a service that watches for silence how a run went. A call may block, but not for long.
package protocol Watcher: AnyObject, Sendable {
  /// - Parameter body: plain text for people. Returns why nobody was told; nil if someone was.
  func tell(_ url: String, _ body: String) -> String?
}
