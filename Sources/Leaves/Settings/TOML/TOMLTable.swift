/// A table of a TOML document while it is being read.
///
/// A class, because a header such as `[a.b]` may refer to a table begun much earlier.
final class TOMLTable {
  /// How a table was created, which determines what may be added to it (TOML 1.0 §Keys, §Table, §Inline Table).
  enum Origin {
    /// Named on the path of a header: `a` in `[a.b]`. One header may still open it.
    case passed
    /// Opened by its own header, or as an element of an array of tables.
    case header
    /// Named on the path of a key: `a` in `a.b = 1`. Dotted keys may add to it; headers may only add tables inside it.
    case dotted
    /// Written in braces, and therefore complete.
    case inline
  }

  enum Node {
    case value(Setting)
    case table(TOMLTable)
    case tables(TOMLTables)
  }

  struct Entry {
    let key: TOMLKey
    let node: Node
  }

  var origin: Origin
  /// Offset of its header's `[`, otherwise of its first key.
  var start: Int
  /// The document itself is at depth 1.
  let depth: Int
  /// In the order of the source.
  private(set) var entries: [Entry] = []
  /// Indexed by the bytes of the key: composed and decomposed spellings are different keys in
  /// TOML, but equal as `String`s.
  private var places: [[UInt8]: Int] = [:]

  init(_ origin: Origin, start: Int, depth: Int) {
    self.origin = origin
    self.start = start
    self.depth = depth
  }

  func entry(_ key: TOMLKey) -> Entry? { places[Array(key.name.utf8)].map { entries[$0] } }

  /// The key must not exist yet.
  func add(_ key: TOMLKey, _ node: Node) {
    places[Array(key.name.utf8)] = entries.count
    entries.append(Entry(key: key, node: node))
  }
}

/// The elements of an array of tables, created by `[[…]]`.
final class TOMLTables {
  let start: Int
  var elements: [TOMLTable] = []

  init(start: Int) { self.start = start }
}

extension TOMLTable {
  /// The finished table. At most ``deepestNesting`` levels deep.
  func settings(_ lines: SourceLines) -> SettingTable {
    let settings = entries.map { entry in
      SettingTable.Entry(
        key: entry.key.name, keyPosition: lines.position(atByte: entry.key.start), setting: entry.node.setting(lines))
    }
    return SettingTable(.toml, at: lines.position(atByte: start), entries: settings)
  }
}

extension TOMLTable.Node {
  fileprivate func setting(_ lines: SourceLines) -> Setting {
    switch self {
    case .value(let setting): setting
    case .table(let table): table.setting(lines)
    case .tables(let tables):
      Setting(.array(tables.elements.map { $0.setting(lines) }), at: lines.position(atByte: tables.start))
    }
  }
}

extension TOMLTable {
  func setting(_ lines: SourceLines) -> Setting {
    Setting(.table(settings(lines)), at: lines.position(atByte: start))
  }
}
