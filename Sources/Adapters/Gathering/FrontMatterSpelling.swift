internal import Settings

extension FrontMatter {
  /// Front matter contains many keys that are not ours (`permalink`, `toc`), so a key is reported only if it is one
  /// typo away from a missing key of ours.
  mutating func warnOfSpelling() {
    warn(on: reader.table, keys: Self.ownKeys, of: "")
    if case .table(let source)? = reader.table["source"]?.value {
      warn(on: source, keys: Self.sourceKeys, of: "source.")
    }
  }

  private mutating func warn(on table: SettingTable, keys: [String], of prefix: String) {
    for entry in table.entries.prefix(1_000) where !keys.contains(entry.key) && !Self.othersKeys.contains(entry.key) {
      guard let meant = keys.first(where: { isSlip(entry.key, of: $0) }), table[meant] == nil else { continue }
      warn(entry.keyPosition, "`\(prefix)\(entry.key)` is not a key of articles; did you mean `\(prefix)\(meant)`?")
    }
  }

  // `id`, `link` and `mind` are left out: too many words differ from them by one letter.
  static let ownKeys = [
    "title", "date", "updated", "topics", "summary", "credibility", "interest", "authors", "source", "image",
    "short_title", "credibility_reason", "tested_in", "means", "questions", "changes",
    "audio", "transcript", "attach", "translation_key", "layout",
  ]
  static let sourceKeys = ["title", "journal", "published"]
  private static let othersKeys: Set<String> = ["author", "images", "data", "changed"]
}

/// Whether `word` becomes `key` by adding, removing or replacing one letter, by swapping two
/// letters, or by changing case.
func isSlip(_ word: String, of key: String) -> Bool {
  let a = Array(word.lowercased().utf8)
  let b = Array(key.utf8)
  guard abs(a.count - b.count) <= 1 else { return false }
  let start = zip(a, b).prefix { $0 == $1 }.count
  let restA = a[start...]
  let restB = b[start...]
  if restA.isEmpty && restB.isEmpty { return true }
  let areSwapped =
    restA.count == restB.count && restA.count > 1 && restA.prefix(2).reversed() == Array(restB.prefix(2))
    && restA.dropFirst(2) == restB.dropFirst(2)
  return areSwapped || restA.dropFirst() == restB.dropFirst() || restA.dropFirst() == restB
    || restA == restB.dropFirst()
}
