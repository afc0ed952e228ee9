internal import TOMLKit

/// Reads a TOML 1.0 document. Syntax and values are TOMLKit's, places and order come from ``TOMLPlaces``.
///
/// `firstLine` is the number of the text's first line in its file.
package func readTOML(_ text: String, firstLine: Int = 1) throws(SettingError) -> SettingTable {
  let lines = SourceLines(text, firstLine: firstLine)
  if let nul = lines.bytes.firstIndex(of: 0) {
    throw SettingError(at: lines.mark(atByte: nul), "the TOML holds the character NUL; remove it.")
  }
  let table: TOMLTable
  do {
    table = try TOMLTable(string: String(decoding: lines.bytes, as: UTF8.self))
  } catch let error as TOMLParseError {
    let place = error.source.begin
    throw SettingError(
      at: lines.mark(atByte: lines.byte(line: place.line, scalarColumn: place.column)),
      "the TOML cannot be read: \(error.description).")
  } catch {
    throw SettingError(at: nil, "the TOML cannot be read: \(error).")
  }
  var places = TOMLPlaces(lines)
  return try TOMLReading(lines: lines).table(table, try places.read(), depth: 1)
}

/// Walks TOMLKit's values and our places side by side.
private struct TOMLReading {
  let lines: SourceLines

  func table(_ table: TOMLTable, _ place: TOMLPlace, depth: Int) throws(SettingError) -> SettingTable {
    guard table.count == place.children.count else { throw misread(place) }
    var entries: [SettingTable.Entry] = []
    for child in place.children {
      guard let value = table[child.key] else { throw misread(child.place) }
      let setting = try setting(value, child.place, depth: depth + 1)
      entries.append(
        SettingTable.Entry(key: child.key, keyMark: lines.mark(atByte: child.keyStart), setting: setting))
    }
    return SettingTable(.toml, at: mark(place), entries: entries)
  }

  func setting(
    _ value: any TOMLValueConvertible, _ place: TOMLPlace, depth: Int
  ) throws(SettingError) -> Setting {
    guard depth <= deepestNesting + 1 else {
      throw SettingError(at: mark(place), "this is nested deeper than \(deepestNesting) levels.")
    }
    if let text = value.string { return setting(text, place) }
    if let integer = value.int { return Setting(.integer(Int64(integer)), at: mark(place)) }
    if let number = value.double { return Setting(.float(number), at: mark(place)) }
    if let isTrue = value.bool { return Setting(.boolean(isTrue), at: mark(place)) }
    if let inner = value.table { return Setting(.table(try table(inner, place, depth: depth)), at: mark(place)) }
    guard let array = value.array else { return Setting(.date(source(place)), at: mark(place)) }
    return Setting(.array(try elements(array, place, depth: depth)), at: mark(place))
  }

  private func elements(_ array: TOMLArray, _ place: TOMLPlace, depth: Int) throws(SettingError) -> [Setting] {
    guard array.count == place.elements.count else { throw misread(place) }
    var settings: [Setting] = []
    for (i, element) in place.elements.enumerated() {
      settings.append(try setting(array[i], element, depth: depth + 1))
    }
    return settings
  }

  private func setting(_ text: String, _ place: TOMLPlace) -> Setting {
    let start = place.start + 1
    let isShownAsIs = !place.isMultiline && lines.bytes[start...].starts(with: text.utf8)
    return Setting(.string(text), at: mark(place), textAt: isShownAsIs ? lines.mark(atByte: start) : nil)
  }

  private func mark(_ place: TOMLPlace) -> Mark { lines.mark(atByte: place.start) }

  private func source(_ place: TOMLPlace) -> String {
    String(decoding: lines.bytes[place.start..<place.end], as: UTF8.self)
  }

  /// TOMLKit and ``TOMLPlaces`` disagree, which a test on nasty documents rules out for what we know. Better no
  /// configuration than a wrong one.
  private func misread(_ place: TOMLPlace) -> SettingError {
    SettingError(at: mark(place), "this TOML is written in a way that Courant cannot follow; write it more plainly.")
  }
}
