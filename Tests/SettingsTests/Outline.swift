@testable import Settings

/// One line per value: `path keyLine:keyColumn = value valueLine:valueColumn`, for exact comparison.
func outline(_ table: SettingTable, under path: String = "") -> [String] {
  table.entries.flatMap { entry in
    outline(entry.setting, path + entry.key, "\(entry.keyPosition.line):\(entry.keyPosition.column)")
  }
}

private func outline(_ setting: Setting, _ path: String, _ keyPlace: String) -> [String] {
  let place = "\(setting.position.line):\(setting.position.column)"
  let line = { (value: String) in ["\(path) \(keyPlace) = \(value) \(place)"] }
  switch setting.value {
  case .string(let text): return line(text.debugDescription.replacing("\\'", with: "'"))
  case .integer(let number): return line("\(number)")
  case .float(let number): return line("\(number)")
  case .boolean(let isTrue): return line("\(isTrue)")
  case .date(let text): return line("<\(text)>")
  case .null: return line("null")
  case .table(let table): return line("{}") + outline(table, under: path + "/")
  case .array(let elements):
    return line("[\(elements.count)]")
      + elements.enumerated().flatMap { outline($1, "\(path)/\($0)", "-") }
  }
}
