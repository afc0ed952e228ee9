internal import Synchronization

/// A private key for signing on any number of threads at once.
///
/// Each signing thread has its own copy of the key. With one copy per core, threads waited for each other, and each
/// time a lock changed hands it cost two context switches: 80 µs of CPU per signed message.
package final class SigningKey: Sendable {
  package enum Kind: Hashable, Sendable {
    case rsa(bits: Int)
    case ed25519
  }

  package let kind: Kind
  /// In the form published in DNS: for RSA a SubjectPublicKeyInfo in DER (RFC 6376 §3.6.1, with erratum 3017), for
  /// Ed25519 only the 32 octets (RFC 8463 §4).
  package let publicKey: [UInt8]
  private let pem: [UInt8]
  /// Copies not in use at the moment; the last one is the most likely to be in the CPU's cache.
  private let idle = Mutex<[Copy]>([])

  private final class Copy: Sendable {
    let key: Mutex<PrivateKey>
    init(pem: [UInt8]) throws(SigningKeyFault) { key = Mutex(try PrivateKey(pem: pem)) }
  }

  /// Refuses RSA keys of less than 2048 bits (RFC 8301 §3.2 tolerates 1024; receivers now want more).
  package init(pem: [UInt8]) throws(SigningKeyFault) {
    let key = try PrivateKey(pem: pem)
    guard let kind = key.kind else { throw .otherKind }
    if case .rsa(let bits) = kind, bits < 2048 { throw .tooShort(bits: bits) }
    self.kind = kind
    let info = key.publicInfo
    publicKey = kind == .ed25519 ? Array(info.suffix(32)) : info
    self.pem = pem
  }

  /// RSASSA-PKCS1-v1_5 with SHA-256, or Ed25519; deterministic. Nil only if memory runs out.
  package func signature(of message: [UInt8]) -> [UInt8]? {
    // The key was read successfully before, so this can fail only if memory runs out.
    guard let copy = idle.withLock({ $0.popLast() }) ?? (try? Copy(pem: pem)) else { return nil }
    defer { idle.withLock { $0.append(copy) } }
    return copy.key.withLock { $0.signature(of: message, hashed: kind != .ed25519) }
  }

  /// A new key as unencrypted PKCS #8 in PEM.
  package static func newPEM(_ kind: Kind) throws(SigningKeyFault) -> [UInt8] { try PrivateKey(kind).pem() }
}

/// Why there is no signing key.
package enum SigningKeyFault: Error, Hashable, CustomStringConvertible {
  case unreadable
  /// Neither RSA nor Ed25519.
  case otherKind
  case tooShort(bits: Int)
  /// OpenSSL could not generate a key.
  case unmade

  package var description: String {
    switch self {
    case .unreadable: "this is not a private key in PEM without a pass phrase"
    case .otherKind: "this key is neither RSA nor Ed25519, and mail is signed with nothing else"
    case .tooShort(let bits): "this RSA key has \(bits) bits; receivers want at least 2048"
    case .unmade: "OpenSSL could not create a key"
    }
  }
}
