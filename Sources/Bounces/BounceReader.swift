internal import Hashing
package import Model

/// What a mail to the bounce address is.
package enum BounceReading: Hashable, Sendable {
  /// At least one; several only if the report is about several deliveries.
  case bounces([Bounce])
  case noBounce(Reason)

  /// Why a mail proves nothing.
  package enum Reason: Hashable, Sendable {
    /// A vacation notice or the like: the mailbox works.
    case automaticReply
    /// A person wrote.
    case letter
    /// The mail is still on its way.
    case delayed
    /// It arrived.
    case delivered
    /// A feedback report that is no complaint, such as `not-spam`.
    case feedback(String)
    /// Perhaps a bounce, but nothing in it says whose.
    case unknown
  }
}

/// Reads bounces and complaints: DSN (RFC 3464, RFC 6533), ARF (RFC 5965), and what servers write in words.
///
/// Whatever the bytes are, it ends, in a time that grows with their number.
package enum BounceReader {
  /// What comes after so many bytes is not looked at.
  package static let maxBytes = 10_000_000

  package static func read(_ mail: [UInt8]) -> BounceReading {
    let mail = mail.prefix(maxBytes)
    return Report(mail).reading
  }
}

private struct Report {
  let parts: MailParts
  let subject: String
  /// Names this report.
  let id: String

  init(_ mail: ArraySlice<UInt8>) {
    var mail = mail
    // Some delivery programs put the separator of mbox files before it.
    if mail.starts(with: Array("From ".utf8)) { _ = nextLine(&mail) }
    parts = MailParts(mail)
    subject = decodedWords(parts.fields["subject"] ?? "")
    let name = parts.fields["message-id"].flatMap(angleBracketed).map { Array($0.utf8) } ?? Array(mail)
    id = base32(Array(sha256(name).prefix(15)))
  }

  var reading: BounceReading {
    let returned = ReturnedMessage(parts)
    if let part = parts.first("message/feedback-report") { return feedback(part.body, returned) }
    if let part = parts.first("message/delivery-status", "message/global-delivery-status") {
      let status = DeliveryStatus(part.body)
      if !status.recipients.isEmpty { return delivery(status, returned) }
    }
    if parts.first("message/disposition-notification") != nil { return .noBounce(.delivered) }
    if isJunkMailReport { return complaint(words: "complaint to Outlook.com", recipient: nil, nil, returned) }
    if isFromServer(parts.fields, subject: subject), let reading = written(returned) { return reading }
    if isAutomaticReply(parts.fields, subject: subject) { return .noBounce(.automaticReply) }
    return .noBounce(isFromServer(parts.fields, subject: subject) || parts.fields.isEmpty ? .unknown : .letter)
  }
}

// Complaints.
extension Report {
  /// RFC 5965 §3 and §7.3. A complaint about a complaint, `not-spam` and the results of checks are none.
  private func feedback(_ body: [UInt8], _ returned: ReturnedMessage) -> BounceReading {
    var rest = body[...]
    let report = HeaderFields(reading: &rest)
    let type = (report["feedback-type"] ?? "other").lowercased()
    guard ["abuse", "opt-out", "opt-out-list"].contains(type) else { return .noBounce(.feedback(Bounce.cleaned(type))) }
    let recipient = ["original-rcpt-to", "removal-recipient"].compactMap { report[$0] }.lazy
      .compactMap { address(in: $0) }.first
    let words = "\(type), reported by \(report["user-agent"] ?? "an unnamed program")"
    return complaint(words: words, recipient: recipient, report["original-mail-from"], returned)
  }

  /// Outlook.com's Junk Mail Reporting Program sends the bare message and has no part for machines.
  private var isJunkMailReport: Bool {
    subject.lowercased().hasPrefix("complaint about message from")
      && (parts.fields["from"] ?? "").lowercased().contains("staff@hotmail.com")
  }

  private func complaint(
    words: String, recipient: EmailAddress?, _ mailFrom: String?, _ returned: ReturnedMessage
  ) -> BounceReading {
    .bounces([
      Bounce(
        kind: .complaint, words: words, recipient: recipient ?? returned.recipient,
        token: bounceToken(parts.fields, [mailFrom, returned["return-path"]]), messageID: returned.messageID,
        report: id)
    ])
  }
}

// Failures.
extension Report {
  private func delivery(_ status: DeliveryStatus, _ returned: ReturnedMessage) -> BounceReading {
    let failed = status.recipients.filter { $0.action == .failed }
    guard !failed.isEmpty else {
      return .noBounce(status.recipients.contains { $0.action == .delayed } ? .delayed : .delivered)
    }
    let text = failed.contains { $0.diagnostic == nil } ? parts.text : ""
    let bounces = failed.map { recipient in
      bounce(
        status: recipient.status, words: recipient.diagnostic ?? text, recipient.address ?? returned.recipient,
        returned, messageID: status.messageID)
    }
    let someArrived = status.recipients.contains { [.delivered, .relayed, .expanded].contains($0.action) }
    return .bounces(merged(bounces, someArrived: someArrived))
  }

  /// Nil if it is no report after all.
  private func written(_ returned: ReturnedMessage) -> BounceReading? {
    let report = WrittenReport(parts.text, subject: subject)
    if report.isDelayOnly { return .noBounce(.delayed) }
    let returned = returned.isThere ? returned : report.returned ?? returned
    var recipients = report.recipients
    if recipients.isEmpty {
      let named = (parts.fields["x-failed-recipients"] ?? "").split(separator: ",").prefix(1000)
      recipients = named.compactMap { address(in: $0) }.map { .init(address: $0, words: parts.text) }
    }
    guard !recipients.isEmpty else { return nil }
    let bounces = recipients.map { bounce(status: nil, words: $0.words, $0.address, returned, messageID: nil) }
    return .bounces(merged(bounces, someArrived: false))
  }

  private func bounce(
    status reported: String?, words: String, _ recipient: EmailAddress?, _ returned: ReturnedMessage, messageID: String?
  ) -> Bounce {
    let words = String(words.prefix(4000))
    let status = tellingStatus(reported: reported, words: words)
    return Bounce(
      kind: BouncePolicy.kind(status: status, words: words), status: status, words: words, recipient: recipient,
      token: bounceToken(parts.fields, [returned["return-path"]]), messageID: returned.messageID ?? messageID,
      report: id)
  }

  /// A token names one delivery; several recipients are then what a forwarding made of it, and only if all of them are
  /// gone is the reader's own mailbox of no use. The mildest says it.
  private func merged(_ bounces: [Bounce], someArrived: Bool) -> [Bounce] {
    guard bounces.first?.token != nil else { return bounces }
    let order: [Bounce.Kind] = [.policy, .soft, .hard]
    let byKind = order.compactMap { kind in bounces.first { $0.kind == kind } }
    guard var mildest = byKind.first else { return bounces }
    if someArrived, mildest.kind == .hard { mildest.kind = .soft }
    return [mildest]
  }
}
