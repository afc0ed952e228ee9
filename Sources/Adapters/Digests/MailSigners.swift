package import Cryptography
internal import MIME
package import Model

/// The signers of a site's messages, with their keys.
package struct MailSigners: Sendable {
  /// The signers of one domain; the signature of the last one comes first in a message.
  private struct Group: Sendable {
    let settings: DKIMSettings
    let signers: [DKIMSigner]
  }

  private var groups: [Group] = []

  private init() {}

  /// For sites whose relay signs.
  package static let none = MailSigners()

  /// `keys` must be in the order of ``DKIMSettings/keys``.
  package init(_ settings: DKIMSettings, keys: [SigningKey]) throws(MessageFault) {
    try add(settings, keys: keys)
  }

  /// Adds those of another domain.
  package mutating func add(_ settings: DKIMSettings, keys: [SigningKey]) throws(MessageFault) {
    var signers: [DKIMSigner] = []
    for (key, secret) in zip(settings.keys, keys) {
      signers.append(
        try messageFault(in: "DKIM-Signature") { () throws(HeaderFault) in
          try DKIMSigner(domain: settings.domain, selector: key.selector, key: secret)
        })
    }
    groups.append(Group(settings: settings, signers: signers))
  }

  /// The signers of the nearest domain, or those added first if none matches the sender's domain.
  func signers(for sender: MailSettings) -> [DKIMSigner] {
    let wanted = sender.dkim(for: sender.from.address.domain) ?? groups.first?.settings
    return groups.first { $0.settings == wanted }?.signers ?? []
  }
}
