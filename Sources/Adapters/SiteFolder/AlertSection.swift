internal import Model
internal import Settings

extension AlertSettings {
  /// Reads `[alerts]`. Mistakes are reported.
  init(_ section: SettingReader, hasMail: Bool) {
    self.init()
    to = section.addresses("to") ?? []
    weekly = section.choice("weekly", of: Weekly.self) ?? weekly
    runWithin = section.duration("run_within", atLeast: "2m", atMost: "7d", example: "15m") ?? runWithin
    ping = section.watcher("ping")
    issuePing = section.watcher("ping_issues")
    metricsFile = section.line("metrics_file")
    if section.table.entries.isEmpty {
      section.report(at: section.table.position, "[alerts] is empty; add, for example, to = [\"ann@example.org\"]")
    }
    if section.setting("to") != nil, !hasMail {
      section.report("to", "`to` needs mail settings; add a table [mail] with at least `from`")
    }
  }
}

extension SettingReader {
  fileprivate func addresses(_ key: String) -> [EmailAddress]? {
    guard let words = strings(key) else { return nil }
    if words.isEmpty { report(key, "`\(key)` is empty; write at least one address, or remove it") }
    return words.compactMap { word in
      if let address = EmailAddress(word.text) { return address }
      report(at: word.setting.position, "`\(word.text)` must be an email address, for example \"ann@example.org\"")
      return nil
    }
  }

  fileprivate func watcher(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if isWebAddress(text), !text.contains("?"), !text.contains("#") {
      return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
    report(key, "`\(key)` must be the URL of a check without `?`, for example \"https://hc-ping.com/UUID\"")
    return nil
  }
}
