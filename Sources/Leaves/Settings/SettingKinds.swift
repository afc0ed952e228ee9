internal import Text

extension SettingReader {
  package func string(_ key: String) -> String? {
    guard let setting = setting(key) else { return nil }
    guard let text = setting.string else { return wrong(setting, key, "a string in quotes", "\"…\"") }
    return text
  }

  /// A string, or a TOML date as written.
  package func dateText(_ key: String) -> String? {
    guard let setting = setting(key) else { return nil }
    if case .date(let text) = setting.value { return text }
    guard let text = setting.string else { return wrong(setting, key, "a date", "2026-11-23") }
    return text
  }

  /// A list of strings, each with its setting; with `acceptsOne`, also a single string.
  package func strings(_ key: String, acceptsOne: Bool = false) -> [(text: String, setting: Setting)]? {
    guard let setting = setting(key) else { return nil }
    if acceptsOne, let text = setting.string { return [(text, setting)] }
    guard case .array(let elements) = setting.value else {
      return wrong(setting, key, "a list of strings", #"["one", "two"]"#)
    }
    return elements.compactMap { element in
      if let text = element.string { return (text, element) }
      report(at: element.position, "`\(key)` must be a list of strings in quotes; found \(element.kind)")
      return nil
    }
  }

  package func integer(_ key: String, in range: ClosedRange<Int>, example: Int? = nil) -> Int? {
    guard let setting = setting(key) else { return nil }
    guard let number = wholeNumber(setting) else {
      return wrong(setting, key, "a whole number", String(example ?? range.lowerBound))
    }
    guard range.contains(number) else {
      report(key, "`\(key)` must be from \(range.lowerBound) to \(range.upperBound); found \(number)")
      return nil
    }
    return number
  }

  package func number(_ key: String, in range: ClosedRange<Double>, example: String) -> Double? {
    guard let setting = setting(key) else { return nil }
    guard let number = decimal(setting) else { return wrong(setting, key, "a number", example) }
    guard range.contains(number) else {
      report(key, "`\(key)` must be from \(range.lowerBound) to \(range.upperBound); found \(number)")
      return nil
    }
    return number
  }

  /// `true` or `false`; in YAML also `yes`, `no`, `on`, `off`; case-insensitive.
  package func boolean(_ key: String) -> Bool? {
    guard let setting = setting(key) else { return nil }
    if case .boolean(let isTrue) = setting.value { return isTrue }
    guard table.syntax == .yaml, let word = setting.string?.lowercased(), let isTrue = Self.truths[word] else {
      return wrong(setting, key, "true or false", "true")
    }
    return isTrue
  }

  /// For example `24h`, `30d` or `1h30m`.
  package func duration(
    _ key: String, atLeast shortest: String = "0s", atMost longest: String, example: String
  ) -> Duration? {
    guard let setting = setting(key) else { return nil }
    guard let text = setting.string, let length = Settings.duration(text) else {
      let found = setting.string.map { "\"\($0)\"" } ?? setting.kind
      report(
        key,
        "`\(key)` must be a length of time in w, d, h, m and s, "
          + "for example \(written(key, "\"\(example)\"")); found \(found)")
      return nil
    }
    guard (Settings.duration(shortest) ?? .zero) <= length, length <= Settings.duration(longest) ?? length else {
      report(key, "`\(key)` must be from \(shortest) to \(longest); found \"\(text)\"")
      return nil
    }
    return length
  }

  /// One of the raw values of an enumeration.
  package func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, of: Choice.Type) -> Choice? {
    guard let setting = setting(key) else { return nil }
    let words = Choice.allCases.map(\.rawValue)
    if let word = setting.string, let choice = Choice(rawValue: word) { return choice }
    let found = setting.string.map { "\"\($0)\"" } ?? setting.kind
    let hint = setting.string.map { suggestion(for: $0, among: words) } ?? ""
    report(key, "`\(key)` must be one of \(words.map { "\"\($0)\"" }.joined(separator: ", ")); found \(found)\(hint)")
    return nil
  }
}

extension SettingReader {
  private static let truths = [
    "true": true, "yes": true, "on": true, "false": false, "no": false, "off": false,
  ]

  private func wholeNumber(_ setting: Setting) -> Int? {
    if case .integer(let number) = setting.value { return Int(number) }
    return table.syntax == .yaml ? setting.string.flatMap { Int($0) } : nil
  }

  private func decimal(_ setting: Setting) -> Double? {
    switch setting.value {
    case .integer(let number): Double(number)
    case .float(let number): number.isFinite ? number : nil
    // Not "inf", "nan" or "0x1p3".
    case .string(let text) where table.syntax == .yaml && text.utf8.allSatisfy("0123456789.+-".utf8.contains):
      Double(text)
    default: nil
    }
  }

  private func wrong<Value>(_ setting: Setting, _ key: String, _ wanted: String, _ example: String) -> Value? {
    report(
      at: setting.position, "`\(key)` must be \(wanted), for example \(written(key, example)); found \(setting.kind)")
    return nil
  }
}
