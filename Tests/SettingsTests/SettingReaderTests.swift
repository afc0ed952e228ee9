import Settings
import Testing

struct SettingReaderTests {
  private enum Colour: String, CaseIterable { case red, green }

  @Test func valuesAreReadFromTOML() throws {
    let reader = try tomlReader(
      """
      title = "T"
      topics = ["a", "b"]
      limit = 50
      score = 4.5
      isOpen = false
      wait = "1h30m"
      colour = "green"
      date = 2026-11-23
      [inner]
      x = 1
      [many.one]
      y = 1
      [many.two]
      y = 2
      """)
    #expect(reader.required("title", example: "\"News\"", reader.string) == "T")
    #expect(reader.strings("topics")?.map(\.text) == ["a", "b"])
    #expect(reader.integer("limit", in: 1...100) == 50)
    #expect(reader.number("score", in: 0...5, example: "4.5") == 4.5)
    #expect(reader.boolean("isOpen") == false)
    #expect(reader.duration("wait", atMost: "1d", example: "24h") == .seconds(5400))
    #expect(reader.choice("colour", of: Colour.self) == .green)
    #expect(reader.dateText("date") == "2026-11-23")
    #expect(reader.table("inner")?.integer("x", in: 1...1) == 1)
    #expect(reader.tables("many").map { "\($0.name) \($0.reader.integer("y", in: 1...2) ?? 0)" } == ["one 1", "two 2"])
    reader.finish()
    #expect(reader.problems == [])
  }

  @Test func stringsOfYAMLAreConverted() throws {
    let reader = try yamlReader("limit: 50\nscore: 4.5\nisOpen: No\none: a topic\nempty:\nversion: 1.10\n")
    #expect(reader.integer("limit", in: 1...100) == 50)
    #expect(reader.number("score", in: 0...5, example: "4.5") == 4.5)
    #expect(reader.boolean("isOpen") == false)
    #expect(reader.strings("one", acceptsOne: true)?.map(\.text) == ["a topic"])
    #expect(reader.string("empty") == nil)
    #expect(reader.string("version") == "1.10")
    reader.finish()
    #expect(reader.problems == [])
  }

  @Test func everyMistakeIsCollectedInTheOrderOfTheSource() throws {
    let reader = try tomlReader(
      """
      titel = "T"
      limit = "50"
      big = 5000
      score = 9.5
      isOpen = "yes"
      topics = "a"
      names = ["a", 1]
      wait = "soon"
      long = "9w"
      colour = "gren"
      text = true
      inner = 5
      nothing = {}
      [many]
      one = 1
      [many.two]
      z = 1
      """)
    _ = reader.required("title", example: "\"News\"", reader.string)
    _ = reader.integer("limit", in: 1...100, example: 50)
    _ = reader.integer("big", in: 1...100)
    _ = reader.number("score", in: 0...5, example: "4.5")
    _ = reader.boolean("isOpen")
    _ = reader.strings("topics")
    #expect(reader.strings("names")?.map(\.text) == ["a"])
    _ = reader.duration("wait", atMost: "1d", example: "24h")
    _ = reader.duration("long", atMost: "1d", example: "24h")
    _ = reader.choice("colour", of: Colour.self)
    _ = reader.string("text")
    _ = reader.table("inner")
    for (_, _, reader) in reader.tables("many") { _ = reader.integer("x", in: 1...1) }
    reader.finish()
    #expect(
      lines(reader) == [
        "1:1: `title` is missing; add, for example, title = \"News\"",
        "1:1: unknown key `titel`; did you mean `title`?",
        "2:9: `limit` must be a whole number, for example limit = 50; found a string",
        "3:7: `big` must be from 1 to 100; found 5000",
        "4:9: `score` must be from 0.0 to 5.0; found 9.5",
        "5:10: `isOpen` must be true or false, for example isOpen = true; found a string",
        "6:10: `topics` must be a list of strings, for example topics = [\"one\", \"two\"]; found a string",
        "7:15: `names` must be a list of strings in quotes; found a whole number",
        "8:8: `wait` must be a length of time in w, d, h, m and s, for example wait = \"24h\"; found \"soon\"",
        "9:8: `long` must be from 0s to 1d; found \"9w\"",
        "10:10: `colour` must be one of \"red\", \"green\"; found \"gren\"; did you mean `green`?",
        "11:8: `text` must be a string in quotes, for example text = \"…\"; found true",
        "12:9: `inner` must be a table, for example [inner]; found a whole number",
        "13:1: unknown key `nothing`",
        "15:1: `many.one` must be a table, for example [many.NAME]; found a whole number",
        "17:1: unknown key `z`; did you mean `x`?",
      ])
  }

  @Test func examplesAreInTheSyntaxOfTheFile() throws {
    let reader = try yamlReader("limit: many\nscore: 0x1p3\n")
    _ = reader.integer("limit", in: 1...100)
    _ = reader.number("score", in: 0...5, example: "4.5")
    _ = reader.required("title", example: "News", reader.string)
    #expect(
      lines(reader) == [
        "1:1: `title` is missing; add, for example, title: News",
        "1:8: `limit` must be a whole number, for example limit: 1; found a string",
        "2:8: `score` must be a number, for example score: 4.5; found a string",
      ])
  }

  @Test(arguments: [
    ("24h", 86_400), ("30d", 2_592_000), ("90m", 5400), ("10s", 10), ("1h30m", 5400), ("1w2d3h4m5s", 788_645),
    ("0s", 0),
  ])
  func lengthsOfTimeAreRead(text: String, seconds: Int) {
    #expect(duration(text) == .seconds(seconds))
  }

  @Test(arguments: [
    "", "24", "h", "1H", "1h 30m", "30m1h", "1h1h", "-1h", "1.5h", "٣h", "99999999999s", "9999999w", "1y",
  ])
  func otherLengthsOfTimeAreRefused(text: String) {
    #expect(duration(text) == nil)
  }
}

private func tomlReader(_ text: String) throws -> SettingReader {
  SettingReader(try readTOML(text))
}
private func yamlReader(_ text: String) throws -> SettingReader {
  SettingReader(try readYAML(text))
}

private func lines(_ reader: SettingReader) -> [String] {
  reader.problems.map { "\($0.position.line):\($0.position.column): \($0.sentence)" }
}
