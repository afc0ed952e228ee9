internal import Curl
package import Model

/// Carries messages to a mail server over one connection, which it opens when needed and keeps open.
///
/// The server's replies decide the outcome (RFC 5321 §4.2.1), depending on the stage: see ``Transaction``. A
/// connection that the server closed between two messages is replaced once without a report. With PIPELINING, the
/// envelope of the next message, if there is one yet, is sent together with the final dot of the current one, which
/// saves a round trip per message.
package final class SMTPCourier: Courier {
  package struct Settings: Sendable {
    package var relay: MailSettings.Relay
    package var tls: MailSettings.TLS
    /// nil if the relay needs no login.
    package var password: String?
    /// Our name in EHLO: a domain, preferably the sender's.
    package var heloName: String
    package var timeouts = Timeouts()
    /// PEM certificates to trust instead of the system's.
    package var caFile: String?
    /// After this many messages, accepted or not, the connection is closed and the next message
    /// opens another; nil for no limit.
    package var messagesPerConnection: Int?

    package init(relay: MailSettings.Relay, tls: MailSettings.TLS, password: String? = nil, heloName: String) {
      self.relay = relay
      self.tls = tls
      self.password = password
      self.heloName = heloName
    }
  }

  /// All but the first two are the values of RFC 5321 §4.5.3.2.
  package struct Timeouts: Sendable {
    /// Name look-up and TCP.
    package var connect = Duration.seconds(30)
    /// For the greeting, EHLO, TLS and login together, and for the first MAIL. It can be short: nothing has been sent
    /// yet, and the next run is soon.
    package var opening = Duration.seconds(60)
    /// For each reply except the last, and for each block of a message.
    package var reply = Duration.seconds(300)
    /// For the reply to the final dot.
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
  /// The endpoint as shown in messages to the operator.
  private let relay: String
  private let timeouts: Timeouts
  private let messagesPerConnection: Int?
  private var idle: IdleConnection?
  /// How many MAIL commands were sent over the connection.
  private var messagesOnConnection = 0
  /// Whether the server has accepted a message.
  private var hasDelivered = false
  /// False once the server has lost commands sent with a final dot.
  private var looksAhead = true

  package init(_ settings: Settings) {
    endpoint = SMTPEndpoint(settings)
    timeouts = settings.timeouts
    relay = endpoint.description
    messagesPerConnection = settings.messagesPerConnection
  }

  package func carry(_ parcel: Parcel, next: () -> Parcel?, commit: () throws -> Void) throws -> Outcome {
    dropUselessConnection(for: parcel)
    let isReused = idle != nil
    let current: IdleConnection
    do throws(OpeningFailure) {
      current = try readyConnection()
    } catch {
      return .unsent(RelayFailure(error))
    }
    let envelope = current.announced ?? Envelope(parcel, current.connection.capabilities)
    if let obstacle = envelope.obstacle(relay: relay) {
      idle = current
      return obstacle
    }
    idle = nil
    if current.announced == nil { messagesOnConnection += 1 }
    var patience = timeouts
    if hasDelivered { patience.opening = patience.reply }
    var transaction = Transaction(envelope, over: current, relay: relay, timeouts: patience)
    let outcome = try transaction.run(next: { envelopeAhead(on: current.connection, next) }, commit: commit)
    if case .accepted = outcome { hasDelivered = true }
    if transaction.missedAnnouncement { looksAhead = false }
    if isReused, transaction.foundNobody { return try carry(parcel, next: next, commit: commit) }
    idle = transaction.nextConnection
    return outcome
  }

  private func readyConnection() throws(OpeningFailure) -> IdleConnection {
    if let idle { return idle }
    let fresh = IdleConnection(connection: try SMTPConnection(to: endpoint))
    messagesOnConnection = 0
    return fresh
  }

  /// Connects, sends EHLO and logs in as for a message. Returns what prevents delivery; nil if mail could be sent now.
  package func probe() -> RelayFailure? {
    do throws(OpeningFailure) {
      idle = try readyConnection()
      return nil
    } catch {
      return RelayFailure(error)
    }
  }

  /// If the server is waiting for an announced message, the connection is closed without QUIT: without the final dot,
  /// the server accepts nothing.
  package func close() {
    if let idle, idle.announced == nil { idle.connection.quit(timeout: min(timeouts.reply, .seconds(5))) }
    idle = nil
  }
}

extension SMTPCourier {
  private var isConnectionUsedUp: Bool { messagesPerConnection.map { messagesOnConnection >= $0 } ?? false }

  private func dropUselessConnection(for parcel: Parcel) {
    guard let idle else { return }
    // A parcel must never be sent with the envelope of another, even if the caller breaks its promise.
    if idle.hasBeenClosed || idle.announced.map({ $0.parcel != parcel }) == true { self.idle = nil }
    if idle.announced == nil, isConnectionUsedUp { close() }
  }

  /// The envelope to send together with a final dot. Requests the next parcel only if this is possible.
  private func envelopeAhead(on connection: SMTPConnection, _ next: () -> Parcel?) -> Envelope? {
    guard looksAhead, connection.capabilities.hasPipelining, !isConnectionUsedUp, let parcel = next() else {
      return nil
    }
    let envelope = Envelope(parcel, connection.capabilities)
    guard envelope.obstacle(relay: relay) == nil else { return nil }
    messagesOnConnection += 1
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
