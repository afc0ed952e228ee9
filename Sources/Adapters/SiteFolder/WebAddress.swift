internal import Settings

extension SettingReader {
  /// The base of all links: absolute http(s) without query, fragment or login; trailing slashes are removed.
  func siteAddress(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if let fault = faultOfSiteAddress(text) {
      report(key, "`\(key)` \(fault); write, for example, \"https://news.example.org\"")
      return nil
    }
    return String(text[...(text.lastIndex { $0 != "/" } ?? text.startIndex)])
  }
}

extension SettingReader {
  /// The base of pages that mail programs call by themselves (RFC 8058 §3.1): like ``siteAddress(_:)``, but https.
  func secureAddress(_ key: String) -> String? {
    guard let address = siteAddress(key) else { return nil }
    if address.lowercased().hasPrefix("https://") { return address }
    report(key, "`\(key)` must be an https URL; mail programs call no other (RFC 8058)")
    return nil
  }
}

extension SettingReader {
  /// A page on any server, or a mailbox: a valid target of a link for readers.
  func signUpAddress(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    let isMailbox =
      text.wholeMatch(of: /(?i:mailto):[A-Za-z0-9._~!$&'*+=%-]+@[A-Za-z0-9.-]+(\?[A-Za-z0-9._~!$&'*+=%-]+)?/) != nil
    let isPage = text.wholeMatch(of: /(?i:https?):\/\/[A-Za-z0-9\[][A-Za-z0-9._~:\/?#\[\]!$&'()*+,;=%-]*/) != nil
    if isMailbox || isPage { return text }
    let example = "\"https://news.example.org/sign-up\" or \"mailto:editors@example.org?subject=Subscribe\""
    report(key, "`\(key)` must be a URL that a link can lead to, for example \(example)")
    return nil
  }
}

/// Nil if it can be the base of all links (RFC 3986 §3; ASCII only, since feeds contain URLs unchanged).
private func faultOfSiteAddress(_ text: String) -> String? {
  guard let match = text.wholeMatch(of: /(?i:https?):\/\/([^\/?#]*)([^?#]*)([?#].*)?/) else {
    return "is not an absolute http(s) URL"
  }
  if match.3 != nil { return "has a query or a fragment" }
  if match.1.contains("@") { return "contains a login" }
  if let fault = faultOfAuthority(match.1) { return fault }
  let isPath = match.2.wholeMatch(of: /([A-Za-z0-9._~!$&'()*+,;=:@\/-]|%[0-9A-Fa-f]{2})*/) != nil
  return isPath ? nil : "contains characters not allowed in a URL (percent-encode them: %XX)"
}

/// Nil if it is a host, with a port or without.
func faultOfAuthority(_ text: Substring) -> String? {
  guard text.allSatisfy(\.isASCII) else { return "has a host that is not ASCII (write it as xn--…)" }
  return isAuthority(text) ? nil : "has no valid host"
}

private func isAuthority(_ text: Substring) -> Bool {
  guard let match = text.wholeMatch(of: /(\[[0-9A-Fa-f:.]+\]|[^:\[\]]*)(:([0-9]{1,5}))?/) else { return false }
  if let port = match.3, !(1...65_535).contains(Int(port) ?? 0) { return false }
  return match.1.hasPrefix("[") || isHostName(match.1)
}

/// Labels of letters, digits and inner hyphens (RFC 1123 §2.1); this includes IPv4 addresses.
func isHostName(_ text: some StringProtocol) -> Bool {
  guard text.utf8.count <= 253 else { return false }
  return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
    String(label).wholeMatch(of: /[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?/) != nil
  }
}

/// The host name of a checked URL, in lower case; nil for an IPv6 address.
func webHost(of address: String) -> String? {
  address.firstMatch(of: /\/\/([^\/:\[\]]+)/).map { $0.1.lowercased() }
}
