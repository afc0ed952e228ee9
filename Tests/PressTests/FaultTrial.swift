import CourantTesting
import Couriers
import LedgerSQL
import Model
import Press
import Synchronization

/// One run against a relay that fails, and later runs against the same relay when it is well again.
///
/// The relay requires TLS and a login, so that every stage occurs.
struct FaultTrial: Sendable {
  let stage: SMTPEvent.Stage
  let action: FaultAction
  /// Whether the fault lasts for the first run, or occurs once.
  let isLasting: Bool

  /// The result of a trial.
  struct End: Sendable {
    let first: RunReport
    /// The first run's problems, sorted, with `RELAY` and `HOST` in place of the relay's address and without the number
    /// of OpenSSL's version.
    let problems: [String]
    /// How many had no final state after the first run.
    let waiting: Int
    /// The exit codes of the later runs.
    let later: [Press.ExitStatus]
    /// Everything the relay accepted in all runs.
    let messages: [SMTPServer.Accepted]
    let tally: [Delivery.State: Int]
    let suppressed: [String]

    /// Reader → how many mails.
    var copies: [String: Int] { Dictionary(messages.map { ($0.recipient, 1) }, uniquingKeysWith: +) }
  }

  func run(_ issue: WaitingIssue) throws -> End {
    let authority = try CertificateAuthority()
    var options = SMTPServer.Options()
    options.users = ["ann": "s3cret"]
    options.tls = SMTPServer.TLS(try authority.identity())
    let sickness = Sickness(self)
    let server = try SMTPServer(options) { sickness.action(at: $0) }
    defer { server.stop() }
    let ledger = try issue.ledger()
    let first = try issue.run("2026-11-23T07:00:05Z", on: ledger, by: settings(server, authority, isFirst: true))
    sickness.end()
    let waiting = try ledger.tally(of: nil).filter { ![.accepted, .refused].contains($0.key) }.values.reduce(0, +)
    let later = try ["07:15:05", "07:45:05"].map { time in
      try issue.run("2026-11-23T\(time)Z", on: ledger, by: settings(server, authority, isFirst: false)).exitCode
    }
    return End(
      first: first, problems: first.problems.map { general($0, server.port) }.sorted(), waiting: waiting, later: later,
      messages: server.messages, tally: try ledger.tally(of: nil),
      suppressed: try issue.readers.filter { try ledger.suppresses($0) })
  }

  private func general(_ sentence: String, _ port: Int) -> String {
    sentence.replacing("smtp://127.0.0.1:\(port)", with: "RELAY").replacing("127.0.0.1:\(port)", with: "HOST")
      .replacing(/OpenSSL\/[0-9.]+/, with: "OpenSSL")
  }

  private func settings(
    _ server: SMTPServer, _ authority: CertificateAuthority, isFirst: Bool
  ) -> SMTPCourier.Settings {
    let relay = MailSettings.Relay(host: "127.0.0.1", port: server.port, user: "ann")
    var settings = SMTPCourier.Settings(relay: relay, tls: .required, password: "s3cret", heloName: "news.example.org")
    settings.caFile = authority.file
    // Short enough for tests of silence, long enough for a busy machine.
    let patience = Duration.milliseconds(700)
    if isFirst, action == .silence {
      settings.timeouts.connect = .milliseconds(300)
      settings.timeouts.opening = patience
      settings.timeouts.reply = patience
      settings.timeouts.finalDot = patience
    }
    return settings
  }
}

/// A trial's fault, until it ends.
private final class Sickness: Sendable {
  private let trial: FaultTrial
  private let isOver = Mutex(false)

  init(_ trial: FaultTrial) { self.trial = trial }

  func end() { isOver.withLock { $0 = true } }

  func action(at event: SMTPEvent) -> FaultAction? {
    guard event.stage == trial.stage, !isOver.withLock({ $0 }) else { return nil }
    return trial.isLasting || event.ordinal == ordinal ? trial.action : nil
  }

  /// The second message, or the only connection.
  private var ordinal: Int {
    [.mail, .recipient, .data, .body, .finalDot].contains(trial.stage) ? 2 : 1
  }
}

extension SQLLedger {
  fileprivate func suppresses(_ reader: String) throws -> Bool {
    guard let address = EmailAddress(reader) else { return false }
    return try suppression(of: address) != nil
  }
}
