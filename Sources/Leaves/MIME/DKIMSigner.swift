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
    let words = words + [Array("t=\(time);".utf8)]
    var value = DKIMSignature(words: words, bodyHash: base64(bodyHash), names: fields.names)
    let own = relaxedField(value.field.bytes).dropLast(crlf.count)
    let covered = fields.relaxed + own
    // Ed25519 takes the SHA-256 hash as its message (RFC 8463 §3).
    guard let signature = key.signature(of: key.kind == .ed25519 ? sha256(covered) : covered) else { return nil }
    value.signature = base64(signature)
    return value.field
  }
}

/// The tags of a signature (RFC 6376 §3.5). White space in it is ignored, and `b=` is last, so the field without the
/// signature reads the same however the signature is folded.
private struct DKIMSignature: HeaderValue {
  let words: [[UInt8]]
  let bodyHash: [UInt8]
  let names: [[UInt8]]
  var signature: [UInt8] = []

  var field: HeaderField { HeaderField("DKIM-Signature", self) }

  func write(to line: inout HeaderLine) {
    words.forEach { line.put($0) }
    line.put([UInt8]("bh=".utf8) + bodyHash + [UInt8(ascii: ";")])
    for word in names {
      line.fold()
      line.put(word)
    }
    line.fold()
    let text = [UInt8]("b=".utf8) + signature
    for start in stride(from: 0, to: text.count, by: HeaderLine.columns - 1) {
      line.put(text[start..<min(start + HeaderLine.columns - 1, text.count)])
    }
  }
}
