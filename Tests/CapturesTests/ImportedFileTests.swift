import Captures
import Model
import Testing
import Time

@Suite struct ImportedFileTests {
  private func file(
    title: String,
    _ dates: ImportedFile.Dates = .init(written: nil, modified: .init(2026, 11, 20), today: .init(2026, 11, 30))
  ) throws -> ImportedFile {
    try ImportedFile(
      Array("\(title)\n\nA paragraph that says something. It ends here.\n".utf8), path: "page",
      settings: CaptureSettings(), dates: dates)
  }

  private static let names: [(String, String)] = [
    ("What's New in MS?", "whats-new-in-ms"), ("Café – the “Ärzte” study", "cafe-the-arzte-study"),
    ("2026-01-02 and more", "article-2026-01-02-and-more"),
    ("../../etc/passwd", "etc-passwd"), ("Index", "article-index"), ("???", "article"), ("日本の話", "日本の話"),
    (".hidden", "article-hidden"),
    (String(repeating: "word ", count: 40), "word-word-word-word-word-word-word-word-word-word-word-word"),
    (String(repeating: "x", count: 300), String(repeating: "x", count: 60)),
  ]

  @Test(arguments: names) func theNameOfTheFileComesFromTheTitle(_ title: String, _ name: String) throws {
    #expect(try file(title: title).name == name)
  }

  private static let titles: [(String, String)] = [
    ("Plain title", "Plain title"), ("A: b", "\"A: b\""), ("“Quoted”", "“Quoted”"),
    ("\"Quoted\" text", "\"\\\"Quoted\\\" text\""), ("A #1", "\"A #1\""),
    ("A#1", "A#1"), ("Yes", "\"Yes\""), ("null", "\"null\""), ("42", "\"42\""), ("It's", "It's"), ("- a", "\"- a\""),
    ("[a]", "\"[a]\""), ("Ends:", "\"Ends:\""),
    ("C:\\temp", "C:\\temp"), ("\\a \"b\"", "\"\\\\a \\\"b\\\"\""), ("Émile", "Émile"), ("a, b {c}", "a, b {c}"),
  ]

  @Test(arguments: titles) func quotationMarksAreWrittenWhereYAMLNeedsThem(_ title: String, _ written: String) throws {
    #expect(try file(title: title).line("title") == "title: \(written)")
  }

  @Test func theDateIsThatOfTheCommandOrOfTheFile() throws {
    let today = CivilTime(2026, 11, 30)
    let written = try file(
      title: "A", .init(written: WrittenDate("2026-10-01 12:00"), modified: .init(2026, 11, 20), today: today))
    #expect(written.line("date") == "date: 2026-10-01 12:00:00")
    #expect(!written.questions.contains { $0.contains("`date`") })
    let none = try file(title: "A", .init(written: nil, modified: nil, today: today))
    #expect(none.text == nil)
    #expect(none.questions.contains("page: no date was found; use --date"))
  }

  @Test func marksThatHideTextAreReported() throws {
    let file = try file(title: "How {% if %} works <!-- x -->")
    #expect(file.questions.contains { $0.contains("the title contains marks that hide text") })
  }

  @Test func longSummariesAreFolded() throws {
    let words = Array(repeating: "words", count: 40).joined(separator: " ")
    let file = try ImportedFile(
      "A\n\nA\nKey Takeaway\n\n\(words).\n\nWhat They Found\n\nSomething that is long enough. It ends here.\n")
    let start = try #require(file.matter.firstIndex(of: "summary: >-"))
    let rows = file.matter[(start + 1)...].prefix { $0.hasPrefix("  ") }
    #expect(rows.count == 3 && rows.allSatisfy { $0.count <= 117 })
    #expect(rows.map { $0.dropFirst(2) }.joined(separator: " ") == words + ".")
  }
}
