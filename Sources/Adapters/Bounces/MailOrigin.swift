/// Who wrote an email to the bounce address, according to its header.
enum MailOrigin {
  /// A mail server.
  case server
  /// A program that replies for a reader: a vacation notice, a ticket, a confirmation (RFC 3834). Such an email proves
  /// that the mailbox works.
  case program
  /// Sent with a null sender, so no reply is wanted (RFC 5321 §4.5.5): a server, or a program that
  /// does not identify itself.
  case nullSender
  /// A person, or a server that does not identify itself.
  case unknown

  /// - Parameter hasReturnedMessage: whether the email includes the returned message.
  init(_ fields: HeaderFields, subject: String, hasReturnedMessage: Bool) {
    let subject = subject.lowercased()
    let hasServersName = isServersName(fields) || fields["x-failed-recipients"] != nil
    let hasServersSubject = !answers.contains(where: subject.hasPrefix) && subjects.contains(where: subject.contains)
    if isAnswerer(fields, subject: subject), !hasServersName || !hasServersSubject {
      self = .program
    } else if hasServersName || hasServersSubject {
      self = .server
    } else if isSubmittedByProgram(fields) {
      // Our own message inside proves that it was returned. A program that replies for a reader would only quote it.
      self = hasReturnedMessage ? .server : .program
    } else if hasReturnedMessage, isReport(fields) {
      self = .server
    } else {
      self = fields["return-path"]?.filter { !$0.isWhitespace } == "<>" ? .nullSender : .unknown
    }
  }
}

private func isReport(_ fields: HeaderFields) -> Bool {
  (fields["content-type"] ?? "").lowercased().hasPrefix("multipart/report")
}

private func isServersName(_ fields: HeaderFields) -> Bool {
  let from = (fields["from"] ?? "").lowercased()
  return names.contains(where: from.contains)
}

/// Some servers also mark their reports `auto-replied` (Postfix, Exim).
private func isSubmittedByProgram(_ fields: HeaderFields) -> Bool {
  fields["auto-submitted"].map { !$0.lowercased().hasPrefix("no") } ?? false
}

/// Features that never occur in a server's report.
private func isAnswerer(_ fields: HeaderFields, subject: String) -> Bool {
  if ["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-response-from"].contains(where: { fields[$0] != nil })
  {
    return true
  }
  if let precedence = fields["precedence"]?.lowercased(), ["auto_reply", "auto-reply", "junk"].contains(precedence) {
    return true
  }
  return beginnings.contains(where: subject.hasPrefix)
}

/// In lower case, like all lists below.
private let names = [
  "mailer-daemon", "mailerdaemon", "mailer daemon", "mail delivery", "mail.delivery", "mail deliver system",
  "postmaster",
  "post_master", "post-master", "poostmaster", "maildeliverysystem", "mail administrator", "mail system",
  "delivery subsystem", "mdaemon@",
]

/// Prefixes that mail programs add to the subject.
private let beginnings = [
  "out of office", "automatic reply", "auto reply", "autoreply", "auto-reply", "auto:", "automatische antwort",
  "abwesenheit", "réponse automatique", "respuesta automática", "risposta automatica", "vacation", "on vacation",
  "out of the office", "away from", "autosvar", "automatisch antwoord", "automaattinen vastaus", "autoodpowiedź",
  "自動応答", "不在", "自动回复", "自動回覆",
  "автоответ", "resposta automática", "absence du bureau", "i am out of", "i'm out of", "ooo:", "read:", "gelesen:",
  "lu :", "leído:",
]

private let answers = ["re:", "aw:", "sv:", "fwd:", "fw:", "wg:", "antw:", "r:", "tr:"]

private let subjects = [
  "undeliverable", "undelivered", "delivery status notification", "delivery failure", "delivery failed",
  "delivery has failed",
  "failure notice", "returned mail", "returned message", "mail delivery", "could not be delivered",
  "couldn't be delivered", "not be delivered",
  "mail system error", "delivery notification", "mail failure", "mail failed", "returning message",
  "returned to sender", "returning to sender",
  "error sending your mail", "message not delivered", "delivery error", "delivery report", "non delivery",
  "non-delivery", "nondeliverable",
  "unzustellbar", "nicht zugestellt", "zustellung fehlgeschlagen", "zustellfehler", "non remis", "non distribué",
  "échec de la remise", "non délivré",
  "no se puede entregar", "no entregado", "no se pudo entregar", "não entregue", "não foi entregue", "mancato recapito",
  "non recapitabile", "onbestelbaar",
  "niet bezorgd", "ej levererat", "kunne ikke leveres", "ei voitu toimittaa", "nie dostarczono", "niedostarczona",
  "nedoručitelná", "не доставлено", "недоставленное",
  "未送達", "配信不能", "配信エラー", "送信エラー", "送信できません", "退信", "无法投递", "无法送达", "退件", "無法傳遞", "배달되지", "반송",
]
