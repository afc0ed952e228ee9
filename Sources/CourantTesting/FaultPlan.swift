/// What an ``SMTPServer`` does instead of the right thing; nil is the right thing.
///
/// Called on the server's threads.
package typealias FaultPlan = @Sendable (SMTPEvent) -> FaultAction?

/// A moment at which a server may fail.
package struct SMTPEvent: Hashable, Sendable {
  package enum Stage: String, CaseIterable, Sendable {
    /// The greeting.
    case connect
    case hello, login, mail, recipient, data
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
  /// TCP reset.
  case reset
  /// No answer, ever; the connection stays until the client goes.
  case silence
  /// At `finalDot`: the message is taken, but the client never learns.
  case storeThenClose
}
