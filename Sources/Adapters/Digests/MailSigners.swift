package import Cryptography
internal import MIME
package import Model

/// The signers of a site's messages, with their keys.
package struct MailSigners: Sendable {
  /// The signers of one domain; the signature of the last one comes first in a message.
  private struct Group: Sendable {
    let settings: DKIMSettings
    let signers: Result<[DKIMSigner], Finding>
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
    groups.append(Group(settings: settings, signers: .success(signers)))
  }

  /// Adds a domain whose messages cannot be signed, and why.
  package mutating func add(_ settings: DKIMSettings, fault: Finding) {
    groups.append(Group(settings: settings, signers: .failure(fault)))
  }

  /// The domains whose keys cannot be used.
  package var faults: [Finding] {
    groups.compactMap { if case .failure(let fault) = $0.signers { fault } else { nil } }
  }

  /// Why messages of this sender cannot be signed; nil if they can or need not be.
  package func fault(for sender: MailSettings) -> Finding? {
    guard case .failure(let fault) = group(for: sender)?.signers else { return nil }
    return fault
  }

  /// How this sender's messages are signed: with the keys of the nearest domain, or those added first if none matches.
  func signing(for sender: MailSettings) -> SenderSigning {
    switch group(for: sender)?.signers {
    case .success(let signers) where !signers.isEmpty: SenderSigning(signers: signers)
    case .failure(let fault): SenderSigning(fault: .noKey(fault))
    case .success, nil: SenderSigning(fault: sender.dkim == nil ? nil : .unsigned)
    }
  }

  private func group(for sender: MailSettings) -> Group? {
    let wanted = sender.dkim(for: sender.from.address.domain) ?? groups.first?.settings
    return groups.first { $0.settings == wanted }
  }
}

/// How the messages of one sender are signed.
struct SenderSigning: Sendable {
  /// Empty if the relay signs.
  var signers: [DKIMSigner] = []
  /// Why nothing of this sender may leave, although its settings ask for signatures.
  var fault: MessageFault?

  func check() throws(MessageFault) {
    if let fault { throw fault }
  }
}
