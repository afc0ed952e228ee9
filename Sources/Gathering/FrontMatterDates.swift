internal import Model
internal import Settings

extension FrontMatter {
  /// Where an embargo is there too, the later of both.
  func readDate(embargo: Instant?) -> Instant? {
    if reader.setting("date") != nil {
      guard let date = readDate("date")?.instant(in: zone) else { return nil }
      return max(date, embargo ?? date)
    }
    if let date = place.date?.instant(in: zone) { return max(date, embargo ?? date) }
    return embargo ?? reader.required("date", example: "2026-11-23") { _ in nil }
  }

  /// Nil if it lies before the date: an article cannot have changed before it was there.
  mutating func readUpdated() -> Instant? {
    let written = reader.setting("updated") != nil ? readDate("updated") : lenientDate(["lastmod", "last_modified_at"])
    guard let date, let written else { return nil }
    let updated = written.instant(in: zone)
    if updated >= date { return updated }
    if zone.civil(at: updated).isoDate != zone.civil(at: date).isoDate, reader.setting("updated") != nil {
      advise(reader.mark(of: "updated"), "`updated` lies before `date`; it is passed over.")
    }
    return nil
  }

  private func readDate(_ key: String) -> WrittenDate? {
    guard let text = reader.dateText(key) else { return nil }
    if let date = date(text) { return date }
    let us =
      WrittenDate(us: text) == nil
      ? "" : " Month/day/year is read where the source in schedule.conf says date_format = \"US\"."
    reader.report(key, "`\(key)` is \(quoted(text)); write it as 2026-11-23 or 2026-11-23 07:00.\(us)")
    return nil
  }

  /// The first of others' keys that holds a date.
  private func lenientDate(_ keys: [String]) -> WrittenDate? {
    keys.lazy.compactMap { reader.setting($0)?.dateText }.compactMap(date).first
  }

  private func date(_ text: String) -> WrittenDate? { written(text, readsUSDates: readsUSDates) }
}

func written(_ text: String, readsUSDates: Bool) -> WrittenDate? {
  WrittenDate(text) ?? (readsUSDates ? WrittenDate(us: text) : nil)
}

extension Setting {
  fileprivate var dateText: String? {
    if case .date(let text) = value { text } else { string }
  }
}
