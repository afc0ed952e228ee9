package import Cryptography

/// Signs messages in the name of a domain (RFC 6376, 8301, 8463): rsa-sha256 or ed25519-sha256, depending on the key;
/// relaxed/relaxed; always the whole body (no `l=`). The same message always gets the same signature.
package struct DKIMSigner: Sendable {
  private let key: SigningKey
  /// The tags `v=` to `s=`.
  private let words: [[UInt8]]

  /// Domain and selector are dotted names; the public key is in DNS at `SELECTOR._domainkey.DOMAIN`.
  package init(domain: String, selector: String, key: SigningKey) throws(HeaderFault) {
    for name in [domain, selector] where !isDotAtom(name.utf8) {
      throw HeaderFault(kind: .malformed(expected: "a dotted name"), text: name)
    }
    self.key = key
    let algorithm = key.kind == .ed25519 ? "ed25519-sha256" : "rsa-sha256"
    words = ["v=1;", "a=\(algorithm);", "c=relaxed/relaxed;", "d=\(domain);", "s=\(selector);"].map { Array($0.utf8) }
  }

  /// The field to put before the message. `body` is relaxed; `time`, in seconds since 1970, becomes `t=`.
  ///
  /// Nil only if memory runs out.
  package func signature(of fields: DKIMFields, bodyHash: [UInt8], at time: Int64) -> HeaderField? {
    form(names: fields.names, at: time).signature(of: fields, bodyHash: bodyHash)
  }

  /// For all messages with these fields at this time.
  package func form<Blank>(over header: DKIMHeader<Blank>, at time: Int64) -> DKIMForm {
    form(names: header.names, at: time)
  }

  private func form(names: [[UInt8]], at time: Int64) -> DKIMForm {
    DKIMForm(key: key, words: words + [Array("t=\(time);".utf8)], names: names)
  }
}

/// The signatures of messages that differ in nothing but the hashes and the signature itself.
package struct DKIMForm: Sendable {
  private let key: SigningKey
  /// The field up to `b=`, with a blank for `bh=`.
  private let field: BlankForm<Void>
  /// What the signature covers of it, in the form that is hashed.
  private let covered: BlankForm<Void>

  fileprivate init(key: SigningKey, words: [[UInt8]], names: [[UInt8]]) {
    self.key = key
    // As long as base64 of a SHA-256 hash, so that the field is folded at the same places, and never a part of it.
    let blank = [UInt8](repeating: UInt8(ascii: "*"), count: 44)
    let unsigned = DKIMSignature(words: words, bodyHash: blank, names: names).field.bytes
    field = Self.form(unsigned.dropLast(Self.unsignedEnd.count), blank)
    covered = Self.form(relaxedField(unsigned).dropLast(crlf.count), blank)
  }

  /// Nil only if memory runs out.
  package func signature(of fields: DKIMFields, bodyHash: [UInt8]) -> HeaderField? {
    let hash = base64(bodyHash)
    var covered = fields.relaxed
    self.covered.append(to: &covered) { $1 += hash }
    // Ed25519 takes the SHA-256 hash as its message (RFC 8463 §3).
    guard let signature = key.signature(of: key.kind == .ed25519 ? sha256(covered) : covered) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(field.byteCount + 2 * signature.count)
    field.append(to: &bytes) { $1 += hash }
    let text = [UInt8]("b=".utf8) + base64(signature)
    for start in stride(from: 0, to: text.count, by: HeaderLine.columns - 1) {
      bytes.append(UInt8(ascii: " "))
      bytes += text[start..<min(start + HeaderLine.columns - 1, text.count)]
      bytes += crlf
    }
    return HeaderField(name: "DKIM-Signature", bytes: bytes)
  }

  private static let unsignedEnd = Array(" b=\r\n".utf8)

  private static func form(_ bytes: ArraySlice<UInt8>, _ blank: [UInt8]) -> BlankForm<Void> {
    var form = BlankForm<Void>()
    let place = bytes.firstRange(of: blank) ?? bytes.endIndex..<bytes.endIndex
    form.append(Array(bytes[..<place.lowerBound]))
    form.append(())
    form.append(Array(bytes[place.upperBound...]))
    return form
  }
}

/// The tags of a signature (RFC 6376 §3.5) without the signature. White space in it is ignored, and `b=` is last, so the
/// field reads the same however the signature is folded.
private struct DKIMSignature: HeaderValue {
  let words: [[UInt8]]
  let bodyHash: [UInt8]
  let names: [[UInt8]]

  var field: HeaderField { HeaderField("DKIM-Signature", self) }

  func write(to line: inout HeaderLine) {
    words.forEach { line.put($0) }
    line.put([UInt8]("bh=".utf8) + bodyHash + [UInt8(ascii: ";")])
    for word in names {
      line.fold()
      line.put(word)
    }
    line.fold()
    line.put([UInt8]("b=".utf8))
  }
}
