import Settings
import Testing

struct YAMLTests {
  @Test func everyKeyAndValueHasItsPlaceAndStaysText() throws {
    let table = try readYAML(
      """
      # comment
      title: "Née: a \\"story\\""
      'é x': 'it''s'
      draft: no
      version: 1.10
      date: 2026-03-29
      number: 012
      nothing:
      tilde: ~
      none: null
      quoted: "null"
      topics: [MS, "a, b", ]
      source: {title: T, year: 2026}
      authors:
        - Ada
        - name: Bob
          - sign
      summary: >
        folded
        text
      body: |
        a
        b
      tagged: !!int 5
      """.replacing("\n    - sign", with: ""))
    #expect(
      outline(table) == [
        #"title 2:1 = "Née: a \"story\"" 2:8"#,
        #"é x 3:1 = "it's" 3:9"#,
        #"draft 4:1 = "no" 4:8"#,
        #"version 5:1 = "1.10" 5:10"#,
        #"date 6:1 = "2026-03-29" 6:7"#,
        #"number 7:1 = "012" 7:9"#,
        #"nothing 8:1 = null 8:9"#,
        #"tilde 9:1 = null 9:8"#,
        #"none 10:1 = null 10:7"#,
        #"quoted 11:1 = "null" 11:9"#,
        #"topics 12:1 = [2] 12:9"#,
        #"topics/0 - = "MS" 12:10"#,
        #"topics/1 - = "a, b" 12:14"#,
        #"source 13:1 = {} 13:9"#,
        #"source/title 13:10 = "T" 13:17"#,
        #"source/year 13:20 = "2026" 13:26"#,
        #"authors 14:1 = [2] 15:3"#,
        #"authors/0 - = "Ada" 15:5"#,
        #"authors/1 - = {} 16:5"#,
        #"authors/1/name 16:5 = "Bob" 16:11"#,
        #"summary 17:1 = "folded text\n" 17:10"#,
        #"body 20:1 = "a\nb\n" 20:7"#,
        #"tagged 23:1 = "5" 23:9"#,
      ])
  }

  @Test(arguments: ["", "# nothing\n", "\n\n", "---\n"])
  func anEmptyDocumentIsAnEmptyTable(text: String) throws {
    #expect(try readYAML(text).entries.isEmpty)
  }

  /// To YAML 1.1, U+2028 and U+0085 end lines; to editors and to findings they do not.
  @Test func linesAreThoseOfEditors() throws {
    let table = try readYAML("a: \"x\u{2028}y\u{85}z\"\r\n\u{2028}b: 1\n", firstLine: 2)
    #expect(table.entries.map(\.keyPosition) == [TextPosition(line: 2, column: 1), TextPosition(line: 3, column: 4)])
  }

  @Test(arguments: mistakesInYAML)
  func everyKindOfMistakeIsReportedAtItsPlaceWithARemedy(text: String, line: Int, column: Int, sentence: String) {
    #expect(throws: SettingError(at: TextPosition(line: line, column: column), sentence)) { try readYAML(text) }
  }

  @Test func aKeyWithTenLevelsOfAliasesIsRefusedAtOnce() {
    var bomb = "a0: &a0 [x, x]\n"
    for i in 1...30 { bomb += "? [ &a\(i) [*a\(i - 1), *a\(i - 1)] ]\n: x\n" }
    let error = #expect(throws: SettingError.self) { try readYAML(bomb) }
    #expect(error?.position == TextPosition(line: 2, column: 10))
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func endlessNestingIsRefused(opening: String) {
    let error = #expect(throws: SettingError.self) {
      try readYAML("a:\n  " + String(repeating: opening, count: 100_000))
    }
    #expect(error?.position?.line == 2)
  }

  /// libyaml would take minutes for the values inside.
  @Test(arguments: ["[", "{a: "]) func manyOpenBracketsAreRefusedBeforeTheyAreParsed(opening: String) {
    let text = "a: " + String(repeating: opening, count: 100) + String(repeating: "x, ", count: 300_000)
    let error = #expect(throws: SettingError.self) { try readYAML(text) }
    #expect(error?.position == TextPosition(line: 1, column: 4 + 64 * opening.utf8.count))
  }

  /// libyaml stops at 1,000 levels; fewer must not exhaust the stack before we refuse them.
  @Test(arguments: ["- ", "? "]) func theDeepestThatTheParserAllowsIsRefused(opening: String) {
    let error = #expect(throws: SettingError.self) {
      try readYAML("a:\n  " + String(repeating: opening, count: 990) + "x")
    }
    #expect(
      error?.sentence
        == (opening == "- " ? Self.tooDeep : "a key is a list or table; write a word, a colon and the value"))
  }

  private static let tooDeep = "this is nested deeper than 32 levels; use fewer levels"

  @Test(arguments: [("a: 0 25 * *", 8), ("a: '0 25 * *'", 9), (#"a: "0\t25""#, 4)])
  func aPositionInsideAStringIsKnownIfTheSourceShowsIt(text: String, column: Int) throws {
    #expect(try readYAML(text)["a"]?.position(ofByte: 4) == TextPosition(line: 1, column: column))
  }
}
