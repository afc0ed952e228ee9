/// The server to connect to, and the login. ``fault`` checks every value before it is passed to libcurl.
package struct SMTPEndpoint: Sendable {
  package enum Encryption: Sendable {
    /// TLS only with `smtps://`.
    case off
    /// STARTTLS when offered; certificates are not checked (RFC 7435).
    case opportunistic
    /// STARTTLS or TLS from the first octet, with a valid certificate.
    case required
  }

  package struct Login: Sendable {
    package let user: String
    package let password: String

    package init(user: String, password: String) {
      self.user = user
      self.password = password
    }
  }

  /// A host name, an IPv4 address or an IPv6 address, with or without brackets.
  package var host: String
  package var port: Int
  /// `smtps://`: TLS from the first octet (RFC 8314).
  package var isImplicitTLS: Bool
  package var encryption = Encryption.opportunistic
  package var login: Login?
  /// Our name in EHLO: a domain.
  package var heloName: String
  /// PEM certificates to trust instead of the system's.
  package var caFile: String?
  /// Limit for the name look-up and TCP.
  package var connectTimeout = Duration.seconds(30)
  /// Limit for greeting, EHLO, TLS and login together, after TCP.
  package var greetingTimeout = Duration.seconds(60)

  package init(host: String, port: Int, isImplicitTLS: Bool = false, heloName: String) {
    self.host = host
    self.port = port
    self.isImplicitTLS = isImplicitTLS
    self.heloName = heloName
  }
}

extension SMTPEndpoint: CustomStringConvertible {
  /// `smtp://127.0.0.1:25`, for messages; without the login.
  package var description: String { "\(isImplicitTLS ? "smtps" : "smtp")://\(urlHost):\(port)" }

  /// libcurl reads the name for EHLO from the path.
  var url: String { "\(description)/\(heloName)" }

  var isLoopback: Bool {
    ["localhost", "[::1]"].contains(urlHost.lowercased()) || (isIPv4 && host.hasPrefix("127."))
  }

  /// A password leaves this machine only encrypted, and only to a server with a verified certificate.
  var protectsLogin: Bool { login != nil && !isLoopback }

  /// Why this endpoint cannot be used. Strings that libcurl might interpret differently never reach it.
  var fault: String? {
    if !isHostName(host), !isIPv6 { return "\"\(host)\" is not a host name" }
    if !(1...65_535).contains(port) { return "\(port) is not a port" }
    if !isHostName(heloName) { return "\"\(heloName)\" is not a domain to send in EHLO" }
    if let login, [login.user, login.password].contains(where: hasControls) {
      return "the login holds a control character"
    }
    if let login, login.password.isEmpty {
      return "\(self) has a user, \(login.user), but no password: set COURANT_SMTP_PASSWORD or password_file"
    }
    if caFile?.utf8.contains(0) == true { return "the name of the CA file holds a NUL" }
    if protectsLogin, encryption == .off, !isImplicitTLS {
      return "\(self) would get the password in clear text: "
        + "set tls = \"required\", or use a relay on this machine, or one without a user"
    }
    return nil
  }
}

extension SMTPEndpoint {
  var bareHost: String {
    host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
  }

  private var urlHost: String { isIPv6 ? "[\(bareHost)]" : host }

  private var isIPv6: Bool {
    bareHost.contains(":") && bareHost.utf8.allSatisfy { $0 == 0x3A || $0 == 0x2E || isHexDigit($0) }
  }

  private var isIPv4: Bool {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
  }
}

private func isHexDigit(_ octet: UInt8) -> Bool {
  (0x30...0x39).contains(octet) || (0x41...0x46).contains(octet) || (0x61...0x66).contains(octet)
}

/// Letters, digits, hyphens and underscores, with dots between labels; at most 255 octets.
private func isHostName(_ text: String) -> Bool {
  let labels = text.split(separator: ".", omittingEmptySubsequences: false)
  return text.utf8.count <= 255
    && labels.allSatisfy { label in
      !label.isEmpty && label.first != "-"
        && label.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D
            || $0 == 0x5F
        }
    }
}

private func hasControls(_ text: String) -> Bool { text.utf8.contains { $0 < 0x20 || $0 == 0x7F } }
