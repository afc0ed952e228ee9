internal import Text

/// One problem in a table of settings.
package struct SettingProblem: Hashable, Sendable {
  package let position: TextPosition
  package let sentence: String
  /// Whether the setting works, but probably not as intended.
  package var isWarning = false
}

/// Reads a table key by key, and collects all problems instead of stopping at the first.
///
/// A key that is missing, or wrong and therefore reported, is nil. YAML strings are converted if a number or a boolean
/// is requested. At the end, ``finish()`` reports the keys that were never read.
///
/// ```swift
/// let reader = SettingReader(try readTOML(text))
/// let title = reader.required("title", example: "\"News\"", reader.string)
/// let limit = reader.integer("limit", in: 1...10_000) ?? 50
/// reader.finish()
/// report(reader.problems)
/// ```
package final class SettingReader {
  package let table: SettingTable
  private let collected: Problems
  /// The path of the tables around this one, for example `mail.dkim.`; empty for the document itself.
  private let path: String
  private var asked: Set<String> = []
  private var inner: [SettingReader] = []

  package convenience init(_ table: SettingTable) { self.init(table, Problems(), at: "") }

  private init(_ table: SettingTable, _ collected: Problems, at path: String) {
    self.table = table
    self.collected = collected
    self.path = path
  }

  /// Every key read so far, here and in inner tables, for example `mail.dkim.selector`.
  package var askedKeys: Set<String> { collected.asked }

  /// The problems found so far, here and in inner tables, in the order of the source.
  package var problems: [SettingProblem] {
    collected.all.sorted { ($0.position, $0.sentence) < ($1.position, $1.sentence) }
  }

  private final class Problems {
    var all: [SettingProblem] = []
    var asked: Set<String> = []
  }
}

// MARK: - Reading

extension SettingReader {
  /// The raw value, for cases that the typed functions do not cover. Nil for YAML's null.
  package func setting(_ key: String) -> Setting? {
    known(key)
    guard let setting = table[key] else { return nil }
    if case .null = setting.value { return nil }
    return setting
  }

  /// Marks a key as known without reading it.
  package func known(_ key: String) {
    if asked.insert(key).inserted { collected.asked.insert(path + key) }
  }

  /// Position of the key's value; the table's position if the key is missing.
  package func position(of key: String) -> TextPosition { table[key]?.position ?? table.position }

  package func report(at position: TextPosition, _ sentence: String) {
    collected.all.append(SettingProblem(position: position, sentence: sentence))
  }

  /// Reports a setting that works, but probably not as intended.
  package func warn(at position: TextPosition, _ sentence: String) {
    collected.all.append(SettingProblem(position: position, sentence: sentence, isWarning: true))
  }

  /// Reports a problem with the value of `key`.
  package func report(_ key: String, _ sentence: String) { report(at: position(of: key), sentence) }

  /// Reads with `read`, and reports a missing key; `example` is a value in the syntax of the source.
  package func required<Value>(_ key: String, example: String, _ read: (String) -> Value?) -> Value? {
    if setting(key) == nil {
      report(at: position(of: key), "`\(key)` is missing; add it, such as \(written(key, example)).")
      return nil
    }
    return read(key)
  }

  /// The table under `key`. Its reader adds problems to this one's list and is finished together with this one.
  package func table(_ key: String) -> SettingReader? {
    guard let setting = setting(key) else { return nil }
    guard case .table(let table) = setting.value else {
      let example = self.table.syntax == .toml ? "[\(key)]" : "\(key): with keys and values below it"
      report(at: setting.position, "`\(key)` is \(setting.kind); it must be a table, such as \(example).")
      return nil
    }
    return reader(table, key)
  }

  /// The tables inside the table `key`, for example `[digest.weekly]`, each with its name, in the order of the source.
  package func tables(_ key: String) -> [(name: String, keyPosition: TextPosition, reader: SettingReader)] {
    guard let outer = table(key) else { return [] }
    return outer.table.entries.compactMap { entry in
      outer.known(entry.key)
      guard case .table(let table) = entry.setting.value else {
        let sentence = "`\(key).\(entry.key)` is \(entry.setting.kind); it must be a table, such as [\(key).NAME]."
        report(at: entry.keyPosition, sentence)
        return nil
      }
      return (entry.key, entry.keyPosition, outer.reader(table, entry.key))
    }
  }

  /// Reports every key that was never read, here and in inner tables.
  package func finish() {
    let known = Array(asked)
    for entry in table.entries where !asked.contains(entry.key) {
      let hint = suggestion(for: entry.key, among: known)
      report(at: entry.keyPosition, "unknown key \(shownInSentence(entry.key)).\(hint)")
    }
    inner.forEach { $0.finish() }
    inner = []
  }

  private func reader(_ table: SettingTable, _ key: String) -> SettingReader {
    let reader = SettingReader(table, collected, at: path + key + ".")
    inner.append(reader)
    return reader
  }

  /// The line to write: `limit = 50` or `limit: 50`.
  func written(_ key: String, _ example: String) -> String {
    table.syntax == .toml ? "\(key) = \(example)" : "\(key): \(example)"
  }
}
