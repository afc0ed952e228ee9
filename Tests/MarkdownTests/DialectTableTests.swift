import CourantTesting
import Foundation
import Markdown
import Testing

@Suite struct DialectTableTests {
  @Test func thePageListsEveryMarkWithItsAnswer() throws {
    let page = try repositoryText("docs/dialects.md")
    let written = page.split(separator: "\n").filter { $0.hasPrefix("| `") }.map(String.init)
    let meant = DialectTable.marks.map(row)
    #expect(written == meant, "docs/dialects.md should hold:\n\(meant.joined(separator: "\n"))")
  }

  private func row(_ mark: DialectMark) -> String {
    let sample = mark.sample.replacing("|", with: "\\|").replacing("¶", with: " ⏎ ")
    return switch mark.answer {
    case .replaced(let meaning): "| `\(sample)` | \(mark.programs) | replaced | \(meaning) |"
    case .reported(let seen): "| `\(sample)` | \(mark.programs) | reported | \(seen) |"
    }
  }

  @Test(arguments: DialectTable.marks)
  func eachMarkIsReplacedOrReported(_ mark: DialectMark) throws {
    var surroundings = Surroundings()
    surroundings.fileAddress = { $0.hasPrefix("known") ? "https://h.example/known/" : nil }
    surroundings.postAddress = surroundings.fileAddress
    let document = try MarkdownDocument(mark.sample.replacing("¶", with: "\n"), in: surroundings)
    let reported = document.unsupported.map(\.line)
    let html = document.html()
    switch mark.answer {
    case .replaced: #expect(reported.isEmpty)
    case .reported: #expect(reported == [1])
    }
    let shown = html.replacing(/<(pre|code)[ >].*?<\/(pre|code)>/.dotMatchesNewlines(), with: "")
    let left = ["{{", "{%", "{:", "[[", "[!", ":::", "!!!", "$", "[^", "==", "TOC", "{#", "\\(", "*["].filter(
      shown.contains)
    #expect(left == [], "\(html)")
  }
}
