import CourantTesting
import Couriers
import Model
import Testing

/// Each stage, each way to fail: what becomes of the message, and of the connection.
@Suite struct SMTPFaultTests {
  struct Fault: CustomTestStringConvertible, Sendable {
    let stage: SMTPEvent.Stage
    let action: FaultAction
    /// `RELAY` in a sentence is replaced by the server's address.
    let outcome: Outcome
    /// The outcomes of two messages, the first of which fails.
    let connections: Int
    var commits = 0
    var testDescription: String { "\(stage): \(action)" }
  }

  static let faults: [Fault] = mailFaults + recipientFaults + dataFaults + bodyFaults + finalDotFaults

  @Test(arguments: faults, [ServerManner.full, .plain, .slow, .encrypted])
  func aFaultHasThisOutcome(_ fault: Fault, _ manner: ServerManner) throws {
    var options = manner.options
    if manner.isEncrypted { options.tls = SMTPServer.TLS(try CertificateAuthority().identity()) }
    let server = try SMTPServer(options) {
      $0.stage == fault.stage && $0.recipient != "second@example.org" && $0.ordinal == 1 ? fault.action : nil
    }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server, replyTimeout: fault.action == .silence ? silence : .seconds(20)))
    var commits = 0
    let outcome = try courier.carry(parcel(to: "first@example.org", message: fault.message)) { commits += 1 }
    #expect(outcome == fault.outcome.naming("smtp://127.0.0.1:\(server.port)", at: fault.replyStage))
    #expect(commits == fault.commits)
    #expect(try courier.carry(parcel(to: "second@example.org")) {} == .accepted(taken))
    let stored = fault.action == .storeThenClose ? ["first@example.org"] : []
    #expect(server.messages.map(\.recipient) == stored + ["second@example.org"])
    #expect(server.connections == fault.connections)
    #expect(server.messages.allSatisfy { $0.isEncrypted == manner.isEncrypted })
  }
}

extension SMTPFaultTests.Fault {
  /// The command that was being answered.
  var replyStage: Reply.Stage {
    switch stage {
    case .mail: .mail
    case .recipient: .recipient
    case .data, .body: .data
    case .finalDot: .finalDot
    default: .connect
    }
  }

  /// A server that goes away within a message is noticed for certain only if the message outgrows all buffers.
  var message: String {
    guard stage == .body else { return "Subject: x\r\n\r\nWords.\r\n" }
    return String(repeating: String(repeating: "much ", count: 190) + "\r\n", count: 7000)
  }
}

private typealias Fault = SMTPFaultTests.Fault

private func unsent(_ sentence: String, permanent: Bool = false, _ reply: Reply? = nil) -> Outcome {
  .unsent(
    RelayFailure(
      sentence: sentence, isPermanent: permanent, reply: reply, isSilence: sentence.hasPrefix("RELAY: no reply")))
}

private func later(_ stage: Reply.Stage) -> Reply {
  Reply(stage: stage, code: 421, status: "4.3.2", text: "shutting down")
}

private let goodbye = FaultAction.reply("421 4.3.2 shutting down")
private let goodbyeSentence = "RELAY: closed the session: 421 4.3.2 shutting down"
private let resetWords = "Recv failure: Connection reset by peer"

private let mailFaults = [
  Fault(
    stage: .mail, action: .reply("451 4.7.1 slow down"),
    outcome: unsent(
      "RELAY: refused mail from news@sender.example: 451 4.7.1 slow down",
      Reply(stage: .mail, code: 451, status: "4.7.1", text: "slow down")),
    connections: 1),
  Fault(
    stage: .mail, action: .reply("550-5.7.1 not\r\n550 5.7.1 you"),
    outcome: unsent(
      "RELAY: refused mail from news@sender.example: 550 5.7.1 not you", permanent: true,
      Reply(stage: .mail, code: 550, status: "5.7.1", text: "not you")),
    connections: 1),
  Fault(stage: .mail, action: goodbye, outcome: unsent(goodbyeSentence, later(.mail)), connections: 2),
  Fault(
    stage: .mail, action: .close, outcome: unsent("RELAY: closed the connection instead of replying to MAIL"),
    connections: 2),
  Fault(
    stage: .mail, action: .reset,
    outcome: unsent("RELAY: connection lost before the reply to MAIL: \(resetWords)"),
    connections: 2),
  Fault(stage: .mail, action: .silence, outcome: unsent("RELAY: no reply to MAIL within 0.5 s"), connections: 2),
  Fault(
    stage: .mail, action: .reply("ERROR"), outcome: unsent("RELAY: reply to MAIL is not SMTP: \"ERROR\""),
    connections: 2),
]

private let recipientFaults = [
  Fault(
    stage: .recipient, action: .reply("450 4.2.1 greylisted"),
    outcome: .deferred(Reply(stage: .recipient, code: 450, status: "4.2.1", text: "greylisted")), connections: 1),
  Fault(
    stage: .recipient, action: .reply("550 5.1.1 nobody"),
    outcome: .refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "nobody")), connections: 1),
  Fault(
    stage: .recipient, action: .replyThenClose("550 5.1.1 nobody"),
    outcome: .refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "nobody")), connections: 2),
  Fault(stage: .recipient, action: goodbye, outcome: unsent(goodbyeSentence, later(.recipient)), connections: 2),
  Fault(
    stage: .recipient, action: .close, outcome: unsent("RELAY: closed the connection instead of replying to RCPT"),
    connections: 2),
  Fault(
    stage: .recipient, action: .reset,
    outcome: unsent("RELAY: connection lost before the reply to RCPT: \(resetWords)"), connections: 2),
  Fault(stage: .recipient, action: .silence, outcome: unsent("RELAY: no reply to RCPT within 0.5 s"), connections: 2),
]

private let dataFaults = [
  Fault(
    stage: .data, action: .reply("451 4.3.0 disk"),
    outcome: .deferred(Reply(stage: .data, code: 451, status: "4.3.0", text: "disk")), connections: 1),
  Fault(
    stage: .data, action: .reply("554 5.5.1 no"),
    outcome: .refused(Reply(stage: .data, code: 554, status: "5.5.1", text: "no")), connections: 1),
  Fault(
    stage: .data, action: .reply("250 fine"),
    outcome: unsent(
      "RELAY: unexpected reply to DATA: \"250 fine\"", Reply(stage: .data, code: 250, text: "fine")),
    connections: 2),
  Fault(stage: .data, action: goodbye, outcome: unsent(goodbyeSentence, later(.data)), connections: 2),
  Fault(
    stage: .data, action: .close, outcome: unsent("RELAY: closed the connection instead of replying to DATA"),
    connections: 2),
  Fault(
    stage: .data, action: .reset,
    outcome: unsent("RELAY: connection lost before the reply to DATA: \(resetWords)"),
    connections: 2),
  Fault(stage: .data, action: .silence, outcome: unsent("RELAY: no reply to DATA within 0.5 s"), connections: 2),
]

private let bodyFaults = [
  Fault(
    stage: .body, action: .reply("552 5.3.4 too much"),
    outcome: .refused(Reply(stage: .data, code: 552, status: "5.3.4", text: "too much")), connections: 2),
  Fault(
    stage: .body, action: .reply("451 4.3.0 disk"),
    outcome: .deferred(Reply(stage: .data, code: 451, status: "4.3.0", text: "disk")), connections: 2),
  Fault(stage: .body, action: goodbye, outcome: unsent(goodbyeSentence, later(.data)), connections: 2),
]

private let finalDotFaults = [
  Fault(
    stage: .finalDot, action: .reply("452 4.3.1 full"),
    outcome: .deferred(Reply(stage: .finalDot, code: 452, status: "4.3.1", text: "full")), connections: 1, commits: 1),
  Fault(
    stage: .finalDot, action: .reply("554 5.7.1 spam"),
    outcome: .refused(Reply(stage: .finalDot, code: 554, status: "5.7.1", text: "spam")), connections: 1, commits: 1),
  Fault(
    stage: .finalDot, action: goodbye, outcome: unsent(goodbyeSentence, later(.finalDot)), connections: 2, commits: 1),
  Fault(
    stage: .finalDot, action: .close,
    outcome: .uncertain("RELAY: closed the connection instead of replying to the whole message"), connections: 2,
    commits: 1),
  Fault(
    stage: .finalDot, action: .storeThenClose,
    outcome: .uncertain("RELAY: closed the connection instead of replying to the whole message"), connections: 2,
    commits: 1),
  Fault(
    stage: .finalDot, action: .reset,
    outcome: .uncertain("RELAY: connection lost before the reply to the whole message: \(resetWords)"),
    connections: 2, commits: 1),
  Fault(
    stage: .finalDot, action: .silence,
    outcome: .uncertain("RELAY: no reply to the whole message within 0.5 s"), connections: 2, commits: 1),
  Fault(
    stage: .finalDot, action: .reply("what"),
    outcome: .uncertain("RELAY: reply to the whole message is not SMTP: \"what\""), connections: 2, commits: 1),
  Fault(
    stage: .finalDot, action: .reply("354 again"),
    outcome: .uncertain("RELAY: unexpected reply to the whole message: \"354 again\""), connections: 2,
    commits: 1),
]

extension Outcome {
  func naming(_ relay: String, at stage: Reply.Stage) -> Outcome {
    switch self {
    case .uncertain(let sentence): .uncertain(sentence.replacing("RELAY", with: relay))
    case .unsent(let trouble):
      .unsent(
        RelayFailure(
          sentence: trouble.sentence.replacing("RELAY", with: relay), isPermanent: trouble.isPermanent,
          reply: trouble.reply, stage: stage, isSilence: trouble.isSilence))
    default: self
    }
  }
}
