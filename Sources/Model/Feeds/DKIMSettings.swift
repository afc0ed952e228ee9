/// `[mail.dkim]`: who signs the mails (RFC 6376).
package struct DKIMSettings: Hashable, Sendable {
  /// A private key, and where its public half stands in DNS: `SELECTOR._domainkey.DOMAIN`.
  package struct Key: Hashable, Sendable {
    package var selector: String
    /// PKCS #8 in PEM: relative to the site folder, or absolute.
    package var file: String

    package init(selector: String, file: String) { (self.selector, self.file) = (selector, file) }
  }

  /// In lower case and A-labels; the From address's, or above it.
  package var domain: String
  package var key: Key
  /// Of a second signature, with Ed25519 (RFC 8463).
  package var ed25519: Key?

  package init(domain: String, key: Key, ed25519: Key? = nil) {
    (self.domain, self.key, self.ed25519) = (domain, key, ed25519)
  }

  package var keys: [Key] { [key] + (ed25519.map { [$0] } ?? []) }
}

extension DKIMSettings.Key {
  /// Where DNS holds the public key (RFC 6376 §3.6.2.1).
  package func recordName(in domain: String) -> String { "\(selector)._domainkey.\(domain)" }
}
