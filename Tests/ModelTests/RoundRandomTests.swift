import CourantTesting
import Model
import Testing
import Time

/// Rounds among connections, relays and a ledger that do as they like, and what holds in each of them.
@Suite struct RoundRandomTests {
  @Test(arguments: 0..<40) func noReaderIsEverMailedTwiceOrForgotten(part: UInt64) {
    for seed in part * 25..<part * 25 + 25 {
      var world = World(seed: seed)
      world.run()
      #expect(world.faults == [], "seed \(seed)")
      if !world.faults.isEmpty { return }
    }
  }

  /// Otherwise the test above would hold for rounds in which nothing happens.
  @Test func manyRoundsCoverEveryEvent() {
    var endings: Set<String> = []
    var states: Set<World.State> = []
    for seed in 0..<UInt64(400) {
      var world = World(seed: seed)
      world.run()
      endings.insert(world.ending)
      states.formUnion(world.states.values)
    }
    let expected: Set = ["none", "troubled", "refusing", "failed", "stopped", "throttled"]
    #expect(endings == expected)
    #expect(states.isSuperset(of: [.accepted, .refused, .deferred, .queued, .dropped, .uncertain]))
  }
}

/// A round and all that it does not decide itself.
private struct World {
  enum State: String { case queued, claimed, committed, accepted, refused, deferred, dropped, uncertain }

  /// A session: the messages that it has not begun, and the one that it carries.
  struct Connection {
    var inbox: [Claim] = []
    var current: Claim?
    var mayGo = false
    var isClosed = false
    /// It never carries anything.
    var isRefused = false
  }

  private static let domains = ["example.org", "example.net", "slow.example"]

  var states: [Int64: State] = [:]
  var faults: [String] = []
  private var random: SeededNumbers
  private var round: Round
  private var connections: [Connection]
  private var elapsed = Duration.zero
  /// Final dots that left, by delivery.
  private var dots: [Int64: Int] = [:]
  private var departures: [Duration] = []
  private var waiting: [(connection: Int, delivery: Int64)] = []
  private let rate: Rate?
  private let atOnce: Int?
  /// Whether the ledger counts what leaves, and what it has counted.
  private let isGranted: Bool
  private var records = ThrottleRecords()
  private var held: Set<String> = []
  private var wasHeld: Set<String> = []
  private var isLedgerBroken = false
  /// In a hundred, how often …
  private let failing: Int
  private let refusing: Int
  private let writing: Int
  private let leaving: Int
  private let stopping: Int
  private let spoiling: Int

  init(seed: UInt64) {
    var random = SeededNumbers(seed: seed)
    let readers = Int.random(in: 1...450, using: &random)
    var mail = MailSettings.sample
    mail.sessions = Int.random(in: 1...6, using: &random)
    rate = [nil, nil, Rate(5, per: .second), Rate(20, per: .minute), Rate(3, per: .hour)].randomElement(using: &random)!
    mail.rate = rate
    atOnce = [nil, 1, 2].randomElement(using: &random)!
    if let atOnce { mail.domains["slow.example"] = DomainLimits(sessions: atOnce) }
    failing = [0, 0, 5, 40].randomElement(using: &random)!
    refusing = [0, 10, 100].randomElement(using: &random)!
    writing = [0, 0, 2].randomElement(using: &random)!
    leaving = [0, 5].randomElement(using: &random)!
    stopping = [0, 0, 1].randomElement(using: &random)!
    spoiling = [0, 0, 0, 1].randomElement(using: &random)!
    isGranted = Bool.random(using: &random)
    let throttles =
      isGranted
      ? Throttles(grantedUnder: mail, zone: .utc, now: Self.begun)
      : Throttles(mail, zone: .utc, now: Self.begun) { _ in nil }
    round = Round(
      mail, total: readers, worker: Worker(1), begun: Self.begun, past: (throttles, DestinationPolicy()))
    connections = (0..<round.connections).map { number in
      Connection(isRefused: number > 0 && Int.random(in: 0..<5, using: &random) == 0)
    }
    for number in 1...Int64(readers) { states[number] = .queued }
    self.random = random
  }

  private static let begun = Instant.at("2026-11-23T07:00:00Z")

  var ending: String {
    switch round.ending {
    case .troubled: "troubled"
    case .refusing: "refusing"
    case .unmailable: "unmailable"
    case .failed: "failed"
    case .throttled: "throttled"
    case .stopped: "stopped"
    case nil: "none"
    }
  }

  private mutating func happens(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  mutating func run() {
    for _ in 0..<20_000 {
      elapsed += .milliseconds(Int.random(in: 0...20, using: &random))
      if happens(stopping) { carryOut(.stopped) }
      switch round.next(at: elapsed) {
      case .carry(let claim, let connection): carry(claim, over: connection)
      case .claim(let limit, let domains): claim(limit, except: domains)
      case .ask(let request): grant(request)
      case .pass(let duration): elapsed += duration
      case .listen: listen()
      case .over: return conclude()
      }
    }
    faults.append("the round does not end")
  }

  private mutating func carry(_ claim: Claim, over connection: Int) {
    let number = claim.delivery.number
    if round.ending != nil { faults.append("\(number) leaves after the end") }
    if connections[connection].isClosed { faults.append("\(number) over a connection that was given up") }
    if isSetAside(claim) { faults.append("\(number) leaves and is set aside") }
    if states[number] != .claimed { faults.append("\(number) leaves and is \(states[number]!)") }
    let isInHand = connections.contains { one in
      one.current?.delivery == claim.delivery || one.inbox.contains { $0.delivery == claim.delivery }
    }
    if isInHand { faults.append("\(number) is in hand twice") }
    if happens(spoiling) {
      let reason = happens(50) ? "cannot be printed" : nil
      return carryOut(.unmade(claim, reason, over: connection))
    }
    connections[connection].inbox.append(claim)
    departures.append(elapsed)
    expectLimits()
  }

  private mutating func expectLimits() {
    for one in connections where one.inbox.count + (one.current == nil ? 0 : 1) > (rate == nil ? 3 : 1) {
      faults.append("a connection has \(one.inbox.count) messages waiting")
    }
    if let atOnce {
      let slow = connections.flatMap { $0.inbox + [$0.current].compactMap(\.self) }
        .count { $0.addressee.address.domain == "slow.example" }
      if slow > atOnce { faults.append("\(slow) messages at once to slow.example") }
    }
  }

  private mutating func claim(_ limit: Int, except domains: Set<String>) {
    if happens(writing) { return fail(.failed) }
    let due = states.filter { $0.value == .queued }.keys.sorted().map(message).filter { !isSetAside($0) }
      .filter { !domains.union(held).contains($0.addressee.address.domain) }.prefix(limit)
    for claim in due { states[claim.delivery.number] = .claimed }
    carryOut(.claimed(Array(due)))
  }

  /// Other workers sometimes have a message in flight to the domain.
  private mutating func grant(_ request: GrantRequest) {
    if happens(writing) { return fail(.failed) }
    if !isGranted { faults.append("asks for a grant and counts for itself") }
    let inFlight = connections.flatMap { $0.inbox + [$0.current].compactMap(\.self) }
      .count { ($0.addressee.address.domain == "slow.example" && atOnce != nil) == (request.domain != nil) }
    if request.inFlight != inFlight { faults.append("says that \(request.inFlight) of \(inFlight) are in flight") }
    var rule = GrantRule(records, others: happens(20) ? 1 : 0)
    let clock = Self.begun.seconds * 1000 + Int64(elapsed / .milliseconds(1)) + 77
    let grant = rule.grant(request, at: clock)
    records = rule.records
    if grant.rest == .whenOthersEnd { wasHeld.insert("slow.example") }
    elapsed += .milliseconds(Int.random(in: 0...30, using: &random))
    carryOut(.granted(grant))
  }

  /// In the end, nothing that can be made may wait.
  private func isSetAside(_ claim: Claim) -> Bool {
    round.aside.issues.contains(claim.issue) || round.aside.deliveries.contains(claim.delivery)
  }

  private func message(_ number: Int64) -> Claim { queued(number, Self.domains[Int(number % 3)]) }

  private mutating func fail(_ event: Round.Event) {
    isLedgerBroken = true
    carryOut(event)
  }

  // MARK: Connections

  private mutating func listen() {
    var words: [Round.Word] = []
    for number in connections.indices where happens(60) {
      if let word = step(number) { words.append(word) }
    }
    if words.isEmpty, happens(50), let number = connections.indices.first(where: { isBusy($0) }) {
      step(number).map { words.append($0) }
    }
    let isQuiet = words.isEmpty && round.ending == .stopped && happens(10)
    carryOut(isQuiet ? .silence : .received(words))
  }

  private func isBusy(_ number: Int) -> Bool {
    connections[number].current != nil || !connections[number].inbox.isEmpty
  }

  /// The connection's next message; nil if it has nothing to do or is only starting.
  private mutating func step(_ number: Int) -> Round.Word? {
    if connections[number].current == nil {
      guard !connections[number].inbox.isEmpty else { return nil }
      connections[number].current = connections[number].inbox.removeFirst()
    }
    guard let claim = connections[number].current else { return nil }
    if connections[number].mayGo {
      dots[claim.delivery.number, default: 0] += 1
      return end(claim, .outcome(lastAnswer()), over: number)
    }
    if connections[number].isRefused {
      return end(
        claim, .outcome(.unsent(RelayFailure(sentence: "full", isPermanent: false, stage: .connect))), over: number)
    }
    if let outcome = earlyAnswer() { return end(claim, .outcome(outcome), over: number) }
    if happens(spoiling) { return end(claim, .unmailable("no text"), over: number) }
    waiting.append((number, claim.delivery.number))
    return .asks(claim.delivery, over: number)
  }

  private mutating func end(_ claim: Claim, _ result: Round.Carried, over number: Int) -> Round.Word {
    connections[number].current = nil
    connections[number].mayGo = false
    return .carried(claim, result, over: number)
  }

  private mutating func earlyAnswer() -> Outcome? {
    if happens(refusing) {
      let replies = ["no such user", "mailbox full", "blocked", "daily sending limit exceeded"]
      let statuses = ["5.1.1", "5.2.2", "5.7.1", "5.4.5"]
      let one = Int.random(in: 0..<4, using: &random)
      return .refused(Reply(stage: .recipient, code: 550, status: statuses[one], text: replies[one]))
    }
    guard happens(failing) else { return nil }
    return [
      Outcome.deferred(Reply(stage: .recipient, code: 451, status: "4.3.0", text: "later")),
      .deferred(Reply(stage: .recipient, code: 450, text: "greylisted")),
      .unsent(RelayFailure(sentence: "lost", isPermanent: false, stage: .data)),
      .unsent(RelayFailure(sentence: "silent", isPermanent: false, stage: .connect, isSilence: true)),
    ].randomElement(using: &random)!
  }

  private mutating func lastAnswer() -> Outcome {
    if happens(failing / 4) { return .uncertain("lost") }
    if happens(failing / 4) { return .deferred(Reply(stage: .finalDot, code: 452, text: "no room")) }
    return .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
  }

  // MARK: Orders

  private mutating func carryOut(_ event: Round.Event) {
    for order in round.handle(event, at: elapsed) {
      switch order {
      case .write(let turn): write(turn)
      case .reply(let answer, let number): reply(answer, number)
      case .recall(let number):
        let claims = connections[number].inbox
        connections[number].inbox = []
        carryOut(.recalled(claims, over: number))
      case .close(let number): connections[number].isClosed = true
      case .unclaim(let deliveries): for one in deliveries { unclaim(one) }
      case .report: break
      }
    }
  }

  private mutating func reply(_ answer: Round.Answer, _ number: Int) {
    guard let place = waiting.firstIndex(where: { $0.connection == number }) else {
      return faults.append("connection \(number) is answered and did not ask")
    }
    waiting.remove(at: place)
    guard let claim = connections[number].current else { return }
    switch answer {
    case .go:
      if states[claim.delivery.number] != .committed { faults.append("\(claim.delivery.number) goes uncommitted") }
      connections[number].mayGo = true
    case .withdrawn:
      let isDropped = states[claim.delivery.number] == .dropped
      carryOut(.received([end(claim, .withdrawn(isDropped: isDropped), over: number)]))
    case .unwritten: carryOut(.received([end(claim, .unwritten, over: number)]))
    }
  }

  private mutating func write(_ turn: Turn) {
    if isLedgerBroken || happens(writing) {
      isLedgerBroken = true
      return carryOut(.unwritten)
    }
    record(turn)
    var mayGo = Set<Delivery.ID>()
    for delivery in turn.committing {
      guard states[delivery.number] == .claimed else { continue }
      if happens(leaving) {
        states[delivery.number] = .dropped
      } else {
        states[delivery.number] = .committed
        mayGo.insert(delivery)
      }
    }
    carryOut(.written(mayGo))
  }

  private mutating func record(_ turn: Turn) {
    var rule = GrantRule(records, others: 0)
    for one in turn.unused { rule.giveBack(one) }
    records = rule.records
    for attempt in turn.attempts {
      let number = attempt.delivery.number
      if states[number] != .claimed, states[number] != .committed { faults.append("\(number) is recorded twice") }
      states[number] =
        switch attempt.verdict {
        case .accepted: .accepted
        case .deferred: .deferred
        case .refused: .refused
        case .uncertain: .uncertain
        case .returned: .queued
        }
    }
    for delivery in turn.refusing {
      if states[delivery.number] != .deferred { faults.append("\(delivery.number) is refused and was not deferred") }
      states[delivery.number] = .refused
    }
    for delivery in turn.returning { unclaim(delivery) }
    for (domain, change) in turn.destinations {
      if case .held = change { held.insert(domain) } else { held.remove(domain) }
      wasHeld.formUnion(held)
    }
  }

  private mutating func unclaim(_ delivery: Delivery.ID) {
    if states[delivery.number] != .claimed {
      faults.append("\(delivery.number) goes back and is \(states[delivery.number]!)")
    }
    states[delivery.number] = .queued
  }

  // MARK: The end

  private mutating func conclude() {
    let isAbandoned = round.inHand > 0
    let conclusion = round.conclude(at: elapsed)
    if !isLedgerBroken { record(conclusion.turn) }
    if round.ending != .failed { for delivery in conclusion.rest { unclaim(delivery) } }
    for (number, count) in dots where count > 1 { faults.append("\(number) left \(count) times") }
    expectRate()
    guard !isLedgerBroken, !isAbandoned, round.ending != .failed else { return }
    let forgotten = states.filter { $0.value == .claimed || $0.value == .committed }.keys.sorted()
    if !forgotten.isEmpty { faults.append("forgotten: \(forgotten)") }
    let due = states.filter { $0.value == .queued }.map { message($0.key) }.filter { !isSetAside($0) }
      .map(\.addressee.address.domain)
    // Messages returned because their destination was held wait for the next run, even if it accepts mail again by now.
    if round.ending == nil, !wasHeld.isSuperset(of: due) {
      faults.append(
        "the queue has mail to \(Set(due).subtracting(wasHeld).sorted()), \(conclusion.rest.count) of it claimed")
    }
  }

  /// Untried messages are counted here but not by the throttles, so only rounds without failures are compared.
  private mutating func expectRate() {
    guard let rate, failing == 0, refusing == 0, leaving == 0, writing == 0, stopping == 0, spoiling == 0 else {
      return
    }
    guard !connections.contains(where: \.isRefused) else { return }
    // The rate holds for the instants of the grants; see ``GrantTests``.
    if isGranted, rate.period != .hour { return }
    let burst = rate.period == .hour ? 1 : max(1, rate.count / (rate.period == .second ? 10 : 60))
    for (place, start) in departures.enumerated() {
      let within = departures[place...].count { $0 - start < rate.period.duration }
      if within > rate.count + burst - 1 { faults.append("\(within) messages in one \(rate.period)") }
    }
  }
}

/// Apart from the verb of the same name.
private func queued(_ number: Int64, _ domain: String) -> Claim {
  claim(number, domain: domain, issue: Int(number % 5))
}
