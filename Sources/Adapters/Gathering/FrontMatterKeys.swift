internal import Settings

extension SettingTable {
  /// Lower-cases keys that Hugo accepts in any case: `Title`, `DATE`. A key that also exists
  /// in lower case stays unchanged.
  var withPlainKeys: SettingTable {
    guard entries.contains(where: { $0.key != $0.key.lowercased() }) else { return self }
    let plain = Set(entries.map(\.key))
    return SettingTable(
      syntax, at: position,
      entries: entries.map { entry in
        let key = entry.key.lowercased()
        guard Self.caselessKeys.contains(key), !plain.contains(key) else { return entry }
        return Entry(key: key, keyPosition: entry.keyPosition, setting: entry.setting)
      })
  }

  /// `id` and `link` exist only in Courant, and are case-sensitive.
  static let caselessKeys: Set<String> = [
    "title", "date", "updated", "topics", "summary", "description", "excerpt", "author", "authors", "image", "images",
    "source", "tag", "tags", "category", "categories", "taxonomies", "credibility", "interest", "path", "slug", "url",
    "permalink", "short_title", "credibility_reason", "tested_in", "means", "mind", "questions", "changes",
    "aliases", "redirect_from", "audio", "transcript", "attach", "lang", "language", "layout", "translation_key",
  ]
}
