/// Finds where each key and value of a TOML document stands.
///
/// TOMLKit has checked the syntax before, so this only has to know where things begin and end (TOML 1.0 §Keys,
/// §String, §Array, §Inline Table, §Array of Tables).
struct TOMLPlaces {
  private var scanner: TOMLScanner

  init(_ lines: SourceLines) { scanner = TOMLScanner(lines) }

  mutating func read() throws(SettingError) -> TOMLPlace {
    let root = TOMLPlace(start: 0)
    var current = root
    scanner.skipBlank()
    while let byte = scanner.peek {
      if byte == UInt8(ascii: "[") {
        current = try header(in: root)
      } else {
        try pair(in: current)
      }
      scanner.skipBlank()
    }
    return root
  }

  /// `[a.b]` or `[[a.b]]`: the table that the lines after it fill.
  private mutating func header(in root: TOMLPlace) throws(SettingError) -> TOMLPlace {
    let start = scanner.offset
    scanner.skip(1)
    let isElement = scanner.take("[")
    let path = try scanner.keyPath()
    scanner.skipSpace()
    scanner.skip(isElement ? 2 : 1)
    guard let last = path.last else { return root }
    let parent = path.dropLast().reduce(root) { $0.table($1) }
    if isElement {
      let array = parent.child(last) ?? TOMLPlace(start: start)
      if parent.child(last) == nil { parent.add(last, array) }
      array.elements.append(TOMLPlace(start: start))
      return array.elements[array.elements.count - 1]
    }
    let table = parent.table(last)
    table.start = start
    return table
  }

  /// `a.b = value`
  private mutating func pair(in table: TOMLPlace) throws(SettingError) {
    let path = try scanner.keyPath()
    scanner.skipSpace()
    scanner.skip(1)  // =
    scanner.skipSpace()
    let place = try value()
    guard let last = path.last else { return }
    path.dropLast().reduce(table) { $0.table($1) }.add(last, place)
  }

  private mutating func value() throws(SettingError) -> TOMLPlace {
    let place = TOMLPlace(start: scanner.offset)
    switch scanner.peek {
    case UInt8(ascii: "["): place.elements = try array()
    case UInt8(ascii: "{"): try inlineTable(into: place)
    case UInt8(ascii: "\""), UInt8(ascii: "'"): place.isMultiline = try scanner.skipString()
    default: scanner.skipBareValue()
    }
    place.end = scanner.offset
    return place
  }

  private mutating func array() throws(SettingError) -> [TOMLPlace] {
    var elements: [TOMLPlace] = []
    scanner.skip(1)
    scanner.skipBlank()
    while let byte = scanner.peek, byte != UInt8(ascii: "]") {
      elements.append(try value())
      scanner.skipBlank()
      if scanner.take(",") { scanner.skipBlank() }
    }
    scanner.skip(1)
    return elements
  }

  private mutating func inlineTable(into place: TOMLPlace) throws(SettingError) {
    scanner.skip(1)
    scanner.skipBlank()
    while let byte = scanner.peek, byte != UInt8(ascii: "}") {
      try pair(in: place)
      scanner.skipBlank()
      if scanner.take(",") { scanner.skipBlank() }
    }
    scanner.skip(1)
  }
}
