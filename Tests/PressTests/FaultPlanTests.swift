import CourantTesting
import Couriers
import LedgerSQL
import Model
import Press
import Testing

/// Each stage of the dialogue with a relay and each way to fail, as complete runs: no reader is skipped, mailed twice
/// or suppressed for it, and the operator gets one sentence.
@Suite struct FaultPlanTests {
  static let stages: [SMTPEvent.Stage] = [
    .connect, .hello, .startTLS, .handshake, .login, .mail, .recipient, .data, .body, .finalDot,
  ]

  static let loudActions: [FaultAction] = [
    .reply("451 4.3.0 not now"), .reply("554 5.3.0 never"), .reply("421 4.3.2 going down"), .close, .reset,
  ]

  @Test(arguments: stages) func aRelayThatAlwaysFailsSkipsNoReader(_ stage: SMTPEvent.Stage) throws {
    let issue = try WaitingIssue(readers: 4)
    for action in Self.loudActions {
      let trial = FaultTrial(stage: stage, action: action, isLasting: true)
      check(try trial.run(issue), trial)
    }
  }

  @Test(arguments: stages) func aRelayThatFailsOnceSkipsNoReader(_ stage: SMTPEvent.Stage) throws {
    let issue = try WaitingIssue(readers: 4)
    for action in Self.loudActions {
      let trial = FaultTrial(stage: stage, action: action, isLasting: false)
      check(try trial.run(issue), trial)
    }
  }

  @Test(arguments: stages, [true, false])
  func aRelayThatFallsSilentSkipsNoReader(_ stage: SMTPEvent.Stage, _ isLasting: Bool) async throws {
    let trial = FaultTrial(stage: stage, action: .silence, isLasting: isLasting)
    check(try await onThread { try trial.run(WaitingIssue(readers: 4)) }, trial)
  }

  /// Accepted without a reply: the only messages that may arrive twice, and they are identical.
  @Test(arguments: [true, false]) func onlyUncertainMailIsRepeated(_ isLasting: Bool) throws {
    let end = try FaultTrial(stage: .finalDot, action: .storeThenClose, isLasting: isLasting)
      .run(WaitingIssue(readers: 4))
    let lost = isLasting ? ["r1", "r2", "r3"] : ["r2"]
    let why = "RELAY: closed the connection instead of replying to the whole message"
    #expect(end.first.exitCode == .waiting)
    #expect(
      end.problems == lost.map { uncertain($0, why) } + (isLasting ? [unanswered(why)] : []))
    #expect(
      end.copies.filter { $0.value > 1 } == Dictionary(uniqueKeysWithValues: lost.map { ("\($0)@example.org", 2) }))
    #expect(Set(end.messages.map(\.octets)).count == 4)
    #expect(end.tally == [.accepted: 4])
    #expect(end.later == [.done, .done])
  }

  @Test func aGreylistingRelayDelaysMailByOneRun() throws {
    let (issue, greylist) = (try WaitingIssue(readers: 4), Greylist())
    let server = try SMTPServer(plan: greylist.plan)
    defer { server.stop() }
    let relay = MailSettings.Relay(host: "127.0.0.1", port: server.port)
    let settings = SMTPCourier.Settings(relay: relay, tls: .off, heloName: "news.example.org")
    let ledger = try issue.ledger()
    let first = try issue.run("2026-11-23T07:00:05Z", on: ledger, by: settings)
    #expect(first.exitCode == .waiting)
    #expect(first.problems == [])
    #expect(
      first.notices.sorted()
        == issue.readers.map { "\($0): try again later: 451 4.7.1 greylisted, come back later" })
    #expect(server.messages == [])
    let second = try issue.run("2026-11-23T07:05:05Z", on: ledger, by: settings)
    #expect(second.exitCode == .done)
    #expect(server.messages.map(\.recipient).sorted() == issue.readers)
    #expect(try ledger.tally(of: nil) == [.accepted: 4])
  }
}

extension FaultPlanTests {
  private func check(_ end: FaultTrial.End, _ trial: FaultTrial) {
    let isPersonal = trial.isAboutAReader && trial.action == .reply("554 5.3.0 never") && !trial.isLasting
    let everybody = Dictionary(uniqueKeysWithValues: (1...4).map { ("r\($0)@example.org", 1) })
    // One refusal among three accepted messages is that reader's own.
    #expect(end.copies == (isPersonal ? everybody.filter { $0.key != "r2@example.org" } : everybody), "\(trial)")
    #expect(end.tally == (isPersonal ? [.accepted: 3, .refused: 1] : [.accepted: 4]), "\(trial)")
    #expect(end.suppressed == [], "\(trial)")
    #expect(end.later == [.done, .done], "\(trial)")
    guard trial.isLasting else {
      #expect((end.first.exitCode == .done) == (end.waiting == 0), "\(trial)")
      if isPersonal { #expect(end.problems == ["r2@example.org: refused: 554 5.3.0 never"], "\(trial)") }
      return
    }
    #expect(end.waiting == 4, "\(trial)")
    // Before a reader was named, no reader's delivery was tried.
    if !trial.isAboutAReader { #expect(end.first.notices == [], "\(trial)") }
    // Whether the client has sent the final dot before it sees the end of the connection is a matter of luck.
    if trial.stage == .body, [.close, .reset].contains(trial.action) {
      #expect([.waiting, .unreachable].contains(end.first.exitCode), "\(trial)")
      return
    }
    #expect(end.first.exitCode == trial.exit, "\(trial)")
    // And so is whether it sees the connection begin before it sees the reset.
    if trial.stage == .connect, trial.action == .reset {
      #expect(end.problems.count == 1, "\(trial)")
    } else {
      #expect(end.problems == trial.problems, "\(trial)")
    }
  }
}

private func unanswered(_ why: String) -> String {
  "the relay did not reply to 3 messages in a row (\(why)); mail waits for the next run"
}

private func uncertain(_ reader: String, _ why: String) -> String {
  "\(reader)@example.org: the message may have arrived: \(why); resending later with the same Message-ID"
}

/// The effect of a lasting fault with four readers.
extension FaultTrial {
  fileprivate var isAboutAReader: Bool { [.recipient, .data, .body, .finalDot].contains(stage) }

  /// A relay that is silent, or does not speak SMTP, counts as unreachable.
  fileprivate var exit: Press.ExitStatus {
    switch (stage, action) {
    case (.handshake, _): .unreachable
    case (_, .reply), (.body, _), (.finalDot, _): .waiting
    default: .unreachable
    }
  }

  fileprivate var problems: [String] {
    switch (stage, action) {
    case (_, .reply("421 4.3.2 going down")): [relayTrouble]
    case (_, .reply("451 4.3.0 not now")) where isAboutAReader: []
    case (_, .reply(let words)) where isAboutAReader:
      ["the relay refused 4 messages in a row: \(words); they wait for a later run"]
    case (.finalDot, _), (.body, _):
      (1...3).map { uncertain("r\($0)", "RELAY: \(loss("the whole message"))") }
        + [unanswered("RELAY: \(loss("the whole message"))")]
    default: [relayTrouble]
    }
  }

  private var relayTrouble: String { "RELAY: \(trouble); mail waits for the next run" }

  private var trouble: String {
    switch (stage, action) {
    case (.connect, .reply(let words)), (.hello, .reply(let words)): "refused: \(words)"
    case (.connect, .silence): "no reply to the connection in time"
    case (.hello, .silence): "no reply to EHLO in time"
    case (.startTLS, .reply(let words)): "no encryption (\(words)), but tls = \"required\" needs it"
    case (.startTLS, .silence), (.handshake, .silence): "no reply to STARTTLS in time"
    case (.handshake, .close):
      "TLS failed: OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to HOST"
    case (.handshake, .reset): "TLS failed: Recv failure: Connection reset by peer"
    case (.handshake, _): "TLS failed: OpenSSL: error:0A00010B:SSL routines::wrong version number"
    case (.login, .reply(let words)): "refused the login of ann: \(words)"
    case (.login, .silence): "no reply to the login in time"
    case (.connect, _), (.hello, _), (.startTLS, _), (.login, _): "closed the connection before it was ready"
    case (_, .reply("421 4.3.2 going down")): "closed the session: 421 4.3.2 going down"
    case (.mail, .reply(let words)): "refused mail from news@example.org: \(words)"
    case (.mail, _): loss("MAIL")
    case (.recipient, _): loss("RCPT")
    default: loss("DATA")
    }
  }

  private func loss(_ question: String) -> String {
    switch action {
    case .silence: "no reply to \(question) within 0.7 s"
    case .reset: "connection lost before the reply to \(question): Recv failure: Connection reset by peer"
    default: "closed the connection instead of replying to \(question)"
    }
  }
}
