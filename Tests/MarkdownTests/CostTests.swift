import Markdown
import Testing

/// No article costs more than its share: what would grow faster than the text is either linear or refused by line.
@Suite struct CostTests {
  /// Why the text is refused; nil if it is read.
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
    let html = try MarkdownDocument(text("# a\n", 20_000)).html()
    #expect(html.hasPrefix("<h1 id=\"a\">a</h1>\n<h1 id=\"a-1\">a</h1>\n"))
    #expect(html.hasSuffix("<h1 id=\"a-19999\">a</h1>\n"))
  }

  @Test func aNumberedNameThatAnAuthorTookIsPassedOver() throws {
    let html = try MarkdownDocument("# a-1\n# a\n# a\n# a-1\n# a\n").html()
    #expect(
      html
        == "<h1 id=\"a-1\">a-1</h1>\n<h1 id=\"a\">a</h1>\n<h1 id=\"a-2\">a</h1>\n<h1 id=\"a-1-1\">a-1</h1>\n<h1 id=\"a-3\">a</h1>\n"
    )
  }

  @Test(arguments: ["{% a %}", "{%", "{{", "{{ a }}", "{:", "{: {{", "{: .b} ", "a` ``b ", "{% for x in y %}"])
  func marksOfOtherProgramsAreReadInOnePass(_ unit: String) throws {
    let document = try MarkdownDocument(text(unit, 60_000 / unit.utf8.count))
    #expect(document.unsupported.count <= 100)
  }

  /// Text of repetitions, and how it is refused.
  struct Costly: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let refusal: MarkdownError

    init(_ name: String, _ before: String, _ unit: String, _ count: Int, _ after: String = "", _ refusal: MarkdownError)
    {
      (testDescription, self.refusal) = (name, refusal)
      text = before + String(repeating: unit, count: count) + after
    }
  }

  private static let u = String(repeating: "u", count: 20_000)

  private static let costly = [
    Costly("pictures never closed", "", "![[]()", 80_000, "", .tooCostly(line: 1)),
    Costly("brackets behind an address", "https://e.org/a", ")", 100_000, "", .tooCostly(line: 1)),
    Costly("bars above a table", "", "|", 50_000, "\n|-|\n", .tooCostly(line: 1)),
    Costly("words above a table", "", "a\n", 50_000, "|a|\n|-|\n", .tooCostly(line: 50_002)),
    Costly("addresses of mail", "", "a@b.", 100_000, "", .tooCostly(line: 1)),
    Costly("flags that pair up", "a\n", "\u{1F1E6}", 30_000, "", .tooCostly(line: 2)),
    Costly("a long address", "b\n\n[x]: /\(u)\n\n", "[X]\n", 1_000, "", .tooManyReferences(line: 3)),
    Costly("a long title", "[x]: /u '\(u)'\n\n", "[x] ", 1_000, "", .tooManyReferences(line: 1)),
    Costly("a label on two lines", "[a\nb]:\n/\(u)\n\n", "[A  b] ", 1_000, "", .tooManyReferences(line: 2)),
  ]

  @Test(arguments: costly)
  func textThatIsTooExpensiveToParseIsRefusedByLine(_ costly: Costly) {
    #expect(refusal(costly.text) == costly.refusal)
    // Marks of other programs make it parse the text once more before.
    #expect(refusal(costly.text + "\n\n{{ a }}\n") == costly.refusal)
  }

  private static let ordinary = [
    "pictures": String(repeating: "![a](b.png) ", count: 3_000),
    "references": String(repeating: "[x][1] ", count: 10_000) + "\n\n[1]: https://e.org/a\n",
    "rows": "|a|b|c|\n|-|-|-|\n" + String(repeating: "|a|b|c|\n", count: 3_000),
    "addresses": String(repeating: "https://e.org/a(b) ", count: 10_000),
    "a picture in an address": "[i]: data:image/png;base64," + String(repeating: "A", count: 500_000) + "\n\n![][i]\n"
      + String(repeating: "[a](b) ", count: 3_000),
    "a bibliography": (1...3_000).map { "[\($0)]: https://example.org/\($0) 'Title \($0)'\n" }.joined()
      + String(repeating: "[1] ", count: 3_000),
  ]

  @Test(arguments: ordinary.keys.sorted())
  func longArticlesAsPeopleWriteThemAreRead(_ kind: String) {
    #expect(refusal(Self.ordinary[kind] ?? "") == nil)
  }
}
