package import Cryptography
internal import DNS
internal import Files
internal import MIME
package import Model

/// A new key, and instructions for its owner.
package struct NewSigningKey {
  package let domain: String
  package let key: DKIMSettings.Key
  private let secret: SigningKey
  /// Whether [mail.dkim] signs for another domain, so that the key gets a table of its own.
  package var isOfFurtherDomain = false

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
    let isCreated: Bool
    do throws(FileFault) {
      isCreated = try createPrivateFile(path, pem)
    } catch {
      throw KeyError(sentence: "\(path): \(error)")
    }
    let fault = "\(path): already exists; keys are never overwritten, so choose another file"
    guard isCreated else { throw KeyError(sentence: fault) }
  }

  private var table: String { isOfFurtherDomain ? "mail.dkim.domains.\"\(domain)\"" : "mail.dkim" }

  /// The DNS record and the lines for schedule.conf, for a person to read.
  package var instructions: String {
    let record = key.recordName(in: domain)
    let strings = DKIMRecord.strings(for: secret)
    let isSecond = secret.kind == .ed25519 && key.file != "dkim.pem"
    let quoted = strings.map { "\"\($0)\"" }.joined(separator: "\n      ")  // one per line
    return """
      \(key.file) is the private key (\(secret.kind.inWords)). Keep it secret: anyone who has it can sign in your name.

      Publish this TXT record in DNS:

        name   \(record)
        value  \(strings.joined())

      or, in the syntax of a zone file:

        \(record). 3600 IN TXT (
            \(quoted) )

      and add to schedule.conf\(isSecond || isOfFurtherDomain ? ", after [mail.dkim]" : ""):

        [\(table)\(isSecond ? ".ed25519" : "")]
      \(isSecond || isOfFurtherDomain ? "" : "  domain = \"\(domain)\"\n")  selector = "\(key.selector)"
        key_file = "\(key.file)"

      Then run `courant check`, which reads the record back. Do not send mail before it succeeds.
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
