internal import Model
internal import Settings

/// `[mail.dkim]` with its `[mail.dkim.ed25519]`, then each `[mail.dkim.domains."NAME"]`; empty without the first, or if it
/// cannot be used. Mistakes are reported.
func dkimSettings(in mail: SettingReader, from: Mailbox?) -> [DKIMSettings] {
  guard let section = mail.table("dkim") else { return [] }
  let domain = section.required("domain", example: "\"\(from?.address.domain ?? "example.org")\"", section.domainName)
  if let domain, let from { section.checkAlignment(of: domain, with: from.address.domain) }
  let first = section.keys(of: domain)
  let example = #"[mail.dkim.domains."example.com"]"#
  let others = domainTables("domains", in: section, example: example).compactMap { table -> DKIMSettings? in
    if table.domain == domain {
      section.report(at: table.keyPosition, "`\(table.domain)` is the `domain` of [mail.dkim]; remove one")
    }
    var settings = table.reader.keys(of: table.domain)
    settings?.table = "mail.dkim.domains.\"\(table.domain)\""
    return settings
  }
  return first.map { [$0] + others } ?? []
}

/// The domain in `[mail.dkim]`, even if other settings have mistakes; nil if there is none.
package func writtenSigningDomain(in folder: String) -> String? {
  var findings: [Finding] = []
  let schedule = SettingsFile("schedule.conf", in: folder, &findings)
  return schedule?.reader.table("mail")?.table("dkim")?.string("domain")
}

extension SettingReader {
  /// Nil if they cannot be used.
  fileprivate func keys(of domain: String?) -> DKIMSettings? {
    let key = signingKey(file: "dkim.pem", selector: "courant")
    let second = table("ed25519")
    let ed25519 = second.flatMap { $0.signingKey(file: "dkim-ed25519.pem", selector: "courant-ed25519") }
    guard let domain, let key else { return nil }
    if let second, let ed25519, ed25519.selector == key.selector {
      let sentence = "`selector` is also that of the first key; each key needs its own DNS record, so choose another"
      second.report("selector", sentence)
    }
    return DKIMSettings(domain: domain, key: key, ed25519: ed25519)
  }
}

extension SettingReader {
  fileprivate func signingKey(file: String, selector: String) -> DKIMSettings.Key? {
    let selector = required("selector", example: "\"\(selector)\"", self.selector)
    let file = required("key_file", example: "\"\(file)\"", keyPath)
    guard let selector, let file else { return nil }
    return DKIMSettings.Key(selector: selector, file: file)
  }

  fileprivate func domainName(_ key: String) -> String? {
    guard let text = line(key) else { return nil }
    if let domain = EmailAddress(localPart: "x", domain: text)?.domain, domain != "localhost" { return domain }
    report(key, "`\(key)` must be a domain, for example \"example.org\"; found \"\(text)\"")
    return nil
  }

  /// RFC 6376 §3.1: labels of a domain name.
  private func selector(_ key: String) -> String? {
    guard let text = line(key) else { return nil }
    if isHostName(text), text.utf8.count <= 63 { return text.lowercased() }
    report(key, "`\(key)` must be letters, digits and inner dashes, for example \"courant\"; found \"\(text)\"")
    return nil
  }

  /// Relative to the site folder and inside it, or absolute.
  private func keyPath(_ key: String) -> String? {
    setting(key)?.string?.hasPrefix("/") == true ? line(key) : innerPath(key)
  }

  fileprivate func checkAlignment(of domain: String, with sender: String) {
    if isAligned(domain, with: sender) { return }
    let sentence =
      "`domain` is \"\(domain)\", but `from` is at \(sender), and only a signature of that domain counts; write "
      + "domain = \"\(sender)\", or a domain above it"
    report("domain", sentence)
  }
}
