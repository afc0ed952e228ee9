internal import Model
internal import Settings

/// A key that stands in the front matter again. Jekyll reads such files, and the last value counts.
struct RepeatedKey {
  let key: String
  let line: Int
  /// Whether it says the same each time.
  let isSame: Bool

  /// Whether it decides who may see the article, so that its last value must not quietly win.
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
      path, line: line, column: 1, "`\(key)` is there more than once; this last one counts.", weight: .advice)
  }
}

/// Reads YAML whose top-level keys may be repeated, as in files that Jekyll accepts.
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

/// Empties the lines of every top-level key that comes again, so that line numbers stay; returns the last place of each
/// (lines from 0), and whether all of its lines are the same.
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

/// `title` in `title: A title`, if that begins the line.
private func topLevelKey(of line: Substring) -> String? {
  let word = line.utf8.prefix { byte in
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F || byte == 0x2D
  }
  guard !word.isEmpty, line.utf8.first != 0x2D, line.utf8.dropFirst(word.count).first == UInt8(ascii: ":") else {
    return nil
  }
  return String(word)
}
