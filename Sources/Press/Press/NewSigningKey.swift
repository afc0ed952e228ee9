internal import DNS
internal import Foundation
internal import Glibc
package import Crypto
internal import MIME
package import Model

/// A new key, and instructions for its owner.
package struct NewSigningKey {
  package let domain: String
  package let key: DKIMSettings.Key
  private let secret: SigningKey

  /// Why the key cannot be written.
  package struct KeyError: Error { package let sentence: String }

  /// Creates a key and writes it to a new file that only its owner can read. `folder` is the site folder.
  package init(_ kind: SigningKey.Kind, domain: String, key: DKIMSettings.Key, folder: String) throws {
    let pem = try SigningKey.newPEM(kind)
    self.domain = domain
    self.key = key
    secret = try SigningKey(pem: pem)
    try Self.save(pem, to: key.file.hasPrefix("/") ? key.file : folder + "/" + key.file)
  }

  private static func save(_ pem: [UInt8], to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      let reason =
        errno == EEXIST ? "is there already, and no key is ever overwritten" : String(cString: strerror(errno))
      throw KeyError(sentence: "\(path): \(reason)")
    }
    defer { close(file) }
    guard write(file, pem, pem.count) == pem.count, fsync(file) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(path)
      throw KeyError(sentence: "\(path): \(reason)")
    }
  }

  /// The DNS record and the lines for schedule.conf, for a person to read.
  package var instructions: String {
    let record = key.recordName(in: domain)
    let strings = DKIMRecord.strings(for: secret)
    let isSecond = secret.kind == .ed25519 && key.file != "dkim.pem"
    let quoted = strings.map { "\"\($0)\"" }.joined(separator: "\n      ")  // one per line
    return """
      \(key.file) is the private key (\(secret.kind.inWords)). Whoever has it signs in your name: nobody else may read it.

      Publish this TXT record in DNS:

        name   \(record)
        value  \(strings.joined())

      or, as a name server's own file has it:

        \(record). 3600 IN TXT (
            \(quoted) )

      and write into schedule.conf\(isSecond ? ", after [mail.dkim]" : ""):

        [mail.dkim\(isSecond ? ".ed25519" : "")]
      \(isSecond ? "" : "  domain = \"\(domain)\"\n")  selector = "\(key.selector)"
        key_file = "\(key.file)"

      `courant check` then reads the record back. Do not send before it is there.
      """
  }
}

extension SigningKey.Kind {
  fileprivate var inWords: String {
    switch self {
    case .rsa(let bits): "RSA, \(bits) bits"
    case .ed25519: "Ed25519"
    }
  }
}

extension DKIMRecord {
  static func strings(for key: SigningKey) -> [String] {
    strings(
      algorithm: key.algorithmName, publicKey: String(decoding: base64(key.publicKey), as: UTF8.self))
  }
}

extension SigningKey {
  /// The value of `k=`.
  var algorithmName: String { kind == .ed25519 ? "ed25519" : "rsa" }
}
