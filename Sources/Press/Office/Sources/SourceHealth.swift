package import Model
internal import Press
package import Time

/// How an upstream source is doing.
package struct SourceHealth: Hashable, Sendable {
  package enum State: String, Sendable, Encodable {
    /// It has never been asked.
    case new
    case well
    /// It can be read, and has brought nothing for much longer than usual: a feed that is stuck looks like that.
    case quiet
    case failing
    /// It is not asked any more.
    case ended
  }

  package let state: State
  /// What an operator should know; nil if nothing. Begins in lower case, and has no full stop.
  package let sentence: String?

  package init(_ source: UpstreamSettings, _ poll: PollState, at now: Instant, in zone: Zone) {
    // Nothing is asked here, so changed settings do not count.
    let quiet = PollRule(source, settingsKey: poll.settingsKey).quiet(poll, at: now)
    if poll.isEnded {
      state = .ended
      sentence = "gone for good (410), so it is not asked any more; remove it from schedule.conf, or correct its `url`"
    } else if poll.failures > 0 || poll.failingSince != nil {
      state = .failing
      let since = poll.failingSince.map { " since \(zone.shown($0))" } ?? ""
      sentence = "failing\(since): \(poll.failure ?? "it cannot be read")"
    } else if poll.asked == nil {
      state = .new
      sentence = nil
    } else {
      state = quiet == nil ? .well : .quiet
      let move = poll.moved.flatMap { $0.isFollowed ? "moved for good; write url = \"\($0.target)\"" : nil }
      sentence = quiet ?? move
    }
  }
}
