import Time

/// One answer of a source as it changes the state of the source.
struct Poll {
  let rule: PollRule
  let request: FetchRequest
  let answer: FetchAnswer
  var state: PollState
  let now: Instant
  var notice: String?

  init(rule: PollRule, request: FetchRequest, answer: FetchAnswer, state: PollState, now: Instant) {
    self.rule = rule
    self.request = request
    self.answer = answer
    self.state = state
    self.now = now
  }

  /// What every answer changes.
  mutating func begin() {
    state = rule.current(state)
    state.url = rule.url
    state.asked = now
    state.unanswered = nil
    if !answer.validators.isEmpty { state.hasOfferedValidators = true }
  }
}

/// Successes.
extension Poll {
  /// 304: its header fields replace the stored ones (RFC 9111 §4.3.4).
  mutating func noteUnchanged() {
    state.validators.etag = answer.validators.etag ?? state.validators.etag
    state.validators.lastModified = answer.validators.lastModified ?? state.validators.lastModified
    state.freshFor = answer.freshFor?.components.seconds ?? state.freshFor
    watchMove(hasKnownItem: true)
    succeed()
  }

  mutating func noteSame() {
    noteWhole()
    watchMove(hasKnownItem: true)
    succeed()
  }

  mutating func note(_ document: PollReading.Document) {
    noteWhole()
    state.readKey = rule.settingsKey
    state.hasRest = document.hasRest
    state.note(remarks: document.remarks, at: now)
    state.cutOffSince = document.isCutOff ? state.cutOffSince ?? now : nil
    state.bodyHash = document.isComplete ? document.hash : nil
    if !document.isComplete { state.validators = Validators() }
    state.pace = document.pace == PaceHints() ? nil : document.pace
    state.noteNews(document, at: now)
    watchMove(hasKnownItem: document.hasKnownItem)
    succeed()
  }

  /// A document came, with its validators or without any.
  private mutating func noteWhole() {
    state.validators = answer.validators
    if !state.validators.isEmpty { state.validators.origin = WebOrigin(answer.url)?.text }
    state.freshFor = answer.freshFor?.components.seconds
    if request.validators.isEmpty { state.wholeAt = now }
  }

  private mutating func succeed() {
    state.begun = state.begun ?? now
    state.succeeded = now
    state.failures = 0
    state.failingSince = nil
    state.waitingSince = nil
    state.failure = nil
    state.reported = nil
    state.goneSince = nil
    state.isEnded = false
    state.wasEnded = nil
    let next = now + rule.usualPause(state)
    state.next = state.pace?.firstAllowed(from: next) ?? next
  }
}

/// Failures.
extension Poll {
  mutating func fail(_ sentence: String) {
    state.failures += 1
    state.failingSince = state.failingSince ?? now
    state.failure = sentence
    state.next = now + rule.pauseAfterFailure(state)
  }

  /// The next request is unconditional; otherwise a server could answer 304 forever.
  mutating func noteUnreadable(_ sentence: String) {
    state.validators = Validators()
    state.wholeAt = nil
    fail(sentence)
  }

  /// 410 (RFC 9110 §15.5.11), which may be a mistake: only a second look, a day later, ends the source.
  mutating func noteGone() {
    // The URL to which it moved is gone, so its own URL is requested again.
    if request.url != rule.url {
      state.moved = nil
      return fail("the place that it has moved to is gone for good, says the server (410)")
    }
    fail("it is gone for good, says the server (410)")
    let since = state.goneSince ?? now
    state.goneSince = since
    guard now - since >= PollPace.day else {
      state.next = max(state.next ?? now, since + PollPace.day)
      return
    }
    state.isEnded = true
    guard state.wasEnded != true else { return }
    notice =
      "the server said twice, a day apart, that it is gone for good (410), so it is not asked any more; "
      + "its articles stay; remove it from schedule.conf or correct its url"
  }

  /// 429 or 503: the host is left alone. That is not the source's fault, even if it was never read.
  mutating func leaveAlone(_ site: String, _ wait: HostWait?) -> PollOutcome {
    let isFirst = wait.map { $0.times == 0 } ?? true
    let isStillWaiting = wait.map { $0.times > 0 && $0.until > now } ?? false
    let times = isFirst ? 1 : (wait?.times ?? 0) + (isStillWaiting ? 0 : 1)
    let pause = min(answer.retryAfter ?? PollPace.backOff(times), PollPace.longestWait)
    state.failure = "its host asked to be left alone for a while"
    state.waitingSince = state.waitingSince ?? now
    state.next = now + max(pause, rule.usualPause(state))
    return PollOutcome(state: state, waits: [HostWait(host: site, until: now + pause, times: times)])
  }
}

/// Moves.
extension Poll {
  /// Counts the responses reached through a permanent redirect. After three of them over a week, the target is requested
  /// directly, if a known item was found there.
  private mutating func watchMove(hasKnownItem: Bool) {
    guard request.url == rule.url || state.moved?.isFollowed != true else { return }
    let permanent = answer.redirects.prefix { $0.isPermanent }
    guard let target = permanent.last?.target, target != rule.url else {
      state.moved = nil
      return
    }
    var move = state.moved ?? PollState.Move(target: target, since: now, polls: 0)
    if move.target != target { move = PollState.Move(target: target, since: now, polls: 0) }
    move.polls += 1
    let isProved = move.polls >= 3 && now - move.since >= PollPace.day * 7 && hasKnownItem
    if isProved, !move.isFollowed {
      move.isFollowed = true
      notice = "it has moved for good to \(target); write that as its url in schedule.conf"
    }
    state.moved = move
  }
}
