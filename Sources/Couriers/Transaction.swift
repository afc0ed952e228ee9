internal import Curl
internal import Model

/// One message over one connection: MAIL, RCPT, DATA (RFC 5321 §3.3), and what each answer means.
///
/// | answer to | 4xx | 5xx | 421, loss, silence |
/// |---|---|---|---|
/// | MAIL | unsent | unsent | unsent |
/// | RCPT, DATA, the message before its final dot | deferred | refused | unsent |
/// | final dot | deferred | refused | 421 unsent, else uncertain |
struct Transaction {
  private let envelope: Envelope
  private let connection: SMTPConnection
  private let words: RelayWords
  private let timeouts: SMTPCourier.Timeouts
  /// Whose answer is awaited.
  private var stage = Reply.Stage.mail
  /// True if the server had left, said goodbye or lost its place before it took MAIL: nothing of the message was said.
  private(set) var foundNobody = false

  /// How the next message finds the connection; nil if it cannot be used any more.
  private(set) var nextLine: Line?

  init(_ envelope: Envelope, over connection: SMTPConnection, relay: String, timeouts: SMTPCourier.Timeouts) {
    (self.envelope, self.connection, self.timeouts) = (envelope, connection, timeouts)
    words = RelayWords(relay: relay)
  }

  /// What `commit` throws passes through; the server then has the message without its final dot, and loses it with
  /// the connection.
  mutating func run(afterReset: Bool, commit: () throws -> Void) throws -> Outcome {
    do throws(SMTPConnection.Loss) {
      if let outcome = try announce(afterReset: afterReset) { return outcome }
      try connection.send(DotStuffing.stuffed(envelope.parcel.message), timeout: timeouts.reply)
      if let reply = try connection.pendingReply() { throw .interrupted(reply) }
    } catch {
      return outcome(of: error)
    }
    try commit()
    do throws(SMTPConnection.Loss) {
      try connection.send(DotStuffing.end(of: envelope.parcel.message), timeout: timeouts.reply)
    } catch {
      return outcome(of: error)
    }
    return outcomeOfFinalDot()
  }
}

extension Transaction {
  private static let data = Array("DATA\r\n".utf8)
  private static let reset = Array("RSET\r\n".utf8)

  /// Says everything before the message, in one packet if the server likes that (RFC 2920); nil when it says 354.
  private mutating func announce(afterReset: Bool) throws(SMTPConnection.Loss) -> Outcome? {
    if envelope.isPipelined {
      var commands = afterReset ? Self.reset : []
      commands += envelope.mail
      commands += envelope.recipient
      commands += Self.data
      try connection.send(commands, timeout: timeouts.reply)
    }
    if afterReset {
      let answer = try ask(Self.reset)
      guard answer.isPositive else { throw .interrupted(answer) }
    }
    let mail = try ask(envelope.mail)
    stage = .recipient
    if mail.code == 503 {
      // The server still holds the last message's envelope, or lost its place: not a word about this message.
      foundNobody = true
      return .unsent(words.refusal(of: envelope.parcel.sender, mail))
    }
    guard mail.isPositive else { return refusedSender(mail) }
    let recipient = try ask(envelope.recipient)
    guard recipient.isPositive else { return refusedRecipient(recipient) }
    stage = .data
    let data = try ask(Self.data)
    guard data.code != 354 else { return nil }
    if data.code >= 400 { nextLine = Line(connection: connection, needsReset: true) }
    return words.judged(data, at: .data)
  }

  /// Sends the command, unless it went out with the others, and waits. 421 is no answer but a goodbye (RFC 5321 §3.8).
  private func ask(_ command: [UInt8]) throws(SMTPConnection.Loss) -> SMTPReply {
    if !envelope.isPipelined { try connection.send(command, timeout: timeouts.reply) }
    let reply = try connection.receiveReply(timeout: timeouts.reply)
    guard reply.code != 421 else { throw .interrupted(reply) }
    return reply
  }

  private mutating func refusedSender(_ reply: SMTPReply) -> Outcome {
    tidyUp { transaction throws(SMTPConnection.Loss) in
      _ = try transaction.ask(transaction.envelope.recipient)
      return try transaction.ask(Self.data).code >= 400
    }
    return .unsent(words.refusal(of: envelope.parcel.sender, reply))
  }

  /// A server may say 354 although there is no recipient; a lone dot then ends the data (RFC 2920 §3.1).
  private mutating func refusedRecipient(_ reply: SMTPReply) -> Outcome {
    tidyUp { transaction throws(SMTPConnection.Loss) in
      if try transaction.ask(Self.data).code == 354 {
        try transaction.connection.send(Array(".\r\n".utf8), timeout: transaction.timeouts.reply)
        _ = try transaction.connection.receiveReply(timeout: transaction.timeouts.reply)
      }
      return true
    }
    return words.judged(reply, at: .recipient)
  }

  /// Takes the answers to what was sent ahead, so that the connection stays. Does not change the outcome: if the
  /// server leaves now, only the connection is lost.
  private mutating func tidyUp(_ takeAnswers: (Transaction) throws(SMTPConnection.Loss) -> Bool) {
    do throws(SMTPConnection.Loss) {
      if envelope.isPipelined, try !takeAnswers(self) { return }
      nextLine = Line(connection: connection, needsReset: true)
    } catch {
      nextLine = nil
    }
  }
}

extension Transaction {
  /// Before the server has the final dot: it has certainly not taken the message.
  private mutating func outcome(of loss: SMTPConnection.Loss) -> Outcome {
    switch loss {
    case .interrupted(let reply):
      foundNobody = stage == .mail
      return stage == .data && reply.code != 421
        ? words.judged(reply, at: .data) : .unsent(words.goodbye(reply, at: stage))
    case .closed:
      foundNobody = stage == .mail
      return .unsent(words.trouble(loss, at: stage))
    case .silent, .notSMTP: return .unsent(words.trouble(loss, at: stage))
    }
  }

  private mutating func outcomeOfFinalDot() -> Outcome {
    do throws(SMTPConnection.Loss) {
      let reply = try connection.receiveReply(timeout: timeouts.finalDot)
      guard reply.code != 421 else { return .unsent(words.goodbye(reply, at: .finalDot)) }
      guard reply.code / 100 != 3 else { throw .interrupted(reply) }
      nextLine = Line(connection: connection, needsReset: !reply.isPositive)
      return words.judged(reply, at: .finalDot)
    } catch {
      return .uncertain(words.trouble(error, at: .finalDot).sentence)
    }
  }
}
