internal import Text

/// Parses a cron expression: the grammar of crontab(5), plus `L` for the last day of a month.
///
///     expression = nickname | field field field field field
///     field      = element *("," element)
///     element    = ("*" | value | value "-" value) ["/" step] | "L"
enum CronSyntax {
  static func fields(of text: String) throws(CronError) -> CronFields {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else {
      throw CronError(at: text[...], "the cron expression is empty; write, for example, `0 7 * * MON`")
    }
    if first.hasPrefix("@") { return try nickname(first, followedBy: words.dropFirst()) }
    let positions = CronPosition.allCases
    guard words.count == positions.count else {
      throw CronError(
        at: words.count > positions.count ? words[positions.count] : text[text.endIndex...],
        "a cron expression needs five fields (minute, hour, day of the month, month, day of the week); "
          + "found \(words.count)")
    }
    var fields = CronFields()
    for (position, word) in zip(positions, words) { try fields.read(word, as: position) }
    return fields
  }

  private static let nicknames = [
    "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
    "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
  ]

  private static func nickname(
    _ word: Substring, followedBy rest: ArraySlice<Substring>
  ) throws(CronError) -> CronFields {
    guard let meaning = nicknames[word.lowercased()] else {
      let hint = suggestion(for: String(word), among: nicknames.keys)
      let known = hint.isEmpty ? "; use one of \(nicknames.keys.sorted().joined(separator: ", "))" : hint
      throw CronError(at: word, "`\(word)` is not a known schedule\(known)")
    }
    if let extra = rest.first {
      throw CronError(at: extra, "`\(word)` is a whole cron expression; remove what follows it")
    }
    return try fields(of: meaning)
  }
}

private extension CronFields {
  mutating func read(_ word: Substring, as position: CronPosition) throws(CronError) {
    var values = CronValues()
    for element in word.split(separator: ",", omittingEmptySubsequences: false) {
      if element.isEmpty {
        throw CronError(at: element, "the \(position.name) has a comma without a value next to it; remove the comma")
      }
      if position == .dayOfMonth, element.uppercased() == "L" {
        includesLastDay = true
      } else {
        values.formUnion(try CronElement(position: position, text: element).values())
      }
    }
    if word.hasPrefix("*") { wild.insert(position) }
    set(values, at: position)
  }

  mutating func set(_ values: CronValues, at position: CronPosition) {
    switch position {
    case .minute: minutes = values
    case .hour: hours = values
    case .dayOfMonth: daysOfMonth = values
    case .month: months = values
    case .dayOfWeek: weekdays = values
    }
  }
}
