internal import Text

/// The TXT record at `SELECTOR._domainkey.DOMAIN` (RFC 6376 §3.6.1).
package struct DKIMRecord: Hashable, Sendable {
  /// `rsa`, `ed25519` or an unknown algorithm.
  package let algorithm: String
  /// `p=` without white space; empty for a revoked key.
  package let publicKey: String
  /// `t=y`: receivers treat signed mail as if it were unsigned.
  package let isTesting: Bool

  /// Nil if the text is not such a record.
  package init?(_ text: String) {
    guard let tags = TagList(text), let key = tags["p"] else { return nil }
    if let version = tags["v"], version != "DKIM1" || tags.names.first != "v" { return nil }
    algorithm = tags["k"] ?? "rsa"
    publicKey = key.filter { !$0.isWhitespace }
    let flags = (tags["t"] ?? "").split(separator: ":").map { $0.trimmed }
    isTesting = flags.contains("y")
  }

  /// The record for a key, as strings of at most 255 octets, the limit of a DNS string (RFC 1035 §3.3).
  package static func strings(algorithm: String, publicKey: String) -> [String] {
    var rest = "v=DKIM1; k=\(algorithm); p=\(publicKey)"[...]
    var strings: [String] = []
    while !rest.isEmpty {
      strings.append(String(rest.prefix(255)))
      rest = rest.dropFirst(255)
    }
    return strings
  }
}
