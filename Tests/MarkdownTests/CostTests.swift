import Markdown
import Testing

/// No article costs more than its share: what would grow faster than the text is either linear or refused by line.
@Suite struct CostTests {
  /// Why a text is refused; nil if it is read.
  private func refusal(_ text: String) -> MarkdownError? {
    do throws(MarkdownError) {
      _ = try MarkdownDocument(text)
      return nil
    } catch {
      return error
    }
  }

  private func text(_ unit: String, _ count: Int) -> String { String(repeating: unit, count: count) }

  @Test func headingsOfOneNameAreCountedInOnePass() throws {
    let html = try MarkdownDocument(text("# a\n", 100_000)).html()
    #expect(html.hasPrefix("<h1 id=\"a\">a</h1>\n<h1 id=\"a-1\">a</h1>\n"))
    #expect(html.hasSuffix("<h1 id=\"a-99999\">a</h1>\n"))
  }

  @Test func aNumberedNameThatAnAuthorTookIsPassedOver() throws {
    let html = try MarkdownDocument("# a-1\n# a\n# a\n# a-1\n# a\n").html()
    #expect(
      html
        == "<h1 id=\"a-1\">a-1</h1>\n<h1 id=\"a\">a</h1>\n<h1 id=\"a-2\">a</h1>\n<h1 id=\"a-1-1\">a-1</h1>\n<h1 id=\"a-3\">a</h1>\n")
  }

  @Test(arguments: ["{% a %}", "{%", "{{", "{{ a }}", "{:", "{: {{", "{: .b} ", "a` ``b ", "{% for x in y %}"])
  func signsOfOtherProgramsAreReadInOnePass(_ unit: String) throws {
    let document = try MarkdownDocument(text(unit, 1_000_000 / unit.utf8.count))
    #expect(document.unrunTags.count <= 100)
  }

  @Test(arguments: [
    (String(repeating: "![[]()", count: 80_000), MarkdownError.tooCostly(line: 1)),
    ("https://e.org/a" + String(repeating: ")", count: 100_000), .tooCostly(line: 1)),
    (String(repeating: "|", count: 50_000) + "\n|-|\n", .tooCostly(line: 1)),
    (String(repeating: "a\n", count: 50_000) + "|a|\n|-|\n", .tooCostly(line: 50_002)),
    (String(repeating: "a@b.", count: 100_000), .tooCostly(line: 1)),
    ("b\n\n[x]: /" + String(repeating: "u", count: 20_000) + "\n\n" + String(repeating: "[X]\n", count: 1_000), .tooManyReferences(line: 3)),
    ("[x]: /u '" + String(repeating: "u\n", count: 10_000) + "'\n\n" + String(repeating: "[x] ", count: 1_000), .tooManyReferences(line: 1)),
    ("[a\nb]:\n/" + String(repeating: "u", count: 20_000) + "\n\n" + String(repeating: "[A  b] ", count: 1_000), .tooManyReferences(line: 2)),
  ])
  func whatTheParserCannotReadInTimeIsRefusedByLine(_ text: String, _ refusal: MarkdownError) {
    #expect(self.refusal(text) == refusal)
    // Signs of other programs make it parse the text once more before.
    let isSeenFirst = self.refusal(text + "\n\n{{ a }}\n")
    #expect(isSeenFirst == refusal)
  }

  @Test(arguments: [
    String(repeating: "![a](b.png) ", count: 3_000), String(repeating: "[x][1] ", count: 20_000) + "\n\n[1]: https://e.org/a\n",
    String(repeating: "|a|b|c|\n", count: 5_000) + "\n|a|\n|-|\n", String(repeating: "https://e.org/a(b) ", count: 20_000),
    "[i]: data:image/png;base64," + String(repeating: "A", count: 500_000) + "\n\n![][i]\n" + String(repeating: "[a](b) ", count: 5_000),
    (1...5_000).map { "[\($0)]: https://example.org/\($0) 'Title \($0)'\n" }.joined() + String(repeating: "[1] ", count: 5_000),
  ])
  func longArticlesAsPeopleWriteThemAreRead(_ text: String) {
    #expect(refusal(text) == nil)
  }
}
