import ArgumentParser
import Foundation
import Cryptography
import Model
import Office
import Press

struct DKIM: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dkim", abstract: "Manage DKIM signing keys.", subcommands: [Keygen.self])
}

struct Keygen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Create a signing key and print its DNS record and settings.",
    discussion: """
      Only the owner can read the key file. Existing files are never overwritten. docs/dkim.md describes how to replace \
      a key.
      """)

  enum KeyType: String, ExpressibleByArgument, CaseIterable { case rsa, ed25519 }

  enum Bits: Int, ExpressibleByArgument, CaseIterable { case two = 2048, three = 3072, four = 4096 }

  @OptionGroup var options: SiteOptions
  @Option(help: ArgumentHelp("The key's name in DNS (default: courant, or courant-ed25519).", valueName: "name"))
  var selector: String?
  @Option(help: "rsa, which all receivers support, or ed25519, for a second signature.") var type = KeyType.rsa
  @Option(help: "Length of an RSA key: 2048, 3072 or 4096. Longer keys sign several times slower.") var bits = Bits.two
  @Option(help: ArgumentHelp("The key file, relative to the site folder or absolute.", valueName: "file"))
  var out: String?
  @Option(help: ArgumentHelp("The signing domain (default: that of `from` in schedule.conf).", valueName: "name"))
  var domain: String?

  func run() throws {
    let (kind, suffix): (SigningKey.Kind, String) =
      type == .rsa ? (.rsa(bits: bits.rawValue), "") : (.ed25519, "-ed25519")
    let key = DKIMSettings.Key(selector: try name(selector ?? "courant\(suffix)"), file: out ?? "dkim\(suffix).pem")
    do {
      let domain = try signingDomain()
      var made = try NewSigningKey(kind, domain: domain, key: key, folder: options.site)
      // The settings may have mistakes: a sender whose key is still missing is one.
      made.isOfFurtherDomain = OpenedSite.signingDomain(in: options.site).map { $0 != domain } ?? false
      printExactly(made.instructions + "\n")
    } catch let refusal as NewSigningKey.KeyError {
      throw CommandError(refusal.sentence)
    }
  }

  private func signingDomain() throws -> String {
    if let domain { return try name(domain) }
    guard let mail = try options.open().site.mail else {
      throw CommandError("schedule.conf: there is no [mail] table; give --domain")
    }
    return mail.dkim?.domain ?? mail.from.address.domain
  }

  private func name(_ text: String) throws -> String {
    guard let name = EmailAddress(localPart: "x", domain: "\(text).x")?.domain.dropLast(2) else {
      throw CommandError("`\(text)` is not a DNS name; use letters, digits and inner dashes")
    }
    return String(name)
  }
}
