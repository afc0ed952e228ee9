import CourantTesting
import Settings
import Testing

struct TOMLTests {
  @Test func everyKeyAndValueOfANastyDocumentHasItsPlace() throws {
    let table = try readTOML(nasty)
    #expect(outline(table) == nastyOutline)
  }

  @Test func windowsLineEndsChangeNoPlace() throws {
    let table = try readTOML(nasty.replacing("\n", with: "\r\n"))
    // Only multi-line strings may differ: TOML keeps their line ends.
    let isMultiline = { (line: String) in line.hasPrefix("text/multi") }
    #expect(outline(table).filter { !isMultiline($0) } == nastyOutline.filter { !isMultiline($0) })
  }

  @Test func aByteOrderMarkIsNotCounted() throws {
    let file = [0xEF, 0xBB, 0xBF] + Array("a = 1".utf8)
    #expect(outline(try readTOML(try fileText(file))) == ["a 1:1 = 1 1:5"])
  }

  @Test func linesCountFromTheFirstLineOfTheFile() throws {
    #expect(outline(try readTOML("\na = 1", firstLine: 2)) == ["a 3:1 = 1 3:5"])
    #expect(
      throws: SettingError(
        at: TextPosition(line: 3, column: 1), "there is no key before the =; write one, such as title")
    ) {
      try readTOML("\n= 1", firstLine: 2)
    }
  }

  /// A folder's name that ended there would be another folder.
  @Test(arguments: ["a = \"x\\u0000\"", "a = [\"x\\u0000\"]", "\"\\u0000\" = 1", "a = { b = \"\\U00000000\" }"])
  func filesOfSettingsHoldNoNUL(text: String) throws {
    _ = try readTOML(text)
    let error = #expect(throws: SettingError.self) { try readSettings(text) }
    #expect(error?.sentence == "this contains a NUL character; remove it")
  }

  @Test func composedAndDecomposedKeysAreTwo() throws {
    #expect(try readTOML("\"\u{E9}\" = 1\n\"e\u{301}\" = 2").entries.map(\.setting.position.line) == [1, 2])
  }

  @Test func anEmptyDocumentIsAnEmptyTable() throws {
    #expect(try readTOML("# nothing\n").entries.isEmpty)
  }

  @Test(arguments: correctTOML) func everyKindOfDocumentIsReadWithItsPlaces(text: String, expected: [String]) throws {
    #expect(outline(try readTOML(text)) == expected)
  }

  @Test(arguments: mistakesInTOML)
  func everyKindOfMistakeIsReportedAtItsPlaceWithARemedy(text: String, line: Int, column: Int, sentence: String) {
    #expect(throws: SettingError(at: TextPosition(line: line, column: column), sentence)) { try readTOML(text) }
  }

  @Test func aMistakeAfterOtherLettersIsPlacedByBytes() {
    let error = #expect(throws: SettingError.self) { try readTOML("a = [\"é\", é]") }
    #expect(error?.position == TextPosition(line: 1, column: 12))
  }

  /// The position of byte 4 of the string, or of the whole value if escapes hide it.
  @Test(arguments: [
    (#"a = "0 25 * *""#, 10), (#"a = '0 25 * *'"#, 10), (#"a = "0\t25""#, 5), (#"a = """0 25 *""""#, 5),
  ])
  func aPlaceInsideATextIsKnownWhenTheSourceShowsIt(text: String, column: Int) throws {
    #expect(try readTOML(text)["a"]?.position(ofByte: 4) == TextPosition(line: 1, column: column))
  }

  @Test func randomDocumentsKeepTheirPlaces() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededNumbers(seed: seed)
    for _ in 0..<200 {
      let document = RandomTOML(using: &random)
      let table = try readTOML(document.text)
      try #require(outline(table).sorted() == document.expected.sorted(), "seed \(seed)\n\(document.text)")
    }
  }
}

private let nasty = #"""
  # a comment with = and [brackets] and "quotes
  title = "é = \"x\" # no comment" # comment ]
    indented	=	'C:\path'
  "quoted key" = 1
  'literal.key' = 0x1F
  a.b . "c.d" = 1_000
  a.e = true
  bare-key_1 = -3.5e2
  when = 1979-05-27 07:32:00 # a date
  day = 2026-11-23
  time = 07:32:00.5
  zoned=2026-11-23T07:00:00+01:00

  list = [ 1, # one ]
    [ "a,]", 'b#' ],
    { x = 1, "y z" = [ 2 ] }, ]
  empty = []
  point = { x = 1, y.z = "}" }
  "\u00e9\"]" = "key with escapes"

  [text]
  multi = """
  a = 1
  [no.header]
  \"""\"""" # four
  multi2 = '''it''s 'quoted''''
  empty = ""
  emptyMulti = """"""

  [ server . "a b" ] # header comment
  port = 25
  [server]
  host = "h"
  [[user]]
  name = "one"
  [[user.role]]
  r = 1
  [[user.role]]
  r = 2
  [user.home]
  path = "/"
  [[user]]
  name = "two"
  [[user.role]]
  r = 3
  [user.home]
  path = '''''x'''''
  """#

private let nastyOutline = [
  #"title 2:1 = "é = \"x\" # no comment" 2:9"#,
  #"indented 3:3 = "C:\\path" 3:14"#,
  #"quoted key 4:1 = 1 4:16"#,
  #"literal.key 5:1 = 31 5:17"#,
  #"a 6:1 = {} 6:1"#,
  #"a/b 6:3 = {} 6:3"#,
  #"a/b/c.d 6:7 = 1000 6:15"#,
  #"a/e 7:3 = true 7:7"#,
  #"bare-key_1 8:1 = -350.0 8:14"#,
  #"when 9:1 = <1979-05-27 07:32:00> 9:8"#,
  #"day 10:1 = <2026-11-23> 10:7"#,
  #"time 11:1 = <07:32:00.5> 11:8"#,
  #"zoned 12:1 = <2026-11-23T07:00:00+01:00> 12:7"#,
  #"list 14:1 = [3] 14:8"#,
  #"list/0 - = 1 14:10"#,
  #"list/1 - = [2] 15:3"#,
  #"list/1/0 - = "a,]" 15:5"#,
  #"list/1/1 - = "b#" 15:12"#,
  #"list/2 - = {} 16:3"#,
  #"list/2/x 16:5 = 1 16:9"#,
  #"list/2/y z 16:12 = [1] 16:20"#,
  #"list/2/y z/0 - = 2 16:22"#,
  #"empty 17:1 = [0] 17:9"#,
  #"point 18:1 = {} 18:9"#,
  #"point/x 18:11 = 1 18:15"#,
  #"point/y 18:18 = {} 18:18"#,
  #"point/y/z 18:20 = "}" 18:24"#,
  #"é"] 19:1 = "key with escapes" 19:15"#,
  #"text 21:2 = {} 21:1"#,
  #"text/multi 22:1 = "a = 1\n[no.header]\n\"\"\"\"" 22:9"#,
  #"text/multi2 26:1 = "it''s 'quoted'" 26:10"#,
  #"text/empty 27:1 = "" 27:9"#,
  #"text/emptyMulti 28:1 = "" 28:14"#,
  #"server 30:3 = {} 32:1"#,
  #"server/a b 30:12 = {} 30:1"#,
  #"server/a b/port 31:1 = 25 31:8"#,
  #"server/host 33:1 = "h" 33:8"#,
  #"user 34:3 = [2] 34:1"#,
  #"user/0 - = {} 34:1"#,
  #"user/0/name 35:1 = "one" 35:8"#,
  #"user/0/role 36:8 = [2] 36:1"#,
  #"user/0/role/0 - = {} 36:1"#,
  #"user/0/role/0/r 37:1 = 1 37:5"#,
  #"user/0/role/1 - = {} 38:1"#,
  #"user/0/role/1/r 39:1 = 2 39:5"#,
  #"user/0/home 40:7 = {} 40:1"#,
  #"user/0/home/path 41:1 = "/" 41:8"#,
  #"user/1 - = {} 42:1"#,
  #"user/1/name 43:1 = "two" 43:8"#,
  #"user/1/role 44:8 = [1] 44:1"#,
  #"user/1/role/0 - = {} 44:1"#,
  #"user/1/role/0/r 45:1 = 3 45:5"#,
  #"user/1/home 46:7 = {} 46:1"#,
  #"user/1/home/path 47:1 = "''x''" 47:8"#,
]
