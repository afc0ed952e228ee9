internal import COpenSSLTLS
internal import Foundation

/// A receiver's check of a signed message: a second, slow implementation of RFC 6376 §6 that shares
/// no code with the signer.
package struct DKIMVerifier {
  private let fields: [(name: String, text: String)]
  private let body: String

  package init(_ message: [UInt8]) {
    let text = String(decoding: message, as: UTF8.self)
    let cut = text.range(of: "\r\n\r\n")
    let header = cut.map { String(text[..<$0.lowerBound]) } ?? text
    body = cut.map { String(text[$0.upperBound...]) } ?? ""
    fields = header.replacingOccurrences(of: "\r\n[ \t]+", with: " ", options: .regularExpression)
      .components(separatedBy: "\r\n").map { line in
        let parts = line.components(separatedBy: ":")
        return (parts[0].lowercased(), parts.dropFirst().joined(separator: ":"))
      }
  }

  /// For each signature, in the order of the message: `valid`, or the first error.
  ///
  /// - Parameter keys: public keys by the name of their DNS record; for RSA in DER, for Ed25519 the 32 octets.
  package func verdicts(_ keys: [String: [UInt8]]) -> [String] {
    fields.filter { $0.name == "dkim-signature" }.map { verdict(on: $0.text, keys) }
  }

  /// The tags of each signature, without white space.
  package var tags: [[String: String]] { fields.filter { $0.name == "dkim-signature" }.map { Self.tags($0.text) } }

  private static func tags(_ text: String) -> [String: String] {
    let pairs = text.filter { !$0.isWhitespace }.components(separatedBy: ";").filter { !$0.isEmpty }.map { tag in
      let parts = tag.components(separatedBy: "=")
      return (parts[0], parts.dropFirst().joined(separator: "="))
    }
    return Dictionary(pairs) { $1 }
  }

  private func verdict(on text: String, _ keys: [String: [UInt8]]) -> String {
    let tags = Self.tags(text)
    guard tags["v"] == "1", tags["c"] == "relaxed/relaxed", tags["l"] == nil else { return "a tag is wrong" }
    guard let key = keys["\(tags["s"] ?? "")._domainkey.\(tags["d"] ?? "")"] else { return "no key" }
    guard Data(base64Encoded: tags["bh"] ?? "") == hash(Data(relaxedBody.utf8)) else { return "the body is another" }
    let signed = relaxedHeader(tags["h"] ?? "") + "dkim-signature:" + relaxed(withoutSignature(text))
    guard let signature = Data(base64Encoded: tags["b"] ?? "") else { return "no signature" }
    let isEd25519 = tags["a"] == "ed25519-sha256"
    guard isEd25519 || tags["a"] == "rsa-sha256" else { return "an unknown algorithm" }
    let message = isEd25519 ? Array(hash(Data(signed.utf8))) : Array(signed.utf8)
    return isValid(Array(signature), of: message, by: key, isEd25519: isEd25519) ? "valid" : "the header is another"
  }

  private func relaxed(_ text: String) -> String {
    text.replacingOccurrences(of: "[ \t]+", with: " ", options: .regularExpression)
      .trimmingCharacters(in: CharacterSet(charactersIn: " "))
  }

  private var relaxedBody: String {
    var lines = body.components(separatedBy: "\r\n").map {
      $0.replacingOccurrences(of: "[ \t]+", with: " ", options: .regularExpression)
        .replacingOccurrences(of: " $", with: "", options: .regularExpression)
    }
    while lines.last == "" { lines.removeLast() }
    return lines.map { $0 + "\r\n" }.joined()
  }

  /// Each name selects the last field of that name not selected before (§5.4.2).
  private func relaxedHeader(_ names: String) -> String {
    var remaining = fields
    return names.lowercased().components(separatedBy: ":").map { name in
      guard let index = remaining.lastIndex(where: { $0.name == name }) else { return "" }
      return "\(name):\(relaxed(remaining.remove(at: index).text))\r\n"
    }.joined()
  }

  private func withoutSignature(_ text: String) -> String {
    text.replacingOccurrences(of: "(; *b=)[^;]*", with: "$1", options: .regularExpression)
  }
}

private func hash(_ data: Data) -> Data {
  let message = Array(data)
  return Data(
    unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
      unsafe SHA256(message, message.count, digest.baseAddress)
      count = 32
    })
}

private func isValid(_ signature: [UInt8], of message: [UInt8], by key: [UInt8], isEd25519: Bool) -> Bool {
  let publicKey: OpaquePointer? = unsafe key.withUnsafeBufferPointer { bytes in
    if isEd25519 { return unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes.baseAddress, bytes.count) }
    var start = bytes.baseAddress
    return unsafe d2i_PUBKEY(nil, &start, bytes.count)
  }
  guard let publicKey = unsafe publicKey, let context = unsafe EVP_MD_CTX_new() else { return false }
  defer {
    unsafe EVP_MD_CTX_free(context)
    unsafe EVP_PKEY_free(publicKey)
  }
  let hash = unsafe isEd25519 ? nil : EVP_sha256()
  guard unsafe EVP_DigestVerifyInit(context, nil, hash, nil, publicKey) == 1 else { return false }
  return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
}
