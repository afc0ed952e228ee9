internal import Cryptography
internal import MIME
package import Model
package import Templates
internal import Text
package import Time

/// Renders letters. Two calls with the same arguments return the same bytes; nothing here uses the time, random numbers or
/// files.
package struct LetterRenderer: Sendable {
  private let site: Site
  private let templates: TemplateSet
  private let sender: MessageSender
  private let signing: SenderSigning

  /// Throws if the site has no mail settings, or one that a header may not contain. If the site signs its messages,
  /// `signers` must have its keys when letters are rendered.
  package init(site: Site, templates: TemplateSet, signers: MailSigners = .none) throws(MessageFault) {
    guard let mail = site.mailOfLetters else { throw .noMailSettings }
    self.site = site
    self.templates = templates
    signing = signers.signing(for: mail)
    sender = try MessageSender(mail)
  }

  /// The complete message (RFC 5322): CRLF line endings, not dot-stuffed, 7-bit except for an address that needs
  /// SMTPUTF8. Throws a ``MessageFault`` or a `TemplateError` if it must not be mailed.
  package func message(_ letter: Letter) throws -> [UInt8] {
    try signing.check()
    let (subject, language, text, html) = try content(letter)
    let parts = MultipartAlternative<Never>(
      text: EncodedBody([.text(text)]), html: EncodedBody([.text(html)]), boundary: try boundary(text + html))
    let fields = try fields(of: letter, (subject, language), parts.contentType)
    var message: [UInt8] = []
    for signature in try signatures(fields, parts, of: letter) { message += signature.bytes }
    for field in fields { message += field.bytes }
    message += [0x0D, 0x0A]
    parts.append(to: &message, text: Self.value(of:), html: Self.value(of:))
    return message
  }

  /// Renders a letter of each kind, so that an error in a template is found before there is anything to send.
  package func rehearse() throws {
    for kind in Letter.Kind.allCases { _ = try sample(of: kind) }
  }

  /// A letter of this kind, to look at; nil if letters of the kind are rendered in another way.
  package func sample(
    of kind: Letter.Kind, asked: Instant = Instant(seconds: 0)
  ) throws -> (subject: String, text: String, html: String)? {
    guard let address = EmailAddress("reader@example.org") else { return nil }
    var letter = Letter(kind, id: .init(1), to: address, asked: asked)
    letter.permit = "token"
    letter.preferences = "token"
    letter.feedToken = "token"
    letter.wanted = site.digests.map { WantedDigest($0.name) }
    guard let words = LetterWords(letter, of: site) else { return nil }
    let (text, html) = try documents(words)
    return (words.subject, text, html)
  }

  /// The same for every attempt: `<letter.12.HASH@research.example.org>`.
  package func messageID(of letter: Letter) -> String {
    "<\(Self.messageIDLocalPart(of: letter))@\(sender.domain)>"
  }

  /// Made from the letter's secret token, so only someone who has seen the message knows it.
  package static func messageIDLocalPart(of letter: Letter) -> String {
    let secret = letter.permit ?? letter.preferences ?? letter.note?.text ?? ""
    let hash = base32(Array(sha256("letter\n\(letter.id.number)\n\(secret)".utf8).prefix(15)))
    return "letter.\(letter.id.number).\(hash)"
  }
}

extension LetterRenderer {
  private func content(_ letter: Letter) throws -> (subject: String, language: String, text: String, html: String) {
    if let note = letter.note { return (note.subject, "en", mailText(note.text), Self.html(note)) }
    guard let words = LetterWords(letter, of: site) else { throw MessageFault.noLink }
    let (text, html) = try documents(words)
    return (words.subject, words.language, text, html)
  }

  /// The text unchanged, with line breaks that fit a phone.
  private static func html(_ note: OperatorNote) -> String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">
    <title>\(escapedHTML(note.subject))</title></head>
    <body><div style="white-space: pre-wrap; font-family: monospace">\(escapedHTML(note.text))</div></body></html>

    """
  }

  private func documents(_ words: LetterWords) throws -> (text: String, html: String) {
    let html = try templates.render("letter.html", words.record)
    let text = mailText(try templates.render("letter.text", words.record))
    try check(html, words, part: .html)
    try check(text, words, part: .text)
    return (text, html)
  }

  private func fields(
    of letter: Letter, _ words: (subject: String, language: String), _ contentType: HeaderTokens
  ) throws(MessageFault) -> [HeaderField] {
    let date = letter.asked.rfc5322(offset: site.zone.offset(at: letter.asked))
    var fields = [try tokens("Date", date)] + sender.fields
    fields.append(
      try messageFault(in: "To") { () throws(HeaderFault) in
        HeaderField(
          "To",
          try HeaderMailbox(
            name: nil, address: letter.address.description, allowingUTF8: letter.address.isInternationalized))
      })
    fields.append(try messageSubject(words.subject))
    fields.append(
      try messageFault(in: "Message-ID") { () throws(HeaderFault) in
        HeaderField("Message-ID", try MessageID(messageID(of: letter)))
      })
    // RFC 3834 §5: no out-of-office replies.
    fields.append(try tokens("Auto-Submitted", "auto-generated"))
    fields.append(try tokens("MIME-Version", "1.0"))
    fields.append(HeaderField("Content-Type", contentType))
    fields.append(try tokens("Content-Language", words.language))
    return fields
  }

  private func tokens(_ name: StaticString, _ text: String) throws(MessageFault) -> HeaderField {
    try messageFault(in: name.description) { () throws(HeaderFault) in HeaderField(name, try HeaderTokens(text)) }
  }

  private func boundary(_ body: String) throws(MessageFault) -> Boundary {
    try messageFault(in: "the boundary") { () throws(HeaderFault) in
      try Boundary(base32(Array(sha256(body.utf8).prefix(15))))
    }
  }

  /// The fields to put before the others.
  private func signatures(
    _ fields: [HeaderField], _ parts: MultipartAlternative<Never>, of letter: Letter
  ) throws(MessageFault) -> [HeaderField] {
    if signing.signers.isEmpty { return [] }
    var body: [UInt8] = []
    parts.relaxed().append(to: &body, text: Self.value(of:), html: Self.value(of:))
    let hash = sha256(body)
    let covered = DKIMHeader<Never>(fields.map { .field($0) }).filled(Self.value(of:))
    var signatures: [HeaderField] = []
    for signer in signing.signers.reversed() {
      guard let field = signer.signature(of: covered, bodyHash: hash, at: letter.asked.seconds) else { throw .unsigned }
      signatures.append(field)
    }
    return signatures
  }

  /// A letter is complete as rendered: it has no blanks.
  private static func value<Value>(of blank: Never) -> Value {}

  /// A letter without its link, or a template that shows none, is never mailed.
  private func check(_ document: String, _ words: LetterWords, part: MessageFault.Part) throws(MessageFault) {
    for url in [words.url, words.refuseURL].compactMap(\.self) where !document.contains(url) {
      throw .lettersLink(part, url: url == words.url ? "url" : "refuse_url")
    }
    for address in words.addresses where !document.contains(address.url) { throw .lettersAddress(part) }
  }
}
