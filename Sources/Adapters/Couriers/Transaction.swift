internal import Curl
internal import Model

/// One message over one connection: MAIL, RCPT, DATA (RFC 5321 §3.3), and the meaning of each reply.
///
/// | reply to | 4xx | 5xx | 421, loss, silence |
/// |---|---|---|---|
/// | MAIL | unsent | unsent | unsent |
/// | RCPT, DATA, the message before its final dot | deferred | refused | unsent |
/// | final dot | deferred | refused | 421: unsent; otherwise uncertain |
///
/// The next message's MAIL, RCPT and DATA may be sent with the final dot (RFC 2920 §3.1); its own
/// transaction reads the replies.
struct Transaction {
  private let envelope: Envelope
  private let connection: SMTPConnection
  private let words: RelayWords
  private let timeouts: SMTPCourier.Timeouts
  private let needsReset: Bool
  /// Whether the commands were sent with the final dot of the previous message.
  private let isAnnounced: Bool
  /// The command whose reply is awaited.
  private var stage = Reply.Stage.mail
  /// True if the server had closed the connection or lost its state before it accepted MAIL, or sent a 421 before the
  /// final dot. On a connection that has carried other messages, this is not a verdict on the current one.
  private(set) var foundNobody = false
  /// Whether the final dot may have been sent.
  private var isCommitted = false
  /// True if the server lost the commands sent with the final dot of the previous message.
  private(set) var missedAnnouncement = false

  /// The state of the connection for the next message; nil if it can no longer be used.
  private(set) var nextConnection: IdleConnection?

  init(_ envelope: Envelope, over idle: IdleConnection, relay: String, timeouts: SMTPCourier.Timeouts) {
    self.envelope = envelope
    connection = idle.connection
    self.timeouts = timeouts
    needsReset = idle.needsReset
    isAnnounced = idle.announced != nil
    words = RelayWords(relay: relay)
  }

  /// Errors thrown by `commit` are rethrown; the server then has the message without its final dot, and discards it
  /// with the connection. `next` supplies the envelope to send together with the final dot.
  mutating func run(next: () -> Envelope?, commit: () throws -> Void) throws -> Outcome {
    do throws(SMTPConnection.Loss) {
      if let outcome = try announce() { return outcome }
      try connection.send(DotStuffing.stuffed(envelope.parcel.message), timeout: timeouts.reply)
      if let reply = try connection.pendingReply() { throw .interrupted(reply) }
    } catch {
      return outcome(of: error)
    }
    try commit()
    isCommitted = true
    return finish(announcing: next())
  }
}

extension Transaction {
  private static let reset = Array("RSET\r\n".utf8)

  /// Sends all commands before the message, in one packet if the server supports it (RFC 2920).
  /// Nil if the reply is 354.
  private mutating func announce() throws(SMTPConnection.Loss) -> Outcome? {
    if envelope.isPipelined, !isAnnounced {
      try connection.send((needsReset ? Self.reset : []) + envelope.announcement, timeout: timeouts.reply)
    }
    if needsReset {
      let answer = try ask(Self.reset)
      guard answer.isPositive else { throw .interrupted(answer) }
    }
    let mail = try ask(envelope.mail, timeout: timeouts.opening)
    stage = .recipient
    if mail.code == 503 {
      // The server still has the last message's envelope, or lost its state: not a verdict on this message.
      foundNobody = true
      missedAnnouncement = isAnnounced
      return .unsent(words.refusal(of: envelope.parcel.sender, mail))
    }
    guard mail.isPositive else { return refusedSender(mail) }
    let recipient = try ask(envelope.recipient)
    guard recipient.isPositive else { return refusedRecipient(recipient) }
    stage = .data
    let data = try ask(Envelope.data)
    guard data.code != 354 else { return nil }
    if data.code >= 400 { nextConnection = IdleConnection(connection: connection, needsReset: true) }
    return words.judged(data, at: .data)
  }

  /// Sends the command, unless it was sent with the others, and waits. A 421 is not a reply to the command: the server
  /// is closing the connection (RFC 5321 §3.8).
  private func ask(_ command: [UInt8], timeout: Duration? = nil) throws(SMTPConnection.Loss) -> SMTPReply {
    if !envelope.isPipelined { try connection.send(command, timeout: timeouts.reply) }
    let reply = try connection.receiveReply(timeout: timeout ?? timeouts.reply)
    guard reply.code != 421 else { throw .interrupted(reply) }
    return reply
  }

  private mutating func refusedSender(_ reply: SMTPReply) -> Outcome {
    tidyUp { transaction throws(SMTPConnection.Loss) in
      _ = try transaction.ask(transaction.envelope.recipient)
      return try transaction.ask(Envelope.data).code >= 400
    }
    return .unsent(words.refusal(of: envelope.parcel.sender, reply))
  }

  /// A server may reply 354 although there is no valid recipient; a lone dot then ends the data (RFC 2920 §3.1).
  private mutating func refusedRecipient(_ reply: SMTPReply) -> Outcome {
    tidyUp { transaction throws(SMTPConnection.Loss) in
      if try transaction.ask(Envelope.data).code == 354 {
        try transaction.connection.send(Array(".\r\n".utf8), timeout: transaction.timeouts.reply)
        _ = try transaction.connection.receiveReply(timeout: transaction.timeouts.reply)
      }
      return true
    }
    return words.judged(reply, at: .recipient)
  }

  /// Reads the replies to commands sent ahead, so that the connection can be reused. Does not change the outcome: if
  /// the server closes the connection now, only the connection is lost.
  private mutating func tidyUp(_ takeAnswers: (Transaction) throws(SMTPConnection.Loss) -> Bool) {
    do throws(SMTPConnection.Loss) {
      if envelope.isPipelined, try !takeAnswers(self) { return }
      nextConnection = IdleConnection(connection: connection, needsReset: true)
    } catch {
      nextConnection = nil
    }
  }
}

extension Transaction {
  /// The outcome of a loss before the final dot was sent: the server has certainly not accepted the message.
  private mutating func outcome(of loss: SMTPConnection.Loss) -> Outcome {
    switch loss {
    case .interrupted(let reply):
      foundNobody = stage == .mail || (reply.code == 421 && !isCommitted)
      return stage == .data && reply.code != 421
        ? words.judged(reply, at: .data) : .unsent(words.goodbye(reply, at: stage))
    case .closed:
      foundNobody = stage == .mail
      return .unsent(words.failure(loss, at: stage))
    case .silent:
      missedAnnouncement = stage == .mail && isAnnounced
      if missedAnnouncement { foundNobody = true }
      return .unsent(words.failure(loss, at: stage))
    case .notSMTP: return .unsent(words.failure(loss, at: stage))
    }
  }
}

/// The end of the message, which is also the beginning of the next one.
extension Transaction {
  private mutating func finish(announcing next: Envelope?) -> Outcome {
    let end = DotStuffing.end(of: envelope.parcel.message)
    do throws(SMTPConnection.Loss) {
      try connection.send(end + (next?.announcement ?? []), timeout: timeouts.reply)
    } catch {
      guard connection.sentOctets >= end.count else { return outcome(of: error) }
      // The server may have the final dot, and the unexpected reply may be the reply to it.
      guard case .interrupted(let reply) = error else { return uncertain(error) }
      return outcome(ofFinalDot: reply)
    }
    do throws(SMTPConnection.Loss) {
      let reply = try connection.receiveReply(timeout: timeouts.finalDot)
      let outcome = outcome(ofFinalDot: reply)
      if reply.code / 100 != 3, reply.code != 421 {
        // Accepted or refused data leave no envelope behind (RFC 5321 §4.1.1.4), so RSET is only a precaution.
        nextConnection = IdleConnection(
          connection: connection, needsReset: next == nil && !reply.isPositive, announced: next)
      }
      return outcome
    } catch {
      return uncertain(error)
    }
  }

  private func outcome(ofFinalDot reply: SMTPReply) -> Outcome {
    switch reply.code {
    case 421: .unsent(words.goodbye(reply, at: .finalDot))
    case 300..<400: uncertain(.interrupted(reply))
    default: words.judged(reply, at: .finalDot)
    }
  }

  private func uncertain(_ loss: SMTPConnection.Loss) -> Outcome {
    .uncertain(words.failure(loss, at: .finalDot).sentence)
  }
}
