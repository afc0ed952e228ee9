package import Crypto
internal import MIME
package import Model

/// Who signs a site's mails, with the keys in hand.
package struct MailSigners: Sendable {
  /// The last one's signature stands first in a message.
  let all: [DKIMSigner]

  /// For a site that leaves signing to its relay.
  package static let none = MailSigners(all: [])

  private init(all: [DKIMSigner]) { self.all = all }

  /// `keys` in the order of ``DKIMSettings/keys``.
  package init(_ settings: DKIMSettings, keys: [SigningKey]) throws(MessageFault) {
    var all: [DKIMSigner] = []
    for (key, secret) in zip(settings.keys, keys) {
      all.append(
        try messageFault(in: "DKIM-Signature") { () throws(HeaderFault) in
          try DKIMSigner(domain: settings.domain, selector: key.selector, key: secret)
        })
    }
    self.all = all
  }
}
