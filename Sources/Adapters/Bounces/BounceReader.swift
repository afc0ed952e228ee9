internal import Cryptography
package import Model
internal import Text

/// What an email to the bounce address turned out to be.
package enum BounceReading: Hashable, Sendable {
  /// At least one; several only if the report covers several deliveries.
  case bounces([Bounce])
  case noBounce(Reason)

  /// Why an email is not a bounce.
  package enum Reason: Hashable, Sendable {
    /// A vacation notice or similar: the mailbox works.
    case automaticReply
    /// Written by a person.
    case letter
    /// The message is still in transit.
    case delayed
    /// The message was delivered.
    case delivered
    /// A feedback report that is not a complaint, for example `not-spam`.
    case feedback(String)
    /// Possibly a bounce, but it does not name the recipient.
    case unknown
  }
}

/// Reads bounces and complaints: DSN (RFC 3464, RFC 6533), ARF (RFC 5965), and free-form reports of servers.
///
/// It terminates on any input, in linear time.
package enum BounceReader {
  /// Anything after this many bytes is ignored.
  package static let maxBytes = 10_000_000

  package static func read(_ mail: [UInt8]) -> BounceReading {
    let mail = mail.prefix(maxBytes)
    return Report(mail).reading
  }
}

private struct Report {
  let parts: MailParts
  let subject: String
  let notification: SESNotification?
  /// Identifies this report.
  let id: String

  init(_ mail: ArraySlice<UInt8>) {
    var mail = mail
    // Some delivery programs put the separator line of mbox files first.
    if mail.starts(with: Array("From ".utf8)) { _ = nextLine(&mail) }
    parts = MailParts(mail)
    subject = decodedWords(parts.fields["subject"] ?? "")
    notification = SESNotification(mail) ?? SESNotification(parts)
    let name = parts.fields["message-id"].flatMap(angleBracketed).map { Array($0.utf8) } ?? Array(mail)
    id = base32(Array(sha256(name).prefix(15)))
  }

  var reading: BounceReading {
    if let notification { return notified(notification) }
    let returned = ReturnedMessage(parts)
    if let part = parts.first("message/feedback-report") { return feedback(part.body, returned) }
    if let status = machineReadable, !status.recipients.isEmpty { return delivery(status, returned) }
    if parts.first("message/disposition-notification") != nil { return .noBounce(.delivered) }
    if isJunkMailReport {
      return .bounces([complaint(words: "complaint to Outlook.com", recipient: nil, nil, returned)])
    }
    let origin = MailOrigin(parts.fields, subject: subject, hasReturnedMessage: returned.isThere)
    if let reading = written(returned, origin) { return reading }
    switch origin {
    case .program: return .noBounce(.automaticReply)
    case .server, .nullSender: return .noBounce(.unknown)
    case .unknown: return .noBounce(parts.fields.isEmpty ? .unknown : .letter)
    }
  }

  /// The machine-readable part, or the same fields within the text, if a relay merged all parts into one.
  private var machineReadable: DeliveryStatus? {
    if let part = parts.first("message/delivery-status", "message/global-delivery-status") {
      return DeliveryStatus(part.body)
    }
    let text = parts.text
    guard let start = text.firstRange(of: "Final-Recipient:") ?? text.firstRange(of: "Final-recipient:") else {
      return nil
    }
    let lines = text[..<start.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
    // Fields of this recipient may precede it.
    let before = lines.reversed().prefix { $0.contains(": ") || $0.trimmed.isEmpty }.reversed().joined(separator: "\n")
    return DeliveryStatus(Array((before + text[start.lowerBound...]).utf8))
  }
}

// Complaints.
extension Report {
  /// RFC 5965 §3 and §7.3. Complaints about complaints, `not-spam` and authentication results are not complaints.
  private func feedback(_ body: [UInt8], _ returned: ReturnedMessage) -> BounceReading {
    var rest = body[...]
    let report = HeaderFields(reading: &rest)
    let type = (report["feedback-type"] ?? "other").lowercased()
    guard isComplaint(type) else { return .noBounce(.feedback(Bounce.cleaned(type))) }
    let recipient = ["original-rcpt-to", "removal-recipient"].compactMap { report[$0] }.lazy
      .compactMap { address(in: $0) }.first
    let words = "\(type), reported by \(report["user-agent"] ?? "an unnamed program")"
    return .bounces([complaint(words: words, recipient: recipient, report["original-mail-from"], returned)])
  }

  private func isComplaint(_ type: String) -> Bool { ["abuse", "opt-out", "opt-out-list"].contains(type) }

  /// Outlook.com's Junk Mail Reporting Program sends the bare message, without a machine-readable part.
  private var isJunkMailReport: Bool {
    subject.lowercased().hasPrefix("complaint about message from")
      && (parts.fields["from"] ?? "").lowercased().contains("staff@hotmail.com")
  }

  private func complaint(
    words: String, recipient: EmailAddress?, _ mailFrom: String?, _ returned: ReturnedMessage
  ) -> Bounce {
    var complaint = Bounce(kind: .complaint, words: words, report: id)
    complaint.recipient = recipient ?? returned.recipient
    complaint.token = bounceToken(parts.fields, [mailFrom, returned["return-path"]])
    complaint.messageID = returned.messageID
    return complaint
  }
}

// Notifications from Amazon SES.
extension Report {
  private func notified(_ notification: SESNotification) -> BounceReading {
    if let failure = notification.bounce, !failure.bouncedRecipients.isEmpty {
      return failed(failure, notification.returned)
    }
    if let complaint = notification.complaint, !complaint.complainedRecipients.isEmpty {
      return complained(complaint, notification.returned)
    }
    switch notification.type {
    case "DeliveryDelay": return .noBounce(.delayed)
    case "Delivery", "Send", "Open", "Click": return .noBounce(.delivered)
    default: return .noBounce(.unknown)
    }
  }

  private func failed(_ failure: SESNotification.Failure, _ returned: ReturnedMessage) -> BounceReading {
    let bounces = failure.bouncedRecipients.prefix(WrittenReport.maxRecipients).map { recipient in
      var bounce = bounce(
        status: recipient.status, words: DeliveryStatus.withoutType(recipient.diagnosticCode ?? ""),
        address(in: recipient.emailAddress), returned, messageID: nil)
      let subject = RefusalSubject(code: replyCode(in: bounce.words), status: bounce.status, words: bounce.words)
      bounce.kind = failure.kind(said: subject == .unclear ? nil : bounce.kind)
      return bounce
    }
    return .bounces(merged(bounces, someArrived: false))
  }

  private func complained(_ complaint: SESNotification.Complaint, _ returned: ReturnedMessage) -> BounceReading {
    let type = (complaint.complaintFeedbackType ?? "abuse").lowercased()
    guard isComplaint(type) else { return .noBounce(.feedback(Bounce.cleaned(type))) }
    let words = "\(type), reported by \(complaint.userAgent ?? "Amazon SES")"
    return .bounces(
      complaint.complainedRecipients.prefix(WrittenReport.maxRecipients).map { recipient in
        self.complaint(words: words, recipient: address(in: recipient.emailAddress), nil, returned)
      })
  }
}

// Failures.
extension Report {
  private func delivery(_ status: DeliveryStatus, _ returned: ReturnedMessage) -> BounceReading {
    let failed = status.recipients.filter { $0.action == .failed }
    guard !failed.isEmpty else {
      return .noBounce(status.recipients.contains { $0.action == .delayed } ? .delayed : .delivered)
    }
    let written = failed.contains { $0.diagnostic == nil } ? WrittenReport(parts.text, subject: subject) : nil
    let bounces = failed.map { recipient in
      bounce(
        status: recipient.status, words: recipient.diagnostic ?? written?.words(of: recipient.address) ?? "",
        recipient.address ?? returned.recipient, returned, messageID: status.messageID)
    }
    let someArrived = status.recipients.contains { [.delivered, .relayed, .expanded].contains($0.action) }
    return .bounces(merged(bounces, someArrived: someArrived))
  }

  /// Nil if the email is not a report after all.
  private func written(_ returned: ReturnedMessage, _ origin: MailOrigin) -> BounceReading? {
    if origin == .program { return nil }
    let text = parts.text
    var report = WrittenReport(text, subject: subject)
    if report.recipients.isEmpty { report = WrittenReport(parts.allText, subject: subject) }
    let isReport =
      switch origin {
      case .server: true
      case .nullSender: returned.isThere || saysSomething(report.said)
      case .unknown, .program: report.soundsLikeAServer
      }
    guard isReport else { return nil }
    if report.isDelayOnly { return .noBounce(.delayed) }
    let returned = returned.isThere ? returned : report.returned ?? returned
    let recipients = found(report, returned)
    guard !recipients.isEmpty else { return nil }
    let bounces = recipients.map { recipient in
      // If an address is alone on its line, the reason is elsewhere in the report, or in its subject.
      let words =
        [recipient.words, report.said, report.said + " " + subject].first(where: saysSomething) ?? recipient.words
      return bounce(status: nil, words: words, recipient.address, returned, messageID: nil)
    }
    return .bounces(merged(origin == .server ? bounces : bounces.map(doubted), someArrived: false))
  }

  /// If nothing shows that a server wrote the email, its words alone do not prove that a mailbox is gone.
  private func doubted(_ bounce: Bounce) -> Bounce {
    var bounce = bounce
    if bounce.kind == .hard, bounce.status == nil, replyCode(in: bounce.words) == nil { bounce.kind = .soft }
    return bounce
  }

  private func saysSomething(_ words: String) -> Bool {
    statusCode(in: words) != nil || RefusalSubject(status: nil, words: words) != .unclear
  }

  /// The report's recipients: from its text, from a field that Exim adds, or from the returned message.
  private func found(_ report: WrittenReport, _ returned: ReturnedMessage) -> [(address: EmailAddress?, words: String)]
  {
    let ours = Set((ownAddresses + returned.senders).map(\.canonical))
    let named = report.recipients.filter { report.hasOpening || !ours.contains($0.address.canonical) }
    if !named.isEmpty { return named.map { ($0.address, $0.words) } }
    let failed = (parts.fields["x-failed-recipients"] ?? "").split(separator: ",").prefix(1000)
    let listed = failed.compactMap { address(in: $0) }
    if !listed.isEmpty { return listed.map { ($0, report.said) } }
    if let recipient = returned.recipient { return [(recipient, report.said)] }
    return bounceToken(parts.fields, [returned["return-path"]]) == nil ? [] : [(nil, report.said)]
  }

  /// The addresses that the report was sent to and from; none of them is the reader's.
  private var ownAddresses: [EmailAddress] {
    ["to", "delivered-to", "x-original-to", "envelope-to", "from", "return-path"].flatMap(parts.fields.all)
      .compactMap { address(in: $0) }
  }

  private func bounce(
    status reported: String?, words: String, _ recipient: EmailAddress?, _ returned: ReturnedMessage, messageID: String?
  ) -> Bounce {
    let whole = String(words.prefix(4000))
    let words = serversOwn(whole)
    let status = tellingStatus(reported: reported, words: words)
    var kind = BouncePolicy.kind(code: replyCode(in: words), status: status, words: words)
    // A refusal after the text may be about the text, as at the final dot.
    if kind == .hard, AfterTheText(words: whole, report: parts.text).isLikely(status: status) { kind = .soft }
    var bounce = Bounce(kind: kind, status: status, words: words, report: id)
    bounce.recipient = recipient
    bounce.token = bounceToken(parts.fields, [returned["return-path"]])
    bounce.messageID = returned.messageID ?? messageID
    return bounce
  }

  /// A token names one delivery; several recipients then come from forwarding, and the reader's own mailbox is useless
  /// only if all of them are gone. The mildest bounce counts.
  private func merged(_ bounces: [Bounce], someArrived: Bool) -> [Bounce] {
    guard bounces.first?.token != nil else { return bounces }
    let order: [Bounce.Kind] = [.policy, .soft, .hard]
    let byKind = order.compactMap { kind in bounces.first { $0.kind == kind } }
    guard var mildest = byKind.first else { return bounces }
    if someArrived, mildest.kind == .hard { mildest.kind = .soft }
    return [mildest]
  }
}
