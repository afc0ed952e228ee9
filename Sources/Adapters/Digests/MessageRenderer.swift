internal import Cryptography
package import MIME
package import Model
internal import Text
package import Time

/// Renders the messages of one digest: an edition is encoded once, then each reader's values are inserted and the
/// message is signed.
///
/// Two calls with the same arguments return the same bytes; nothing here uses the time, random numbers or files.
package struct MessageRenderer: Sendable {
  private let digest: String
  /// Part of every Message-ID.
  private let atoms: String
  private let zone: Zone
  private let sender: MessageSender
  private let signUp: SignUpWords
  /// The URL of all pages of preferences, without the token.
  private let preferences: String
  private let standing: MessageStandingFields
  private let signing: SenderSigning

  /// Throws if the site has no mail settings, or one that a header may not contain. If the site signs its messages,
  /// `signers` must have its keys when messages are rendered.
  ///
  /// - Parameters:
  ///   - digest: its name when its issue was frozen.
  ///   - renamed: its name now, if that differs. Its sender and its title are those of today's settings.
  package init(
    site: Site, digest: String, renamed: String? = nil, signers: MailSigners = .none
  ) throws(MessageFault) {
    let site = site.digest(renamed ?? digest).map(site.inMails) ?? site
    guard let mail = site.mail else { throw .noMailSettings }
    self.digest = digest
    zone = site.zone
    atoms = messageAtoms(digest)
    signing = signers.signing(for: mail)
    sender = try MessageSender(mail)
    signUp = SignUpWords(site: site, digest: digest)
    preferences = site.address("preferences/")
    standing = try MessageStandingFields(site: site, digest: digest, sender: sender)
  }

  /// Encodes an edition of issue `number`; all its messages have this date. Throws if the edition must not be mailed,
  /// so call it before the issue is frozen.
  ///
  /// - Parameter attached: files in each message.
  package func encoded(
    _ edition: Edition, issue number: Int, date: Instant, attached: [AttachedPart] = []
  ) throws(MessageFault) -> EncodedEdition {
    guard edition.html.utf8.count <= MailSize.longestHTML else {
      throw .tooLong(bytes: edition.html.utf8.count, most: MailSize.longestHTML)
    }
    try signing.check()
    let parts = MultipartAlternative(
      text: EncodedBody(try messagePieces(of: edition.text, part: .text)),
      html: EncodedBody(try messagePieces(of: edition.html, part: .html)),
      boundary: try messageFault(in: "the boundary") { () throws(HeaderFault) in
        try Boundary(base32(Array(sha256((edition.text + edition.html).utf8).prefix(15))))
      }, attached: attached)
    let header = try header(edition.subject, issue: number, date: date, contentType: parts.contentType)
    return EncodedEdition(
      header: header.form, parts: parts, signature: MessageSignature(signing.signers, header.parts, parts, date: date))
  }

  /// Throws the errors that ``encoded(_:issue:date:)`` would throw for an edition that has passed its preflight.
  package func check(_ edition: FrozenEdition, issue number: Int, date: Instant) throws(MessageFault) {
    try signing.check()
    let type = try messageFault(in: "Content-Type") { () throws(HeaderFault) in
      try HeaderTokens("multipart/alternative")
    }
    _ = try header(edition.subject, issue: number, date: date, contentType: type)
  }

  /// The complete message (RFC 5322) for one reader: CRLF line endings, not dot-stuffed, 7-bit except for an address
  /// that needs SMTPUTF8. A test message differs in one field, `X-Courant-Test: yes`, which no signature covers.
  package func message(
    _ edition: EncodedEdition, for reader: Addressee, messageID: String, isTest: Bool = false
  ) throws(MessageFault) -> [UInt8] {
    let values = try values(of: reader, messageID: messageID)
    var message: [UInt8] = []
    message.reserveCapacity(edition.header.byteCount + edition.parts.byteCount + MessageValues.room + 1024)
    if let signature = edition.signature { message += try signature.fields(values).flatMap(\.bytes) }
    edition.header.append(to: &message) { blank, out in out += values.field(blank).bytes }
    if isTest { message += standing.test.bytes }
    message += [0x0D, 0x0A]
    values.append(edition.parts, to: &message)
    return message
  }
}

/// An edition encoded once, for use by any number of readers, on any number of threads.
package struct EncodedEdition: Sendable {
  fileprivate let header: BlankForm<MessageField>
  fileprivate let parts: MultipartAlternative<Edition.Blank>
  fileprivate let signature: MessageSignature?
}

extension MessageRenderer {
  /// The same for every attempt at this issue and reader, so that a resent message is recognised as the
  /// same (RFC 5322 §3.6.4): `<weekly.12.HASH@research.example.org>`, where the hash hides the issue's
  /// identity and the reader's token.
  ///
  /// - Parameters:
  ///   - domain: the domain frozen with the issue; nil for ``messageDomain``.
  ///   - identity: the identity of the issue; nil if it was frozen without one.
  package func messageID(
    issue number: Int, for reader: Addressee, domain: String? = nil, identity: String? = nil
  ) -> String {
    let issue = identity ?? "\(digest)\n\(number)"
    let hash = base32(Array(sha256("\(issue)\n\(reader.token)".utf8).prefix(15)))
    return "<\(atoms).\(number).\(hash)@\(domain ?? messageDomain)>"
  }

  /// For new issues: the domain of From in the current settings.
  package var messageDomain: String { sender.domain }

  /// Where a reader ends this subscription: an https page if the site has one, otherwise a mailto URL. Also the value
  /// of `unsubscribe_url` in the edition.
  package func unsubscribeURL(for reader: Addressee) -> String { sender.unsubscribeURIs(token: reader.token)[0] }

  /// The edition with the values of a reader in its blanks, to look at.
  package func shown(_ edition: Edition, to reader: Addressee) -> (html: String, text: String) {
    let values: [Edition.Blank: String] = [
      .readerAddress: reader.address.description, .unsubscribeURL: unsubscribeURL(for: reader),
      .preferencesURL: preferences + reader.token, .signedUp: signUp.text(for: reader),
    ]
    let html = values.reduce(edition.html) { $0.replacing($1.key.token, with: escapedHTML($1.value)) }
    return (html, values.reduce(edition.text) { $0.replacing($1.key.token, with: $1.value) })
  }
}

extension MessageRenderer {
  private func header(
    _ subject: String, issue number: Int, date: Instant, contentType: HeaderTokens
  ) throws(MessageFault) -> MessageHeader {
    var header = MessageHeader()
    ([try dateField(date)] + sender.fields).forEach { header.append($0) }
    header.append(.to)
    header.append(try messageSubject(subject))
    header.append(.messageID)
    header.append(standing.listID)
    header.append(.unsubscribe)
    try standing.fields(issue: number, contentType: contentType).forEach { header.append($0) }
    return header
  }

  private func values(of reader: Addressee, messageID: String) throws(MessageFault) -> MessageValues {
    let uris = sender.unsubscribeURIs(token: reader.token)
    let address = reader.address.description
    return MessageValues(
      to: try toField(reader, address), messageID: try messageIDField(messageID),
      unsubscribe: try unsubscribeField(uris),
      address: address, unsubscribeURL: uris[0], preferencesURL: preferences + reader.token,
      signedUp: signUp.text(for: reader))
  }

  private func dateField(_ date: Instant) throws(MessageFault) -> HeaderField {
    try messageFault(in: "Date") { () throws(HeaderFault) in
      HeaderField("Date", try HeaderTokens(date.rfc5322(offset: zone.offset(at: date))))
    }
  }

  /// The name is optional: it is left out if it shows nothing, or contains an address and could
  /// pose as another sender's.
  private func toField(_ reader: Addressee, _ address: String) throws(MessageFault) -> HeaderField {
    let name = reader.name.map { messageLine($0, maxScalars: 80) }.flatMap { $0.isEmpty || $0.contains("@") ? nil : $0 }
    return try messageFault(in: "To") { () throws(HeaderFault) in
      HeaderField(
        "To",
        try HeaderMailbox(name: name, address: address, allowingUTF8: reader.address.isInternationalized))
    }
  }

  private func messageIDField(_ id: String) throws(MessageFault) -> HeaderField {
    try messageFault(in: "Message-ID") { () throws(HeaderFault) in HeaderField("Message-ID", try MessageID(id)) }
  }

  private func unsubscribeField(_ uris: [String]) throws(MessageFault) -> HeaderField {
    try messageFault(in: "List-Unsubscribe") { () throws(HeaderFault) in
      HeaderField("List-Unsubscribe", try HeaderURIs(uris))
    }
  }
}
