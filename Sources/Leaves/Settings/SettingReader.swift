/// One mistake in a table of settings.
package struct SettingProblem: Hashable, Sendable {
  package let mark: Mark
  package let sentence: String
  /// It works, but probably not as meant.
  package var isAdvice = false
}

/// Takes a table apart by asking for its keys, and collects every mistake instead of stopping at the first.
///
/// A key that is missing, or wrong and therefore reported, is nil. YAML's texts are converted where numbers or truth
/// values are asked for. At the end, ``finish()`` reports the keys that nobody asked for.
///
/// ```swift
/// let reader = SettingReader(try readTOML(text)) { nearest(to: $0, among: $1) }
/// let title = reader.required("title", example: "\"News\"", reader.string)
/// let limit = reader.integer("limit", in: 1...10_000) ?? 50
/// reader.finish()
/// report(reader.problems)
/// ```
package final class SettingReader {
  /// The known word that a misspelt one probably means, if any.
  package typealias Spelling = (_ word: String, _ known: [String]) -> String?

  package let table: SettingTable
  private let spelling: Spelling
  private let collected: Problems
  /// The tables that this one lies in, such as `mail.dkim.`; empty for the document itself.
  private let path: String
  private var asked: Set<String> = []
  private var inner: [SettingReader] = []

  package convenience init(_ table: SettingTable, spelling: @escaping Spelling) {
    self.init(table, Problems(), spelling, at: "")
  }

  private init(_ table: SettingTable, _ collected: Problems, _ spelling: @escaping Spelling, at path: String) {
    self.table = table
    self.collected = collected
    self.spelling = spelling
    self.path = path
  }

  /// Every key that was asked for so far, here and in the tables inside, such as `mail.dkim.selector`.
  package var askedKeys: Set<String> { collected.asked }

  /// What was wrong so far here and in the tables inside, in the order of the source.
  package var problems: [SettingProblem] {
    collected.all.sorted { ($0.mark, $0.sentence) < ($1.mark, $1.sentence) }
  }

  private final class Problems {
    var all: [SettingProblem] = []
    var asked: Set<String> = []
  }
}

// MARK: - Asking

extension SettingReader {
  /// The value as it is, for what the other questions do not cover. Nil for YAML's null.
  package func setting(_ key: String) -> Setting? {
    known(key)
    guard let setting = table[key] else { return nil }
    if case .null = setting.value { return nil }
    return setting
  }

  /// Makes a key known without reading it.
  package func known(_ key: String) {
    if asked.insert(key).inserted { collected.asked.insert(path + key) }
  }

  /// Where the key's value stands; the table's place if it has no such key.
  package func mark(of key: String) -> Mark { table[key]?.mark ?? table.mark }

  package func report(at mark: Mark, _ sentence: String) {
    collected.all.append(SettingProblem(mark: mark, sentence: sentence))
  }

  /// Reports what works, but probably not as meant.
  package func advise(at mark: Mark, _ sentence: String) {
    collected.all.append(SettingProblem(mark: mark, sentence: sentence, isAdvice: true))
  }

  /// Reports a mistake in the value of `key`.
  package func report(_ key: String, _ sentence: String) { report(at: mark(of: key), sentence) }

  /// Asks by `read` and reports an absent key; `example` is a value as it would be written in this syntax.
  package func required<Value>(_ key: String, example: String, _ read: (String) -> Value?) -> Value? {
    if setting(key) == nil {
      report(at: mark(of: key), "`\(key)` is missing; add it, such as \(written(key, example)).")
      return nil
    }
    return read(key)
  }

  /// The table under `key`. Its reader reports into this one and is finished with it.
  package func table(_ key: String) -> SettingReader? {
    guard let setting = setting(key) else { return nil }
    guard case .table(let table) = setting.value else {
      let example = self.table.syntax == .toml ? "[\(key)]" : "\(key): with keys and values below it"
      report(at: setting.mark, "`\(key)` is \(setting.kind); it must be a table, such as \(example).")
      return nil
    }
    return reader(table, key)
  }

  /// The tables inside the table `key`, such as `[digest.weekly]`, each with its name, in the order of the source.
  package func tables(_ key: String) -> [(name: String, keyMark: Mark, reader: SettingReader)] {
    guard let outer = table(key) else { return [] }
    return outer.table.entries.compactMap { entry in
      outer.known(entry.key)
      guard case .table(let table) = entry.setting.value else {
        let sentence = "`\(key).\(entry.key)` is \(entry.setting.kind); it must be a table, such as [\(key).NAME]."
        report(at: entry.keyMark, sentence)
        return nil
      }
      return (entry.key, entry.keyMark, outer.reader(table, entry.key))
    }
  }

  /// Reports every key that nobody asked for, here and in the tables that were read.
  package func finish() {
    let known = Array(asked)
    for entry in table.entries where !asked.contains(entry.key) {
      let hint = suggestion(for: entry.key, among: known)
      report(at: entry.keyMark, "unknown key \(shownInSentence(entry.key)).\(hint)")
    }
    inner.forEach { $0.finish() }
    inner = []
  }

  /// " Did you mean `x`?" or nothing.
  package func suggestion(for word: String, among known: [String]) -> String {
    spelling(word, known).map { " Did you mean `\($0)`?" } ?? ""
  }

  private func reader(_ table: SettingTable, _ key: String) -> SettingReader {
    let reader = SettingReader(table, collected, spelling, at: path + key + ".")
    inner.append(reader)
    return reader
  }

  /// The line one would write: `limit = 50` or `limit: 50`.
  func written(_ key: String, _ example: String) -> String {
    table.syntax == .toml ? "\(key) = \(example)" : "\(key): \(example)"
  }
}
