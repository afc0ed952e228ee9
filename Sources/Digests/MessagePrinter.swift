internal import MIME
internal import Hashing
package import Model

/// Makes the mails of one digest: an edition is encoded once, then each reader's own values are set into it.
///
/// Two calls with the same arguments give the same bytes; nothing here asks for the time, a random number or a file.
package struct MessagePrinter: Sendable {
  /// Gmail cuts off what is longer.
  package static let maxHTMLBytes = 102_400

  private let digest: String
  private let zone: Zone
  private let sender: MessageSender
  private let standing: MessageStandingFields

  /// Throws if the site has no mail settings, or if one of them cannot stand in a header.
  package init(site: Site, digest: String) throws(MessageFault) {
    guard let mail = site.mail else { throw .noMailSettings }
    (self.digest, zone) = (digest, site.zone)
    sender = try MessageSender(mail)
    standing = try MessageStandingFields(site: site, digest: digest, sender: sender)
  }

  /// Encodes an edition of issue `number`. Throws if it must not be mailed: ask before the issue is frozen.
  package func printed(_ edition: Edition, issue number: Int) throws(MessageFault) -> PrintedEdition {
    guard edition.html.utf8.count <= Self.maxHTMLBytes else {
      throw .tooLong(bytes: edition.html.utf8.count, most: Self.maxHTMLBytes)
    }
    let parts = MultipartAlternative(
      text: EncodedBody(try messagePieces(of: edition.text, part: .text)),
      html: EncodedBody(try messagePieces(of: edition.html, part: .html)),
      boundary: try messageFault(in: "the boundary") { () throws(HeaderFault) in
        try Boundary(base32(Array(sha256((edition.text + edition.html).utf8).prefix(15))))
      })
    return PrintedEdition(
      subject: try messageSubject(edition.subject), parts: parts,
      trailingFields: try standing.fields(issue: number, contentType: parts.boundary.contentType))
  }

  /// The complete message (RFC 5322) for one reader: CRLF line ends, not dot-stuffed, 7-bit except for an address
  /// that needs SMTPUTF8. A test differs by one field, `X-Courant-Test: yes`.
  package func message(
    _ edition: PrintedEdition, for reader: Addressee, messageID: String, date: Instant, isTest: Bool = false
  ) throws(MessageFault) -> [UInt8] {
    let unsubscribe = unsubscribeURL(for: reader)
    var fields = [try dateField(date)] + sender.fields
    fields += [try toField(reader), edition.subject, try messageIDField(messageID)]
    fields += [standing.listID, try unsubscribeField(unsubscribe)] + edition.trailingFields
    if isTest { fields.append(standing.test) }
    return MailMessage(fields: fields, body: body(edition, for: reader, unsubscribe)).bytes
  }
}

/// An edition encoded once, ready for any number of readers.
package struct PrintedEdition: Sendable {
  fileprivate let subject: HeaderField
  fileprivate let parts: MultipartAlternative<Edition.Blank>
  fileprivate let trailingFields: [HeaderField]
}

extension MessagePrinter {
  /// The same for every try at this issue and reader, so that a resent message is known for the same (RFC 5322 §3.6.4):
  /// `<weekly.12.HASH@research.example.org>`, where the hash hides the reader's token.
  package func messageID(issue number: Int, for reader: Addressee) -> String {
    let hash = base32(Array(sha256("\(digest)\n\(number)\n\(reader.token)".utf8).prefix(15)))
    return "<\(messageAtoms(digest)).\(number).\(hash)@\(sender.domain)>"
  }

  /// Where a reader ends this subscription; also what fills `unsubscribe_url` in the edition.
  package func unsubscribeURL(for reader: Addressee) -> String {
    sender.mailto(subject: "unsubscribe \(reader.token)")
  }
}

extension MessagePrinter {
  fileprivate func dateField(_ date: Instant) throws(MessageFault) -> HeaderField {
    try messageFault(in: "Date") { () throws(HeaderFault) in
      HeaderField("Date", try HeaderTokens(date.rfc5322(offset: zone.offset(at: date))))
    }
  }

  /// A name is a courtesy: one that holds an address (it could pose as another sender's) or nothing to read is left out.
  fileprivate func toField(_ reader: Addressee) throws(MessageFault) -> HeaderField {
    let name = reader.name.map { messageLine($0, maxScalars: 80) }.flatMap { $0.isEmpty || $0.contains("@") ? nil : $0 }
    return try messageFault(in: "To") { () throws(HeaderFault) in
      HeaderField(
        "To",
        try HeaderMailbox(
          name: name, address: reader.address.description, allowingUTF8: reader.address.isInternationalized))
    }
  }

  fileprivate func messageIDField(_ id: String) throws(MessageFault) -> HeaderField {
    try messageFault(in: "Message-ID") { () throws(HeaderFault) in HeaderField("Message-ID", try MessageID(id)) }
  }

  fileprivate func unsubscribeField(_ url: String) throws(MessageFault) -> HeaderField {
    try messageFault(in: "List-Unsubscribe") { () throws(HeaderFault) in
      HeaderField("List-Unsubscribe", try HeaderURIs([url]))
    }
  }

  fileprivate func body(_ edition: PrintedEdition, for reader: Addressee, _ unsubscribe: String) -> [UInt8] {
    let address = reader.address.description
    let (escapedAddress, escapedUnsubscribe) = (messageHTMLEscaped(address), messageHTMLEscaped(unsubscribe))
    var out: [UInt8] = []
    out.reserveCapacity(edition.parts.byteCount + 1024)
    edition.parts.append(
      to: &out,
      text: { $0 == .readerAddress ? address : unsubscribe },
      html: { $0 == .readerAddress ? escapedAddress : escapedUnsubscribe })
    return out
  }
}
