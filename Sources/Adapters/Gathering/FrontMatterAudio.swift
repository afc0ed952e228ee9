internal import Markdown
internal import Model
internal import Settings
internal import Text

/// The recording of an article. Other programs may also use the key, so what cannot be used is ignored with a warning.
extension FrontMatter {
  static let audioKeys = ["url", "path", "duration", "length", "episode", "season", "explicit"]

  mutating func readAudio() -> Article.Sound? {
    guard let setting = reader.setting("audio") else { return nil }
    var table: SettingTable?
    var named: Setting? = setting
    if case .table(let found) = setting.value {
      table = found
      named = found["url"] ?? found["path"]
    }
    guard let written = named?.string, !written.isEmpty else {
      warn(setting.position, "`audio` names no recording; write a file next to the article, or a URL")
      return nil
    }
    guard let address = soundAddress(written, at: setting.position) else { return nil }
    guard let address = fitting(address, FieldLimit.address, "audio", reader) else { return nil }
    var sound = Article.Sound(url: address)
    guard let table else { return sound }
    sound.duration = readDuration(table)
    sound.length = wholeNumber("length", table, upTo: 1 << 40)
    sound.episode = wholeNumber("episode", table, upTo: 1_000_000).map { Int($0) }
    sound.season = wholeNumber("season", table, upTo: 10_000).map { Int($0) }
    sound.explicit = readExplicit(table)
    warnOfOtherKeys(table)
    return sound
  }

  private mutating func soundAddress(_ written: String, at position: TextPosition) -> String? {
    if isWebAddress(written) { return written }
    guard Article.Sound.type(ofFile: written) != nil else {
      warn(position, "`audio` is \(quoted(written)); write a file such as .mp3 or .m4a, or an http(s) URL")
      return nil
    }
    if let address = place.picture(written) { return address }
    // A file of `static/`.
    if written.hasPrefix("/"), !written.hasPrefix("//") { return resolved(written) }
    let cause = "`audio` is \(quoted(written)), but no such file is next to the article"
    warn(position, "\(cause), which has no recording now", .notice)
    return nil
  }

  /// Seconds, `12:34` or `1:02:03`.
  private mutating func readDuration(_ table: SettingTable) -> Int? {
    guard let setting = table["duration"] else { return nil }
    if case .integer(let seconds) = setting.value, (1...604_800).contains(seconds) { return Int(seconds) }
    let parts = (setting.string ?? "").split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    let numbers = parts.compactMap(\.self)
    let isPlain = (1...3).contains(parts.count) && numbers.count == parts.count
    if isPlain, numbers.allSatisfy({ $0 >= 0 }), numbers.dropFirst().allSatisfy({ $0 < 60 }) {
      let seconds = numbers.reduce(0) { $0 * 60 + $1 }
      if (1...604_800).contains(seconds) { return seconds }
    }
    warn(setting.position, "`audio.duration` must be seconds, 12:34 or 1:02:03; it is read from the file, if possible")
    return nil
  }

  private mutating func wholeNumber(_ key: String, _ table: SettingTable, upTo most: Int64) -> Int64? {
    guard let setting = table[key] else { return nil }
    let number: Int64? =
      if case .integer(let number) = setting.value { number } else { setting.string.flatMap { Int64($0) } }
    if let number, (1...most).contains(number) { return number }
    warn(setting.position, "`audio.\(key)` must be a whole number from 1 to \(most); it is ignored")
    return nil
  }

  private mutating func readExplicit(_ table: SettingTable) -> Bool? {
    guard let setting = table["explicit"] else { return nil }
    if case .boolean(let value) = setting.value { return value }
    // YAML's values are read as they are written.
    if let value = ["true": true, "yes": true, "false": false, "no": false][setting.string?.lowercased() ?? ""] {
      return value
    }
    warn(setting.position, "`audio.explicit` must be true or false; it is ignored")
    return nil
  }

  private mutating func warnOfOtherKeys(_ table: SettingTable) {
    for entry in table.entries.prefix(100) where !Self.audioKeys.contains(entry.key) {
      let hint = suggestion(for: entry.key, among: Self.audioKeys)
      warn(entry.keyPosition, "unknown key `audio.\(entry.key)`\(hint)")
    }
  }
}
