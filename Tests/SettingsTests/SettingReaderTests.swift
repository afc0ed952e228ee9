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
    #expect(reader.strings("topics") == ["a", "b"])
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

  @Test func textsOfYAMLAreConverted() throws {
    let reader = try yamlReader("limit: 50\nscore: 4.5\nisOpen: No\none: a topic\nempty:\nversion: 1.10\n")
    #expect(reader.integer("limit", in: 1...100) == 50)
    #expect(reader.number("score", in: 0...5, example: "4.5") == 4.5)
    #expect(reader.boolean("isOpen") == false)
    #expect(reader.strings("one", acceptsOne: true) == ["a topic"])
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
    #expect(reader.strings("names") == ["a"])
    _ = reader.duration("wait", atMost: "1d", example: "24h")
    _ = reader.duration("long", atMost: "1d", example: "24h")
    _ = reader.choice("colour", of: Colour.self)
    _ = reader.string("text")
    _ = reader.table("inner")
    for (_, _, reader) in reader.tables("many") { _ = reader.integer("x", in: 1...1) }
    reader.finish()
    #expect(
      lines(reader) == [
        "1:1: `title` is missing; add it, such as title = \"News\".",
        "1:1: unknown key `titel`. Did you mean `title`?",
        "2:9: `limit` is a text; it must be a whole number, such as limit = 50.",
        "3:7: `big` is 5000; it must lie between 1 and 100.",
        "4:9: `score` is 9.5; it must lie between 0.0 and 5.0.",
        "5:10: `isOpen` is a text; it must be true or false, such as isOpen = true.",
        "6:10: `topics` is a text; it must be a list of texts, such as topics = [\"one\", \"two\"].",
        "7:15: `names` holds a whole number; it must be a list of texts in quotes.",
        "8:8: `wait` is \"soon\"; it must be a length of time in w, d, h, m and s, such as wait = \"24h\".",
        "9:8: `long` is \"9w\"; it must lie between 0s and 1d.",
        "10:10: `colour` is \"gren\"; it must be one of \"red\", \"green\". Did you mean `green`?",
        "11:8: `text` is true; it must be a text in quotes, such as text = \"…\".",
        "12:9: `inner` is a whole number; it must be a table, such as [inner].",
        "13:1: unknown key `nothing`.",
        "15:1: `many.one` is a whole number; it must be a table, such as [many.NAME].",
        "17:1: unknown key `z`. Did you mean `x`?",
      ])
  }

  @Test func examplesAreInTheSyntaxOfTheFile() throws {
    let reader = try yamlReader("limit: many\nscore: 0x1p3\n")
    _ = reader.integer("limit", in: 1...100)
    _ = reader.number("score", in: 0...5, example: "4.5")
    _ = reader.required("title", example: "News", reader.string)
    #expect(
      lines(reader) == [
        "1:1: `title` is missing; add it, such as title: News.",
        "1:8: `limit` is a text; it must be a whole number, such as limit: 1.",
        "2:8: `score` is a text; it must be a number, such as score: 4.5.",
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
