internal import Model
internal import Settings

/// One `[mail.domains."NAME"]`.
struct DomainSection {
  /// The form used in addresses: lower case, in A-labels.
  let domain: String
  let limits: DomainLimits
  let sessionsPosition: TextPosition
}

/// `[mail.domains."NAME"]` in `[mail]`, each domain once, in the order of the file.
func domainSections(in mail: SettingReader) -> [DomainSection] {
  guard let setting = mail.setting("domains") else { return [] }
  guard case .table = setting.value, let outer = mail.table("domains") else {
    mail.report("domains", "`domains` \(domainRule); found \(setting.kind)")
    return []
  }
  var sections: [DomainSection] = []
  var written: [String: String] = [:]
  for entry in outer.table.entries {
    guard let domain = outer.domain(entry), let section = outer.table(entry.key) else { continue }
    sections.append(DomainSection(domain, section))
    if let earlier = written.updateValue(entry.key, forKey: domain) {
      let sentence = "`\(entry.key)` and `\(earlier)` are the same domain (`\(domain)`); remove one"
      outer.report(at: entry.keyPosition, sentence)
    }
  }
  return sections
}

private let domainRule = "must be a table, for example [mail.domains.\"gmail.com\"]"

extension DomainSection {
  fileprivate init(_ domain: String, _ section: SettingReader) {
    self.domain = domain
    limits = DomainLimits(
      rate: section.rate("rate"), sessions: section.integer("sessions", in: 1...200, example: 2))
    sessionsPosition = section.position(of: "sessions")
  }
}

extension SettingReader {
  /// The domain named by the entry's key. An invalid one is reported, without the problems inside its table.
  fileprivate func domain(_ entry: SettingTable.Entry) -> String? {
    known(entry.key)
    guard case .table(let inner) = entry.setting.value else {
      report(at: entry.keyPosition, "`domains.\(entry.key)` \(domainRule); found \(entry.setting.kind)")
      return nil
    }
    if let domain = asciiDomain(entry.key) { return domain }
    let meant = unquoted(entry.key, inner)
    let remedy =
      asciiDomain(meant) == nil ? #"write, for example, [mail.domains."gmail.com"]"# : "write \"\(meant)\" in quotes"
    report(at: entry.keyPosition, "`\(entry.key)` is not a mail domain; \(remedy)")
    return nil
  }
}

private func asciiDomain(_ text: String) -> String? { EmailAddress(localPart: "x", domain: text)?.domain }

/// `gmail.com` for `[mail.domains.gmail.com]`, which TOML reads as a table `com` in a table `gmail`.
private func unquoted(_ name: String, _ table: SettingTable) -> String {
  for entry in table.entries {
    if case .table(let inner) = entry.setting.value { return unquoted("\(name).\(entry.key)", inner) }
  }
  return name
}
