/// Carries messages to recipients, one at a time, and returns the outcome of each.
///
/// A courier belongs to one thread and may block. It keeps its connection between messages; after ``Outcome/unsent`` or
/// ``Outcome/uncertain``, the next `carry` opens a new one. There are three: SMTP, a folder of .eml files, and one that
/// records messages (for tests).
package protocol Courier: AnyObject {
  /// Carries one parcel.
  ///
  /// `commit` is called exactly once if the message is about to be handed over, when everything but the final dot
  /// has been sent; it durably records that the message may have been sent. If it throws, the message is
  /// withdrawn (the connection is dropped without the final dot) and the error is rethrown. It is not called if
  /// the outcome is decided earlier.
  ///
  /// `next` returns the parcel that follows this one, if it is known. It is called at most once, after `commit`
  /// has returned, so that the next parcel can be announced together with the end of this one (RFC 2920 §3.1).
  /// The returned parcel must be passed to the following `carry`, regardless of the outcome of this one;
  /// it is not handed over before then.
  func carry(_ parcel: Parcel, next: () -> Parcel?, commit: () throws -> Void) throws -> Outcome

  /// Ends the dialogue with the server politely. Skipping it loses nothing.
  func close()
}

extension Courier {
  /// Carries one parcel without announcing the next one.
  package func carry(_ parcel: Parcel, commit: () throws -> Void) throws -> Outcome {
    try carry(parcel, next: { nil }, commit: commit)
  }
}

/// A message with its envelope (RFC 5321 §2.3.1), which is separate from the headers.
package struct Parcel: Hashable, Sendable {
  package let sender: EmailAddress
  package let recipient: EmailAddress
  /// A complete RFC 5322 message with CRLF line endings, not dot-stuffed, ending in CRLF.
  package let message: [UInt8]

  package init(sender: EmailAddress, recipient: EmailAddress, message: [UInt8]) {
    self.sender = sender
    self.recipient = recipient
    self.message = message
  }
}

package enum Outcome: Hashable, Sendable {
  /// The server took responsibility (2xx after the final dot).
  case accepted(Reply)
  /// 4xx about this recipient or message: another attempt may succeed.
  case deferred(Reply)
  /// 5xx about this recipient or message.
  case refused(Reply)
  /// The connection was lost between the final dot and the reply: the message may or may not have been sent.
  case uncertain(String)
  /// Certainly not sent, for a reason unrelated to this recipient: the relay is unreachable, rejects us (login, TLS,
  /// MAIL, 421) or dropped the connection before the final dot.
  case unsent(RelayFailure)
}

/// A server's reply (RFC 5321 §4.2).
package struct Reply: Hashable, Sendable, Codable {
  package enum Stage: String, Sendable, Codable {
    case connect, hello, tls, login, mail, recipient, data, finalDot
  }

  package let stage: Stage
  /// 200–599.
  package let code: Int
  /// An RFC 3463 code, for example `5.1.1`; nil if the server gave none.
  package let status: String?
  /// The text without codes, its lines joined by spaces. Hostile input: control characters are removed, and it
  /// is cut to 500 characters.
  package let text: String

  package init(stage: Stage, code: Int, status: String? = nil, text: String) {
    self.stage = stage
    self.code = code
    self.status = status
    self.text = text
  }
}

extension Reply: CustomStringConvertible {
  /// `550 5.1.1 no such user`
  package var description: String {
    ([String(code)] + [status, text.isEmpty ? nil : text].compactMap(\.self)).joined(separator: " ")
  }
}

/// Why the relay cannot be used.
package struct RelayFailure: Hashable, Sendable {
  /// One sentence for the operator: what happened and what to do.
  package let sentence: String
  /// Whether retrying is pointless until the operator changes something (login refused, certificate, 5xx greeting).
  package let isPermanent: Bool
  package let reply: Reply?
  /// How far the dialogue had come. From `recipient` on, the message itself may be the cause.
  package let stage: Reply.Stage
  /// Whether the relay did not reply in time.
  package let isSilence: Bool

  package init(
    sentence: String, isPermanent: Bool, reply: Reply? = nil, stage: Reply.Stage = .connect, isSilence: Bool = false
  ) {
    self.sentence = sentence
    self.isPermanent = isPermanent
    self.reply = reply
    self.stage = reply?.stage ?? stage
    self.isSilence = isSilence
  }
}
