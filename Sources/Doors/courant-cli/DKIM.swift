import ArgumentParser
import Foundation
import Crypto
import Model
import Press

struct DKIM: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dkim", abstract: "Keys that sign the mails.", subcommands: [Keygen.self])
}

struct Keygen: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes a key, and says what to publish in DNS and to write into schedule.conf.",
    discussion: """
      The key is readable by its owner alone. No file is ever overwritten. docs/dkim.md says how keys are replaced.
      """)

  enum KeyType: String, ExpressibleByArgument, CaseIterable { case rsa, ed25519 }

  enum Bits: Int, ExpressibleByArgument, CaseIterable { case two = 2048, three = 3072, four = 4096 }

  @OptionGroup var options: SiteOptions
  @Option(help: ArgumentHelp("The key's name in DNS; courant, or courant-ed25519, unless given.", valueName: "name"))
  var selector: String?
  @Option(help: "rsa, which all receivers know, or ed25519, to sign with beside it.") var type = KeyType.rsa
  @Option(help: "Of an RSA key: 2048, 3072 or 4096. Longer ones sign several times slower.") var bits = Bits.two
  @Option(help: ArgumentHelp("Where to write; inside the site folder unless absolute.", valueName: "file"))
  var out: String?
  @Option(help: ArgumentHelp("The domain that signs; that of `from` in schedule.conf unless given.", valueName: "name"))
  var domain: String?

  func run() throws {
    let (kind, suffix): (SigningKey.Kind, String) =
      type == .rsa ? (.rsa(bits: bits.rawValue), "") : (.ed25519, "-ed25519")
    let key = DKIMSettings.Key(selector: try name(selector ?? "courant\(suffix)"), file: out ?? "dkim\(suffix).pem")
    do {
      let made = try NewSigningKey(kind, domain: try signingDomain(), key: key, folder: options.site)
      printExactly(made.instructions + "\n")
    } catch let refusal as NewSigningKey.KeyError {
      throw CommandError(refusal.sentence)
    }
  }

  private func signingDomain() throws -> String {
    if let domain { return try name(domain) }
    guard let mail = try options.open().site.mail else {
      throw CommandError("schedule.conf has no [mail]; say --domain")
    }
    return mail.dkim?.domain ?? mail.from.address.domain
  }

  private func name(_ text: String) throws -> String {
    guard let name = EmailAddress(localPart: "x", domain: "\(text).x")?.domain.dropLast(2) else {
      throw CommandError("`\(text)` is no name in DNS; write letters, digits and inner dashes")
    }
    return String(name)
  }
}
