internal import Synchronization

/// What an ``SMTPServer`` does instead of the right thing; nil is the right thing.
///
/// Called on the server's threads.
package typealias FaultPlan = @Sendable (SMTPEvent) -> FaultAction?

/// A moment at which a server may fail.
package struct SMTPEvent: Hashable, Sendable {
  package enum Stage: String, CaseIterable, Sendable {
    /// The greeting.
    case connect
    case hello
    /// The answer to STARTTLS; after a reply of 220 the handshake follows.
    case startTLS
    /// The client's first octets of the TLS handshake have come: after STARTTLS, or before the greeting of a server that
    /// encrypts at once. A reply is sent in clear text and ends the connection.
    case handshake
    case login, mail, recipient, data
    /// The first octets of a message have come; its final dot has not been looked at.
    case body
    case finalDot, reset, quit
  }

  package let stage: Stage
  /// 1-based.
  package let connection: Int
  /// How often this stage was reached on this server, this time included.
  package let ordinal: Int
  /// Empty before MAIL.
  package let sender: String
  /// Empty before RCPT.
  package let recipient: String
}

package enum FaultAction: Hashable, Sendable {
  /// One or more reply lines, complete but for the last CRLF. 421 closes the connection, and so does any reply at `body`.
  case reply(String)
  case replyThenClose(String)
  case close
  /// Like `close`, but TLS is not told; without TLS the same.
  case cutOff
  /// TCP reset.
  case reset
  /// No answer, ever; the connection stays until the client goes.
  case silence
  /// At `finalDot`: the message is taken, but the client never learns.
  case storeThenClose
}

/// A server that answers the first RCPT of each recipient with 451, and takes the mail from the second on.
package final class Greylist: Sendable {
  private let known = Mutex<Set<String>>([])

  package init() {}

  package func plan(_ event: SMTPEvent) -> FaultAction? {
    guard event.stage == .recipient else { return nil }
    let isNew = known.withLock { $0.insert(event.recipient).inserted }
    return isNew ? .reply("451 4.7.1 greylisted, come back later") : nil
  }
}
