/// The operator's settings for the operators' pages (`[desk]` in `schedule.conf`).
package struct DeskSettings: Hashable, Sendable {
  /// `unix:/run/courant/desk.sock` or `127.0.0.1:8081`; nil if it is only set by `courant serve --desk`.
  package var listen: String?
  /// Where operators reach the pages: absolute http(s) URL without a trailing slash; nil if only at ``listen``.
  package var url: String?
  /// The header in which a web server in front names the operator who signed in there, in lower case; nil if it does not sign
  /// operators in.
  package var authHeader: String?
  /// The address of the web server in front, whose ``authHeader`` and `X-Forwarded-For` are trusted; a unix socket is always
  /// trusted.
  package var trustedProxy: String?

  package init() {}
}

/// Someone who may use the desk (`[operators.NAME]`).
package struct KnownOperator: Hashable, Sendable {
  package enum Role: String, CaseIterable, Sendable, Codable {
    /// Reads everything, changes nothing.
    case look
    /// Also releases, cancels, mails and changes readers.
    case act
  }

  package let name: String
  package let role: Role
  /// Where their test messages go; nil if the settings give no address.
  package let mail: EmailAddress?

  package init(_ name: String, role: Role, mail: EmailAddress? = nil) {
    self.name = name
    self.role = role
    self.mail = mail
  }
}

extension ListenAddress {
  /// Whether only programs on this machine can connect to it.
  package var isOnThisMachine: Bool {
    switch self {
    case .socket: true
    case .host(let name, _): name == "localhost" || name == "::1" || name.wholeMatch(of: /127(\.\d{1,3}){3}/) != nil
    }
  }
}
