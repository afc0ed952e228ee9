internal import Cryptography
internal import MIME
internal import Model
internal import Time

/// The parts of an edition's messages that signatures cover: header and body in DKIM's canonical form,
/// relaxed once for all readers.
struct MessageSignature: Sendable {
  private let forms: [DKIMForm]
  private let header: DKIMHeader<MessageField>
  private let parts: MultipartAlternative<Edition.Blank>
  private let beginning: HashState

  /// Nil if there is no signer. The messages' own date becomes `t=`, so that resent and previewed messages are identical.
  init?(
    _ signers: [DKIMSigner], _ header: [MessageHeader.Part], _ parts: MultipartAlternative<Edition.Blank>, date: Instant
  ) {
    guard !signers.isEmpty else { return nil }
    let covered = DKIMHeader(header.map(\.signed))
    forms = signers.map { $0.form(over: covered, at: date.seconds) }
    self.header = covered
    self.parts = parts.relaxed()
    beginning = self.parts.hashedBeginning()
  }

  /// The fields to put before the others.
  func fields(_ values: MessageValues) throws(MessageFault) -> [HeaderField] {
    let hash = values.hash(parts, after: beginning)
    let covered = header.filled(values.field)
    var fields: [HeaderField] = []
    for form in forms.reversed() {
      guard let field = form.signature(of: covered, bodyHash: hash) else { throw .unsigned }
      fields.append(field)
    }
    return fields
  }
}
