/// Reads a TOML document line by line: headers, and keys with their values.
struct TOMLDocument {
  var source: TOMLSource
  private let root: TOMLTable

  init(_ lines: SourceLines) {
    source = TOMLSource(lines)
    root = TOMLTable(.header, start: 0, depth: 1)
  }

  mutating func read() throws(SettingError) -> SettingTable {
    var current = root
    try source.skipBlank()
    while source.peek != nil {
      if source.isAt("[") {
        current = try header()
      } else {
        try pair(in: current)
      }
      try endLine()
      try source.skipBlank()
    }
    return root.settings(source.lines)
  }

  /// After a header or a value, only a comment may follow on the same line.
  private mutating func endLine() throws(SettingError) {
    source.skipSpace()
    try source.skipComment()
    guard !source.isAtLineEnd else { return }
    try source.refuseControlCharacter()
    throw source.error(
      at: source.offset, "\(source.shownCharacter) is too much on this line; \(source.remedyForMore)")
  }

  /// `a.b = value`
  mutating func pair(in table: TOMLTable) throws(SettingError) {
    let path = try source.keyPath()
    guard source.take("=") else {
      try source.refuseControlCharacter()
      throw missingEquals(after: path)
    }
    source.skipSpace()
    let place = try tableForValue(path, in: table)
    let value = try value(depth: place.depth + 1)
    place.add(path[path.count - 1], .value(value))
  }

  private func missingEquals(after path: [TOMLKey]) -> SettingError {
    let last = path[path.count - 1]
    if source.isAt(":") {
      return source.error(at: source.offset, "there is a : after the key; write = between a key and its value")
    }
    if source.isAtLineEnd || source.isAt("#") {
      return source.error(at: source.offset, "the key \(last.shown) has no value; write = and a value after it")
    }
    return source.error(
      at: source.offset, "\(source.shownCharacter) cannot follow a key; write = and a value, or put the key in quotes")
  }
}

// MARK: - Headers

extension TOMLDocument {
  /// `[a.b]` or `[[a.b]]`: the table filled by the following lines.
  private mutating func header() throws(SettingError) -> TOMLTable {
    let start = source.offset
    source.offset += 1
    let isElement = source.take("[")
    source.skipSpace()
    guard !source.isAtLineEnd else {
      throw source.error(at: start, "the header that begins here has no name; write one, such as [site]")
    }
    let path = try source.keyPath()
    guard source.take("]"), !isElement || source.take("]") else { throw unclosedHeader(isElement ? "]]" : "]") }
    let outer = try tableForHeader(path)
    let last = path[path.count - 1]
    return isElement
      ? try element(last, in: outer, start: start) : try opened(last, in: outer, start: start)
  }

  private func unclosedHeader(_ closing: String) -> SettingError {
    if source.isAtLineEnd || source.isAt("#") {
      return source.error(at: source.offset, "the header on this line is not closed; end it with \(closing)")
    }
    return source.error(
      at: source.offset,
      "\(source.shownCharacter) cannot follow a name in a header; write \(closing), or put the name in quotes")
  }

  /// The table in which the last part of a header is opened; missing tables on the path are created.
  private func tableForHeader(_ path: [TOMLKey]) throws(SettingError) -> TOMLTable {
    var table = root
    for key in path.dropLast() {
      switch table.entry(key)?.node {
      case nil: table = try made(.passed, key, in: table)
      case .table(let found): table = found
      case .tables(let found): table = found.elements[found.elements.count - 1]
      case .value: throw taken(key, in: table)
      }
    }
    return table
  }

  private func opened(_ key: TOMLKey, in outer: TOMLTable, start: Int) throws(SettingError) -> TOMLTable {
    guard let found = outer.entry(key) else {
      let table = try made(.header, key, in: outer)
      table.start = start
      return table
    }
    guard case .table(let table) = found.node, table.origin == .passed else { throw taken(key, in: outer) }
    table.origin = .header
    table.start = start
    return table
  }

  private func element(_ key: TOMLKey, in outer: TOMLTable, start: Int) throws(SettingError) -> TOMLTable {
    let tables: TOMLTables
    switch outer.entry(key)?.node {
    case nil:
      guard outer.depth < deepestNesting else { throw source.tooDeep(at: key.start) }
      tables = TOMLTables(start: start)
      outer.add(key, .tables(tables))
    case .tables(let found): tables = found
    case .value, .table: throw taken(key, in: outer)
    }
    let table = TOMLTable(.header, start: start, depth: outer.depth + 2)
    tables.elements.append(table)
    return table
  }
}

// MARK: - Dotted keys

extension TOMLDocument {
  /// The table that receives the value of a key; missing tables on the path are created.
  private func tableForValue(_ path: [TOMLKey], in table: TOMLTable) throws(SettingError) -> TOMLTable {
    var table = table
    for key in path.dropLast() {
      switch table.entry(key)?.node {
      case nil: table = try made(.dotted, key, in: table)
      case .table(let found) where found.origin == .dotted: table = found
      case .table, .tables, .value: throw taken(key, in: table)
      }
    }
    let last = path[path.count - 1]
    guard table.entry(last) == nil else { throw taken(last, in: table) }
    return table
  }

  private func made(_ origin: TOMLTable.Origin, _ key: TOMLKey, in table: TOMLTable) throws(SettingError) -> TOMLTable {
    guard table.depth < deepestNesting + 1 else { throw source.tooDeep(at: key.start) }
    let made = TOMLTable(origin, start: key.start, depth: table.depth + 1)
    table.add(key, .table(made))
    return made
  }

  /// The error about a key that already has a value or a table.
  private func taken(_ key: TOMLKey, in table: TOMLTable) -> SettingError {
    guard let first = table.entry(key) else { return source.error(at: key.start, "\(key.shown) is already defined") }
    let line = source.lines.position(atByte: first.key.start).line
    let sentence =
      switch first.node {
      case .value(let setting): "is already \(setting.kind), on line \(line); keep one of the two"
      case .table: "is already a table, begun on line \(line); put all its keys there"
      case .tables: "is already an array of tables, begun on line \(line); write [[…]] again, or rename one"
      }
    return source.error(at: key.start, "\(key.shown) \(sentence)")
  }
}
