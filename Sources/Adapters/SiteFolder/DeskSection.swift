internal import Model
internal import Settings
internal import Text

extension DeskSettings {
  /// Reads `[desk]`. Mistakes are reported.
  init(_ section: SettingReader) {
    self.init()
    listen = section.localAddress("listen")
    url = section.siteAddress("url")
    authHeader = section.fieldName("auth_header")
    trustedProxy = section.proxyAddress("trusted_proxy")
  }
}

/// Reads `[operators]`. Mistakes are reported.
func readOperators(in schedule: SettingReader) -> [KnownOperator] {
  schedule.tables("operators").compactMap { name, position, section in
    let role = section.choice("role", of: KnownOperator.Role.self) ?? .look
    let mail = section.address("mail")
    guard name.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]{0,39}/) != nil else {
      section.report(
        at: position,
        "the name of an operator must have 1 to 40 letters, digits, dots, hyphens and underscores, and begin with a "
          + "letter or digit; found `\(forDisplay(name, atMost: 40))`")
      return nil
    }
    return KnownOperator(name, role: role, mail: mail)
  }
}

extension SettingReader {
  /// An address to which only programs on this machine can connect.
  fileprivate func localAddress(_ key: String) -> String? {
    guard let text = listenAddress(key) else { return nil }
    if ListenAddress(text)?.isOnThisMachine == true { return text }
    report(
      key,
      "`\(key)` must be a unix socket or an address of this machine, for example \"unix:/run/courant/desk.sock\" or "
        + "\"127.0.0.1:8081\"; let a web server that encrypts pass requests on to it")
    return nil
  }

  /// The name of an HTTP header (RFC 9110 §5.1), in lower case.
  fileprivate func fieldName(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if text.wholeMatch(of: /[A-Za-z][A-Za-z0-9-]{0,63}/) != nil { return text.lowercased() }
    report(key, "`\(key)` must be the name of a header field, for example \"Remote-User\"")
    return nil
  }
}
