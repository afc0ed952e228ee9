package import Cryptography
internal import MIME
package import Model

/// The signers of a site's messages, with their keys.
package struct MailSigners: Sendable {
  /// The signature of the last one comes first in a message.
  let all: [DKIMSigner]

  /// No signers: the relay signs the messages.
  package static let none = MailSigners(all: [])

  private init(all: [DKIMSigner]) { self.all = all }

  /// `keys` must be in the order of ``DKIMSettings/keys``.
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
