extension TOMLDocument {
  /// The value that begins here: a string, a list, an inline table, or a bare value.
  mutating func value(depth: Int) throws(SettingError) -> Setting {
    let start = source.offset
    guard depth <= deepestNesting + 1 else { throw source.tooDeep(at: start) }
    let position = source.lines.position(atByte: start)
    if source.isAtString {
      let string = try source.string()
      return Setting(.string(string.text), at: position, textAt: string.start.map(source.lines.position(atByte:)))
    }
    if source.isAt("[") { return Setting(.array(try array(depth: depth)), at: position) }
    if source.isAt("{") { return try inlineTable(depth: depth).setting(source.lines) }
    return Setting(try source.bareValue(), at: position)
  }

  private mutating func array(depth: Int) throws(SettingError) -> [Setting] {
    let open = source.offset
    var elements: [Setting] = []
    source.offset += 1
    try source.skipBlank()
    while !source.take("]") {
      guard source.peek != nil else { throw unclosedArray(open) }
      elements.append(try value(depth: depth + 1))
      try source.skipBlank()
      guard !source.take(",") else {
        try source.skipBlank()
        continue
      }
      guard source.isAt("]") else { throw missingComma(open) }
    }
    return elements
  }

  private func unclosedArray(_ open: Int) -> SettingError {
    source.error(at: open, "the list that begins here is not closed; end it with ]")
  }

  private func missingComma(_ open: Int) -> SettingError {
    guard source.peek != nil else { return unclosedArray(open) }
    return source.error(at: source.offset, "\(source.shownCharacter) cannot follow a value in a list; write , or ]")
  }

  /// `{ a = 1, b.c = 2 }`, on one line and without a trailing comma.
  private mutating func inlineTable(depth: Int) throws(SettingError) -> TOMLTable {
    let open = source.offset
    let table = TOMLTable(.inline, start: open, depth: depth)
    source.offset += 1
    source.skipSpace()
    if source.take("}") { return table }
    repeat {
      source.skipSpace()
      try refuseLineEnd(open)
      guard !source.isAt("}") else {
        throw source.error(at: source.offset, "there is nothing between the last comma and }; remove the comma")
      }
      try pair(in: table)
      source.skipSpace()
    } while source.take(",")
    try refuseLineEnd(open)
    guard source.take("}") else {
      throw source.error(at: source.offset, "\(source.shownCharacter) cannot follow a value in braces; write , or }")
    }
    return table
  }

  private func refuseLineEnd(_ open: Int) throws(SettingError) {
    guard source.isAtLineEnd || source.isAt("#") else { return }
    throw source.error(
      at: open, "the table in braces that begins here does not end on its line; close it with } on the same line")
  }
}
