internal import Synchronization

/// A private key that signs on any number of threads at once.
///
/// Each thread that is signing has a copy of the key to itself. With a copy for each core they waited for one another, and
/// a lock that is handed on costs two switches: 80 µs of a signed message's CPU.
package final class SigningKey: Sendable {
  package enum Kind: Hashable, Sendable {
    case rsa(bits: Int)
    case ed25519
  }

  package let kind: Kind
  /// As DNS publishes it: for RSA a SubjectPublicKeyInfo in DER (RFC 6376 §3.6.1, with its erratum 3017), for Ed25519 the
  /// 32 octets alone (RFC 8463 §4).
  package let publicKey: [UInt8]
  private let pem: [UInt8]
  /// Copies that nobody signs with at the moment; the last one's memory is the warmest.
  private let idle = Mutex<[Copy]>([])

  private final class Copy: Sendable {
    let key: Mutex<PrivateKey>
    init(pem: [UInt8]) throws(SigningKeyFault) { key = Mutex(try PrivateKey(pem: pem)) }
  }

  /// Refuses RSA of less than 2048 bits (RFC 8301 §3.2 bears 1024; today's receivers want more).
  package init(pem: [UInt8]) throws(SigningKeyFault) {
    let key = try PrivateKey(pem: pem)
    guard let kind = key.kind else { throw .otherKind }
    if case .rsa(let bits) = kind, bits < 2048 { throw .tooShort(bits: bits) }
    self.kind = kind
    let info = key.publicInfo
    publicKey = kind == .ed25519 ? Array(info.suffix(32)) : info
    self.pem = pem
  }

  /// RSASSA-PKCS1-v1_5 with SHA-256, or Ed25519; the same octets every time. Nil only if there is no memory.
  package func signature(of message: [UInt8]) -> [UInt8]? {
    // It was read before, so only memory can be missing.
    guard let copy = idle.withLock({ $0.popLast() }) ?? (try? Copy(pem: pem)) else { return nil }
    defer { idle.withLock { $0.append(copy) } }
    return copy.key.withLock { $0.signature(of: message, hashed: kind != .ed25519) }
  }

  /// A new key as unencrypted PKCS #8 in PEM.
  package static func newPEM(_ kind: Kind) throws(SigningKeyFault) -> [UInt8] { try PrivateKey(kind).pem() }
}

/// Why there is no key to sign with.
package enum SigningKeyFault: Error, Hashable, CustomStringConvertible {
  case unreadable
  /// Neither RSA nor Ed25519.
  case otherKind
  case tooShort(bits: Int)
  /// OpenSSL could not make one.
  case unmade

  package var description: String {
    switch self {
    case .unreadable: "this is no private key in PEM without a pass phrase"
    case .otherKind: "this key is neither RSA nor Ed25519, and mail is signed with nothing else"
    case .tooShort(let bits): "this RSA key has \(bits) bits; receivers want at least 2048"
    case .unmade: "OpenSSL could not make a key"
    }
  }
}
