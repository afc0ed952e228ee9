internal import Curl
internal import Model

/// Turns a relay's behaviour into values and sentences of the model.
struct RelayWords {
  let relay: String

  /// Judges a reply about this recipient or message.
  func judged(_ reply: SMTPReply, at stage: Reply.Stage) -> Outcome {
    let said = Reply(reply, at: stage)
    return switch reply.code {
    case 200..<300: stage == .finalDot ? .accepted(said) : .unsent(outOfTurn(said))
    case 400..<500: .deferred(said)
    case 500..<600: .refused(said)
    default: .unsent(outOfTurn(said))
    }
  }

  func refusal(of sender: EmailAddress, _ reply: SMTPReply) -> RelayFailure {
    RelayFailure(
      sentence: "\(relay): refused mail from \(sender): \(reply)", isPermanent: reply.code >= 500,
      reply: Reply(reply, at: .mail))
  }

  func goodbye(_ reply: SMTPReply, at stage: Reply.Stage) -> RelayFailure {
    let said = Reply(reply, at: stage)
    guard reply.code == 421 else { return outOfTurn(said) }
    return RelayFailure(sentence: "\(relay): closed the session: \(reply)", isPermanent: false, reply: said)
  }

  func failure(_ loss: SMTPConnection.Loss, at stage: Reply.Stage) -> RelayFailure {
    let sentence =
      switch loss {
      case .closed(nil): "\(relay): closed the connection instead of replying to \(stage.question)"
      case .closed(let words?): "\(relay): connection lost before the reply to \(stage.question): \(words)"
      case .silent(let timeout): "\(relay): no reply to \(stage.question) within \(seconds(timeout)) s"
      case .notSMTP(let words): "\(relay): reply to \(stage.question) is not SMTP: \"\(words)\""
      case .interrupted(let reply): "\(relay): unexpected reply to \(stage.question): \"\(reply)\""
      }
    let isSilence = if case .silent = loss { true } else { false }
    return RelayFailure(sentence: sentence, isPermanent: false, stage: stage, isSilence: isSilence)
  }

  private func outOfTurn(_ reply: Reply) -> RelayFailure {
    RelayFailure(
      sentence: "\(relay): unexpected reply to \(reply.stage.question): \"\(reply)\"", isPermanent: false,
      reply: reply)
  }
}

extension RelayFailure {
  init(_ failure: OpeningFailure) {
    let stage: Reply.Stage =
      switch failure.stage {
      case .connect: .connect
      case .hello: .hello
      case .tls: .tls
      case .login: .login
      }
    self.init(
      sentence: failure.sentence, isPermanent: failure.isPermanent, reply: failure.reply.map { Reply($0, at: stage) },
      stage: stage, isSilence: failure.isSilence)
  }
}

extension Reply {
  fileprivate init(_ reply: SMTPReply, at stage: Stage) {
    self.init(stage: stage, code: reply.code, status: reply.status, text: reply.text)
  }
}

extension Reply.Stage {
  /// The name of the server's request, for use in messages.
  fileprivate var question: String {
    switch self {
    case .connect: "the connection"
    case .hello: "EHLO"
    case .tls: "STARTTLS"
    case .login: "AUTH"
    case .mail: "MAIL"
    case .recipient: "RCPT"
    case .data: "DATA"
    case .finalDot: "the whole message"
    }
  }
}

/// `300`, `0.5`
private func seconds(_ duration: Duration) -> String {
  let value = duration / .seconds(1)
  return value == value.rounded() ? String(Int(value)) : String(value)
}
