internal import Model
internal import Settings

/// A key that occurs again in the front matter. Jekyll accepts such files, and uses the last value.
struct RepeatedKey {
  let key: String
  let line: Int
  /// Whether its value is the same each time.
  let isSame: Bool

  /// Whether it decides who may see the article, so that the last value must not win silently.
  var mayHide: Bool {
    guard !isSame, let row = HidingKeys.rows[comparable(key: key)] else { return false }
    switch HidingKeys.all[row].effect {
    case .labels, .hidesIfJustFalse, .hidesUnlessParts: return false
    default: return true
    }
  }

  func finding(path: String) -> Finding {
    if mayHide {
      return Finding(path, line: line, column: 1, "`\(key)` is there more than once; keep the one that is meant")
    }
    return Finding(
      path, line: line, column: 1, "`\(key)` is there more than once; this last one counts.", weight: .warning)
  }
}

/// Reads YAML whose top-level keys may be repeated, as Jekyll allows.
func readFrontMatter(yaml: String, firstLine: Int) throws(SettingError) -> (SettingTable, [RepeatedKey]) {
  do {
    return (try readYAML(yaml, firstLine: firstLine), [])
  } catch {
    var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    let repeated = blankEarlierKeys(in: &lines)
    guard !repeated.isEmpty else { throw error }
    let table = try readYAML(lines.joined(separator: "\n"), firstLine: firstLine)
    return (table, repeated.map { RepeatedKey(key: $0.key, line: $0.line + firstLine, isSame: $0.isSame) })
  }
}

/// Blanks the lines of earlier occurrences of repeated top-level keys, so that line numbers stay the same. Returns the
/// last position of each key (0-based line), and whether all its occurrences are equal.
private func blankEarlierKeys(in lines: inout [Substring]) -> [(key: String, line: Int, isSame: Bool)] {
  var last: [String: Int] = [:]
  var repeated: [String: Bool] = [:]
  for (number, line) in lines.enumerated() {
    guard let key = topLevelKey(of: line) else { continue }
    if let earlier = last.updateValue(number, forKey: key) {
      repeated[key] = repeated[key] != false && lines[earlier] == line
    }
  }
  var isEarlier = false
  for number in lines.indices {
    if let key = topLevelKey(of: lines[number]) { isEarlier = last[key] != number }
    if isEarlier { lines[number] = "" }
  }
  return repeated.map { (key: $0, line: last[$0] ?? 0, isSame: $1) }.sorted { $0.line < $1.line }
}

/// `title` in `title: A title`, if it begins the line.
private func topLevelKey(of line: Substring) -> String? {
  let word = line.utf8.prefix { byte in
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x2D
  }
  guard !word.isEmpty, line.utf8.first != 0x2D, line.utf8.dropFirst(word.count).first == UInt8(ascii: ":") else {
    return nil
  }
  return String(word)
}
