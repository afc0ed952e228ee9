internal import Model
internal import Settings

extension LedgerSettings {
  /// Reads `[ledger]`. Mistakes are reported.
  init(_ section: SettingReader) {
    self.init()
    keep = section.years("keep")
    backupWithin = section.duration("backup_within", atLeast: "1h", atMost: "366d", example: "2d")
  }
}

extension SettingReader {
  /// A duration that may also be written in years of 365 days: `2y`.
  fileprivate func years(_ key: String) -> Duration? {
    let years = setting(key)?.string.flatMap { $0.hasSuffix("y") ? Int64($0.dropLast()) : nil }
    if let years, (1...20).contains(years) { return .seconds(years * 365 * 86_400) }
    return duration(key, atLeast: "90d", atMost: "7300d", example: "2y")
  }
}
