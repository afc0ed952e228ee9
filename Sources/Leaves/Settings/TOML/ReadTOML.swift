/// Reads a TOML 1.0 document (https://toml.io/en/v1.0.0).
///
/// Throws the first error, with its position and what to do about it. `firstLine` is the number of the text's first
/// line in its file.
package func readTOML(_ text: String, firstLine: Int = 1) throws(SettingError) -> SettingTable {
  var document = TOMLDocument(SourceLines(text, firstLine: firstLine))
  return try document.read()
}

/// Reads a settings file: TOML without NUL in its strings, because a NUL would end them in a C library.
package func readSettings(_ text: String) throws(SettingError) -> SettingTable {
  let table = try readTOML(text)
  if let position = firstNUL(in: table) { throw SettingError(at: position, "this holds the character NUL; remove it") }
  return table
}

private func firstNUL(in table: SettingTable) -> TextPosition? {
  table.entries.lazy.compactMap { entry in
    entry.key.utf8.contains(0) ? entry.keyPosition : firstNUL(in: entry.setting)
  }.first
}

private func firstNUL(in setting: Setting) -> TextPosition? {
  switch setting.value {
  case .string(let text): text.utf8.contains(0) ? setting.position : nil
  case .array(let elements): elements.lazy.compactMap { firstNUL(in: $0) }.first
  case .table(let table): firstNUL(in: table)
  default: nil
  }
}
