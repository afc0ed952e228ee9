import Model
import Testing
import Time

private let hour: Int64 = 3600
private let day: Int64 = 86_400

/// The rows H10–H21 of `research/sources.md`: how long a source is left alone.
@Suite struct PollPauseTests {
  /// H11: longer each time, but not without end.
  @Test(arguments: ["a", "journal", "zürich", "b-7"])
  func failuresDoubleThePauseUpToADay(_ name: String) {
    var source = PolledSource(name: name)
    source.pollWell()
    let results: [FetchAnswer.Result] = [
      .status(404), .status(403), .status(500), .failed(FetchFailure(.timedOut, "no complete answer within 30 s")),
      .status(503), .status(502), .status(404),
    ]
    for (result, hours) in zip(results, [1, 2, 4, 8, 16, 24, 24] as [Int64]) {
      source.poll(result)
      let pause = source.pause() ?? 0
      #expect((hours * hour...hours * hour * 11 / 10).contains(pause))
      #expect(pause * 1000 / (hours * hour) == (source.pauseOfFirstFailure(name) * 1000) / hour)
      source.wait(pause)
    }
    source.pollWell()
    #expect(source.state.failures == 0)
    #expect(source.state.failure == nil)
    #expect(source.pause() == hour - 30)
  }

  /// H11: never sooner than when it is well.
  @Test func aFailingSourceIsNotAskedMoreOftenThanAWellOne() {
    var source = PolledSource(every: .seconds(2 * day))
    source.pollWell()
    source.poll(.status(500))
    #expect((source.pause() ?? 0) >= 2 * day)
  }

  /// H15: sources that fail together come back one by one.
  @Test func sourcesComeBackAtDifferentTimes() {
    let pauses = (0..<50).map { number -> Int64 in
      var source = PolledSource(name: "source-\(number)")
      source.poll(.status(500))
      return source.pause() ?? 0
    }
    #expect(Set(pauses).count >= 25)
    #expect(pauses.allSatisfy { (hour...hour * 11 / 10).contains($0) })
  }

  /// H10.
  @Test func goneTwiceADayApartIsEnded() {
    var source = PolledSource()
    source.pollWell()
    source.poll(.status(410))
    #expect(source.state.isEnded == false)
    #expect((source.pause() ?? 0) >= day)
    source.wait(day - 1)
    source.poll(.status(410))
    #expect(source.state.isEnded == false)
    #expect(source.pause() ?? 0 >= 1)
    source.wait(day)
    source.poll(.status(410))
    #expect(source.state.isEnded)
    #expect(source.pause() == nil)
    #expect(
      source.notices == [
        "the server said twice, a day apart, that it is gone for good (410), so it is not asked any more; its articles "
          + "stay; remove it from schedule.conf or correct its url"
      ])
    // A change of its settings is worth one look.
    source.rule = PollRule(source: "journal", url: source.rule.url, every: .seconds(hour), settingsKey: "2")
    #expect(source.pause() == 300)
    source.poll(.status(410))
    #expect(source.pause() == nil)
    #expect(source.notices.count == 1)
  }

  /// Nothing that was learnt of one URL holds for another.
  @Test func anotherURLStartsAfresh() {
    var source = PolledSource()
    source.pollWell()
    source.state.readKey = "1"
    source.poll(.status(410))
    source.wait(day)
    source.poll(.status(410))
    #expect(source.state.isEnded)
    let before = source.state
    source.rule = PollRule(source: "journal", url: "https://new.example.org/", every: .seconds(hour), settingsKey: "2")
    #expect(source.pause() == 0)
    var fresh = PollState()
    fresh.url = source.rule.url
    fresh.settingsKey = "2"
    fresh.begun = before.begun
    fresh.readKey = "1"
    fresh.news = before.news
    #expect(source.rule.current(source.state) == fresh)
    // It is also gone: this is observed twice, a day apart, and reported.
    source.poll(.status(410))
    #expect(source.state.isEnded == false)
    #expect((source.pause() ?? 0) >= day)
    source.wait(day)
    source.poll(.status(410))
    #expect(source.state.isEnded)
    #expect(source.notices.count == 2)
  }

  @Test func goneOnceIsAMistakeIfItComesBack() {
    var source = PolledSource()
    source.poll(.status(410))
    source.wait(2 * day)
    source.pollWell()
    source.wait(day)
    source.poll(.status(410))
    #expect(!source.state.isEnded)
  }

  /// H13, H14.
  @Test(
    arguments: [
      (429, 7200, 7200), (503, 7200, 7200), (429, 10, 10), (429, 30 * day, 7 * day), (429, nil, hour),
    ] as [(Int, Int64?, Int64)])
  func theHostIsLeftAlone(_ status: Int, _ retry: Int64?, _ pause: Int64) {
    var source = PolledSource()
    source.pollWell()
    source.wait(hour)
    source.poll(.status(status)) { $0.retryAfter = retry.map { .seconds($0) } }
    let until = source.now + .seconds(pause)
    #expect(source.waits == [HostWait(host: "journal.example.org", until: until, times: 1)])
    #expect(source.state.failures == 0)
    #expect(source.rule.trouble(source.state, at: source.now + .seconds(2 * day)) == nil)
    #expect((source.pause() ?? 0) >= max(pause, hour - 30))
    // Another source of the host also waits; one of another host does not.
    var other = PolledSource(name: "other")
    other.waits = source.waits
    other.now = source.now
    #expect((pause...pause + 360).contains(other.pause() ?? 0))
    other.rule = PollRule(source: "x", url: "http://elsewhere.example.org/", every: .seconds(hour), settingsKey: "1")
    #expect(other.pause() == 0)
  }

  /// H14: doubled while it goes on, but not by several sources in one run.
  @Test func aHostThatGoesOnIsLeftAloneForLonger() {
    var source = PolledSource()
    var pauses: [Int64] = []
    for _ in 0..<7 {
      source.poll(.status(429))
      pauses.append((source.waits[0].until - source.now).components.seconds / hour)
      let before = source.waits
      source.poll(.status(429))
      #expect(source.waits == before)
      source.now = source.waits[0].until
    }
    #expect(pauses == [1, 2, 4, 8, 16, 24, 24])
    source.pollWell()
    #expect(source.waits.map(\.times) == [0])
    source.poll(.status(429))
    #expect(source.waits.map(\.times) == [1])
  }

  /// A redirect leads to the host that is busy, not to the one that redirects.
  @Test func theHostThatAnsweredIsTheOneThatWaits() {
    var source = PolledSource()
    source.poll { _ in
      var answer = FetchAnswer(.status(429), url: "http://feeds.example.net:8080/x")
      answer.redirects = [.init(status: 302, target: answer.url)]
      return (answer, .nothing)
    }
    #expect(source.waits.map(\.host) == ["feeds.example.net:8080"])
  }

  @Test func a503WithoutATimeIsAFailure() {
    var source = PolledSource()
    source.poll(.status(503))
    #expect(source.waits == [])
    #expect(source.state.failures == 1)
  }

  /// H17, H18, H20: hints lengthen the pause, up to a day, and never shorten it.
  @Test(
    arguments: [
      (nil, nil, nil, true, hour), (7200, nil, nil, true, 7200), (60, nil, nil, true, hour),
      (nil, 180, nil, true, 3 * hour), (nil, 5, nil, true, hour), (nil, nil, 12 * hour, true, 12 * hour),
      (nil, nil, 60, true, hour), (7200, 180, 4 * hour, true, 4 * hour), (16 * 365 * day, nil, nil, true, day),
      (nil, 10_000_000, nil, true, day), (nil, -5, nil, true, hour), (nil, nil, 365 * day, true, day),
      (nil, nil, nil, false, 6 * hour), (7200, nil, nil, false, 6 * hour), (8 * hour, nil, nil, false, 8 * hour),
    ] as [(Int64?, Int?, Int64?, Bool, Int64)])
  func hintsOnlyLengthen(_ fresh: Int64?, _ minutes: Int?, _ period: Int64?, _ hasETag: Bool, _ pause: Int64) {
    var source = PolledSource()
    source.poll { request in
      var answer = FetchAnswer(.document([1]), url: request.url)
      answer.freshFor = fresh.map { .seconds($0) }
      if hasETag { answer.validators.etag = "\"1\"" }
      var document = PollReading.Document(hash: "1")
      document.pace.minutes = minutes
      document.pace.period = period.map { .seconds($0) }
      return (answer, .document(document))
    }
    #expect(source.pause() == pause - 30)
    // What the document said still holds after a 304.
    if hasETag {
      source.wait(pause)
      source.poll(.unchanged)
      #expect(source.pause() == pause - 30)
    }
  }

  @Test func aLongerPauseInTheSettingsWins() {
    var source = PolledSource(every: .seconds(3 * day))
    source.poll(.document([1])) { $0.freshFor = .seconds(7200) }
    #expect(source.pause() == 3 * day - 30)
  }

  /// H19: from Monday, 07:00:05.
  @Test(
    arguments: [
      ([8], [], 2 * hour - 5), ([8, 9, 10], [], 4 * hour - 5), (Array(0...23), [], hour - 30), ([], [1], 17 * hour - 5),
      ([], [1, 2], 41 * hour - 5), ([0, 1], [1], 19 * hour - 5), ([], Array(1...7), hour - 30), ([7], [], hour - 5),
      ([], [7], hour - 30),
    ] as [([Int], [Int], Int64)])
  func skippedHoursAndDaysAreHonoured(_ hours: [Int], _ days: [Int], _ pause: Int64) {
    var source = PolledSource()
    source.poll { request in
      var answer = FetchAnswer(.document([1]), url: request.url)
      answer.validators.etag = "\"1\""
      var document = PollReading.Document(hash: "1")
      document.pace.skippedHours = Set(hours)
      document.pace.skippedDays = Set(days)
      return (answer, .document(document))
    }
    let found = source.pause() ?? 0
    #expect((pause - 30...pause).contains(found), "\(found)")
  }

  /// A run once a day, always in a skipped hour, polls eventually.
  @Test func skippedHoursDoNotStarveADailyRun() {
    var source = PolledSource()
    source.poll { request in
      var document = PollReading.Document(hash: "1")
      document.pace.skippedHours = [7]
      return (FetchAnswer(.document([1]), url: request.url), .document(document))
    }
    let due = (1...3).map { source.rule.due(source.state, waits: [], at: polls + .seconds($0 * day)) == .now }
    #expect(due == [false, true, true])
  }

  /// H21.
  @Test func cronEveryMinuteAsksNoMoreOften() {
    var source = PolledSource()
    source.pollWell()
    for minute in 1...600 {
      source.now = polls + .seconds(Int64(minute) * 60)
      if source.rule.due(source.state, waits: [], at: source.now) == .now { source.pollWell() }
    }
    #expect(source.requests.map { ($0.at - polls).components.seconds / 60 } == (0...10).map { $0 * 60 })
  }

  /// H21: a killed run had recorded that it would ask.
  @Test func aRunThatWasKilledDoesNotAskAgainAtOnce() {
    var source = PolledSource()
    source.state = source.rule.asking(source.state, at: source.now)
    #expect(source.pause() == hour - 30)
    #expect(source.rule.request(source.state, at: source.now, userAgent: "").validators.isEmpty)
  }

  @Test func anHourlyRunThatBeginsASecondEarlyAsks() {
    var source = PolledSource()
    source.pollWell()
    #expect(source.rule.due(source.state, waits: [], at: polls + .seconds(3599)) == .now)
    #expect(source.rule.due(source.state, waits: [], at: polls + .seconds(3540)) != .now)
  }

  @Test func aClockThatWasAheadStopsNothing() {
    var source = PolledSource()
    source.now = polls + .seconds(365 * day)
    source.pollWell()
    source.waits = [HostWait(host: "journal.example.org", until: source.now + .seconds(day), times: 3)]
    source.now = polls
    #expect(source.pause() == 0)
    #expect(source.rule.request(source.state, at: source.now, userAgent: "").validators.isEmpty)
  }

  @Test func mendedSettingsAreTriedSoon() {
    var source = PolledSource()
    for _ in 0..<6 { source.poll(.status(404)) }
    source.rule = PollRule(source: "journal", url: source.rule.url, every: .seconds(hour), settingsKey: "2")
    #expect(source.pause() == 300)
    source.pollWell()
    source.rule = PollRule(source: "journal", url: source.rule.url, every: .seconds(hour), settingsKey: "3")
    #expect(source.pause() == hour)
  }
}

extension PolledSource {
  fileprivate func pauseOfFirstFailure(_ name: String) -> Int64 {
    var source = PolledSource(name: name)
    source.poll(.status(500))
    return source.pause() ?? 0
  }
}

/// T6, T7: reports to the operator.
@Suite struct PollTellingTests {
  @Test func anUnreachableSourceIsReportedAfterADayAndThenWeekly() {
    var source = PolledSource()
    source.pollWell()
    source.wait(hour)
    source.poll(.failed(FetchFailure(.unreachable, "the name journal.example.org has no address")))
    let failed = source.now
    var reports: [Int64] = []
    var codes = 0
    for hours in 0..<24 * 20 {
      source.now = failed + .seconds(Int64(hours) * hour)
      if source.rule.due(source.state, waits: [], at: source.now) == .now { source.poll(.status(404)) }
      guard let trouble = source.rule.trouble(source.state, at: source.now) else { continue }
      codes += 1
      #expect(
        trouble.sentence == "there is nothing at its url (404); it has not been read since 2026-11-23T07:00:05Z")
      guard trouble.isToldNow else { continue }
      reports.append(Int64(hours))
      source.state.reported = source.now
    }
    #expect(reports == [24, 24 + 168, 24 + 336])
    #expect(codes == 24 * 19)
    source.pollWell()
    #expect(source.rule.trouble(source.state, at: source.now) == nil)
    #expect(source.state.reported == nil)
  }

  @Test func aSourceThatWasNeverReadIsReportedAtOnce() {
    var source = PolledSource()
    source.poll(.status(401))
    #expect(
      source.rule.trouble(source.state, at: source.now)
        == SourceTrouble(
          sentence: "it wants a user and a password (401); set user and password_file; it has never been read",
          isToldNow: true))
  }

  @Test func anEndedSourceIsNotATrouble() {
    var source = PolledSource()
    source.poll(.status(410))
    source.wait(2 * day)
    source.poll(.status(410))
    #expect(source.rule.trouble(source.state, at: source.now + .seconds(30 * day)) == nil)
  }

  /// A busy host is reported after a week.
  @Test func aHostThatIsBusyForAWeekIsReported() {
    var source = PolledSource()
    source.pollWell()
    source.wait(hour)
    source.poll(.status(429))
    #expect(source.rule.trouble(source.state, at: polls + .seconds(6 * day)) == nil)
    #expect(source.rule.trouble(source.state, at: polls + .seconds(7 * day)) == nil)
    #expect(source.rule.trouble(source.state, at: polls + .seconds(7 * day + hour))?.isToldNow == true)
  }

  /// A source that was never read asks to be left alone, which is not a failure.
  @Test func aHostThatIsBusyFromTheBeginningIsNotAFailure() {
    var source = PolledSource(every: .seconds(30 * day))
    source.poll(.status(429))
    #expect(source.state.failures == 0)
    #expect(source.state.failingSince == nil)
    #expect(source.state.waitingSince == polls)
    #expect(source.rule.trouble(source.state, at: polls + .seconds(6 * day)) == nil)
    #expect(source.rule.trouble(source.state, at: polls + .seconds(7 * day))?.isToldNow == true)
    source.pollWell()
    #expect(source.state.waitingSince == nil)
  }

  /// Cron starts a run some seconds earlier than that of the day before.
  @Test func dailyRunsTellAfterADay() {
    var source = PolledSource()
    source.pollWell()
    source.wait(hour)
    source.poll(.status(503))
    var reports: [Int64] = []
    for days in 1...16 as ClosedRange<Int64> {
      let now = source.now + .seconds(days * day - 2 * (days % 2 + 1))
      guard source.rule.trouble(source.state, at: now)?.isToldNow == true else { continue }
      reports.append(days)
      source.state.reported = now
    }
    #expect(reports == [1, 8, 15])
  }

  @Test(
    arguments: [
      (403, true, "its server wants proof that a person is asking (403, a challenge of Cloudflare)"),
      (403, false, "the server refuses to show it (403)"), (502, false, "the server has a fault (502)"),
      (418, false, "the server answered 418"),
    ] as [(Int, Bool, String)])
  func aStatusIsASentence(_ status: Int, _ isChallenge: Bool, _ sentence: String) {
    var source = PolledSource()
    source.poll(.status(status)) { $0.isChallenge = isChallenge }
    #expect(source.state.failure == sentence)
  }

  /// T7: five times the usual gap, and a week at least.
  @Test(
    arguments: [
      (day, 6, nil), (day, 7, "nothing new for 7 days; usually there is something every day"),
      (7 * day, 34, nil), (7 * day, 35, "nothing new for 35 days; usually there is something every 7 days"),
      (hour, 8, "nothing new for 8 days; usually there is something every hour"),
      (6 * hour, 8, "nothing new for 8 days; usually there is something every 6 hours"),
    ] as [(Int64, Int64, String?)])
  func aSourceThatWasNeverThisQuietIsMarked(_ gap: Int64, _ days: Int64, _ sentence: String?) {
    var source = PolledSource()
    source.poll { request in
      var document = PollReading.Document(hash: "1")
      document.dates = (0..<6).map { polls - .seconds($0 * gap) } + [polls + .seconds(day)]
      return (FetchAnswer(.document([1]), url: request.url), .document(document))
    }
    #expect(source.state.usualGap == gap)
    #expect(source.rule.quiet(source.state, at: polls + .seconds(days * day)) == sentence)
  }

  @Test func withoutDatesTheGapIsLearnt() {
    var source = PolledSource()
    for days in [0, 2, 4, 6] as [Int64] {
      source.now = polls + .seconds(days * day)
      source.poll { request in
        var document = PollReading.Document(hash: "\(days)")
        document.hasNews = true
        return (FetchAnswer(.document([1]), url: request.url), .document(document))
      }
    }
    #expect(source.state.usualGap == 2 * day)
    #expect(source.state.news == source.now)
    #expect(source.rule.quiet(source.state, at: source.now + .seconds(10 * day)) != nil)
  }
}
