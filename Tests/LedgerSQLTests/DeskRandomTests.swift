import CourantTesting
@testable import LedgerSQL
import Model
import Testing
import Time

/// Readers, operators and strangers act in random order. In every case, every reader has agreed, and nobody else is mailed.
@Suite struct DeskRandomTests {
  private final class World {
    let ledger: SQLLedger
    var numbers: SeededNumbers
    var now = Instant.at("2026-11-23T07:00:05Z")
    /// The tokens of letters, with their addresses, and of pages after leaving.
    var permits: [String] = []
    var letters: [(address: EmailAddress, at: Instant)] = []

    init(seed: UInt64, _ ledger: SQLLedger) {
      self.ledger = ledger
      numbers = SeededNumbers(seed: seed)
    }

    func random(_ count: Int) -> Int { Int.random(in: 0..<count, using: &numbers) }
    func address() -> EmailAddress { mailbox("r\(random(8))@d\(random(2)).example") }
    func digest() -> String { ["weekly", "daily"][random(2)] }

    /// For any subscription, including ended ones.
    func token() throws -> String? {
      var tokens: [String] = []
      var all: [Subscription] = []
      try ledger.forEachSubscription(digest: nil) { all.append($0) }
      for subscription in all {
        let address = subscription.subscriber.address
        if let token = try ledger.addressee(address, digest: subscription.digest)?.0.token { tokens.append(token) }
      }
      return tokens.isEmpty ? nil : tokens[random(tokens.count)]
    }

    func permit() -> String? { permits.isEmpty ? nil : permits[random(permits.count)] }
  }

  private func act(_ world: World) throws {
    let (ledger, now) = (world.ledger, world.now)
    switch world.random(20) {
    case 0...5:
      let wanted = [WantedDigest(world.digest(), world.random(2) == 0 ? .all : .some(feeds("ms")))]
      try ledger.record([ReaderRequest(.subscribe(wanted), from: world.address())], at: now)
    case 6: try ledger.record([ReaderRequest(.findLink, from: world.address())], at: now)
    case 7...11: if let permit = world.permit() { _ = try ledger.confirm(permit, origin: "page", at: now) }
    case 12: if let permit = world.permit(), world.random(4) == 0 { _ = try ledger.refuse(permit, at: now) }
    case 13:
      guard let token = try world.token() else { return }
      let left = try ledger.leave(token, all: world.random(2) == 0, origin: "page", at: now)
      if let undo = left?.comeBack { world.permits.append(undo) }
    case 14: if let permit = world.permit() { _ = try ledger.comeBack(permit, at: now) }
    case 15:
      guard let token = try world.token() else { return }
      let until = world.random(3) == 0 ? nil : now + .seconds(86_400 * (1 + world.random(30)))
      _ = try ledger.pause(until: until, by: token, at: now)
    case 16:
      guard let token = try world.token() else { return }
      let wanted = ["weekly", "daily"].filter { _ in world.random(2) == 0 }.map { WantedDigest($0) }
      _ = try ledger.save(ReaderChoices(wanted), by: token, under: LetterLimits(), at: now)
    case 17:
      guard let access = world.permit() else { return }
      _ = try ledger.askToMove(to: world.address(), by: access, under: LetterLimits(), at: now)
      if let permit = world.permit() { _ = try ledger.move(permit, at: now) }
      if let permit = world.permit() { _ = try ledger.moveBack(permit, at: now) }
    case 18:
      var row = Enrolment.confirmed(world.address().description, digest: world.digest())
      row.channel = "import list.csv"
      _ = try ledger.enrol([row], at: now)
    default:
      if world.random(3) == 0 { _ = try ledger.forget(world.address(), at: now) }
      if world.random(3) == 0 { _ = try ledger.end(world.address(), digest: world.digest(), at: now) }
    }
  }

  /// Settles open requests, and takes the letters.
  private func pass(_ world: World) throws {
    let (ledger, limits) = (world.ledger, LetterLimits())
    world.now = world.now + .seconds(world.random(2) == 0 ? 700 : world.random(40_000))
    _ = try ledger.endPauses(at: world.now)
    _ = try ledger.eraseLapsed(at: world.now)
    _ = try ledger.settleRequests(100, offered: ["weekly", "daily"], under: limits, at: world.now)
    for claim in try ledger.letterHands.claim(100, at: world.now) {
      let address = claim.addressee.address
      let letter = try #require(try ledger.letter(Letter.id(of: claim.delivery)!))
      if letter.kind != .oldAddress { #expect(try ledger.suppression(of: address) == nil) }
      if let permit = letter.permit { world.permits.append(permit) }
      #expect(try ledger.letterHands.commit(claim.delivery, at: world.now))
      let reply = Reply(stage: .finalDot, code: 250, text: "OK")
      try ledger.letterHands.record(
        [Attempt(delivery: claim.delivery, at: world.now, outcome: .accepted(reply), verdict: .accepted)],
        at: world.now)
    }
  }

  private func check(_ world: World) throws {
    let ledger = world.ledger
    let yes: Set<ConsentEvent.Kind> = [.confirmed, .returned, .imported]
    var readers = 0
    var all: [Subscription] = []
    try ledger.forEachSubscription(digest: nil) { all.append($0) }
    for subscription in all where subscription.status == .confirmed {
      let address = subscription.subscriber.address
      let events = try ledger.consentEvents(of: address).filter { $0.digest == subscription.digest }
      let decisive = events.last { yes.contains($0.kind) || $0.kind == .left }
      #expect(decisive.map { yes.contains($0.kind) } == true, "\(address) reads \(subscription.digest): \(events)")
      let token = try ledger.addressee(address, digest: subscription.digest)?.0.token ?? ""
      let isPaused = try ledger.account(of: token)?.pausedUntil != nil
      if subscription.suppression == nil, !isPaused { readers += 1 }
    }
    let mailed = try ledger.followings().values.flatMap(\.values).reduce(0, +)
    #expect(mailed == readers, "who may be mailed")
    try CountTests.expectReadersCounted(ledger)
  }

  @Test(arguments: 1...6) func everyReaderHasAgreedAndNobodyElseIsMailed(seed: Int) throws {
    try live(World(seed: UInt64(seed), SQLLedger(inMemory: ())), steps: 260)
  }

  @Test(.enabled(if: PostgresServer.isInstalled, Comment(rawValue: PostgresServer.absence)))
  func theSameIsTrueOnPostgreSQL() throws {
    let house = try PostgresHouse()
    try live(World(seed: 7, house.openLedger()), steps: 120)
  }

  private func live(_ world: World, steps: Int) throws {
    for step in 0..<steps {
      try act(world)
      if step.isMultiple(of: 3) { try pass(world) }
      if step.isMultiple(of: 5) { try check(world) }
    }
    #expect(world.permits.count > 10)
  }
}
