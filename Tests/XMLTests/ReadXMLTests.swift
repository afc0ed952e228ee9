import CourantTesting
import Testing
@testable import XML

/// What a visitor is told of documents longer than one piece.
@Suite struct ReadXMLTests {
  /// What is written, and what it means as text. None of these begins with `\n` after one that ends in `\r`.
  private static let tokens: [(written: String, meaning: String)] = [
    ("word ", "word "), ("\r\nb", "\nb"), ("\rc", "\nc"), ("\nd", "\nd"), ("\te", "\te"), ("é€😀", "é€😀"),
    ("a\u{1}b", "ab"), ("a\u{FFFF}\u{FFFE}b", "ab"), ("\u{FEFF}f", "\u{FEFF}f"), ("&amp;", "&"), ("&lt;b&gt;", "<b>"),
    ("&#10;g", "\ng"), ("&nbsp;", "\u{A0}"), ("&AMP;", "&"), ("<![CDATA[<&]\n]]>", "<&]\n"), ("<!-- x\ny -->", ""),
    ("& ", "& "), ("]]>", "]]>"), ("< ", "< "), ("&quot;&apos;", "\"'"), ("&unknown;", "&unknown;"),
    ("<![CDATA[]]>", ""),
  ]

  @Test func textsAndLinesAreThoseOfTheDocument() {
    var random = SeededNumbers()
    for _ in 0..<20 {
      var document = "<feed>"
      var texts: [String] = []
      var lines: [Int] = []
      for _ in 0..<400 {
        let tokens = (0..<Int.random(in: 0..<30, using: &random)).compactMap { _ in
          Self.tokens.randomElement(using: &random)
        }
        lines.append(document.utf8.count { $0 == 0xA } + 1)
        document += "<p a='x &lt; y'>" + tokens.map(\.written).joined() + "</p>"
        texts.append(tokens.map(\.meaning).joined())
      }
      let seen = Paragraphs()
      let report = readXML(Array((document + "</feed>").utf8), isRoot: { $0 == "feed" }, into: seen)
      #expect(seen.texts.map { String(decoding: $0, as: UTF8.self) } == texts, "seed \(random.seed)")
      #expect(seen.lines == lines, "seed \(random.seed)")
      #expect(seen.values == Set(["x < y"]), "seed \(random.seed)")
      #expect(!report.isCutOff)
    }
  }

  @Test func aDocumentWithTooManyTagsEndsThere() {
    let seen = Paragraphs()
    let document = "<feed><p>t</p>" + String(repeating: "<i/>", count: 400_000) + "<p>u</p></feed>"
    let report = readXML(Array(document.utf8), isRoot: { $0 == "feed" }, into: seen)
    #expect(seen.texts.count == 1)
    #expect(report.isCutOff)
    #expect(report.faults.map(\.kind) == [.muchMarkup])
  }
}

private final class Paragraphs: XMLVisitor {
  var texts: [[UInt8]] = []
  var lines: [Int] = []
  var values: Set<String> = []
  let isDone = false

  func begin(_ name: XMLName, _ attributes: [XMLAttribute], line: Int) {
    guard name.local == "p" else { return }
    texts.append([])
    lines.append(line)
    values.formUnion(attributes.map(\.value))
  }

  func text(_ bytes: ArraySlice<UInt8>) {
    if !texts.isEmpty { texts[texts.count - 1] += bytes }
  }

  func end() {}
}
