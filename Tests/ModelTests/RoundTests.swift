import CourantTesting
@testable import Model
import Testing
import Time

private let begun = Instant.at("2026-11-23T07:00:00Z")

/// The events of a round, and its orders.
@Suite struct RoundTests {
  /// A round of three or more connections, and its news so far.
  struct RoundTrial {
    var round: Round
    var elapsed = Duration.zero

    /// - Parameter isGranted: whether the ledger counts what leaves.
    init(
      _ mail: MailSettings = .sample, due: Int = 300, holds: [String: DestinationHold] = [:], isGranted: Bool = false
    ) {
      let throttles =
        isGranted
        ? Throttles(grantedUnder: mail, zone: .utc, now: begun) : Throttles(mail, zone: .utc, now: begun) { _ in nil }
      round = Round(
        mail, total: due, worker: Worker(7), begun: begun,
        past: (throttles, DestinationPolicy(holds: holds)))
    }

    mutating func handle(_ event: Round.Event) -> [String] { round.handle(event, at: elapsed).map(described) }
    mutating func next() -> String { described(round.next(at: elapsed)) }

    /// Claims these and gives them out; the relay accepts each except the last at once.
    mutating func give(_ claims: [Claim]) -> [String] {
      _ = next()
      _ = handle(.claimed(claims))
      return claims.map { _ in next() }
    }

    mutating func receive(_ words: [Round.Word]) -> [String] { handle(.received(words)) }
    mutating func write(_ mayGo: [Int64] = []) -> [String] { handle(.written(Set(mayGo.map { .init($0) }))) }

    /// One message goes its way over a connection, to its end.
    mutating func carry(_ claim: Claim, _ outcome: Outcome, over connection: Int = 0) -> [String] {
      let orders = receive([.carried(claim, .outcome(outcome), over: connection)])
      return orders + write()
    }
  }

  @Test func aMessageIsClaimedCarriedAskedForAndRecorded() {
    var trial = RoundTrial()
    let ann = claim(1)
    #expect(trial.next() == "claim 100")
    #expect(trial.handle(.claimed([ann])) == [])
    #expect(trial.next() == "carry 1 over 0")
    #expect(trial.next() == "listen for 450 seconds", "the others open when the relay has answered over the first")
    #expect(trial.receive([.asks(ann.delivery, over: 0)]) == ["write commit 1"])
    #expect(trial.write([1]) == ["0 may go"])
    #expect(trial.receive([.carried(ann, .outcome(taken), over: 0)]) == ["write 1 accepted"])
    #expect(trial.write() == ["accepted"])
    #expect(trial.next() == "claim 100")
    #expect(trial.handle(.claimed([])) == [])
    #expect(trial.next() == "over")
    #expect(trial.round.conclude(at: .zero).turn.isEmpty)
  }

  @Test func aReaderWhoUnsubscribesInMidMessageIsWithdrawnBeforeTheFinalDot() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    #expect(trial.receive([.asks(.init(1), over: 0)]) == ["write commit 1"])
    #expect(trial.write([]) == ["0 is withdrawn"])
    #expect(trial.receive([.carried(claim(1), .withdrawn(isDropped: true), over: 0)]) == ["dropped"])
    #expect(trial.round.ending == nil)
  }

  @Test func aMessageThatAnotherWorkerHasEndsTheRound() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    _ = trial.receive([.asks(.init(1), over: 0)]) + trial.write([])
    #expect(trial.receive([.carried(claim(1), .withdrawn(isDropped: false), over: 0)]) == [])
    #expect(trial.round.ending == .failed)
    #expect(trial.next() == "over")
  }

  /// Requests and results of all connections are answered and written together.
  @Test func resultsThatArriveDuringAWriteAreWrittenTogether() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    _ = trial.carry(claim(1), taken)
    #expect(trial.give([claim(2), claim(3), claim(4)]) == ["carry 2 over 0", "carry 3 over 1", "carry 4 over 2"])
    let orders = trial.receive([
      .asks(.init(3), over: 1), .carried(claim(2), .outcome(taken), over: 0), .asks(.init(4), over: 2),
    ])
    #expect(orders == ["write 2 accepted, commit 3 4"])
    #expect(trial.write([4]) == ["1 is withdrawn", "2 may go", "accepted"])
  }

  @Test func underCommonLimitsTheLedgerIsAskedBeforeMessagesLeave() {
    var mail = MailSettings.sample
    mail.rate = Rate(100, per: .hour)
    var trial = RoundTrial(mail, isGranted: true)
    _ = trial.next()
    _ = trial.handle(.claimed([claim(1), claim(2), claim(3)]))
    #expect(trial.next() == "ask for 1")
    _ = trial.handle(.granted(Grant(domain: nil, count: 1, at: 0, rest: .atOnce)))
    #expect(trial.next() == "carry 1 over 0")
    #expect(trial.next() == "listen for 450 seconds")
    _ = trial.carry(claim(1), taken)
    #expect(trial.next() == "ask for 2")
    _ = trial.handle(.granted(Grant(domain: nil, count: 1, at: 0, rest: .after(30_000))))
    #expect(trial.next() == "carry 2 over 0")
    #expect(trial.next() == "listen for 30 seconds")
    _ = trial.carry(claim(2), taken)
    #expect(trial.next() == "pass 30.0 seconds")
  }

  @Test func grantsThatAreNotUsedWithinASecondGoBack() {
    var mail = MailSettings.sample
    mail.rate = Rate(100, per: .hour)
    var trial = RoundTrial(mail, isGranted: true)
    _ = trial.next()
    _ = trial.handle(.claimed([claim(1), claim(2), claim(3)]))
    _ = trial.next()
    _ = trial.handle(.granted(Grant(domain: nil, count: 3, at: 77, rest: .atOnce)))
    #expect(trial.next() == "carry 1 over 0")
    trial.elapsed = .milliseconds(1001)
    _ = trial.carry(claim(1), taken)
    #expect(trial.next() == "ask for 2")
    _ = trial.handle(.granted(Grant(domain: nil, count: 2, at: 1077, rest: .atOnce)))
    let limits = CommonLimits(rate: mail.rate, domain: nil, warmUp: nil, today: "2026-11-23")
    #expect(
      trial.round.conclude(at: trial.elapsed).turn.unused == [
        UnusedGrant(domain: nil, count: 2, at: 77, under: limits),
        UnusedGrant(domain: nil, count: 2, at: 1077, under: limits),
      ])
  }

  // MARK: Refusals

  @Test func aRefusalIsDeferredUntilTheRelayAcceptsAnotherMessage() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    #expect(trial.carry(claim(1), noMailbox) == ["write 1 deferred"])
    #expect(trial.give([claim(2)]) == ["carry 2 over 0"])
    #expect(
      trial.carry(claim(2), taken) == [
        "write 2 accepted", "accepted", "r1@example.org refused", "r1@example.org suppressed",
      ])
    // Written with the next turn, which may have any reason.
    #expect(trial.receive([]) == ["write refuse 1, suppress 1"])
  }

  /// A wrong recipient map replies "no such user" for everyone.
  @Test func refusalsWithoutProofStayDeferred() {
    var trial = RoundTrial()
    for number in 1...10 {
      _ = trial.give([claim(Int64(number))])
      let orders = trial.carry(claim(Int64(number)), noMailbox)
      #expect(orders == ["write \(number) deferred"], "\(number)")
    }
    #expect(trial.round.ending == .refusing(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "no such user")))
    #expect(trial.next() == "over")
    let conclusion = trial.round.conclude(at: .zero)
    #expect(conclusion.turn.isEmpty)
    #expect(conclusion.news.map(described) == ["10 refused because of us in a row, 0 given up"])
  }

  @Test func aMessageRefusedForTwoDaysIsGivenUp() {
    var trial = RoundTrial()
    let old = claim(1, first: begun - DeliveryPolicy.patience)
    for one in [old, claim(2)] {
      _ = trial.give([one])
      _ = trial.carry(one, .refused(Reply(stage: .mail, code: 550, status: "5.7.1", text: "go away")))
    }
    let conclusion = trial.round.conclude(at: .zero)
    #expect(conclusion.turn.refusing == [.init(1)])
    #expect(
      conclusion.news.map(described) == ["r1@example.org refused", "2 refused because of us in a row, 1 given up"])
  }

  @Test func aFullMailboxIsASoftBounce() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    _ = trial.carry(claim(1), .refused(Reply(stage: .recipient, code: 552, status: "5.2.2", text: "mailbox full")))
    _ = trial.give([claim(2)])
    _ = trial.carry(claim(2), taken)
    let conclusion = trial.round.conclude(at: .zero)
    #expect(conclusion.fullMailboxes == [.init(1)])
    #expect(conclusion.turn.refusing == [.init(1)])
    #expect(conclusion.turn.suppressing == [])
  }

  // MARK: Ends

  @Test func uncertainMessagesAreReportedBeforeTheyAreRecorded() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    #expect(
      trial.receive([.carried(claim(1), .outcome(.uncertain("lost")), over: 0)])
        == ["r1@example.org uncertain", "write 1 uncertain"])
  }

  @Test func afterASignalNothingIsBegun() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    #expect(trial.handle(.stopped) == ["recall 0"])
    #expect(trial.handle(.recalled([], over: 0)) == [])
    #expect(trial.handle(.stopped) == [])
    #expect(trial.next() == "listen for 30 seconds")
    #expect(trial.receive([.asks(.init(1), over: 0)]) == ["write commit 1"])
    #expect(trial.write([1]) == ["0 may go"])
    #expect(trial.handle(.silence) == [])
    #expect(trial.next() == "over")
    #expect(trial.round.inHand == 1)
  }

  @Test func unstartedOrdersOfAConnectionReturnToTheQueue() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    _ = trial.carry(claim(1), taken)
    _ = trial.next()
    _ = trial.handle(.claimed([claim(2), claim(3), claim(4), claim(5)]))
    #expect(
      (0..<4).map { _ in trial.next() } == ["carry 2 over 0", "carry 3 over 1", "carry 4 over 2", "carry 5 over 3"])
    #expect(trial.handle(.stopped) == ["recall 0", "recall 1", "recall 2", "recall 3"])
    #expect(trial.handle(.recalled([claim(2)], over: 0)) == ["unclaim 2"])
    #expect(trial.round.inHand == 3)
  }

  @Test func aTurnThatCannotBeWrittenLetsNothingGo() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    _ = trial.carry(claim(1), taken)
    _ = trial.give([claim(2), claim(3)])
    _ = trial.receive([.carried(claim(2), .outcome(taken), over: 0), .asks(.init(3), over: 1)])
    #expect(trial.handle(.unwritten) == ["recall 1", "1 is not written"])
    #expect(trial.receive([.carried(claim(3), .unwritten, over: 1)]) == ["write 2 accepted"], "once more")
    _ = trial.handle(.unwritten)
    #expect(trial.next() == "over")
    let turn = trial.round.conclude(at: .zero).turn
    #expect(turn.attempts.map(\.delivery) == [.init(2)])
    #expect(turn.committing == [])
  }

  @Test func anIssueThatCannotBeRenderedReturnsToTheQueueAndTheOthersLeave() {
    var trial = RoundTrial()
    _ = trial.next()
    _ = trial.handle(.claimed([claim(1), claim(2), claim(3, issue: 2)]))
    #expect(trial.next() == "carry 1 over 0")
    #expect(trial.handle(.unmade(claim(1), "no text", over: 0)) == ["unclaim 2", "weekly #1 unmade: no text"])
    #expect(trial.next() == "carry 3 over 0")
    #expect(trial.carry(claim(3, issue: 2), taken) == ["write 3 accepted, return 1", "accepted"])
    var aside = SetAside()
    _ = aside.insertIssue(of: claim(1))
    #expect(trial.round.aside == aside)
    #expect(trial.next() == "claim 100")
    #expect(trial.round.ending == nil)
  }

  @Test func aMessageThatCannotBeRenderedLeavesTheRestOfItsIssueAlone() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    #expect(
      trial.receive([.carried(claim(1), .unmailable("no name"), over: 0)]) == [
        "r1@example.org of weekly #1 unmade: no name", "write return 1",
      ])
    _ = trial.write()
    #expect(trial.round.aside.deliveries == [.init(1)])
    #expect(trial.give([claim(2)]) == ["carry 2 over 0"])
  }

  @Test func aRoundInWhichNothingCanBeRenderedEnds() {
    var trial = RoundTrial()
    for number in 1...100 {
      let one = claim(Int64(number), issue: number)
      _ = trial.give([one])
      #expect(trial.round.ending == nil)
      _ = trial.handle(.unmade(one, "no text", over: 0))
    }
    #expect(trial.round.ending == .unmailable(claim(100, issue: 100), "no text"))
    #expect(trial.next() == "over")
    #expect(trial.round.conclude(at: .zero).turn.returning == (1...100).map { .init($0) })
  }

  @Test func claimsThatNoSessionGotReturnToTheQueue() {
    var trial = RoundTrial()
    _ = trial.next()
    _ = trial.handle(.claimed([claim(1), claim(2), claim(3)]))
    _ = trial.next()
    _ = trial.handle(.stopped)
    _ = trial.handle(.recalled([claim(1)], over: 0))
    #expect(trial.round.conclude(at: .zero).rest == [.init(2), .init(3)])
  }

  // MARK: Whose trouble it is

  @Test func aRefusedLoginEndsTheRound() {
    var trial = RoundTrial()
    let denied = RelayFailure(
      sentence: "denied", isPermanent: true, reply: Reply(stage: .login, code: 535, text: "denied"))
    _ = trial.give([claim(1)])
    #expect(trial.carry(claim(1), .unsent(denied)) == ["write 1 returned"])
    #expect(trial.round.ending == .troubled(denied))
  }

  @Test func oneConnectionOfManyIsGivenUpAndTheOthersCarryItsMail() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    _ = trial.carry(claim(1), taken)
    _ = trial.give([claim(2), claim(3)])
    let refused = Outcome.unsent(RelayFailure(sentence: "too many", isPermanent: false, stage: .connect))
    #expect(trial.carry(claim(3), refused, over: 1) == ["write 3 returned", "recall 1", "close 1"])
    #expect(trial.handle(.recalled([], over: 1)) == [])
    #expect(trial.round.ending == nil)
    #expect(trial.give([claim(3)]) == ["carry 3 over 2"])
    #expect(trial.round.conclude(at: .zero).refusedConnections?.remaining == 3)
  }

  @Test func recalledMessagesAreTheNextToBeSent() {
    var trial = RoundTrial()
    _ = trial.give([claim(1)])
    _ = trial.carry(claim(1), taken)
    let given = trial.give([claim(2), claim(3), claim(4), claim(5), claim(6)])
    #expect(given.last == "carry 6 over 0", "one ahead of the message on its way")
    #expect(trial.handle(.recalled([claim(6)], over: 0)) == [])
    #expect(trial.next() == "carry 6 over 0")
  }

  @Test func mailToAHeldDestinationReturnsUntried() {
    let hold = DestinationHold(until: begun + .seconds(300), times: 1)
    var trial = RoundTrial(holds: ["example.org": hold])
    _ = trial.next()
    _ = trial.handle(.claimed([claim(1), claim(2, domain: "example.net")]))
    #expect(trial.next() == "carry 2 over 0")
    #expect(trial.receive([]) == ["write return 1"])
  }

  // MARK: The lease

  @Test func theLeaseIsRenewedAtHalfTimeRegardlessOfTheServers() {
    var trial = RoundTrial()
    #expect(trial.round.lease == Lease(Worker(7), until: begun + Worker.lease))
    _ = trial.give([claim(1)])
    trial.elapsed = .seconds(100)
    #expect(trial.next() == "listen for 350 seconds")
    #expect(trial.handle(.silence) == [], "it was not due")
    trial.elapsed = .seconds(450)
    #expect(trial.handle(.silence) == ["write ours until 1350.0 seconds"])
    #expect(trial.write() == [])
    #expect(trial.next() == "listen for 450 seconds")
    trial.elapsed = .seconds(460)
    #expect(trial.carry(claim(1), taken) == ["write 1 accepted", "accepted"])
  }

  // MARK: Throttles

  @Test func theThrottlesReturnWhenTheNextMayBeSent() {
    var mail = MailSettings.sample
    mail.rate = Rate(2, per: .second)
    var trial = RoundTrial(mail)
    _ = trial.next()
    _ = trial.handle(.claimed([claim(1), claim(2)]))
    #expect(trial.next() == "carry 1 over 0")
    #expect(trial.next() == "listen for 450 seconds")
    _ = trial.carry(claim(1), taken)
    #expect(trial.next() == "pass 0.5 seconds")
    trial.elapsed = .milliseconds(500)
    #expect(trial.next() == "carry 2 over 0")
  }

  @Test func aLongWaitIsLeftToALaterRun() {
    var mail = MailSettings.sample
    mail.rate = Rate(1, per: .hour)
    var trial = RoundTrial(mail)
    _ = trial.next()
    _ = trial.handle(.claimed([claim(1), claim(2)]))
    _ = trial.next()
    _ = trial.carry(claim(1), taken)
    #expect(trial.next() == "over")
    #expect(trial.round.ending == .throttled(until: begun + .seconds(3601)))
    #expect(trial.round.conclude(at: .zero).rest == [.init(2)])
  }
}

private let taken = Outcome.accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
private let noMailbox = Outcome.refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "no such user"))

extension MailSettings {
  /// Ten connections.
  static let sample = MailSettings(
    from: Mailbox(address: mailbox("news@example.org")), smtp: .init(host: "127.0.0.1", port: 25))
}

func claim(
  _ number: Int64, domain: String = "example.org", issue: Int = 1, first: Instant? = nil
) -> Claim {
  Claim(
    delivery: .init(number), issue: ClaimedIssue(digest: "weekly", number: issue), edition: EditionKey([]),
    addressee: Addressee(name: nil, address: mailbox("r\(number)@\(domain)"), token: "T"),
    earlier: EarlierAttempts(count: first == nil ? 0 : 9, first: first))
}

// MARK: - In words

private func described(_ next: Round.Next) -> String {
  switch next {
  case .carry(let claim, let connection): "carry \(claim.delivery.number) over \(connection)"
  case .claim(let limit, let domains):
    "claim \(limit)" + (domains.isEmpty ? "" : " except \(domains.sorted().joined(separator: " "))")
  case .ask(let request): "ask for \(request.count)\(request.domain.map { " to \($0)" } ?? "")"
  case .pass(let duration): "pass \(duration)"
  case .listen(let duration): "listen for \(duration.components.seconds) seconds"
  case .over: "over"
  }
}

private func described(_ order: Round.Order) -> String {
  switch order {
  case .write(let turn): "write " + described(turn)
  case .reply(.go, let connection): "\(connection) may go"
  case .reply(.withdrawn, let connection): "\(connection) is withdrawn"
  case .reply(.unwritten, let connection): "\(connection) is not written"
  case .recall(let connection): "recall \(connection)"
  case .close(let connection): "close \(connection)"
  case .unclaim(let deliveries): "unclaim" + numbers(deliveries)
  case .report(let news): described(news)
  }
}

private func described(_ turn: Turn) -> String {
  var parts = turn.lease.map { ["ours until \($0 - begun)"] } ?? []
  parts += turn.attempts.map { "\($0.delivery.number) \(word($0.verdict))" }
  for (verb, deliveries) in [
    ("refuse", turn.refusing), ("return", turn.returning), ("suppress", turn.suppressing), ("commit", turn.committing),
  ] where !deliveries.isEmpty {
    parts.append(verb + numbers(deliveries))
  }
  return parts.joined(separator: ", ")
}

private func word(_ verdict: Model.Verdict) -> String {
  switch verdict {
  case .accepted: "accepted"
  case .deferred: "deferred"
  case .refused: "refused"
  case .uncertain: "uncertain"
  case .returned: "returned"
  }
}

private func described(_ news: Round.News) -> String {
  switch news {
  case .accepted: "accepted"
  case .dropped: "dropped"
  case .deferred(let address, _): "\(address) deferred"
  case .givenUp(let address, _): "\(address) given up"
  case .uncertain(let address, _, _): "\(address) uncertain"
  case .refused(let address, _): "\(address) refused"
  case .suppressed(let address): "\(address) suppressed"
  case .held(let domain, _, _): "\(domain) held"
  case .unmade(let claim, let reason, let isWholeIssue):
    (isWholeIssue ? "" : "\(claim.addressee.address) of ") + "weekly #\(claim.issue.number) unmade: \(reason)"
  case .refusedUs(let refused):
    "\(refused.count) refused because of us\(refused.isInARow ? " in a row" : ""), \(refused.givenUp) given up"
  }
}

private func numbers(_ deliveries: [Delivery.ID]) -> String { deliveries.map { " \($0.number)" }.joined() }
