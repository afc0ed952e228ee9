import CourantTesting
import Couriers
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// Letters leave with the next run, each once, regardless of what dies.
@Suite struct LetterRoundTests {
  private static let sunday = "2026-11-22T12:00:00Z"
  private static let monday = "2026-11-23T07:00:05Z"
  private static let requests = ["ann@a.example", "bob@b.example", "cy@c.example"]

  private func newsroom(_ site: SampleSite, readers: [Enrolment] = []) throws -> Newsroom {
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site, readers: readers)
    try newsroom.ledger.record(Self.requests.map { .subscribe($0) }, at: .at(Self.sunday))
    return newsroom
  }

  @Test func aRunJudgesRequestsAndSendsTheLettersBeforeTheIssue() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let newsroom = try Newsroom(site, readers: [.confirmed("reader@example.org")])
    _ = try newsroom.run(Self.sunday)
    try newsroom.ledger.record(Self.requests.map { .subscribe($0) }, at: .at(Self.sunday))
    _ = try newsroom.run("2026-11-22T13:00:00Z", only: .publish)
    #expect(newsroom.mails.isEmpty)
    let report = try newsroom.run(Self.monday)
    #expect(newsroom.mails.map(\.recipient.description) == Self.requests + ["reader@example.org"])
    #expect(report.letters == [.accepted: 3])
    #expect(report.deliveries == [.accepted: 1])
    #expect(report.requests.count == 3)
    #expect(report.summary?.contains("3 requests; letters: 3 accepted") == true, "\(report.summary ?? "")")
    #expect(newsroom.mails[0].field("Message-ID")?.hasPrefix("<letter.1.") == true)
    #expect(newsroom.mails[0].field("List-Unsubscribe-Post") == nil)
    let again = try newsroom.run("2026-11-23T07:05:00Z")
    #expect(again.summary == nil)
    #expect(newsroom.mails.count == 4)
  }

  @Test func theServingProcessSendsLettersAlone() throws {
    let site = try SampleSite()
    let newsroom = try newsroom(site)
    let post = RecordingCourier.Record()
    let round = try LetterRound(OpenedSite(folder: site.path), ledger: newsroom.ledger) {
      RecordingCourier(record: post)
    }
    let report = try round.run(at: .at(Self.sunday))
    #expect(report.letters == [.accepted: 3])
    #expect(try round.run(at: .at(Self.sunday)).letters == [:])
    #expect(post.parcels.map(\.recipient.description) == Self.requests)
    #expect(Set(post.parcels.map { $0.field("Message-ID") }).count == 3)
  }

  @Test func anotherProcessThatSendsLettersIsNotDisturbed() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let folder = try TemporaryFolder()
    let ledgers = try (0..<2).map { _ in try SQLLedger(path: folder.path + "/ledger.sqlite") }
    let newsroom = try Newsroom(site, readers: [], ledger: ledgers[0])
    try newsroom.ledger.record([.subscribe("ann@a.example")], at: .at(Self.sunday))
    _ = try ledgers[1].withLetterLock { _ = try newsroom.run(Self.sunday) }
    #expect(newsroom.mails.isEmpty)
    _ = try newsroom.run(Self.sunday)
    #expect(newsroom.mails.count == 1)
  }

  @Test func limitsAreReportedOnceADay() throws {
    let newsroom = try newsroom(SampleSite())
    _ = try newsroom.run(Self.sunday)
    for minute in [1, 2] {
      try newsroom.ledger.record([.subscribe("ann@a.example")], at: .at(Self.sunday))
      let report = try newsroom.run("2026-11-22T12:0\(minute):00Z")
      let notices = report.notices.filter { $0.hasPrefix("[web]") }
      let notice =
        "[web]: 1 request for a letter exceeded a limit today and got none; if these were readers, raise "
        + "`letters_per_hour`, `letters_per_network` or `letters_per_domain` in [web]; the limits for one address stay "
        + "(docs/web.md)"
      #expect(notices == (minute == 1 ? [notice] : []))
    }
  }

  /// The next run reports once what only `courant serve` printed.
  @Test func lettersThatFailedOutsideOfRunsAreToldOnce() throws {
    let site = try SampleSite()
    let newsroom = try newsroom(site)
    let refusing = try LetterRound(OpenedSite(folder: site.path), ledger: newsroom.ledger) {
      RecordingCourier { parcel in
        parcel.recipient == mailbox("ann@a.example")
          ? .refused(Reply(stage: .recipient, code: 550, status: "5.7.1", text: "not here"))
          : .accepted(Reply(stage: .finalDot, code: 250, text: "recorded"))
      }
    }
    _ = try refusing.run(at: .at(Self.sunday))
    let report = try newsroom.run("2026-11-22T12:05:00Z")
    #expect(
      report.problems == [
        "letters: 1 letter to ann@a.example could not be delivered (550 5.7.1 not here)"
      ])
    #expect(try newsroom.run("2026-11-22T12:10:00Z").problems == [])
  }

  /// The relay is down, so readers cannot confirm, and the operator gets one report a day.
  @Test func lettersThatWaitForAnHourAreToldOnceADay() throws {
    let newsroom = try Newsroom(SampleSite(), readers: []) { _, _ in
      .deferred(Reply(stage: .recipient, code: 451, text: "later"))
    }
    try newsroom.ledger.record(Self.requests.map { .subscribe($0) }, at: .at(Self.sunday))
    let told = try ["12:05", "13:06", "13:10"].map { time in
      try newsroom.run("2026-11-22T\(time):00Z").problems.filter { $0.hasPrefix("letters: ") }
    }
    #expect(
      told == [
        [], ["letters: 3 have been waiting since 2026-11-22 12:05, so readers cannot confirm; check the relay"], [],
      ])
  }

  /// B 9: something cuts off links.
  @Test func manyUnknownTokensAreToldOnceADay() throws {
    let newsroom = try newsroom(SampleSite())
    try newsroom.ledger.count(["unknown tokens": 20], at: .at(Self.sunday))
    #expect(try newsroom.run(Self.sunday).notices == [])
    try newsroom.ledger.count(["unknown tokens": 1], at: .at(Self.sunday))
    let notice =
      "[web]: 21 links with unknown tokens were opened today; if readers complain, see whether something cuts the links "
      + "(`courant check --web`)"
    #expect(try newsroom.run("2026-11-22T12:05:00Z").notices == [notice])
    #expect(try newsroom.run("2026-11-22T12:10:00Z").notices == [])
  }

  /// A 45.
  @Test func theOperatorHearsThatReadersErasedThemselvesAndNotWho() throws {
    let newsroom = try newsroom(SampleSite())
    try newsroom.ledger.count(["erased": 1], at: .at(Self.sunday))
    #expect(try newsroom.run(Self.sunday).notices == ["[web]: 1 reader erased everything that was kept about them"])
    #expect(try newsroom.run("2026-11-22T12:05:00Z").notices == [])
    try newsroom.ledger.count(["erased": 2], at: .at(Self.sunday))
    let again = try newsroom.run("2026-11-22T12:10:00Z").notices
    #expect(again == ["[web]: 2 readers erased everything that was kept about them"])
  }

  @Test func pausesEndAndWhatNobodyConfirmedIsErasedByARun() throws {
    let newsroom = try newsroom(SampleSite(), readers: [.confirmed("reader@example.org")])
    _ = try newsroom.run(Self.sunday)
    let token = try #require(try newsroom.ledger.addressee(mailbox("reader@example.org"), digest: "weekly")?.0.token)
    _ = try newsroom.ledger.pause(until: .at("2026-12-01T00:00:00Z"), by: token, at: .at(Self.sunday))
    _ = try newsroom.run("2026-11-30T12:00:00Z")
    #expect(try newsroom.ledger.account(of: token)?.pausedUntil != nil)
    let report = try newsroom.run("2026-12-23T12:00:00Z")
    #expect(report.lapsed == 3)
    #expect(try newsroom.ledger.account(of: token)?.pausedUntil == nil)
    #expect(try newsroom.ledger.subscriptions(of: mailbox("ann@a.example")) == [])
  }

  @Test func aFaultyTemplateStopsLettersAndNothingElse() throws {
    let site = try SampleSite()
    try site.folder.write("No link.\n", to: "templates/letter.text")
    let newsroom = try newsroom(site)
    let report = try newsroom.run(Self.sunday)
    #expect(
      report.problems == [
        "letters: the message to ann@a.example is not mailed: the text of the letter does not show its link; add {{url}} to its template"
      ])
    #expect(report.exitCode == .badConfiguration)
    #expect(newsroom.mails.isEmpty)
    #expect(try newsroom.ledger.letterHands.due(at: .at(Self.sunday)) == 3)
  }

  /// Stops the ledger before and after each of its writes, then runs again.
  @Test func whereverARunStopsNoLetterIsLostAndAtMostOneDoubled() throws {
    let site = try SampleSite()
    try site.article("a", dated: "2026-11-20")
    let opened = try OpenedSite(folder: site.path)
    var stops = 0
    for isBefore in [true, false] {
      for write in 1... {
        let newsroom = try Newsroom(site, readers: [], opened: opened)
        try newsroom.ledger.record(Self.requests.map { .subscribe($0) }, at: .at(Self.sunday))
        let moment: StoppingLedger.Moment = isBefore ? .before(write) : .after(write)
        let stopping = StoppingLedger(newsroom.ledger, stopping: moment)
        _ = try? newsroom.run(Self.sunday, on: stopping)  // it stops
        guard stopping.isStopped else { break }
        stops += 1
        _ = try newsroom.run("2026-11-22T12:05:00Z")
        let mails = newsroom.mails
        #expect(Set(mails.map(\.recipient.description)) == Set(Self.requests), "\(moment): \(stopping.place)")
        #expect(mails.count <= Self.requests.count + 1, "\(moment): \(stopping.place)")
        let copies = Dictionary(grouping: mails, by: \.recipient).values
        #expect(copies.allSatisfy { Set($0.map(\.message)).count == 1 }, "\(moment): a copy differs")
        #expect(try newsroom.ledger.letterHands.due(at: .at("2026-11-23T12:00:00Z")) == 0, "\(moment)")
      }
    }
    #expect(stops > 20)
  }
}
