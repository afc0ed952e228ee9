/// How messages of one sender's domain are signed (RFC 6376): `[mail.dkim]`, or a table in `[mail.dkim.domains]`.
package struct DKIMSettings: Hashable, Sendable {
  /// A private key, with the selector of its public key in DNS: `SELECTOR._domainkey.DOMAIN`.
  package struct Key: Hashable, Sendable {
    package var selector: String
    /// PKCS #8 in PEM: a path relative to the site folder, or an absolute one.
    package var file: String

    package init(selector: String, file: String) {
      self.selector = selector
      self.file = file
    }
  }

  /// In lower case and A-labels: the domain of the From address or a parent of it.
  package var domain: String
  package var key: Key
  /// The key of a second signature, with Ed25519 (RFC 8463).
  package var ed25519: Key?
  /// The name of its table in `schedule.conf`.
  package var table = "mail.dkim"

  package init(domain: String, key: Key, ed25519: Key? = nil) {
    self.domain = domain
    self.key = key
    self.ed25519 = ed25519
  }

  package var keys: [Key] { [key] + (ed25519.map { [$0] } ?? []) }
}

extension DKIMSettings.Key {
  /// The DNS name of the public key (RFC 6376 §3.6.2.1).
  package func recordName(in domain: String) -> String { "\(selector)._domainkey.\(domain)" }
}

/// Whether a signature of `domain` counts for DMARC: only if it is the sender's domain, or one above it (RFC 7489 §3.1.1).
package func isAligned(_ domain: String, with sender: String) -> Bool {
  sender == domain || sender.hasSuffix("." + domain) && domain.contains(".")
}
