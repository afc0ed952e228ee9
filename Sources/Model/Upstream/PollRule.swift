package import Time

/// When an upstream source is polled, with which request, and what follows from the response. Pure: `now` is when the run
/// began.
///
/// The order of a poll: ``due(_:waits:at:)``, ``request(_:at:)``, the request itself, ``isSame(_:_:)`` for a document,
/// then ``outcome(of:to:reading:after:waits:at:)``.
package struct PollRule: Hashable, Sendable {
  /// Whether a source is polled in this run.
  package enum Due: Hashable, Sendable {
    case now
    case later(Instant)
    /// It is gone, and is no longer polled.
    case ended
  }

  /// Name of the source.
  let source: String
  /// As written in settings.
  package let url: String
  let every: Duration
  let settingsKey: String

  /// - Parameters:
  ///   - every: the shortest time between two polls.
  ///   - settingsKey: see ``PollState/settingsKey``.
  package init(source: String, url: String, every: Duration, settingsKey: String) {
    self.source = source
    self.url = url
    self.every = every
    self.settingsKey = settingsKey
  }

  package init(_ settings: UpstreamSettings, settingsKey: String) {
    self.init(source: settings.name, url: settings.url, every: settings.every, settingsKey: settingsKey)
  }
}

extension PollRule {
  /// The meaning of a recorded state under the current settings.
  ///
  /// If they have changed, the next document is read in full, and the cause of the last failure may be gone. If the URL has
  /// changed, nothing learnt about the old one applies any more; only the articles stay known.
  package func current(_ state: PollState) -> PollState {
    if state.settingsKey == settingsKey { return state }
    var next = state
    if let before = state.url, before != url {
      next = PollState()
      next.begun = state.begun
      next.readKey = state.readKey
      next.news = state.news
      next.usualGap = state.usualGap
    }
    next.url = url
    next.settingsKey = settingsKey
    next.validators = Validators()
    next.moved = nil
    next.bodyHash = nil
    next.failure = nil
    if next.isEnded { next.wasEnded = true }
    next.isEnded = false
    return next
  }
}

/// Before the request.
extension PollRule {
  /// - Parameter waits: of all hosts.
  package func due(_ state: PollState, waits: [HostWait], at now: Instant) -> Due {
    let isChanged = state.settingsKey != settingsKey
    let state = current(state)
    if state.isEnded { return .ended }
    let own = isChanged ? afterChange(state) : opening(state, at: now)
    let latest = [own, hostOpens(state, waits, at: now)].compactMap { $0 }.max()
    guard let latest, latest > now else { return .now }
    return .later(latest)
  }

  /// The request for the document of the source. `validators` is empty if it must be unconditional: every eight days,
  /// after a change of the settings, and after a document that could not be read to its end.
  ///
  /// Header fields that do not depend on earlier polls (`accept`, credentials, limits) are left to the caller.
  package func request(_ state: PollState, at now: Instant, userAgent: String) -> FetchRequest {
    let state = current(state)
    var request = FetchRequest(url: address(state), userAgent: userAgent)
    if !mustBeWhole(state, at: now) { request.validators = state.validators }
    return request
  }

  /// The state to record before the request is sent, so that a run that is killed does not ask again at once.
  package func asking(_ state: PollState, at now: Instant) -> PollState {
    var state = current(state)
    state.asked = now
    state.unanswered = state.unanswered ?? now
    let backOff = state.failures == 0 ? .zero : PollPace.backOff(state.failures)
    state.next = now + max(usualPause(state), backOff)
    return state
  }

  /// Whether a document with this hash is the one last read, so it need not be read again.
  package func isSame(_ hash: String, _ state: PollState) -> Bool {
    state.bodyHash == hash && state.settingsKey == settingsKey
  }
}

extension PollRule {
  /// The URL to request: the target of a move that has proved permanent, otherwise the one in settings. If the target
  /// keeps failing, both alternate.
  func address(_ state: PollState) -> String {
    guard let moved = state.moved, moved.isFollowed else { return url }
    let isDoubtful = state.failures >= 4 && state.failures % 2 == 0
    return isDoubtful ? url : moved.target
  }

  private func mustBeWhole(_ state: PollState, at now: Instant) -> Bool {
    guard let whole = state.wholeAt else { return true }
    return now - whole >= PollPace.longestConditional || whole > now
  }

  /// An operator who repairs a failing source need not wait out its back-off.
  private func afterChange(_ state: PollState) -> Instant? {
    guard let next = state.next, let asked = state.asked else { return nil }
    let pause = state.failures == 0 ? every : .seconds(300)
    return min(next, asked + pause)
  }

  /// Nil: now.
  private func opening(_ state: PollState, at now: Instant) -> Instant? {
    guard let next = state.next, let asked = state.asked else { return state.next }
    // Recorded under a clock that was ahead.
    if asked > now, next - now > max(every, PollPace.longestPause) * 2 { return nil }
    // Cron does not start a run at the same second of each hour.
    let isLong = state.failure == nil && next - asked >= .seconds(600)
    let opens = isLong ? next - .seconds(30) : next
    guard opens <= now, now - next < PollPace.day, let pace = state.pace else { return opens }
    let allowed = pace.firstAllowed(from: now)
    return allowed == now ? nil : min(allowed, next + PollPace.day)
  }

  /// The sources of a host come back over six minutes.
  private func hostOpens(_ state: PollState, _ waits: [HostWait], at now: Instant) -> Instant? {
    guard let site = WebOrigin(address(state))?.site, let wait = waits.first(where: { $0.host == site }) else {
      return nil
    }
    guard wait.until - now <= PollPace.longestWait * 2, wait.until > now - .seconds(3600) else { return nil }
    return wait.times == 0 ? wait.until : wait.until + PollPace.jitter(of: source, within: .seconds(3600))
  }
}
