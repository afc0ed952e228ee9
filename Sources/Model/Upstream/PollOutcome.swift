package import Time

/// What happened to the body of a response.
package enum PollReading: Hashable, Sendable {
  /// There was none, or it was not read.
  case nothing
  /// The same bytes as last time (``PollRule/isSame(_:_:)``).
  case same
  case document(Document)
  /// With the sentence of an ``UpstreamFailure``.
  case unreadable(String)

  package struct Document: Hashable, Sendable {
    /// SHA-256 in hexadecimal.
    package var hash: String
    package var isComplete = true
    package var isCutOff = false
    /// As in ``UpstreamDocument/remarks``.
    package var remarks: [String] = []
    /// Whether it has older items that were not read this time.
    package var hasRest = false
    package var pace = PaceHints()
    /// When its items were published, if stated.
    package var dates: [Instant] = []
    /// Whether one of its items was known before.
    package var hasKnownItem = false
    /// Whether it contained a new article.
    package var hasNews = false

    package init(hash: String) { self.hash = hash }

    package init(_ document: UpstreamDocument, hash: String, hasKnownItem: Bool, hasNews: Bool) {
      self.hash = hash
      isComplete = document.isComplete
      isCutOff = document.isCutOff
      remarks = document.remarks
      hasRest = document.hasRest
      pace = document.pace
      dates = document.items.compactMap(\.published)
      self.hasKnownItem = hasKnownItem
      self.hasNews = hasNews
    }
  }
}

/// The changes to record after a poll.
package struct PollOutcome: Hashable, Sendable {
  package var state: PollState
  /// At most one: the host that answered, with `times` 0 if it may be contacted again.
  package var waits: [HostWait] = []
  /// Reported once, now; begins in lower case and has no full stop. ``PollRule/trouble(_:at:)`` reports failures.
  package var notice: String?
}

/// After the answer.
extension PollRule {
  /// - Parameters:
  ///   - request: the request that was sent.
  ///   - reading: what happened to the body, if the response is a document.
  package func outcome(
    of answer: FetchAnswer, to request: FetchRequest, reading: PollReading, after state: PollState, waits: [HostWait],
    at now: Instant
  ) -> PollOutcome {
    if case .failed(let failure) = answer.result, failure.kind == .notStarted { return PollOutcome(state: state) }
    var poll = Poll(rule: self, request: request, answer: answer, state: state, now: now)
    poll.begin()
    let site = WebOrigin(answer.url)?.site ?? ""
    let wait = waits.first { $0.host == site }
    switch (answer.result, reading) {
    case (.status(410), _): poll.noteGone()
    case (.status(429), _) where isPlea(answer), (.status(503), _) where isPlea(answer):
      return poll.leaveAlone(site, wait)
    case (.status(let code), _): poll.fail(sentence(ofStatus: code, answer))
    case (.failed(let failure), _): poll.fail(failure.sentence)
    case (.unchanged, _) where request.validators.isEmpty:
      poll.fail("the server answered 304 (not modified) to a request without conditions")
    case (.unchanged, _): poll.noteUnchanged()
    case (.document, .same): poll.noteSame()
    case (.document, .document(let document)): poll.note(document)
    case (.document, .unreadable(let sentence)): poll.noteUnreadable(sentence)
    case (.document, .nothing): poll.noteUnreadable("its document could not be read")
    }
    var outcome = PollOutcome(state: poll.state, notice: poll.notice)
    if let wait, wait.times > 0 { outcome.waits = [HostWait(host: site, until: now, times: 0)] }
    return outcome
  }

  /// Whether the host asks to be left alone for a while.
  private func isPlea(_ answer: FetchAnswer) -> Bool {
    answer.result == .status(429) || answer.retryAfter != nil
  }
}
