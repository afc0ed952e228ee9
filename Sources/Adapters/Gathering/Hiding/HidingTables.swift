internal import Settings

/// The tables in a value, at any depth, each with its key: `params.a`, `page: [{draft: true}]`.
enum HidingTables {
  /// The limit per article: YAML's aliases may repeat a table many times.
  private static let most = 1_000

  static func of(_ entry: SettingTable.Entry) -> [(name: String, table: SettingTable)] {
    var tables: [(name: String, table: SettingTable)] = []
    var waiting = [(name: entry.key, setting: entry.setting)]
    while let next = waiting.popLast(), tables.count < most, waiting.count < 100_000 {
      switch next.setting.value {
      case .table(let table):
        tables.append((next.name, table))
        waiting += table.entries.map { ($0.key, $0.setting) }
      case .array(let elements): waiting += elements.map { (next.name, $0) }
      default: break
      }
    }
    return tables
  }
}
