package import Model
internal import Settings

extension UpstreamSettings {
  /// The settings that a request to the source needs.
  mutating func readAccess(_ section: SettingReader) {
    userAgent = section.headerValue("user_agent")
    user = section.userName("user")
    passwordFile = section.innerPath("password_file")
    keyFile = section.innerPath("key_file")
    caFile = section.innerPath("ca_file")
    allowsPrivate = section.boolean("allow_private") ?? false
    allowsDowngrade = section.boolean("allow_http_downgrade") ?? false
    proxy = section.sourceURL("proxy")
    let hasUser = section.setting("user") != nil
    if !hasUser, section.setting("password_file") != nil {
      section.report("password_file", "`password_file` needs `user`; write, for example, user = \"ann\"")
    }
    if hasUser, section.setting("password_file") == nil {
      section.report("user", "`user` needs `password_file`; point it to a file that only you can read")
    }
    if hasUser, url.lowercased().hasPrefix("http://"), !isOnThisMachine {
      section.warn(at: section.position(of: "user"), "the password is sent unencrypted; write https:// in `url`")
    }
  }

  private var isOnThisMachine: Bool { ["127.0.0.1", "localhost"].contains(webHost(of: url) ?? "::1") }
}

extension UpstreamSettings {
  /// `user:password` for HTTP basic authentication; nil if the source has no user. The file must be readable only by
  /// its owner.
  package func credentials(in folder: String) throws(Finding) -> String? {
    guard let user, let passwordFile else { return nil }
    let password = try readSecret(passwordFile, in: folder, key: "password_file", what: "password")
    return "\(user):\(password)"
  }

  /// The key that the source's interface wants; nil if there is none. The file must be readable only by its owner.
  package func interfaceKey(in folder: String) throws(Finding) -> String? {
    guard let keyFile else { return nil }
    return try readSecret(keyFile, in: folder, key: "key_file", what: "key")
  }
}

extension SettingReader {
  /// The absolute http(s) URL of something that is fetched, without a login.
  func sourceURL(_ key: String, example: String = "https://journal.example.org/feed") -> String? {
    guard let setting = setting(key), let text = string(key) else { return nil }
    guard let match = text.wholeMatch(of: /(?i:https?):\/\/([^\/?#]*)([^#]*)(#.*)?/) else {
      report(key, "`\(key)` is not an absolute http(s) URL; write, for example, \"\(example)\"")
      return nil
    }
    var part: Substring?
    var fault = ""
    if match.1.contains("@") {
      part = match.1
      fault = "contains a login; remove it" + (key == "url" ? ", and write `user` and `password_file`" : "")
    } else if let faultOfHost = faultOfAuthority(match.1) {
      part = match.1
      fault = faultOfHost
    } else if let fragment = match.3 {
      part = fragment
      fault = "has a fragment, which servers never see; remove it"
    } else if let sign = match.2.firstIndex(where: { !isURLCharacter($0) }) {
      part = match.2[sign...]
      fault = "contains characters not allowed in a URL; percent-encode them: %XX"
    }
    guard let part else { return text }
    let offset = text.utf8.distance(from: text.startIndex, to: part.startIndex)
    report(at: setting.position(ofByte: offset), "`\(key)` \(fault)")
    return nil
  }

  /// Visible ASCII, as header fields of HTTP carry it (RFC 9110 §5.5).
  fileprivate func headerValue(_ key: String) -> String? {
    guard let text = line(key) else { return nil }
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    report(key, "`\(key)` may have only ASCII characters")
    return nil
  }

  /// A user name without a colon, which ends it in HTTP basic authentication (RFC 7617 §2).
  fileprivate func userName(_ key: String) -> String? {
    guard let text = line(key) else { return nil }
    guard let colon = text.firstIndex(of: ":") else { return text }
    let offset = text.utf8.distance(from: text.startIndex, to: colon)
    let position = setting(key)?.position(ofByte: offset) ?? position(of: key)
    report(at: position, "`\(key)` contains a colon; write the password into the file that `password_file` names")
    return nil
  }
}

/// RFC 3986 §2, without `#`.
private func isURLCharacter(_ character: Character) -> Bool {
  character.isASCII && (character.isLetter || character.isNumber || "-._~:/?[]@!$&'()*+,;=%".contains(character))
}
