internal import Curl
package import Model

/// Carries messages to a mail server over one connection that it opens when needed and keeps.
///
/// The server's answers decide (RFC 5321 §4.2.1), by the stage at which they come: see ``Transaction``. A connection
/// that the server closed between two messages is replaced once without a word.
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

  /// RFC 5321 §4.5.3.2, but for the first.
  package struct Timeouts: Sendable {
    /// Name look-up and TCP.
    package var connect = Duration.seconds(30)
    /// For each answer but the last, for greeting, TLS and login together, and for each block of a message.
    package var reply = Duration.seconds(300)
    /// For the answer to the final dot.
    package var finalDot = Duration.seconds(600)

    package init() {}

    package init(connect: Duration, reply: Duration, finalDot: Duration) {
      (self.connect, self.reply, self.finalDot) = (connect, reply, finalDot)
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

  package init(_ settings: Settings) {
    (endpoint, timeouts) = (SMTPEndpoint(settings), settings.timeouts)
    (relay, messagesPerConnection) = (endpoint.description, settings.messagesPerConnection)
  }

  package func carry(_ parcel: Parcel, commit: () throws -> Void) throws -> Outcome {
    if let line, line.connection.hasBeenClosed { self.line = nil }
    if let most = messagesPerConnection, messagesOnLine >= most { close() }
    let isReused = line != nil
    let current: Line
    do throws(OpeningFailure) {
      current = try readyLine()
    } catch {
      return .unsent(Trouble(error))
    }
    let (envelope, connection) = (Envelope(parcel, current.connection.capabilities), current.connection)
    if let obstacle = envelope.obstacle(relay: relay) {
      line = current
      return obstacle
    }
    line = nil
    messagesOnLine += 1
    var transaction = Transaction(envelope, over: connection, relay: relay, timeouts: timeouts)
    let outcome = try transaction.run(afterReset: current.needsReset, commit: commit)
    if isReused, transaction.foundNobody { return try carry(parcel, commit: commit) }
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

  package func close() {
    line?.connection.quit(timeout: min(timeouts.reply, .seconds(5)))
    line = nil
  }
}

/// A connection between two messages.
struct Line {
  let connection: SMTPConnection
  /// The last message was refused before its data: the server may still hold an envelope.
  var needsReset = false
}

extension SMTPConnection {
  /// Whether the server said goodbye, or only left, while nothing was going on.
  fileprivate var hasBeenClosed: Bool {
    do throws(Loss) {
      return try pendingReply() != nil
    } catch {
      return true
    }
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
    (connectTimeout, greetingTimeout) = (settings.timeouts.connect, settings.timeouts.reply)
  }
}
