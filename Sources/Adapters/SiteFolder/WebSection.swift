internal import Model
internal import Settings
internal import Text

extension WebSettings {
  /// Reads `[web]`. Mistakes are reported.
  init(_ section: SettingReader, hasMail: Bool) {
    self.init()
    if !hasMail {
      section.report(at: section.table.position, "[web] needs mail settings; add a table [mail] with at least `from`")
    }
    if let listen = section.listenAddress("listen") { self.listen = listen }
    trustedProxy = section.proxyAddress("trusted_proxy")
    returnOrigins = section.origins("return_origins")
    recordsMachines = section.boolean("record_ip") ?? recordsMachines
    limits.perSite = section.integer("letters_per_hour", in: 1...1_000_000, example: 200) ?? limits.perSite
    limits.perNetwork =
      section.integer("letters_per_network", in: 1...1_000_000, example: 20) ?? limits.perNetwork
    limits.perDomain = section.integer("letters_per_domain", in: 1...1_000_000, example: 60) ?? limits.perDomain
    caFile = section.innerPath("ca_file")
    lettersFrom = section.mailbox("letters_from")
  }
}

extension SettingReader {
  func listenAddress(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if ListenAddress(text) != nil { return text }
    report(key, "`\(key)` must be HOST:PORT or unix:/PATH, for example \"127.0.0.1:8080\"")
    return nil
  }

  func proxyAddress(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if text.wholeMatch(of: /[0-9A-Fa-f:.]+/) != nil, text.contains(where: { $0 == "." || $0 == ":" }) { return text }
    report(key, "`\(key)` must be the IP address of the proxy, for example \"127.0.0.1\"")
    return nil
  }

  /// Scheme, host and port alone (RFC 6454 §6.2).
  fileprivate func origins(_ key: String) -> [String] {
    (strings(key) ?? []).compactMap { word in
      if let url = WebURL(word.text), url.path.isEmpty, url.query == nil, word.text == "\(url.scheme)://\(url.host)",
        faultOfAuthority(url.host[...]) == nil
      {
        return word.text
      }
      report(
        at: word.setting.position,
        "`\(key)` must list origins: scheme and host in lower case, without a path, for example "
          + "\"https://www.example.org\"")
      return nil
    }
  }
}
