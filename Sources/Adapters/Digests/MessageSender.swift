internal import MIME
internal import Model
internal import Text

/// The sender of a digest's messages, and the addresses for replies.
struct MessageSender: Sendable {
  /// From and, if set, Reply-To.
  let fields: [HeaderField]
  /// The domain of the From address.
  let domain: String
  /// `mailto:` URL (RFC 6068) of the mailbox for replies.
  private let contact: String
  /// `mailto:` URL of the mailbox for unsubscribe requests; ``MailSettings/tokenPlace`` in it is replaced
  /// with the reader's token.
  private let leaving: String
  private let mail: MailSettings

  /// Rejects addresses that need SMTPUTF8: servers without it would accept none of the messages.
  init(_ mail: MailSettings) throws(MessageFault) {
    let from = try Self.mailbox(mail.from, field: "From")
    var fields = [HeaderField("From", from)]
    if let replyTo = mail.replyTo {
      fields.append(HeaderField("Reply-To", try Self.mailbox(replyTo, field: "Reply-To")))
    }
    self.fields = fields
    domain = mail.from.address.domain
    let answers = (mail.replyTo ?? mail.from).address
    contact = mailtoURI(answers)
    leaving = mailtoURI(mail.unsubscribe ?? answers)
    self.mail = mail
  }

  /// Whether each token has a page with an https URL (RFC 8058 §3.1).
  var hasOneClick: Bool { mail.oneClick != nil }

  /// The ways to end a subscription, the better one first: at most one https URL, and a mailto URL.
  func unsubscribeURIs(token: String) -> [String] {
    let address = leaving.replacing(percentEncoded(MailSettings.tokenPlace), with: token)
    let byMail = "\(address)?subject=\(percentEncoded("unsubscribe \(token)"))"
    return [mail.oneClickAddress(of: token), byMail].compactMap(\.self)
  }

  /// `mailto:` URL (RFC 6068) of the mailbox for replies, with or without a subject.
  func mailto(subject: String? = nil) -> String {
    subject.map { "\(contact)?subject=\(percentEncoded($0))" } ?? contact
  }

  private static func mailbox(_ mailbox: Mailbox, field: String) throws(MessageFault) -> HeaderMailbox {
    try messageFault(in: field) { () throws(HeaderFault) in
      try HeaderMailbox(name: mailbox.name, address: mailbox.address.description)
    }
  }
}

private func mailtoURI(_ address: EmailAddress) -> String {
  "mailto:\(percentEncoded(address.localPart))@\(address.domain)"
}
