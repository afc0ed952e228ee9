import CourantTesting
import Testing

@testable import Settings

struct PlainYAMLTests {
  @Test func usualFrontMatterIsPlain() throws {
    let text = """
      title: "What is new: a story"
      date: 2026-03-29 07:00
      topics: [MS, multiple sclerosis, "a, b"]
      id: 'x-1'
      url: https://example.org/#a

      none: null
      """
    let withoutComma = text.replacing("a, b", with: "a b")
    #expect(PlainYAML.read(text, firstLine: 2).map { outline($0) } == nil)
    #expect(
      try outline(#require(PlainYAML.read(withoutComma, firstLine: 2))) == [
        #"title 2:1 = "What is new: a story" 2:8"#,
        #"date 3:1 = "2026-03-29 07:00" 3:7"#,
        #"topics 4:1 = [3] 4:9"#,
        #"topics/0 - = "MS" 4:10"#,
        #"topics/1 - = "multiple sclerosis" 4:14"#,
        #"topics/2 - = "a b" 4:34"#,
        #"id 5:1 = "x-1" 5:5"#,
        #"url 6:1 = "https://example.org/#a" 6:6"#,
        #"none 8:1 = null 8:7"#,
      ])
  }

  /// About one string in 24 is plain. With 3,000 strings of which 100 had to be plain, this test failed one time in forty.
  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func plainYAMLIsReadLikeAnyYAML(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var plain = 0
    for _ in 0..<20_000 where plain < 200 {
      if try isPlainAndReadAlike(Self.text(using: &random), seed) { plain += 1 }
    }
    #expect(plain == 200, "seed \(seed)")
  }

  @Test(arguments: [UInt64.random(in: 0...UInt64.max)]) func oneSignMoreIsReadAsInAllYAML(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    var plain = 0
    for _ in 0..<3_000 {
      var text = Array("title: A title\nurl: \"a: b\"\ntopics: [MS, 'a b', c]\nid: x-1\n".unicodeScalars)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0...text.count, using: &random)
        text.insert(Self.scalars.randomElement(using: &random)!, at: place)
      }
      if try isPlainAndReadAlike(String(String.UnicodeScalarView(text)), seed) { plain += 1 }
    }
    #expect(plain > 0, "seed \(seed)")
  }

  private static let scalars = Array(
    " :#-?!&*|>'\"%@`{}[],~.\\\t\n\r\u{85}\u{A0}\u{2028}\u{FEFF}\u{7F}é\u{1F600}\u{301}0aZ_=<^(/+$;".unicodeScalars)

  /// False if it is not plain.
  private func isPlainAndReadAlike(_ text: String, _ seed: UInt64) throws -> Bool {
    guard let table = PlainYAML.read(text, firstLine: 2) else { return false }
    let whole = try? readAnyYAML(text, firstLine: 2)
    try #require(
      whole.map { outline($0) + places($0) } == outline(table) + places(table), "seed \(seed): \(text.debugDescription)"
    )
    return true
  }

  /// Positions that ``outline(_:under:)`` does not show: of the table, and of the beginning of strings.
  private func places(_ table: SettingTable) -> [String] {
    ["\(table.position)"] + table.entries.map { "\($0.setting.position(ofByte: 3))" }
  }

  private static func text(using random: inout SeededNumbers) -> String {
    let keys = ["title", "a", "b-c", "_d", "null", "yes", "1", "-", "é", "a b", "\"q\"", "? e", ""]
    let colons = [": ", ": ", ": ", ":  ", ":", " : ", ":\t"]
    let values = [
      "x", "a b", "2026-01-02", "4.5", "null", "~", "no", "a: b", "a:b", "a #b", "a#b", "x:", "\"q\"", "\"q: [x]\"",
      "'it'", "'it''s'", "\"a\\n\"", "\"", "[a, b]", "[a b,c]", "[]", "[a,]", "[a, 'b', \"c d\"]", "[a, [b]]",
      "[{a: b}]", "{a: b}", "é", "a — b", "a\u{85}b", "a\u{2028}b", "&x y", "*x", "!t y", "|", ">", "- a", "a ", "a\tb",
      "@a", "%a",
      "`a`", "?", "a ? b", "a, b", "a] b", "x'y", "[a-1, b_2]", "[a.b]", "[a: b]", "[null, x]", "...", "---", "x\n  y",
      "\n- a\n- b", "a\u{FEFF}b", "",
    ]
    let ends = ["\n", "\n", "\n", "\n\n", " \n", " # c\n", ""]
    var text = ""
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      // Mostly the first of them, so that many documents are plain.
      let most = Int.random(in: 0..<keys.count, using: &random)
      text += keys[Int.random(in: 0...most, using: &random)]
      text += colons.randomElement(using: &random)!
      text += values.randomElement(using: &random)! + ends.randomElement(using: &random)!
    }
    return text
  }
}
