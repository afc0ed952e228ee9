internal import Model
internal import Settings

extension AlertSettings {
  /// Reads `[alerts]`. Mistakes are reported.
  init(_ section: SettingReader) {
    self.init()
    ping = section.watcher("ping")
    issuePing = section.watcher("ping_issues")
    metricsFile = section.line("metrics_file")
  }
}

extension SettingReader {
  fileprivate func watcher(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if isWebAddress(text), !text.contains("?"), !text.contains("#") {
      return text.hasSuffix("/") ? String(text.dropLast()) : text
    }
    report(key, "`\(key)` must be the URL of a check without `?`, for example \"https://hc-ping.com/UUID\"")
    return nil
  }
}
