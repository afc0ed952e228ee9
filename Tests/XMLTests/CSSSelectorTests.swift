import CourantTesting
import Testing
import XML

@Suite struct CSSSelectorTests {
  private static let page = #"""
    <div id="a" class="note big" data-x="one two" lang="en-GB"><p id="b" title="it's &quot;x&quot;">1</p><P ID="c">2</P>
    <span id="d" class="Note">3</span></div>
    <ul id="e"><li id="f" class="x">4</li><li id="g">5<a id="h" href="/posts/1.html">6</a></li><li id="i" xlink:href="q">7</li></ul>
    <time id="j" datetime="2026-01-02">8</time><h2 id="k" class="md:flex">9</h2>
    """#

  /// The ids of the matches, or their values.
  private func found(_ text: String) throws -> String {
    let page = HTMLPage(fragment: Self.page)
    let matches = try page.matches(try CSSSelector(text))
    return matches.map { $0.value ?? page.nodes[$0.node]["id"] ?? page.nodes[$0.node].name }.joined(separator: " ")
  }

  private static let selectorsFindWhatBrowsersFindCases: [(String, String)] = [
    ("p", "b c"), ("P", "b c"), ("*", "html body a b c d e f g h i j k"), (".note", "a"), ("div.note.big", "a"),
    (".big.none", ""),
    ("#c", "c"), ("[title]", "b"), ("[id=b]", "b"), ("[id='b']", "b"), ("[ id = \"b\" ]", "b"),
    ("[title=\"it's \\\"x\\\"\"]", "b"), ("[href^='/posts']", "h"), ("[href$=\".html\"]", "h"),
    ("[href*=\"ts/1\"]", "h"),
    ("[href$='/posts/1.html']", "h"), ("[href$='x/posts/1.html']", ""), ("[data-x~=two]", "a"),
    ("[data-x~='one two']", ""),
    ("[href^='']", ""), ("[href*='']", ""), ("[href$='']", ""), ("[lang|=en]", "a"), ("[xlink:href=q]", "i"),
    ("div p", "b c"), ("div > p", "b c"), ("body > p", ""), ("body a", "h"), ("ul a", "h"), ("ul > a", ""),
    ("p + p", "c"), ("p ~ span", "d"), ("p + span", "d"), ("#b + span", ""), ("#b ~ span", "d"),
    ("li:first-child", "f"), ("li:last-child", "i"), ("li:nth-child(2)", "g"), ("li:nth-child(odd)", "f i"),
    ("li:nth-child(even)", "g"), ("li:nth-child( 2n + 1 )", "f i"), ("li:nth-child(-n+2)", "f g"),
    ("li:nth-child(n)", "f g i"),
    ("li:nth-child(n+2)", "g i"), ("li:not(.x)", "g i"), ("li:not(:first-child)", "g i"), ("div *:not(p)", "d"),
    ("li:not([class]):not(:last-child)", "g"), ("p, h2", "b c k"), ("h2, p,p", "b c k"), ("ul>li:first-child", "f"),
    (".md\\:flex", "k"), ("time@datetime", "2026-01-02"), ("time @datetime", "2026-01-02"), ("li@class", "x"),
    ("p@title, time@datetime", "it's \"x\" 2026-01-02"), ("  p  ", "b c"), ("section", ""),
  ]

  @Test(arguments: selectorsFindWhatBrowsersFindCases)
  func selectorsFindWhatBrowsersFind(_ selector: String, _ ids: String) throws {
    #expect(try found(selector) == ids, "\(selector)")
  }

  private static let malformedSelectorsAreRefusedByColumnCases: [(String, Int)] = [
    ("", 1), ("p,", 3), (",p", 1), ("p >", 4), ("> p", 1), ("p..x", 3), ("[a", 3), ("[a=", 4), ("[a='x]", 7),
    ("[=x]", 2),
    ("p:hover", 3), ("p::before", 3), ("p:nth-child(x)", 13), ("p:nth-child(", 13), (":not(:not(p))", 6), (":not()", 6),
    ("p{", 2),
    ("é", 1), ("2n", 1), ("p@", 3), ("p@href > a", 8), ("#", 2), ("p)", 2),
  ]

  @Test(arguments: malformedSelectorsAreRefusedByColumnCases)
  func malformedSelectorsAreRefusedByColumn(_ selector: String, _ column: Int) {
    #expect(throws: SelectorError.self) { try CSSSelector(selector) }
    do {
      _ = try CSSSelector(selector)
    } catch {
      #expect(error.column == column, "\(selector): \(error)")
    }
  }

  @Test func aValueWithBothQuotationMarksIsOneString() throws {
    let selector = try CSSSelector(#"[a="x'y\"z') or true() or ('"]"#)
    #expect(selector.alternatives[0].path.hasPrefix("/descendant::*[@a=concat("))
    #expect(try HTMLPage(fragment: "<p a='n'>").matches(selector).isEmpty)
  }

  @Test func aSelectorThatCompoundsIsStopped() throws {
    let deep = String(repeating: "<div>", count: 200) + String(repeating: "<p>a</p>", count: 2_000)
    let page = HTMLPage(fragment: deep)
    let costly = try CSSSelector(Array(repeating: "*", count: 8).joined(separator: " ") + " p:nth-child(n+2)")
    let clock = ContinuousClock()
    let time = clock.measure { #expect(throws: HTMLPage.TooCostly.self) { _ = try page.matches(costly) } }
    #expect(time < .seconds(20))
  }

  @Test func everyBeginningOfASelectorIsReadOrRefused() {
    var numbers = SeededNumbers()
    let pieces = [
      "p", ".a", "#b", "[", "]", "=", "'", "\"", ":not(", ")", ":nth-child(", "2n+1", " ", ">", "+", "~", ",", "@",
      "\\", "*", "é", "^",
    ]
    let page = HTMLPage(fragment: Self.page)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 1...9, using: &numbers)).map { _ in pieces.randomElement(using: &numbers) ?? "" }
        .joined()
      guard let selector = try? CSSSelector(text) else { continue }
      #expect(throws: Never.self, "\(text)") { _ = try page.matches(selector) }
    }
  }
}
