/// Carries messages to recipients, one at a time, and says what became of each.
///
/// A courier belongs to one thread and may block. It keeps its connection between messages. After ``Outcome/unsent``
/// or ``Outcome/uncertain`` the next `carry` starts afresh. There are three: SMTP, a folder of .eml files, and one
/// that records (for tests).
package protocol Courier: AnyObject {
  /// Carries one parcel.
  ///
  /// `commit` is called exactly once for a message that is about to be handed over for good, after everything but the
  /// final dot was sent; it makes durable that the message may be on its way. If it throws, the message is withdrawn
  /// (the connection is dropped without the final dot) and the error passes through. It is not called when the
  /// outcome is decided earlier.
  ///
  /// `next` names the parcel that comes after this one, if there is one by now. It is asked at most once, after `commit`
  /// returned, so that the server may hear of that parcel together with the end of this one (RFC 2920 §3.1). What it
  /// names is the parcel of the following `carry`, whatever becomes of this one; nothing of it is handed over before.
  func carry(_ parcel: Parcel, next: () -> Parcel?, commit: () throws -> Void) throws -> Outcome

  /// Says goodbye to the server. Nothing is lost without it.
  func close()
}

extension Courier {
  /// Carries one parcel, and nobody knows what comes next.
  package func carry(_ parcel: Parcel, commit: () throws -> Void) throws -> Outcome {
    try carry(parcel, next: { nil }, commit: commit)
  }
}

/// A message and where it goes: the envelope (RFC 5321 §2.3.1) apart from the headers.
package struct Parcel: Hashable, Sendable {
  package let sender: EmailAddress
  package let recipient: EmailAddress
  /// A complete RFC 5322 message with CRLF line ends, not dot-stuffed, ending in CRLF.
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
  /// 4xx about this recipient or message: another try may succeed.
  case deferred(Reply)
  /// 5xx about this recipient or message.
  case refused(Reply)
  /// The connection was lost after the final dot and before its answer: sent or not, nobody knows.
  case uncertain(String)
  /// Certainly not sent, for a reason that says nothing about this recipient: the relay is unreachable, refuses us
  /// (login, TLS, MAIL, 421) or dropped the connection before the final dot.
  case unsent(Trouble)
}

/// What a server said (RFC 5321 §4.2).
package struct Reply: Hashable, Sendable, Codable {
  package enum Stage: String, Sendable, Codable {
    case connect, hello, tls, login, mail, recipient, data, finalDot
  }

  package let stage: Stage
  /// 200–599.
  package let code: Int
  /// RFC 3463, such as `5.1.1`, if the server gave one.
  package let status: String?
  /// The text without codes, lines joined by a space; hostile: control characters are removed, at most 500 characters.
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
package struct Trouble: Hashable, Sendable {
  /// One sentence for the operator: what happened and what to do.
  package let sentence: String
  /// True when trying again will not help until the operator changes something (login refused, certificate, 5xx greeting).
  package let isPermanent: Bool
  package let reply: Reply?
  /// How far the dialogue had come. From `recipient` on, this very message may be what the relay stumbles over.
  package let stage: Reply.Stage
  /// Nothing came within the time allowed.
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
