internal import Model
internal import Settings
internal import Text

extension MailSettings {
  /// Reads `[mail]`; nil if it cannot be used at all. Mistakes are reported.
  init?(_ section: SettingReader, themes: [String]) {
    let from = section.required("from", example: #""Our news <news@example.org>""#, section.mailbox)
    let relay = section.setting("smtp") == nil ? Relay(host: "127.0.0.1", port: 25) : section.relay("smtp")
    let replyTo = section.mailbox("reply_to")
    let bounces = section.address("bounces")
    let isAbsolute = section.setting("bounce_maildir")?.string?.hasPrefix("/") == true
    let bounceMaildir = isAbsolute ? section.line("bounce_maildir") : section.innerPath("bounce_maildir")
    let tls = section.choice("tls", of: TLS.self)
    let sessions = section.integer("sessions", in: 1...200, example: 10)
    let uncertain = section.choice("uncertain", of: Uncertain.self)
    let passwordFile = section.innerPath("password_file")
    let caFile = section.innerPath("ca_file")
    let limits = MailLimits(section)
    let theme = section.theme("theme", themes)
    let isVERPWanted = section.boolean("verp")
    let dkim = dkimSettings(in: section, from: from)
    let oneClick = section.secureAddress("one_click")
    let unsubscribe = section.unsubscribeAddress("unsubscribe")
    let utm = section.utm("utm")
    guard let from, var relay else { return nil }
    relay.passwordFile = passwordFile
    relay.caFile = caFile
    self.init(from: from, smtp: relay)
    self.replyTo = replyTo
    self.dkim = dkim.first
    otherDKIM = Array(dkim.dropFirst())
    self.oneClick = oneClick
    self.unsubscribe = unsubscribe
    self.bounces = bounces ?? from.address
    self.bounceMaildir = bounceMaildir
    self.tls = tls ?? (relay.isImplicitTLS ? .required : .opportunistic)
    self.sessions = sessions ?? self.sessions
    self.uncertain = uncertain ?? self.uncertain
    self.theme = theme ?? self.theme
    self.utm = utm ?? self.utm
    limits.apply(to: &self, section)
    hasVERP = isVERPWanted ?? (self.bounces.canonical != from.address.canonical)
    check(section)
  }

  /// Checks keys against each other.
  private func check(_ section: SettingReader) {
    if smtp.passwordFile != nil, smtp.user == nil {
      section.report("password_file", "`password_file` needs a user; write smtp = \"smtp://USER@\(smtp.host)\"")
    }
    if smtp.caFile != nil, tls != .required {
      section.report(
        "ca_file", "`ca_file` has no effect unless tls = \"required\"; set that, or remove `ca_file`")
    }
    if smtp.isImplicitTLS, tls == .off {
      section.report("tls", "`tls` is \"off\", but smtps:// always encrypts; write smtp://, or remove `tls`")
    }
    if smtp.user != nil, tls != .required, !["127.0.0.1", "::1", "localhost"].contains(smtp.host) {
      let position = section.position(of: section.setting("tls") == nil ? "smtp" : "tls")
      section.warn(at: position, "the password could be sent unencrypted; write tls = \"required\"")
    }
    if hasVERP { checkVERP(section) }
  }

  /// A token adds `+` and up to 40 octets to a local part, which may have 64 (RFC 5321 §4.5.3.1.1).
  private func checkVERP(_ section: SettingReader) {
    let token = "+" + String(repeating: "x", count: 40)
    if section.table["bounces"] == nil {
      let address = "bounces@\(from.address.domain)"
      section.report("verp", "`verp` needs a mailbox for failed mail; add, for example, bounces = \"\(address)\"")
    } else if EmailAddress(localPart: bounces.localPart + token, domain: bounces.domain) == nil {
      let sentence =
        "`bounces` is too long for the `+` and the token that `verp` adds; use at most 23 octets before the @, "
        + "or set verp = false"
      section.report("bounces", sentence)
    }
  }
}

extension SettingReader {
  func mailbox(_ key: String) -> Mailbox? {
    guard let text = string(key) else { return nil }
    if let mailbox = Mailbox(text) { return mailbox }
    report(key, "`\(key)` must be \"Name <name@example.org>\" or \"name@example.org\"")
    return nil
  }

  func address(_ key: String) -> EmailAddress? {
    guard let text = string(key) else { return nil }
    if let address = EmailAddress(text) { return address }
    report(key, "`\(key)` must be an email address, for example \"bounces@example.org\"")
    return nil
  }

  /// An address that may contain a placeholder for the token, for mail servers that accept any suffix after a `+`.
  fileprivate func unsubscribeAddress(_ key: String) -> EmailAddress? {
    guard let address = address(key) else { return nil }
    let token = String(repeating: "t", count: MailSettings.tokenLength)
    let filled = address.localPart.replacing(MailSettings.tokenPlace, with: token)
    if EmailAddress(localPart: filled, domain: address.domain) != nil { return address }
    report(
      key,
      "`\(key)` has more than 64 characters before the @ once a token of \(token.count) replaces "
        + "\(MailSettings.tokenPlace); choose a shorter name")
    return nil
  }

  /// The name of an existing theme.
  func theme(_ key: String, _ known: [String]) -> String? {
    guard let name = line(key) else { return nil }
    if let sentence = lackOfTheme(name, known) { report(key, sentence) }
    return known.contains(name) ? name : nil
  }

  /// Why there is no such theme; nil if there is one.
  func lackOfTheme(_ name: String, _ known: [String]) -> String? {
    if known.contains(name) { return nil }
    let hint = suggestion(for: name, among: known)
    return "there is no theme `\(name)`: it is not built in, and there is no folder templates/themes/\(name)\(hint)"
  }

  /// A path relative to the site folder that stays inside it, without `.` and empty components.
  func innerPath(_ key: String) -> String? {
    guard let text = line(key) else { return nil }
    let parts = text.split(separator: "/").filter { $0 != "." }
    if !text.hasPrefix("/"), !parts.isEmpty, !parts.contains("..") { return parts.joined(separator: "/") }
    report(key, "`\(key)` must be a path inside the site folder, relative to it; found \"\(text)\"")
    return nil
  }
}
