internal import Model
internal import Settings

/// `rate`, `messages_per_connection`, `warm_up` and `[mail.domains."NAME"]` in `[mail]`. Mistakes are reported.
struct MailLimits {
  private let rate: Rate?
  private let messagesPerConnection: Int?
  private let warmUp: [Int]
  private let domains: [DomainSection]

  init(_ section: SettingReader) {
    rate = section.rate("rate")
    messagesPerConnection = section.integer("messages_per_connection", in: 1...100_000, example: 100)
    warmUp = section.steps("warm_up")
    domains = domainSections(in: section)
  }

  /// Warns about limits that other keys of `mail` make meaningless.
  func apply(to mail: inout MailSettings, _ section: SettingReader) {
    mail.rate = rate
    mail.messagesPerConnection = messagesPerConnection
    mail.warmUp = warmUp
    for domain in domains {
      mail.domains[domain.domain] = domain.limits
      guard let sessions = domain.limits.sessions, sessions > mail.sessions else { continue }
      let most = "\(mail.sessions)"
      let sentence = "`sessions` must be at most \(most), the limit for all mail; found \(sessions)"
      section.warn(at: domain.sessionsPosition, sentence)
    }
  }
}

extension SettingReader {
  /// Also nil for "none".
  func rate(_ key: String) -> Rate? {
    guard let setting = setting(key), setting.string != "none" else { return nil }
    if let rate = setting.string.flatMap({ Rate($0) }) { return rate }
    let sentence =
      "`\(key)` must be \"none\" or messages per s, min, h or day, for example \(key) = \"50/s\"; "
      + "found \(found(setting))"
    report(key, sentence + suggestion(forRate: setting))
    return nil
  }

  /// The limits for the days of a warm-up plan.
  fileprivate func steps(_ key: String) -> [Int] {
    guard let setting = setting(key) else { return [] }
    guard case .array(let elements) = setting.value, !elements.isEmpty, let words = strings(key) else {
      let kind = if case .array = setting.value { "an empty list" } else { setting.kind }
      report(key, "`\(key)` must be a list of steps, for example \(key) = [\"200/day\", \"500/day\"]; found \(kind)")
      return []
    }
    if words.count > 60 { report(key, "`\(key)` has \(words.count) steps; write at most 60") }
    var steps: [Int] = []
    for word in words {
      guard let rate = Rate(word.text), rate.period == .day else {
        let sentence =
          "each step of `\(key)` must be a number of messages per day, for example \"200/day\"; found \"\(word.text)\""
        report(at: word.setting.position, sentence)
        continue
      }
      if let before = steps.last, rate.count < before {
        let sentence = "this step of `\(key)` is smaller than the one before it; write \"\(before)/day\" or more"
        warn(at: word.setting.position, sentence)
      }
      steps.append(rate.count)
    }
    return steps
  }

  private func found(_ setting: Setting) -> String { setting.string.map { "\"\($0)\"" } ?? setting.kind }

  /// The probable meaning of `50/sec` or `200 / minute`.
  private func suggestion(forRate setting: Setting) -> String {
    let parts = setting.string?.lowercased().filter { $0 != " " }.split(separator: "/") ?? []
    let units = [("seconds", "s"), ("minutes", "min"), ("hours", "h"), ("days", "day")]
    guard parts.count == 2, let unit = units.first(where: { $0.0.hasPrefix(parts[1]) })?.1,
      let rate = Rate("\(parts[0])/\(unit)")
    else { return "" }
    return "; did you mean `\(rate)`?"
  }
}
