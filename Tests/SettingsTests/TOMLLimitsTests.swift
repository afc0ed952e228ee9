import Settings
import Testing

/// Documents made to exhaust the stack, the memory or the patience of a parser.
struct TOMLLimitsTests {
  private static let tooDeep = "this is nested deeper than 32 levels; use fewer levels"

  @Test(arguments: [
    ("a = ", "[", 37), ("a = ", "{a=", 101), ("a = ", "[{a=", 69), ("", "a.", 67), ("[", "a.", 68), ("[[", "a.", 69),
    ("a = {", "a.", 72),
  ])
  func endlessNestingIsRefusedAtItsPlace(start: String, level: String, column: Int) {
    let text = start + String(repeating: level, count: 100_000)
    #expect(throws: SettingError(at: TextPosition(line: 1, column: column), Self.tooDeep)) { try readTOML(text) }
  }

  @Test(arguments: [
    (String(repeating: "a.", count: 31), "a = 1", ""), ("[" + String(repeating: "a.", count: 31), "a]", ""),
    ("[[" + String(repeating: "a.", count: 30), "a]]", ""), ("a = " + String(repeating: "[", count: 31), "1", "]"),
    ("a = " + String(repeating: "{a=", count: 31), "1", "}"),
  ])
  func thirtyTwoLevelsAreRead(start: String, middle: String, closing: String) throws {
    let text = start + middle + String(repeating: closing, count: 31)
    #expect(depth(of: try readTOML(text)) == 32)
  }

  /// Headers of one name after another reach the same depth as one long header.
  @Test func headersBelowHeadersAreAlsoNested() {
    let path = String(repeating: "a.", count: 31) + "a"
    let text = "[\(path)]\nb.c = 1"
    #expect(throws: SettingError(at: TextPosition(line: 2, column: 1), Self.tooDeep)) { try readTOML(text) }
  }

  /// Searching a list for each new key would take minutes here.
  @Test(arguments: ["", "a.b.", "\"é\"."])
  func aTableWithVeryManyKeysIsRead(prefix: String) throws {
    let text = (0..<20_000).map { "\(prefix)k\($0) = \($0)\n" }.joined()
    var table = try readTOML(text)
    while case .table(let inner)? = table.entries.first?.setting.value { table = inner }
    #expect(table.entries.count == 20_000)
    #expect((0..<20_000).allSatisfy { if case .integer(let n)? = table["k\($0)"]?.value { n == $0 } else { false } })
  }

  @Test func veryManyTablesAndElementsAreRead() throws {
    let tables = try readTOML(String(repeating: "[[a]]\n[[a.b]]\n", count: 5_000))
    let list = try readTOML("a = [" + String(repeating: "\"é\", ", count: 50_000) + "]")
    #expect(count(tables["a"]) == 5_000)
    #expect(count(list["a"]) == 50_000)
  }

  /// Sentences are printed by a terminal and mailed by cron.
  @Test func aSentenceShowsOnlyTheBeginningOfALongWord() {
    let word = String(repeating: "x", count: 1_000_000)
    let shown = "`" + String(repeating: "x", count: 40) + "…`"
    #expect(
      throws: SettingError(
        at: TextPosition(line: 1, column: 5), "\(shown) is not a value; put words in quotes, as in \"…\"")
    ) {
      try readTOML("a = " + word)
    }
    #expect(
      throws: SettingError(
        at: TextPosition(line: 2, column: 1), "\(shown) is already a whole number, on line 1; keep one of the two")
    ) { try readTOML("\(word) = 1\n\(word) = 2") }
  }

  /// After any cut or insertion, reading ends with a table or a message.
  @Test func everyBeginningOfADocumentIsReadOrRefused() throws {
    let text =
      "a = [1, { b.c = \"\\u00e9\" }, '''x''', 1979-05-27T07:32:00Z]\n[d.\"e f\"] # g\n[[h]]\r\ni = \"\"\"\n\\\n j\"\"\"\n"
    var refused = 0
    for end in text.utf8.indices {
      let beginning = String(decoding: text.utf8[..<end], as: UTF8.self)
      do {
        _ = try readTOML(beginning)
      } catch {
        #expect(try #require(error.position).line <= 6)
        refused += 1
      }
    }
    #expect(refused == 83)
  }

  private func depth(of table: SettingTable) -> Int { table.entries.map { depth(of: $0.setting) }.max() ?? 0 }

  private func depth(of setting: Setting) -> Int {
    switch setting.value {
    case .table(let table): 1 + depth(of: table)
    case .array(let elements): 1 + (elements.map { depth(of: $0) }.max() ?? 0)
    default: 1
    }
  }

  private func count(_ setting: Setting?) -> Int {
    if case .array(let elements)? = setting?.value { elements.count } else { 0 }
  }
}
