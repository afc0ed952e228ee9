internal import Curl
package import Model

/// Carries messages to a mail server over one connection that it opens when needed and keeps.
///
/// The server's answers decide (RFC 5321 §4.2.1), by the stage at which they come: see ``Transaction``. A connection
/// that the server closed between two messages is replaced once without a word. With PIPELINING the next message, if
/// it is known, is announced together with the final dot of the one before: a round trip less for each.
package final class SMTPCourier: Courier {
  package struct Settings: Sendable {
    package var relay: MailSettings.Relay
    package var tls: MailSettings.TLS
    /// nil if the relay has no user.
    package var password: String?
    /// What we call ourselves in EHLO: a domain, best that of the sender.
    package var heloName: String
    package var timeouts = Timeouts()
    /// PEM certificates to trust instead of the system's.
    package var caFile: String?
    /// After so many messages, taken or not, the connection is ended and the next message opens another; nil: never.
    package var messagesPerConnection: Int?

    package init(relay: MailSettings.Relay, tls: MailSettings.TLS, password: String? = nil, heloName: String) {
      (self.relay, self.tls, self.password, self.heloName) = (relay, tls, password, heloName)
    }
  }

  /// RFC 5321 §4.5.3.2, but for the first two.
  package struct Timeouts: Sendable {
    /// Name look-up and TCP.
    package var connect = Duration.seconds(30)
    /// For greeting, EHLO, TLS and login together, and for the first MAIL: nothing has been sent yet, and the next run is near.
    package var opening = Duration.seconds(60)
    /// For each answer but the last, and for each block of a message.
    package var reply = Duration.seconds(300)
    /// For the answer to the final dot.
    package var finalDot = Duration.seconds(600)

    package init() {}

    package init(connect: Duration, reply: Duration, finalDot: Duration) {
      self.connect = connect
      self.reply = reply
      self.finalDot = finalDot
      opening = min(opening, reply)
    }
  }

  private let endpoint: SMTPEndpoint
  /// The endpoint in the sentences.
  private let relay: String
  private let timeouts: Timeouts
  private let messagesPerConnection: Int?
  private var line: Line?
  /// How many MAIL commands the connection has seen.
  private var messagesOnLine = 0
  /// Whether the server has taken a message.
  private var hasDelivered = false
  /// False once the server proved to lose what comes with a final dot.
  private var looksAhead = true

  package init(_ settings: Settings) {
    (endpoint, timeouts) = (SMTPEndpoint(settings), settings.timeouts)
    (relay, messagesPerConnection) = (endpoint.description, settings.messagesPerConnection)
  }

  package func carry(_ parcel: Parcel, next: () -> Parcel?, commit: () throws -> Void) throws -> Outcome {
    dropUselessLine(for: parcel)
    let isReused = line != nil
    let current: Line
    do throws(OpeningFailure) {
      current = try readyLine()
    } catch {
      return .unsent(Trouble(error))
    }
    let envelope = current.announced ?? Envelope(parcel, current.connection.capabilities)
    if let obstacle = envelope.obstacle(relay: relay) {
      line = current
      return obstacle
    }
    line = nil
    if current.announced == nil { messagesOnLine += 1 }
    var patience = timeouts
    if hasDelivered { patience.opening = patience.reply }
    var transaction = Transaction(envelope, over: current, relay: relay, timeouts: patience)
    let outcome = try transaction.run(next: { envelopeAhead(on: current.connection, next) }, commit: commit)
    if case .accepted = outcome { hasDelivered = true }
    if transaction.missedAnnouncement { looksAhead = false }
    if isReused, transaction.foundNobody { return try carry(parcel, next: next, commit: commit) }
    line = transaction.nextLine
    return outcome
  }

  private func readyLine() throws(OpeningFailure) -> Line {
    if let line { return line }
    let fresh = Line(connection: try SMTPConnection(to: endpoint))
    messagesOnLine = 0
    return fresh
  }

  /// Connects, greets and logs in as for a message; what stands in the way, or nil if mail could be sent now.
  package func probe() -> Trouble? {
    do throws(OpeningFailure) {
      line = try readyLine()
      return nil
    } catch {
      return Trouble(error)
    }
  }

  /// A server that waits for an announced message is left without a word: without its final dot it takes nothing.
  package func close() {
    if let line, line.announced == nil { line.connection.quit(timeout: min(timeouts.reply, .seconds(5))) }
    line = nil
  }
}

extension SMTPCourier {
  private var isLineFull: Bool { messagesPerConnection.map { messagesOnLine >= $0 } ?? false }

  private func dropUselessLine(for parcel: Parcel) {
    guard let line else { return }
    // One parcel must never travel under the envelope of another, whatever the caller promised.
    if line.hasBeenClosed || line.announced.map({ $0.parcel != parcel }) == true { self.line = nil }
    if line.announced == nil, isLineFull { close() }
  }

  /// What can be announced together with a final dot. Asks for the next parcel only if one could be.
  private func envelopeAhead(on connection: SMTPConnection, _ next: () -> Parcel?) -> Envelope? {
    guard looksAhead, connection.capabilities.hasPipelining, !isLineFull, let parcel = next() else { return nil }
    let envelope = Envelope(parcel, connection.capabilities)
    guard envelope.obstacle(relay: relay) == nil else { return nil }
    messagesOnLine += 1
    return envelope
  }
}

extension SMTPEndpoint {
  fileprivate init(_ settings: SMTPCourier.Settings) {
    let relay = settings.relay
    self.init(
      host: relay.host, port: relay.port, isImplicitTLS: relay.isImplicitTLS, heloName: settings.heloName)
    encryption =
      switch settings.tls {
      case .off: .off
      case .opportunistic: .opportunistic
      case .required: .required
      }
    login = relay.user.map { Login(user: $0, password: settings.password ?? "") }
    caFile = settings.caFile
    connectTimeout = settings.timeouts.connect
    greetingTimeout = settings.timeouts.opening
  }
}
