internal import Model
internal import Settings
internal import Time

extension FrontMatter {
  /// If there is an embargo too, the later of both.
  mutating func readDate(embargo: Instant?) -> Instant? {
    if reader.setting("date") != nil {
      guard let date = readOwnDate()?.instant(in: zone) else { return nil }
      return max(date, embargo ?? date)
    }
    if let date = namedDate?.instant(in: zone) { return max(date, embargo ?? date) }
    return embargo ?? reader.required("date", example: "2026-11-23") { _ in nil }
  }

  /// The date in the name of the file or of a folder, or in the URL that its author set.
  var namedDate: WrittenDate? {
    if let date = place.date { return date }
    let addresses = Self.keysOfAddresses.compactMap { reader.table[$0]?.string }
    return addresses.lazy.compactMap(dateInPath).first
  }

  /// If the date cannot be read, the one in the name is used if it has the same year and day.
  private mutating func readOwnDate() -> WrittenDate? {
    if let created = dateTable?["created"]?.dateText.flatMap(date) { return created }
    guard let setting = reader.setting("date"), let text = setting.dateText, date(text) == nil, let namedDate else {
      return readDate("date")
    }
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.contains(namedDate.civil.year), numbers.contains(namedDate.civil.day) else { return readDate("date") }
    warn(
      setting.position,
      "`date` is \(quoted(text)), which is not a date; using the date in the name, \(namedDate.civil.isoDate)")
    return namedDate
  }

  /// Nil if it is before the date: an article cannot change before it exists.
  mutating func readUpdated() -> Instant? {
    guard let change = readChange(), let date else { return nil }
    let updated = change.date.instant(in: zone)
    if updated >= date { return updated }
    if zone.civil(at: updated).isoDate != zone.civil(at: date).isoDate, reader.setting("updated") != nil {
      warn(change.position, "`updated` is earlier than `date`; ignored")
    }
    return nil
  }

  /// The author's date of the last change, and its position.
  struct Change {
    let key: String
    let position: TextPosition
    let date: WrittenDate
  }

  /// Reads our own key, otherwise the first of the others that holds a date.
  func readChange() -> Change? {
    if let setting = reader.setting("updated") {
      return readOwnChange(setting).map { Change(key: "updated", position: setting.position, date: $0) }
    }
    let others = reader.table.entries.filter { Self.keysOfUpdates.contains(comparable(key: $0.key)) }
    let inDate = dateTable?.entries.filter { $0.key == "updated" } ?? []
    return (others + inDate).lazy.compactMap { entry in
      latestDate(in: entry.setting).map { Change(key: entry.key, position: entry.setting.position, date: $0) }
    }.first
  }

  private func readOwnChange(_ setting: Setting) -> WrittenDate? {
    guard case .array(let elements) = setting.value else { return readDate("updated") }
    if let wrong = elements.first(where: { $0.dateText.flatMap(date) == nil }) {
      reader.report(at: wrong.position, "`updated` must be a list of dates, for example 2026-11-23")
    }
    return latestDate(in: setting)
  }

  /// For a list, the latest date in it.
  private func latestDate(in setting: Setting) -> WrittenDate? {
    var settings = [setting]
    if case .array(let elements) = setting.value { settings = elements }
    let dates = settings.compactMap(\.dateText).compactMap(date)
    return dates.max { $0.instant(in: zone) < $1.instant(in: zone) }
  }

  /// MkDocs Material's `date: {created: …, updated: …}`; nil for a table with any other key, which could be an embargo.
  private var dateTable: SettingTable? {
    guard case .table(let table)? = reader.setting("date")?.value else { return nil }
    return table.entries.allSatisfy { ["created", "updated"].contains($0.key) } ? table : nil
  }

  private func readDate(_ key: String) -> WrittenDate? {
    guard let text = reader.setting(key)?.dateText ?? reader.dateText(key) else { return nil }
    if let date = date(text) { return date }
    let us =
      WrittenDate(us: text) == nil
      ? "" : "; month/day/year needs date_format = \"US\" in the source's settings"
    reader.report(key, "`\(key)` is \(quoted(text)); write it as 2026-11-23 or 2026-11-23 07:00\(us)")
    return nil
  }

  static let keysOfAddresses = ["path", "slug", "url", "permalink"]

  static let namesOfUpdates = [
    "lastmod", "last_modified", "last_modified_at", "modified", "modified_at", "modified_date", "date_modified",
    "mod_datetime", "updated_at", "updated_date", "date_updated", "last_updated",
  ]
  private static let keysOfUpdates = Set(namesOfUpdates.map(comparable(key:)))

  private func date(_ text: String) -> WrittenDate? { written(text, readsUSDates: readsUSDates) }
}

/// The only parser for dates of articles.
func written(_ text: String, readsUSDates: Bool) -> WrittenDate? {
  WrittenDate(foreign: text, isUS: readsUSDates)
}

extension Setting {
  /// A value that may be a date: a string, a TOML date, or a number as long as Unix seconds or `20261101`.
  var dateText: String? {
    switch value {
    case .date(let text): text
    case .integer(let number) where number > 1_000_000: "\(number)"
    default: string
    }
  }
}
