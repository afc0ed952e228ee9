internal import Cryptography
internal import Model

extension SQLLedger {
  /// Created with HMAC-SHA256, keyed with the site's secret, and written in base32.
  var tokens: Tokens {
    Tokens(
      Tokens.Craft(
        hash: { [secret] in hmacSHA256(key: secret, $0) }, areEqual: { constantTimeEqual($0, $1) },
        text: { base32($0) }, bytes: { bytes(base32: $0) }))
  }

  /// A token of this site that ends no subscription: subscription numbers start at 1.
  package var probeToken: String { tokens.token(.subscription, of: 0) }
}
