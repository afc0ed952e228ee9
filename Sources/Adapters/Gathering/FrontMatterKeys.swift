internal import Settings

extension SettingTable {
  /// With the keys that Hugo writes in any case as we write them: `Title`, `DATE`. One that is there in lower case too stays.
  var withPlainKeys: SettingTable {
    guard entries.contains(where: { $0.key != $0.key.lowercased() }) else { return self }
    let plain = Set(entries.map(\.key))
    return SettingTable(
      syntax, at: mark,
      entries: entries.map { entry in
        let key = entry.key.lowercased()
        guard Self.caselessKeys.contains(key), !plain.contains(key) else { return entry }
        return Entry(key: key, keyMark: entry.keyMark, setting: entry.setting)
      })
  }

  /// `id` and `link` are only ours, and have one spelling.
  private static let caselessKeys: Set<String> = [
    "title", "date", "updated", "topics", "summary", "description", "excerpt", "author", "authors", "image", "images",
    "source", "tag", "tags", "category", "categories", "taxonomies", "credibility", "interest", "path", "slug", "url",
    "permalink",
  ]
}
