import CourantTesting
import Model
import Testing

/// Whose fault it is: outcomes in, decisions out.
@Suite struct BreakerTests {
  /// The reports of one connection, abbreviated.
  enum Event: Sendable {
    case taken(Int)
    case later(Int, String)
    case refused(Int, String, status: String? = nil, by: String = "example.org")
    case lost(Int, Reply.Stage)
    case silent(Int, Reply.Stage)
    case denied(Int, Reply.Stage, Int)
    case unanswered(Int)

    var connection: Int {
      switch self {
      case .taken(let number), .later(let number, _), .refused(let number, _, _, _), .lost(let number, _),
        .silent(let number, _), .denied(let number, _, _), .unanswered(let number):
        number
      }
    }

    var domain: String { if case .refused(_, _, _, let domain) = self { domain } else { "example.org" } }

    var outcome: Outcome {
      switch self {
      case .taken: .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
      case .later(_, let text): .deferred(Reply(stage: .recipient, code: 451, status: "4.7.0", text: text))
      case .refused(_, let text, let status, _):
        .refused(Reply(stage: .recipient, code: 550, status: status ?? "5.7.0", text: text))
      case .lost(_, let stage): .unsent(RelayFailure(sentence: "lost", isPermanent: false, stage: stage))
      case .silent(_, let stage):
        .unsent(RelayFailure(sentence: "silent", isPermanent: false, stage: stage, isSilence: true))
      case .denied(_, let stage, let code):
        .unsent(
          RelayFailure(
            sentence: "denied", isPermanent: code >= 500, reply: Reply(stage: stage, code: code, text: "denied")))
      case .unanswered: .uncertain("lost")
      }
    }
  }

  /// A round after these events, and its decisions.
  struct Round {
    var breaker: Breaker
    var settled: [Int64] = []
    var recorded: [Int64] = []
    var givenUp: [Int] = []
    var isOver = false

    init(connections: Int, _ events: [Event]) {
      breaker = Breaker(connections: connections)
      for (number, event) in events.enumerated() { report(event, Int64(number + 1)) }
    }

    mutating func report(_ event: Event, _ number: Int64) {
      let claim = Claim(
        delivery: .init(number), issue: ClaimedIssue(digest: "weekly", number: 1), edition: EditionKey([]),
        addressee: Addressee(name: nil, address: mailbox("r\(number)@\(event.domain)"), token: "T"),
        earlier: EarlierAttempts())
      for decision in breaker.note(event.outcome, of: claim, over: event.connection) {
        switch decision {
        case .settle(let refusals): settled += refusals.map(\.claim.delivery.number)
        case .recordReplies(let refusals): recorded += refusals.map(\.claim.delivery.number)
        case .giveUp(let connection): givenUp.append(connection)
        case .end: isOver = true
        }
      }
    }

    mutating func end() -> (readers: [Int64], ours: [Int64]) {
      let judgement = breaker.judge(hasFailed: isOver)
      return (judgement.readers.map(\.claim.delivery.number), judgement.ours.map(\.claim.delivery.number))
    }

    var usable: [Int] { (0..<breaker.connections.count).filter { breaker.connections.mayCarry($0) } }
  }
}

/// Connections.
extension BreakerTests {
  @Test func theFirstConnectionOpensAlone() {
    #expect(Round(connections: 4, []).usable == [0])
    #expect(Round(connections: 4, [.lost(0, .connect)]).usable == [0])
    #expect(Round(connections: 4, [.taken(0)]).usable == [0, 1, 2, 3])
  }

  /// The connections that the relay accepts carry everything, however it refuses the others.
  @Test(arguments: [
    [Event.denied(2, .connect, 421), .denied(3, .connect, 421)], [.denied(2, .hello, 421), .denied(3, .mail, 421)],
    [.denied(2, .mail, 450), .denied(3, .mail, 554)], [.lost(2, .connect), .lost(3, .tls)],
    [.silent(2, .connect), .silent(3, .hello)], [.lost(2, .recipient), .denied(3, .recipient, 421)],
    [.later(2, "too many connections"), .later(3, "concurrency limit exceeded")],
    [.denied(2, .login, 535), .denied(3, .login, 454)], [.denied(2, .tls, 554), .lost(3, .tls)],
  ])
  func refusedExtraConnectionsAreGivenUpAtOnce(_ refusals: [Event]) {
    let round = Round(connections: 4, [.taken(0), .taken(1)] + refusals + [.taken(0)])
    #expect(round.givenUp == [2, 3])
    #expect(!round.isOver)
    #expect(round.usable == [0, 1])
    #expect(round.breaker.connections.remaining == 2)
    #expect(round.breaker.connections.refusedExtra != nil)
  }

  @Test func aFailedNewConnectionNextToOthersProvesNothingAboutTheMessage() {
    let breaker = Round(connections: 2, [.taken(0)]).breaker
    #expect(breaker.blames(1, for: Event.denied(1, .recipient, 421).outcome))
    #expect(breaker.blames(1, for: Event.later(1, "too many connections from you").outcome))
    #expect(!breaker.blames(1, for: Event.later(1, "greylisted").outcome))
    #expect(!breaker.blames(0, for: Event.denied(0, .recipient, 421).outcome))
    #expect(!Round(connections: 2, []).breaker.blames(0, for: Event.lost(0, .recipient).outcome))
  }

  /// A back end that dies, or a limit that appears late: the others carry on, however often this one fails in a row.
  @Test func aConnectionThatFailsInARowIsGivenUpAndTheOthersGoOn() {
    let rest = Array(repeating: Event.taken(1), count: 100)
    let round = Round(
      connections: 2,
      [.taken(0), .taken(1), .lost(0, .recipient)] + rest + [.lost(0, .connect)] + rest + [.lost(0, .connect)])
    #expect(round.givenUp == [0])
    #expect(!round.isOver)
    #expect(round.usable == [1])
    #expect(round.breaker.connections.refusedExtra == nil)
  }

  @Test func aConnectionThatFailedRestsWhileOthersCarry() {
    #expect(Round(connections: 2, [.taken(0), .taken(1), .lost(0, .data)]).usable == [1])
    #expect(Round(connections: 2, [.taken(0), .taken(1), .lost(0, .data), .lost(1, .data)]).usable == [0, 1])
  }

  /// Found by `RoundRandomTests`: nobody carried the rest, and the round ended as if all were sent.
  @Test func aConnectionThatWorksAgainRestsNoLonger() {
    let again = [Event.taken(0), .taken(1), .lost(0, .data), .lost(1, .data), .taken(0)]
    #expect(Round(connections: 2, again).usable == [0, 1])
    #expect(Round(connections: 2, again + [.lost(1, .data)]).usable == [0])
  }

  /// Its last message was begun before it was given up.
  @Test func anAbandonedConnectionIsNotOpenAfterAnyResult() {
    let last = [Event.taken(0), .lost(1, .connect), .taken(1), .lost(0, .data)]
    #expect(Round(connections: 3, last).usable == [0, 2])
  }

  @Test func troublesOfManyConnectionsAreNotInARowWhileOthersDeliver() {
    let events = (0..<30).flatMap { _ in [Event.lost(1, .recipient), .taken(0), .taken(1)] }
    #expect(!Round(connections: 2, [.taken(0), .taken(1)] + events).isOver)
  }

  /// The relay is gone: the round ends soon.
  @Test(arguments: [
    [Event.lost(0, .connect), .lost(0, .connect), .lost(0, .connect)],
    [.silent(0, .connect), .silent(0, .hello)], [.silent(0, .mail), .silent(0, .mail)], [.denied(0, .login, 535)],
    [.denied(0, .mail, 550)], [.denied(0, .connect, 554), .denied(0, .connect, 554), .denied(0, .connect, 554)],
    [.denied(0, .login, 454), .denied(0, .login, 454), .denied(0, .login, 454)],
    [.lost(0, .recipient), .lost(0, .recipient), .lost(0, .recipient)],
    [.unanswered(0), .unanswered(0), .unanswered(0)],
    [
      .taken(0), .taken(1), .lost(0, .data), .lost(1, .data), .lost(0, .connect), .lost(1, .connect),
      .lost(1, .connect),
    ],
    [.taken(0), .taken(1), .unanswered(0), .unanswered(1), .unanswered(1)],
    [.taken(0), .taken(1), .silent(0, .recipient), .silent(1, .recipient), .silent(0, .connect)],
  ])
  func aRelayThatGaveOutEndsTheRound(_ events: [Event]) {
    #expect(Round(connections: 4, events).isOver)
    #expect(!Round(connections: 4, events.dropLast()).isOver)
  }

  @Test func theRoundEndsWhenAllConnectionsAreAbandoned() {
    let rest = Array(repeating: Event.taken(1), count: 100)
    let failing: [[Event]] = [[.lost(0, .data)], rest, [.lost(0, .data)], rest, [.lost(0, .data)]]
    let events: [Event] = [.taken(0), .taken(1)] + Array(failing.joined()) + [.lost(1, .data), .lost(1, .data)]
    #expect(!Round(connections: 2, events).isOver)
    #expect(Round(connections: 2, events + [.lost(1, .data)]).isOver)
  }
}

/// Refusals.
extension BreakerTests {
  @Test func oneRefusalAmongAcceptedMessagesIsTheReaders() {
    var round = Round(connections: 1, [.taken(0), .refused(0, "spam"), .taken(0)])
    #expect(round.recorded == [2])
    #expect(round.end() == ([2], []))
  }

  @Test func anUnknownMailboxIsSettledAsSoonAsTheRelayTakesMail() {
    let unknown = "User unknown in virtual mailbox table"
    var round = Round(
      connections: 1,
      [
        .refused(0, unknown, status: "5.1.1", by: "example.org"),
        .refused(0, unknown, status: "5.1.1", by: "example.net"),
        .taken(0), .refused(0, unknown, status: "5.1.1", by: "example.com"),
      ])
    #expect(round.settled == [1, 2])
    #expect(round.end() == ([4], []))
  }

  @Test func theSameWordsToReadersOfSeveralDomainsAreAboutUs() {
    var round = Round(
      connections: 1,
      [
        .taken(0), .refused(0, "Not today, r2@example.org", by: "example.org"), .taken(0),
        .refused(0, "Not today, r4@example.net", by: "example.net"), .taken(0), .refused(0, "Something else"),
        .taken(0),
      ])
    #expect(round.end() == ([6], [2, 4]))
  }

  /// A company that rejects us.
  @Test func theSameWordsToReadersOfOneDomainAreThatDomains() {
    var round = Round(
      connections: 1,
      [.taken(0), .refused(0, "We block you"), .taken(0), .refused(0, "We block you"), .refused(0, "We block you")])
    #expect(round.end() == ([2, 4, 5], []))
  }

  @Test func oneWordAboutOurLimitsIsEnough() {
    var round = Round(connections: 1, [.taken(0), .refused(0, "Daily user sending limit exceeded."), .taken(0)])
    #expect(round.recorded == [])
    #expect(round.end() == ([], [2]))
  }

  /// Pressing on would make it worse.
  @Test func threeWordsAboutOurLimitsInARowEndTheRound() {
    let limit = "r7 - 198.51.100.7 has sent to too many recipients this hour. IB607"
    let events = (1...3).map { Event.refused(0, limit, status: "5.1.1", by: "d\($0).example") }
    var round = Round(connections: 1, [.taken(0)] + events)
    #expect(round.isOver)
    #expect(round.end() == ([], [2, 3, 4]))
    #expect(!Round(connections: 1, [.taken(0)] + events.dropLast()).isOver)
  }

  @Test func tenRefusalsInARowAreOurs() {
    let events = (1...10).map { Event.refused(0, "words \($0 % 2 == 0 ? "a" : "b")", status: "5.1.1") }
    var round = Round(connections: 1, events)
    #expect(round.isOver)
    #expect(round.end() == ([], Array(1...10)))
  }

  @Test(arguments: [(1, true), (2, false)])
  func aRelayThatAcceptsNothingIsDoubtedFromTheSecondVagueRefusalOn(_ count: Int, _ isTheReaders: Bool) {
    var round = Round(connections: 1, (1...count).map { .refused(0, "words \($0)") })
    let all = Array(1...Int64(count))
    #expect(round.end() == (isTheReaders ? (all, []) : ([], all)))
  }
}
