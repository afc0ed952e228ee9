import CourantTesting
import Testing
import XML

@Suite struct HTMLPageTests {
  private func words(_ bytes: [UInt8]) -> String {
    let nodes = HTMLPage(bytes).nodes
    return nodes.all.isEmpty ? "(nothing)" : nodes.words(0)
  }

  @Test func pagesThatTakeTooLongAreNotRead() {
    let excess = { (text: String, count: Int) in HTMLPage.excess(of: Array(String(repeating: text, count: count).utf8))
    }
    #expect(excess("<p>", 200_000) == nil)
    #expect(excess("<p>", 200_001) == "has more than 200,000 tags")
    #expect(excess("&x;", 800_004) == "has more than 200,000 tags")
    #expect(excess("&#228;", 900_000) == nil)
    #expect(excess("word ", 2_000_001) == "is longer than 10 MB")
    #expect(
      excess("<a \((0..<20_000).map { "a\($0)=b" }.joined(separator: " "))>", 1) == "has a tag with too many attributes"
    )
  }

  private static let utf16: [UInt8] = [0xFF, 0xFE] + "<p>é</p>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

  private static let theEncodingIsFoundCases: [([UInt8], String)] = [
    (Array("<p>é €</p>".utf8), "é €"), ([0xEF, 0xBB, 0xBF] + Array("<p>é</p>".utf8), "é"), (utf16, "é"),
    // Neither UTF-8 nor declared: windows-1252.
    (Array("<p>".utf8) + [0xE9, 0x20, 0x80, 0x93], "é €“"),
    (Array("<meta charset=iso-8859-1><p>".utf8) + [0x93, 0xE9], "“é"),
    // Declared as something else, but UTF-8.
    (Array("<meta charset=windows-1251><p>é</p>".utf8), "é"),
    (Array("<meta charset='iso-8859-2'><p>".utf8) + [0xB3, 0xF3, 0x64, 0xBC], "łódź"),
    (
      Array("<meta http-equiv=content-type content='text/html; charset=Shift_JIS'><p>".utf8) + [
        0x93, 0xFA, 0x96, 0x7B,
      ], "日本"
    ),
    (Array("<meta charset=no-such><p>".utf8) + [0xE9], "é"),
    (Array("<p>a\u{0}b</p><p>c</p>".utf8), "ab c"), ([], "(nothing)"), (Array("   ".utf8), "(nothing)"),
  ]

  @Test(arguments: theEncodingIsFoundCases)
  func theEncodingIsFound(_ bytes: [UInt8], _ text: String) { #expect(words(bytes) == text) }

  private static let blocksSeparateWordsCases: [(String, String)] = [
    ("<p>a<b>b</b></p><p>c</p>", "ab c"), ("a<br>b", "a b"), ("<script>x</script>a<style>y</style>", "a"),
    ("<ul><li>a<li>b</ul>c", "a b c"), ("<table><tr><td>a<td>b</table>", "a b"), ("<title>t</title><p>a", "a"),
    ("<p>a &amp; &lt;b&gt; &eacute;</p>", "a & <b> é"), ("<div><div><div>a</div></div></div>b", "a b"),
    ("<p>a<span> b </span>c", "a b c"), ("<noscript>x</noscript>a", "a"),
  ]

  @Test(arguments: blocksSeparateWordsCases)
  func blocksSeparateWords(_ html: String, _ text: String) { #expect(words(Array(html.utf8)) == text) }

  @Test func nodesKnowTheirPlaces() throws {
    let nodes = HTMLPage(fragment: "<div id=a>\n<p>x<b>y</b>z</p><!-- c --><p>w</p></div><p>v</p>").nodes
    let division = try #require(nodes.elements(["div"]).first)
    #expect(nodes.children(division).map { nodes[$0].name } == ["", "p", "p"])
    #expect(nodes.subtree(division).map { nodes[$0].text }.joined() == "\nxyzw")
    let bold = try #require(nodes.elements(["b"]).first)
    #expect(nodes.ancestors(bold).map { nodes[$0].name } == ["p", "div", "body", "html"])
    #expect(nodes[bold].line == 2)
    #expect(nodes[division]["id"] == "a" && nodes[division]["class"] == nil)
    #expect(nodes.words(division, without: [bold]) == "xz w")
  }

  private static let elementsAreWrittenAsTheyWereCases: [String] = [
    "<p class=\"a b\">x &lt; y &amp; <b>z</b></p>", "<ul><li>a</li><li>b<br>c</li></ul>",
    "<p title=\"&quot;&lt;\">é</p>",
    "<div><div></div>t<div><p>u</p></div></div>", "<p><img src=\"a.png\"></p><hr>",
  ]

  @Test(arguments: elementsAreWrittenAsTheyWereCases)
  func elementsAreWrittenAsTheyWere(_ html: String) {
    let nodes = HTMLPage(fragment: html).nodes
    #expect(nodes.children(1).map { nodes.html($0) }.joined() == html)
  }

  @Test func omittedElementsAreNotWritten() {
    let nodes = HTMLPage(fragment: "<div>a<p>b</p>c<p>d</p></div>").nodes
    #expect(nodes.html(2, without: Set(nodes.elements(["p"]).prefix(1))) == "<div>ac<p>d</p></div>")
  }

  @Test func brokenPagesAreRead() {
    var numbers = SeededNumbers()
    let page = Array(
      "<!doctype html><html><head><title>a</title><meta charset=utf-8></head><body><div class='x'><p>é<b>c</i></p><table><tr><td>d</table></div></body></html>"
        .utf8)
    for _ in 0..<500 {
      var bytes = Array(page.prefix(Int.random(in: 0...page.count, using: &numbers)))
      for _ in 0..<Int.random(in: 0...4, using: &numbers) where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &numbers)] = UInt8.random(in: 0...255, using: &numbers)
      }
      let nodes = HTMLPage(bytes).nodes
      for index in nodes.all.indices {
        #expect(nodes[index].end > index && nodes[index].end <= nodes.all.count)
        #expect(nodes[index].parent.map { $0 < index && nodes[$0].end >= nodes[index].end } ?? (index == 0))
      }
      if !nodes.all.isEmpty { _ = nodes.html(0) + nodes.words(0) }
    }
  }

  @Test func deepPagesEnd() {
    let deep = String(repeating: "<div><b>", count: 50_000) + "x"
    #expect(HTMLPage(fragment: deep).nodes.all.count < 1_000)
  }
}
