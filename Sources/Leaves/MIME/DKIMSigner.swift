package import Crypto

/// Signs messages in the name of a domain (RFC 6376, 8301, 8463): rsa-sha256 or ed25519-sha256, as the key is;
/// relaxed/relaxed; always the whole body (no `l=`). The same message has the same signature every time.
package struct DKIMSigner: Sendable {
  private let key: SigningKey
  /// `v=` to `s=`.
  private let words: [[UInt8]]

  /// Domain and selector are dotted names; their public key stands in DNS at `SELECTOR._domainkey.DOMAIN`.
  package init(domain: String, selector: String, key: SigningKey) throws(HeaderFault) {
    for name in [domain, selector] where !isDotAtom(name.utf8) {
      throw HeaderFault(kind: .malformed(expected: "a dotted name"), text: name)
    }
    self.key = key
    let algorithm = key.kind == .ed25519 ? "ed25519-sha256" : "rsa-sha256"
    words = ["v=1;", "a=\(algorithm);", "c=relaxed/relaxed;", "d=\(domain);", "s=\(selector);"].map { Array($0.utf8) }
  }

  /// The field that stands before the message. `body` is relaxed; `time`, in seconds since 1970, is said in `t=`.
  ///
  /// Nil only if there is no memory.
  package func signature(of fields: DKIMFields, bodyHash: [UInt8], at time: Int64) -> HeaderField? {
    let words = words + [Array("t=\(time);".utf8)]
    var value = DKIMSignature(words: words, bodyHash: base64(bodyHash), names: fields.names)
    let own = relaxedField(value.field.bytes).dropLast(crlf.count)
    let covered = fields.relaxed + own
    // Ed25519 signs the hash as RSA does (RFC 8463 §3), but without knowing that it is one.
    guard let signature = key.signature(of: key.kind == .ed25519 ? sha256(covered) : covered) else { return nil }
    value.signature = base64(signature)
    return value.field
  }
}

/// What a signature says (RFC 6376 §3.5). Its white space means nothing, and `b=` is the last, so that the field without
/// the signature reads the same however the signature is folded.
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
