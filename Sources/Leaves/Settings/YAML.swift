internal import Yams

/// Reads a YAML document whose root is a mapping; an empty document is an empty table.
///
/// Scalars stay strings: `no`, `1.10`, `2026-03-29` and `012` are strings, and the caller converts them to
/// numbers. Only an empty value, `~` and `null` (unquoted) are `.null`. Tags such as `!!int` are ignored. Anchors
/// and aliases (and so merge keys) and keys that are not strings are rejected. `firstLine` is the number of the
/// text's first line in its file.
package func readYAML(_ text: String, firstLine: Int = 1) throws(SettingError) -> SettingTable {
  if let table = PlainYAML.read(text, firstLine: firstLine) { return table }
  return try readAnyYAML(text, firstLine: firstLine)
}

func readAnyYAML(_ text: String, firstLine: Int) throws(SettingError) -> SettingTable {
  try YAMLReading(SourceLines(text, firstLine: firstLine)).table()
}

private struct YAMLReading {
  let lines: SourceLines
  let places: YAMLPlaces

  init(_ lines: SourceLines) {
    self.lines = lines
    places = YAMLPlaces(lines.bytes)
  }

  func table() throws(SettingError) -> SettingTable {
    let text = String(decoding: lines.bytes, as: UTF8.self)
    if let bomb = firstAliasOfABomb(lines.bytes) { throw anchorsAreRefused(at: lines.position(atByte: bomb)) }
    if let bracket = firstOfManyOpenBrackets(lines.bytes) {
      throw SettingError(at: lines.position(atByte: bracket), tooDeepInYAML)
    }
    if let directive = firstOfManyDirectives(lines.bytes) {
      throw self.error(YAMLProblem(context: "while scanning a directive", problem: ""), atByte: directive)
    }
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch let error as YamlError {
      throw settingError(error)
    } catch {
      throw SettingError(at: nil, YAMLProblem(context: nil, problem: "").sentence(at: ""))
    }
    // The parser owns the anchors; nodes hold weak references to them.
    defer { withExtendedLifetime(parser) {} }
    guard let root else { return SettingTable(.yaml, at: lines.position(atByte: 0), entries: []) }
    if case .scalar(let scalar) = root, scalar.string.isEmpty, scalar.style == .plain, scalar.anchor == nil {
      return SettingTable(.yaml, at: lines.position(atByte: 0), entries: [])
    }
    guard case .mapping(let mapping) = root else {
      throw SettingError(
        at: position(root), "this YAML is not a list of keys and values; write lines such as title: A title")
    }
    return try table(mapping, root, depth: 1)
  }

  func table(_ mapping: Node.Mapping, _ node: Node, depth: Int) throws(SettingError) -> SettingTable {
    try refuseAnchor(node)
    var entries: [SettingTable.Entry] = []
    var seen = Set<String>()
    for pair in mapping {
      try refuseAnchor(pair.key)
      guard case .scalar(let key) = pair.key else {
        throw SettingError(at: position(pair.key), "a key is a list or table; write a word, a colon and the value")
      }
      guard !(key.string == "<<" && key.style == .plain) else { throw anchorsAreRefused(at: position(pair.key)) }
      guard seen.insert(key.string).inserted else { throw duplicate(key.string, at: position(pair.key)) }
      let value = try setting(pair.value, depth: depth + 1)
      entries.append(SettingTable.Entry(key: key.string, keyPosition: position(pair.key), setting: value))
    }
    return SettingTable(.yaml, at: position(node), entries: entries)
  }

  func setting(_ node: Node, depth: Int) throws(SettingError) -> Setting {
    guard depth <= deepestNesting + 1 else {
      throw SettingError(at: position(node), tooDeepInYAML)
    }
    try refuseAnchor(node)
    switch node {
    case .scalar(let scalar): return setting(scalar)
    case .mapping(let mapping):
      return Setting(.table(try table(mapping, node, depth: depth)), at: position(node))
    case .sequence(let sequence):
      var elements: [Setting] = []
      for element in sequence { elements.append(try setting(element, depth: depth + 1)) }
      return Setting(.array(elements), at: position(node))
    case .alias: throw anchorsAreRefused(at: position(node))
    }
  }

  func setting(_ scalar: Node.Scalar) -> Setting {
    let start = byte(scalar.mark)
    let position = lines.position(atByte: start)
    if scalar.style == .plain, ["", "~", "null"].contains(scalar.string) { return Setting(.null, at: position) }
    let text = start + (scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 1 : 0)
    let isShownAsIs = lines.bytes[min(text, lines.bytes.count)...].starts(with: scalar.string.utf8)
    return Setting(.string(scalar.string), at: position, textAt: isShownAsIs ? lines.position(atByte: text) : nil)
  }
}

extension YAMLReading {
  private func byte(_ mark: Yams.Mark?) -> Int {
    mark.map { places.byte(line: $0.line, column: $0.column) } ?? 0
  }

  private func position(_ node: Node) -> TextPosition { lines.position(atByte: byte(node.mark)) }

  private func refuseAnchor(_ node: Node) throws(SettingError) {
    if node.anchor != nil { throw anchorsAreRefused(at: position(node)) }
  }

  private func anchorsAreRefused(at position: TextPosition) -> SettingError {
    SettingError(at: position, "anchors (&), aliases (*) and merge keys (<<) are not read here; write the value out")
  }

  private func duplicate(_ key: String, at position: TextPosition) -> SettingError {
    SettingError(at: position, "the key \(shownInSentence(key)) is written twice; keep one")
  }

  private func settingError(_ error: YamlError) -> SettingError {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let problem = YAMLProblem(context: context?.text, problem: problem)
      let place = byte(problem.isAboutItsBeginning ? context?.mark ?? mark : mark)
      return self.error(problem, atByte: place)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicate(keys.first ?? "", at: lines.position(atByte: byte(context.mark)))
    case .reader(let problem, _, let value, _):
      let text = String(decoding: lines.bytes, as: UTF8.self)
      let place = text.unicodeScalars.firstIndex { $0.value == UInt32(bitPattern: value) }
      let offset = place.map { text.utf8.distance(from: text.startIndex, to: $0) }
      return self.error(YAMLProblem(context: nil, problem: problem), atByte: offset)
    default:
      return self.error(YAMLProblem(context: nil, problem: ""), atByte: nil)
    }
  }

  private func error(_ problem: YAMLProblem, atByte offset: Int?) -> SettingError {
    let rest = lines.bytes[min(offset ?? 0, lines.bytes.count)...].prefix(4)
    let character = String(decoding: rest, as: UTF8.self).unicodeScalars.prefix(1)
    return SettingError(
      at: offset.map(lines.position(atByte:)), problem.sentence(at: shownInSentence(String(character))))
  }
}
