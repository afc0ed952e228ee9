internal import Synchronization

/// How an ``SMTPServer`` deviates from correct behaviour; nil for correct behaviour.
///
/// Called on the server's threads.
package typealias FaultPlan = @Sendable (SMTPEvent) -> FaultAction?

/// A moment at which a server may fail.
package struct SMTPEvent: Hashable, Sendable {
  package enum Stage: String, CaseIterable, Sendable {
    /// The greeting.
    case connect
    case hello
    /// The reply to STARTTLS; after a reply of 220 the handshake follows.
    case startTLS
    /// The client's first octets of the TLS handshake have arrived: after STARTTLS, or before the greeting with
    /// implicit TLS. A reply is sent unencrypted and ends the connection.
    case handshake
    case login, mail, recipient, data
    /// The first octets of a message have arrived; the server has not looked for its final dot yet.
    case body
    case finalDot, reset, quit
  }

  package let stage: Stage
  /// 1-based.
  package let connection: Int
  /// How often this stage was reached on this server, including this time.
  package let ordinal: Int
  /// Empty before MAIL.
  package let sender: String
  /// Empty before RCPT.
  package let recipient: String
}

package enum FaultAction: Hashable, Sendable {
  /// One or more reply lines, without the last CRLF. A 421 closes the connection, and so does any reply at `body`.
  case reply(String)
  case replyThenClose(String)
  case close
  /// Like `close`, but without a TLS close_notify; the same as `close` without TLS.
  case cutOff
  /// TCP reset.
  case reset
  /// The server never replies; the connection stays open until the client closes it.
  case silence
  /// At `finalDot`: the message is accepted, but the client gets no reply.
  case storeThenClose
}

/// A server that replies 451 to the first RCPT of each recipient, and accepts the message from the second attempt on.
package final class Greylist: Sendable {
  private let known = Mutex<Set<String>>([])

  package init() {}

  package func plan(_ event: SMTPEvent) -> FaultAction? {
    guard event.stage == .recipient else { return nil }
    let isNew = known.withLock { $0.insert(event.recipient).inserted }
    return isNew ? .reply("451 4.7.1 greylisted, come back later") : nil
  }
}
