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
  /// Of every Message-ID.
  private let atoms: String
  private let zone: Zone
  private let sender: MessageSender
  private let standing: MessageStandingFields

  /// Throws if the site has no mail settings, or if one of them cannot stand in a header.
  package init(site: Site, digest: String) throws(MessageFault) {
    guard let mail = site.mail else { throw .noMailSettings }
    (self.digest, zone, atoms) = (digest, site.zone, messageAtoms(digest))
    sender = try MessageSender(mail)
    standing = try MessageStandingFields(site: site, digest: digest, sender: sender)
  }

  /// Encodes an edition of issue `number`, whose mails all bear this date. Throws if it must not be mailed: ask before
  /// the issue is frozen.
  package func printed(_ edition: Edition, issue number: Int, date: Instant) throws(MessageFault) -> PrintedEdition {
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
      header: header(
        date: try dateField(date), subject: try messageSubject(edition.subject),
        trailing: try standing.fields(issue: number, contentType: parts.boundary.contentType)),
      parts: parts)
  }

  /// The complete message (RFC 5322) for one reader: CRLF line ends, not dot-stuffed, 7-bit except for an address
  /// that needs SMTPUTF8. A test differs by one field, `X-Courant-Test: yes`.
  package func message(
    _ edition: PrintedEdition, for reader: Addressee, messageID: String, isTest: Bool = false
  ) throws(MessageFault) -> [UInt8] {
    let unsubscribe = unsubscribeURL(for: reader)
    let address = reader.address.description
    let (to, id) = (try toField(reader, address), try messageIDField(messageID))
    let list = try unsubscribeField(unsubscribe)
    let message = MailMessage(capacity: edition.byteCount + Self.roomForReader) { out in
      edition.header.append(to: &out) { blank, out in
        switch blank {
        case .to: out += to.bytes
        case .messageID: out += id.bytes
        case .unsubscribe: out += list.bytes
        case .test: if isTest { out += standing.test.bytes }
        }
      }
    } body: { out in
      appendBody(of: edition, address, unsubscribe, to: &out)
    }
    return message.bytes
  }

  /// For the reader's own fields, and for what fills the blanks.
  private static let roomForReader = 1024
}

/// An edition encoded once, ready for any number of readers, on any number of threads.
package struct PrintedEdition: Sendable {
  /// A field that each reader has for themselves.
  fileprivate enum Field: Sendable { case to, messageID, unsubscribe, test }

  fileprivate let header: BlankForm<Field>
  fileprivate let parts: MultipartAlternative<Edition.Blank>

  fileprivate var byteCount: Int { header.byteCount + parts.byteCount }
}

extension MessagePrinter {
  /// The same for every try at this issue and reader, so that a resent message is known for the same (RFC 5322 §3.6.4):
  /// `<weekly.12.HASH@research.example.org>`, where the hash hides the reader's token.
  package func messageID(issue number: Int, for reader: Addressee) -> String {
    let hash = base32(Array(sha256("\(digest)\n\(number)\n\(reader.token)".utf8).prefix(15)))
    return "<\(atoms).\(number).\(hash)@\(sender.domain)>"
  }

  /// Where a reader ends this subscription; also what fills `unsubscribe_url` in the edition.
  package func unsubscribeURL(for reader: Addressee) -> String {
    sender.mailto(subject: "unsubscribe \(reader.token)")
  }
}

extension MessagePrinter {
  /// All fields of a message, in their order.
  fileprivate func header(
    date: HeaderField, subject: HeaderField, trailing: [HeaderField]
  ) -> BlankForm<PrintedEdition.Field> {
    var header = BlankForm<PrintedEdition.Field>()
    ([date] + sender.fields).forEach { header.append($0.bytes) }
    header.append(.to)
    header.append(subject.bytes)
    header.append(.messageID)
    header.append(standing.listID.bytes)
    header.append(.unsubscribe)
    trailing.forEach { header.append($0.bytes) }
    header.append(.test)
    return header
  }

  fileprivate func dateField(_ date: Instant) throws(MessageFault) -> HeaderField {
    try messageFault(in: "Date") { () throws(HeaderFault) in
      HeaderField("Date", try HeaderTokens(date.rfc5322(offset: zone.offset(at: date))))
    }
  }

  /// A name is a courtesy: one that holds an address (it could pose as another sender's) or nothing to read is left out.
  fileprivate func toField(_ reader: Addressee, _ address: String) throws(MessageFault) -> HeaderField {
    let name = reader.name.map { messageLine($0, maxScalars: 80) }.flatMap { $0.isEmpty || $0.contains("@") ? nil : $0 }
    return try messageFault(in: "To") { () throws(HeaderFault) in
      HeaderField(
        "To",
        try HeaderMailbox(name: name, address: address, allowingUTF8: reader.address.isInternationalized))
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

  fileprivate func appendBody(
    of edition: PrintedEdition, _ address: String, _ unsubscribe: String, to out: inout [UInt8]
  ) {
    edition.parts.append(to: &out) { blank in
      switch blank {
      case .readerAddress: address
      case .unsubscribeURL: unsubscribe
      }
    } html: { blank in
      switch blank {
      case .readerAddress: messageHTMLEscaped(address)
      case .unsubscribeURL: messageHTMLEscaped(unsubscribe)
      }
    }
  }
}
