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
  domainTables("domains", in: mail, example: #"[mail.domains."gmail.com"]"#).map { DomainSection($0.domain, $0.reader) }
}

/// A table that is named after a domain.
struct DomainTable {
  /// The form used in addresses: lower case, in A-labels.
  let domain: String
  let keyPosition: TextPosition
  let reader: SettingReader
}

/// The tables inside the table `key`, each domain once, in the order of the file. Mistakes are reported.
///
/// - Parameter example: a header of such a table.
func domainTables(_ key: String, in section: SettingReader, example: String) -> [DomainTable] {
  guard let setting = section.setting(key) else { return [] }
  let rule = DomainRule(key: key, example: example)
  guard case .table = setting.value, let outer = section.table(key) else {
    section.report(key, "`\(key)` \(rule.sentence); found \(setting.kind)")
    return []
  }
  var tables: [DomainTable] = []
  var written: [String: String] = [:]
  for entry in outer.table.entries {
    guard let domain = outer.domain(entry, rule), let reader = outer.table(entry.key) else { continue }
    if let earlier = written.updateValue(entry.key, forKey: domain) {
      outer.report(
        at: entry.keyPosition, "`\(entry.key)` and `\(earlier)` are the same domain (`\(domain)`); remove one")
    }
    tables.append(DomainTable(domain: domain, keyPosition: entry.keyPosition, reader: reader))
  }
  return tables
}

private struct DomainRule {
  let key: String
  let example: String

  var sentence: String { "must be a table, for example \(example)" }
}

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
  fileprivate func domain(_ entry: SettingTable.Entry, _ rule: DomainRule) -> String? {
    known(entry.key)
    guard case .table(let inner) = entry.setting.value else {
      report(at: entry.keyPosition, "`\(rule.key).\(entry.key)` \(rule.sentence); found \(entry.setting.kind)")
      return nil
    }
    if let domain = asciiDomain(entry.key) { return domain }
    let meant = unquoted(entry.key, inner)
    let remedy = asciiDomain(meant) == nil ? "write, for example, \(rule.example)" : "write \"\(meant)\" in quotes"
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
