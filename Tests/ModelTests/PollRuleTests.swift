import CourantTesting
import Model
import Testing
import Time

let polls = Instant(seconds: 1_795_417_205)  // 2026-11-23T07:00:05Z, a Monday

private let hour: Int64 = 3600
private let day: Int64 = 86_400

/// A source and its polls, one after the other.
struct PolledSource {
  var rule: PollRule
  var state = PollState()
  var waits: [HostWait] = []
  var now = polls
  private(set) var requests: [(at: Instant, request: FetchRequest)] = []
  private(set) var notices: [String] = []

  init(name: String = "journal", every: Duration = .seconds(3600), key: String = "1") {
    rule = PollRule(source: name, url: "https://journal.example.org/feed", every: every, settingsKey: key)
  }

  /// Polls now, whether due or not.
  mutating func poll(_ answer: (FetchRequest) -> (FetchAnswer, PollReading)) {
    let request = rule.request(state, at: now, userAgent: "Courant/test")
    requests.append((now, request))
    let (answer, reading) = answer(request)
    let outcome = rule.outcome(of: answer, to: request, reading: reading, after: state, waits: waits, at: now)
    state = outcome.state
    for wait in outcome.waits {
      waits.removeAll { $0.host == wait.host }
      waits.append(wait)
    }
    notices += [outcome.notice].compactMap { $0 }
  }

  mutating func poll(_ result: FetchAnswer.Result, _ change: (inout FetchAnswer) -> Void = { _ in }) {
    poll { request in
      var answer = FetchAnswer(result, url: request.url)
      change(&answer)
      guard case .document(let bytes) = result else { return (answer, .nothing) }
      return (answer, .document(.init(hash: "\(bytes)")))
    }
  }

  /// A document with an ETag, so it may be requested every hour.
  mutating func pollWell(etag: String = "\"1\"") {
    poll(.document([1])) { $0.validators.etag = etag }
  }

  /// Seconds from now until it is due; nil if it is ended.
  func pause(at instant: Instant? = nil) -> Int64? {
    let from = instant ?? now
    var time = from
    for _ in 0..<100 {
      switch rule.due(state, waits: waits, at: time) {
      case .now: return (time - from).components.seconds
      case .later(let next): time = next
      case .ended: return nil
      }
    }
    return -1
  }

  mutating func wait(_ seconds: Int64) { now = now + .seconds(seconds) }
}

/// The rows H1–H8 of `research/sources.md`: validators that are sent back, and the state after a response.
@Suite struct PollRequestTests {
  private let both = Validators(etag: "W/\"x\"", lastModified: "Mon, 23 nov")

  /// H1: what came goes back, and a document without validators clears them.
  @Test func validatorsGoBackAsTheyCame() {
    var source = PolledSource()
    #expect(source.rule.request(source.state, at: source.now, userAgent: "A").validators == Validators())
    source.poll(.document([1])) { $0.validators = both }
    var expected = both
    expected.origin = "https://journal.example.org:443"
    var request = FetchRequest(url: "https://journal.example.org/feed", userAgent: "A")
    request.validators = expected
    #expect(source.rule.request(source.state, at: source.now, userAgent: "A") == request)
    source.poll(.document([2]))
    #expect(source.rule.request(source.state, at: source.now, userAgent: "A").validators == Validators())
    #expect(source.state.hasOfferedValidators)
  }

  /// H2.
  @Test func aNewValidatorOf304ReplacesTheStoredOne() {
    var source = PolledSource()
    source.poll(.document([1])) { $0.validators = both }
    source.poll(.unchanged) {
      $0.validators.etag = "\"y\""
      $0.freshFor = .seconds(7200)
    }
    #expect(source.state.validators.etag == "\"y\"")
    #expect(source.state.validators.lastModified == "Mon, 23 nov")
    #expect(source.pause() == 7170)
  }

  /// H3.
  @Test func a304WithoutConditionsIsAFault() {
    var source = PolledSource()
    source.poll(.unchanged)
    #expect(source.state.failure == "the server answered 304 (not modified) to a request without conditions")
    #expect(source.state.failures == 1)
    #expect(source.state.begun == nil)
  }

  /// H4: every eight days, and after a change of the version or the settings.
  @Test func someRequestsAreUnconditional() {
    var source = PolledSource()
    source.pollWell()
    for _ in 0..<20 {
      source.wait(day)
      let isConditional = !source.rule.request(source.state, at: source.now, userAgent: "").validators.isEmpty
      if isConditional { source.poll(.unchanged) } else { source.pollWell() }
    }
    let whole = source.requests.filter { $0.request.validators.isEmpty }
    #expect(whole.map { ($0.at - polls).components.seconds / day } == [0, 8, 16])
    source.rule = PollRule(
      source: "journal", url: "https://journal.example.org/feed", every: .seconds(3600), settingsKey: "2")
    #expect(source.rule.request(source.state, at: source.now, userAgent: "").validators.isEmpty)
    source.pollWell()
    #expect(!source.rule.request(source.state, at: source.now, userAgent: "").validators.isEmpty)
  }

  /// H5, H6: bytes decide, and only for the same settings.
  @Test func theSameBytesAreNotReadAgain() {
    var source = PolledSource()
    source.pollWell()
    #expect(source.rule.isSame("[1]", source.state))
    #expect(!source.rule.isSame("[2]", source.state))
    let before = source.state
    source.wait(hour)
    source.poll { request in
      var answer = FetchAnswer(.document([1]), url: request.url)
      answer.validators.etag = "\"2\""
      return (answer, .same)
    }
    var expected = before
    expected.validators.etag = "\"2\""
    expected.asked = source.now
    expected.succeeded = source.now
    expected.next = source.now + .seconds(hour)
    #expect(source.state == expected)
    source.rule = PollRule(source: "journal", url: source.rule.url, every: .seconds(hour), settingsKey: "2")
    #expect(!source.rule.isSame("[1]", source.state))
  }

  /// F2, F3: what follows is unconditional.
  @Test func anIncompleteOrUnreadableDocumentIsAskedForWhole() {
    var source = PolledSource()
    source.poll { request in
      var answer = FetchAnswer(.document([1]), url: request.url)
      answer.validators = both
      var document = PollReading.Document(hash: "[1]")
      document.isComplete = false
      document.isCutOff = true
      return (answer, .document(document))
    }
    #expect(source.rule.request(source.state, at: source.now, userAgent: "").validators.isEmpty)
    #expect(!source.rule.isSame("[1]", source.state))
    #expect(source.state.failures == 0)
    #expect(source.state.cutOffSince == polls)
    source.pollWell()
    #expect(source.state.cutOffSince == nil)
    source.poll { request in
      var answer = FetchAnswer(.document([1]), url: request.url)
      answer.validators = both
      return (answer, .unreadable("a web page called “Log in” came instead of a feed"))
    }
    #expect(source.rule.request(source.state, at: source.now, userAgent: "").validators.isEmpty)
    #expect(source.state.failure == "a web page called “Log in” came instead of a feed")
    #expect(source.state.failures == 1)
  }

  @Test func anAnswerToNoRequestChangesNothing() {
    var source = PolledSource()
    source.pollWell()
    let before = source.state
    source.wait(hour)
    source.poll(.failed(FetchFailure(.notStarted, "there was no time left to ask")))
    #expect(source.state == before)
  }
}

/// H7, H8: redirects.
@Suite struct MoveTests {
  private let new = "https://new.example.org/feed"

  private func redirected(_ chain: [(Int, String)], knows: Bool = true) -> (FetchRequest) -> (FetchAnswer, PollReading)
  {
    return { request in
      var answer = FetchAnswer(.document([1]), url: chain.last?.1 ?? request.url)
      answer.validators.etag = "\"1\""
      answer.redirects = chain.map { FetchAnswer.Redirect(status: $0.0, target: $0.1) }
      var document = PollReading.Document(hash: "1")
      document.hasKnownItem = knows
      return (answer, .document(document))
    }
  }

  @Test func aMoveIsFollowedAfterThreePollsOverAWeek() {
    var source = PolledSource()
    for days in [0, 1, 3, 4] as [Int64] {
      source.now = polls + .seconds(days * day)
      source.poll(redirected([(301, new)]))
      #expect(source.requests.last?.request.url == source.rule.url)
    }
    #expect(source.state.moved == PollState.Move(target: new, since: polls, polls: 4))
    source.now = polls + .seconds(7 * day)
    source.poll(redirected([(301, new)]))
    #expect(source.notices == ["it has moved for good to \(new); write that as its url in schedule.conf"])
    source.wait(day)
    source.poll(redirected([]))
    #expect(source.requests.last?.request.url == new)
    #expect(source.state.moved?.isFollowed == true)
    #expect(source.notices.count == 1)
  }

  @Test(
    arguments: [
      // Two polls, or six days, are too few.
      ([0, 8], [301, 301], true, "new", false), ([0, 1, 6], [301, 301, 301], true, "new", false),
      // Nothing known was found there: it may be someone else's.
      ([0, 1, 8], [301, 308, 301], false, "new", false), ([0, 1, 8], [301, 308, 301], true, "new", true),
      ([0, 1, 8], [302, 302, 302], true, "new", false), ([0, 1, 8], [301, 307, 301], true, "new", false),
    ] as [([Int64], [Int], Bool, String, Bool)])
  func otherwiseItIsNot(_ days: [Int64], _ statuses: [Int], _ knows: Bool, _: String, _ isFollowed: Bool) {
    var source = PolledSource()
    for (day, status) in zip(days, statuses) {
      source.now = polls + .seconds(day * 86_400)
      source.poll(redirected([(status, new)], knows: knows))
    }
    #expect((source.state.moved?.isFollowed ?? false) == isFollowed)
  }

  @Test func onlyThePermanentBeginningOfAChainCounts() {
    var source = PolledSource()
    let chain = [(301, "https://a.example.org/"), (308, "https://b.example.org/"), (302, "https://c.example.org/")]
    source.poll(redirected(chain + [(301, "https://d.example.org/")]))
    #expect(source.state.moved?.target == "https://b.example.org/")
    source.poll(redirected([(302, "https://c.example.org/"), (301, "https://d.example.org/")]))
    #expect(source.state.moved == nil)
  }

  @Test func anotherTargetBeginsAgain() {
    var source = PolledSource()
    source.poll(redirected([(301, new)]))
    source.wait(day)
    source.poll(redirected([(301, "https://other.example.org/")]))
    #expect(
      source.state.moved == PollState.Move(target: "https://other.example.org/", since: source.now, polls: 1))
  }

  /// The old address may be right again, or the new one may have been a mistake.
  @Test func ifTheNewPlaceFailsBothAreTried() {
    var source = PolledSource()
    for days in [0, 1, 8] as [Int64] {
      source.now = polls + .seconds(days * day)
      source.poll(redirected([(301, new)]))
    }
    for _ in 0..<6 {
      source.wait(2 * day)
      source.poll(.status(404))
    }
    #expect(source.requests.suffix(6).map { $0.request.url == new } == [true, true, true, true, false, true])
    source.wait(2 * day)
    source.poll(redirected([]))
    #expect(source.requests.last?.request.url == source.rule.url)
    #expect(source.state.moved == nil)
  }

  @Test func otherSettingsForgetTheMove() {
    var source = PolledSource()
    for days in [0, 1, 8] as [Int64] {
      source.now = polls + .seconds(days * day)
      source.poll(redirected([(301, new)]))
    }
    source.rule = PollRule(source: "journal", url: new, every: .seconds(hour), settingsKey: "2")
    source.poll(redirected([]))
    #expect(source.state.moved == nil)
  }
}
