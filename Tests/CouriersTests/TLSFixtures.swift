import CourantTesting
import Couriers
import Model

/// The server's certificate, as good or bad as a test wants it.
enum Certificate: Sendable {
  case good, expired, forAnotherHost, ofAnUnknownAuthority
  /// From an authority with the same name as the trusted one.
  case ofAnImpostor

  func identity(from authority: CertificateAuthority) throws -> TLSIdentity {
    switch self {
    case .good: try authority.identity()
    case .expired: try authority.identity(days: -3 ..< -1)
    case .forAnotherHost: try authority.identity(for: "DNS:mail.example.net")
    case .ofAnUnknownAuthority: try CertificateAuthority(name: "Somebody").identity()
    case .ofAnImpostor: try CertificateAuthority().identity()
    }
  }
}

/// An encrypting server, and what a courier needs to reach it. The authority's file exists as long as this value.
final class EncryptedRelay {
  let server: SMTPServer
  private let authority: CertificateAuthority
  private let isImplicit: Bool

  init(
    _ certificate: Certificate = .good, isImplicit: Bool = false, _ options: SMTPServer.Options = SMTPServer.Options(),
    plan: @escaping FaultPlan = { _ in nil }
  ) throws {
    (authority, self.isImplicit) = (try CertificateAuthority(), isImplicit)
    var options = options
    options.tls = SMTPServer.TLS(try certificate.identity(from: authority), isImplicit: isImplicit)
    server = try SMTPServer(options, plan: plan)
  }

  deinit { server.stop() }

  /// Like ``settings(_:replyTimeout:)``, with this relay's authority.
  func settings(
    _ tls: MailSettings.TLS, user: String? = nil, password: String? = nil, replyTimeout: Duration = .seconds(20)
  ) -> SMTPCourier.Settings {
    var settings = CouriersTests.settings(server, replyTimeout: replyTimeout)
    settings.relay.isImplicitTLS = isImplicit
    settings.relay.user = user
    (settings.tls, settings.password, settings.caFile) = (tls, password, authority.file)
    return settings
  }

  /// `smtp://127.0.0.1:25`, as sentences begin.
  var name: String { "\(isImplicit ? "smtps" : "smtp")://127.0.0.1:\(server.port)" }
}

extension SMTPServer.Options {
  /// With a user who must log in.
  var withAnn: SMTPServer.Options {
    var options = self
    options.users = ["ann": "s3cret"]
    return options
  }
}
