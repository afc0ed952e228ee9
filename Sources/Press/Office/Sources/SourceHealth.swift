package import Model
internal import Press
package import Time

/// How an upstream source is doing.
package struct SourceHealth: Hashable, Sendable {
  package enum State: String, CaseIterable, Sendable, Encodable {
    /// It has never been fetched.
    case new
    case well
    /// It can be read, but has had nothing new for much longer than usual, as a feed that is stuck would.
    case quiet
    /// Its last document was cut off: the complete items in it count.
    case incomplete
    /// Its host asked to be left alone for a while.
    case waiting
    case failing
    /// It is no longer fetched.
    case ended
  }

  package let state: State
  /// What an operator should know; nil if nothing. Begins in lower case, and has no full stop.
  package let sentence: String?

  /// - Parameter key: today's ``PollState/settingsKey``; nil: settings have not changed since. A failure under older
  ///   settings may be fixed by now, and facts learnt about another URL mean nothing.
  package init(_ source: UpstreamSettings, _ poll: PollState, at now: Instant, in zone: Zone, key: String? = nil) {
    let rule = PollRule(source, settingsKey: key ?? poll.settingsKey)
    let poll = rule.current(poll)
    let quiet = rule.quiet(poll, at: now)
    if poll.isEnded {
      state = .ended
      sentence = "gone for good (410), so it is not asked any more; remove it from schedule.conf, or correct its `url`"
    } else if poll.failures > 0 || poll.failingSince != nil {
      state = .failing
      let since = poll.failingSince.map { "since \(zone.shown($0)): " } ?? ""
      sentence = since + (poll.failure ?? "its settings have changed, so the next run asks it again")
    } else if poll.waitingSince != nil, let next = poll.next {
      state = .waiting
      sentence = "its host asked to be left alone for a while; asked again \(zone.shown(next))"
    } else if let since = poll.cutOffSince {
      state = .incomplete
      sentence = "its document has been cut off since \(zone.shown(since)); the complete items in it count"
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
