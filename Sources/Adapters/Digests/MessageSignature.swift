internal import Cryptography
internal import MIME
internal import Model
internal import Time

/// The parts of an edition's messages that signatures cover: header and body in DKIM's canonical form,
/// relaxed once for all readers.
struct MessageSignature: Sendable {
  private let signers: [DKIMSigner]
  private let header: DKIMHeader<MessageField>
  private let parts: MultipartAlternative<Edition.Blank>
  /// `t=`: the message's own date, so that resent and previewed messages are identical.
  private let time: Int64

  /// Nil if there is no signer.
  init?(
    _ signers: [DKIMSigner], _ header: [MessageHeader.Part], _ parts: MultipartAlternative<Edition.Blank>, date: Instant
  ) {
    guard !signers.isEmpty else { return nil }
    self.signers = signers
    time = date.seconds
    self.header = DKIMHeader(header.map(\.signed))
    self.parts = parts.relaxed()
  }

  /// The fields to put before the others.
  func fields(_ values: MessageValues) throws(MessageFault) -> [HeaderField] {
    var body: [UInt8] = []
    body.reserveCapacity(parts.byteCount + MessageValues.room)
    values.append(parts, to: &body)
    let covered = header.filled(values.field)
    let hash = sha256(body)
    var fields: [HeaderField] = []
    for signer in signers.reversed() {
      guard let field = signer.signature(of: covered, bodyHash: hash, at: time) else { throw .unsigned }
      fields.append(field)
    }
    return fields
  }
}
