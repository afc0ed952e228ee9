/// Whether a program answered in a reader's name: a vacation notice, a ticket, a confirmation (RFC 3834). Such a mail
/// says that the mailbox works.
func isAutomaticReply(_ fields: HeaderFields, subject: String) -> Bool {
  if let value = fields["auto-submitted"]?.lowercased(), !value.hasPrefix("no") { return true }
  if ["x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-response-from"].contains(where: { fields[$0] != nil })
  {
    return true
  }
  if let precedence = fields["precedence"]?.lowercased(), ["auto_reply", "auto-reply", "junk"].contains(precedence) {
    return true
  }
  let subject = subject.lowercased()
  return beginnings.contains(where: subject.hasPrefix)
}

/// What mail programs put before the subject, in lower case.
private let beginnings = [
  "out of office", "automatic reply", "auto reply", "autoreply", "auto-reply", "auto:", "automatische antwort",
  "abwesenheit", "réponse automatique", "respuesta automática", "risposta automatica", "vacation", "on vacation",
  "out of the office", "away from",
]

/// Whether the mail comes from a mail server and not from a person: by a name or a subject that only servers use, or by
/// the empty sender of RFC 5321 §4.5.5, which vacation notices have as well.
func isFromServer(_ fields: HeaderFields, subject: String) -> Bool {
  if fields["x-failed-recipients"] != nil { return true }
  let from = (fields["from"] ?? "").lowercased()
  if ["mailer-daemon", "mail delivery s", "postmaster@", "maildeliverysystem", "mail administrator"]
    .contains(where: from.contains)
  {
    return true
  }
  if subjects.contains(where: subject.lowercased().hasPrefix) { return true }
  let hasNoSender = fields["return-path"]?.filter { !$0.isWhitespace } == "<>"
  return hasNoSender && !isAutomaticReply(fields, subject: subject)
}

private let subjects = [
  "undeliverable", "undelivered mail", "delivery status notification", "delivery failure", "failure notice",
  "returned mail", "mail delivery failed", "mail delivery failure", "mail could not be delivered", "mail system error",
  "delivery notification",
]
