internal import Model
internal import Settings

/// `from` and `reply_to` of `[digest.NAME]`. Mistakes are reported.
struct DigestSender {
  let from: Mailbox?
  let replyTo: Mailbox?

  /// - Parameter mail: the settings of all mail.
  init(_ section: SettingReader, _ mail: MailSettings?) {
    from = section.mailbox("from")
    replyTo = section.mailbox("reply_to")
    guard let mail, let dkim = mail.dkim, let domain = from?.address.domain, mail.dkim(for: domain) == nil else {
      return
    }
    section.report(
      "from",
      "`from` is at \(domain), but [mail.dkim] signs for \(dkim.domain), which DMARC does not count for that sender; "
        + "add a key for it in [mail.dkim.domains.\"\(domain)\"]")
  }
}
