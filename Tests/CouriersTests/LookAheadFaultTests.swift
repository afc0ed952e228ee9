import CourantTesting
import Couriers
import Model
import Testing

/// The outcome of a message that fails while the next one is announced, and of one that fails after it was announced.
@Suite struct LookAheadFaultTests {
  private static let readers = ["first@example.org", "second@example.org", "third@example.org"]
  private static let manners = [ServerManner.full, .slow, .encrypted]

  @Test(arguments: SMTPFaultTests.faults.filter { $0.stage == .finalDot }, manners)
  func aFaultAtTheFinalDotTouchesTheAnnouncedMessageNot(_ fault: SMTPFaultTests.Fault, _ manner: ServerManner) throws {
    let server = try server(manner) { $0.stage == fault.stage && $0.ordinal == 1 ? fault.action : nil }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server, replyTimeout: fault.action == .silence ? silence : .seconds(20)))
    let carried = try courier.carry(all: Self.readers.map { try parcel(to: $0) })
    let outcome = fault.outcome.naming("smtp://127.0.0.1:\(server.port)", at: .finalDot)
    #expect(carried.map(\.outcome) == [outcome, .accepted(taken), .accepted(taken)])
    #expect(carried.map(\.commits) == [1, 1, 1])
    let stored = fault.action == .storeThenClose ? Self.readers : Array(Self.readers.dropFirst())
    #expect(server.messages.map(\.recipient) == stored)
    #expect(server.connections == fault.connections)
    #expect(!server.commands.contains("RSET"))
  }

  /// As for a first message, except that a connection which ends at MAIL, falls silent there, or is closed with 421 before the
  /// final dot, is replaced once.
  @Test(arguments: SMTPFaultTests.faults.filter { $0.stage != .body }, manners)
  func aFaultOfAnAnnouncedMessageHasItsOutcome(_ fault: SMTPFaultTests.Fault, _ manner: ServerManner) throws {
    let server = try server(manner) { $0.stage == fault.stage && $0.ordinal == 2 ? fault.action : nil }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server, replyTimeout: fault.action == .silence ? silence : .seconds(20)))
    let carried = try courier.carry(all: Self.readers.map { try parcel(to: $0) })
    let isCarriedAgain = fault.isAboutTheConnection
    let failed = fault.outcome.naming("smtp://127.0.0.1:\(server.port)", at: fault.replyStage)
    let outcome = isCarriedAgain ? .accepted(taken) : failed
    #expect(carried.map(\.outcome) == [.accepted(taken), outcome, .accepted(taken)])
    #expect(carried.map(\.commits) == [1, isCarriedAgain ? 1 : fault.commits, 1])
    let isStored = isCarriedAgain || fault.action == .storeThenClose
    #expect(server.messages.map(\.recipient) == Self.readers.filter { isStored || $0 != Self.readers[1] })
    #expect(server.connections == fault.connections)
  }

  /// Such a server loses what comes with a final dot, so nothing comes with one any more.
  @Test(arguments: [FaultAction.reply("503 5.5.1 one at a time"), .silence])
  func aServerThatMissesTheAnnouncementGetsNoOther(_ action: FaultAction) throws {
    let server = try SMTPServer { $0.stage == .mail && $0.ordinal == 2 ? action : nil }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server, replyTimeout: action == .silence ? silence : .seconds(20)))
    let carried = try courier.carry(all: Self.readers.map { try parcel(to: $0) })
    #expect(carried.map(\.outcome) == Self.readers.map { _ in .accepted(taken) })
    #expect(carried.map(\.questions) == [1, 0, 0])
    #expect(server.messages.map(\.connection) == [1, 2, 2])
  }

  @Test func aNewConnectionThatEndsAtMailIsNotTriedAgain() throws {
    let server = try SMTPServer { $0.stage == .mail && $0.ordinal > 1 ? .close : nil }
    defer { server.stop() }
    let sentence = "smtp://127.0.0.1:\(server.port): closed the connection instead of replying to MAIL"
    let carried = try SMTPCourier(settings(server)).carry(all: Self.readers.prefix(2).map { try parcel(to: $0) })
    let lost = Outcome.unsent(RelayFailure(sentence: sentence, isPermanent: false, stage: .mail))
    #expect(carried.map(\.outcome) == [.accepted(taken), lost])
    #expect(server.connections == 2)
  }

  @Test func aServerMaySay354AfterARefusedRecipient() throws {
    let server = try SMTPServer {
      switch ($0.stage, $0.ordinal) {
      case (.recipient, 2): .reply("550 5.1.1 nobody")
      case (.data, 2): .reply("354 go ahead anyway")
      default: nil
      }
    }
    defer { server.stop() }
    let carried = try SMTPCourier(settings(server)).carry(all: Self.readers.map { try parcel(to: $0) })
    let nobody = Outcome.refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "nobody"))
    #expect(carried.map(\.outcome) == [.accepted(taken), nobody, .accepted(taken)])
    #expect(carried.map(\.commits) == [1, 0, 1])
    #expect(server.messages.map(\.recipient) == [Self.readers[0], Self.readers[2]])
    #expect(server.connections == 1)
  }

  /// Regardless of what a server does and when, outcomes are correct, and no message reaches the wrong reader.
  @Test(arguments: 0..<20) func anOutcomeIsTheTruth(_ trial: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    let server = try SMTPServer { randomFault($0, seed) }
    let readers = (1...100).map { "r\($0)@example.org" }
    let courier = SMTPCourier(settings(server))
    let carried = try courier.carry(all: readers.map { try parcel(to: $0, message: "\($0)\r\n") })
    courier.close()
    server.stop()
    let stored = server.messages.map(\.recipient)
    let certain = zip(readers, carried).filter { !$1.outcome.isUncertain }
    let accepted = certain.filter { $1.outcome == .accepted(taken) }.map { $0.0 }
    let missing = certain.filter { $1.outcome != .accepted(taken) }.map { $0.0 }
    #expect(Set(accepted).isSubset(of: stored), "seed \(seed)")
    #expect(Set(missing).isDisjoint(with: stored), "seed \(seed)")
    #expect(Set(stored).count == stored.count, "seed \(seed)")
    let bodies = server.messages.map { String(decoding: $0.octets, as: UTF8.self) }
    #expect(bodies == stored.map { "\($0)\r\n" }, "seed \(seed)")
  }

  private func server(_ manner: ServerManner, plan: @escaping FaultPlan) throws -> SMTPServer {
    var options = manner.options
    if manner.isEncrypted { options.tls = SMTPServer.TLS(try CertificateAuthority().identity()) }
    return try SMTPServer(options, plan: plan)
  }
}

extension SMTPFaultTests.Fault {
  /// Whether there was no reply about the message, so that it may go over another connection.
  fileprivate var isAboutTheConnection: Bool {
    if case .reply(let text) = action { return text.hasPrefix("421") && commits == 0 }
    return stage == .mail
  }
}

extension Outcome {
  fileprivate var isUncertain: Bool { if case .uncertain = self { true } else { false } }
}

/// About one event in twelve; the same for the same seed.
private func randomFault(_ event: SMTPEvent, _ seed: UInt64) -> FaultAction? {
  let stages: [SMTPEvent.Stage] = [.mail, .recipient, .data, .finalDot, .reset]
  guard let stage = stages.firstIndex(of: event.stage) else { return nil }
  var numbers = SeededNumbers(seed: seed &+ UInt64(event.ordinal * stages.count + stage))
  let actions: [FaultAction] = [
    .reply("451 4.3.0 later"), .reply("554 5.7.1 no"), .reply("421 4.3.2 shutting down"), .reply("503 5.5.1 what"),
    .replyThenClose("451 4.3.0 later"), .replyThenClose("554 5.7.1 no"), .close, .reset,
  ]
  let ofTheDot = [FaultAction.storeThenClose, .replyThenClose("421 4.3.2 enough")]
  guard Int.random(in: 0..<12, using: &numbers) == 0 else { return nil }
  return (event.stage == .finalDot ? actions + ofTheDot : actions).randomElement(using: &numbers)
}
