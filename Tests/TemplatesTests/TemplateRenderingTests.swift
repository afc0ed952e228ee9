import Foundation
import Templates
import Testing

/// A set whose `page.html` and `page.text` have this content.
func set(_ html: String = "", text: String = "", _ more: [(String, String)] = []) throws -> TemplateSet {
  let files = [("page.html", html), ("page.text", text)] + more
  return try TemplateSet(overrides: files.map { (name: $0.0, path: "templates/" + $0.0, text: $0.1) })
}

struct TemplateRenderingTests {
  static let value = TemplateValue.record([
    "title": .text("<b>\"A\" & 'B'</b> {{evil}} <\u{301}"),
    "body": .html("<p>A &amp; B</p>"),
    "count": .number(3),
    "zero": .number(0),
    "yes": .flag(true),
    "none": .absent,
    "names": .list([.text("x<"), .text("y"), .text("z")]),
    "empty": .list([]),
    "rows": .list([.record(["id": .text("1"), "title": .text("inner")]), .record(["id": .text("2")])]),
    "deep": .record(["er": .record(["est": .text("d>")]), "gone": .absent]),
  ])

  @Test func noncharactersAreNotInIt() {
    for scalar in (0x80...0x10FFFF).lazy.compactMap(Unicode.Scalar.init) where scalar.value & 0xFF >= 0xCE {
      let text = "\(scalar)12345678\(scalar)&"
      let isControl = scalar.properties.generalCategory == .control
      let expected = isControl || scalar.properties.isNoncharacterCodePoint ? "12345678&amp;" : text + "amp;"
      #expect(text.htmlEscaped == expected, "\(String(scalar.value, radix: 16))")
    }
  }

  @Test func controlsThatHTMLForbidsAreNotInIt() {
    let text = "a\u{7F}b\u{80}\u{85}\u{9F}c\u{A0}é\u{2028}<\u{9B}\u{C2}"
    #expect(text.htmlEscaped.unicodeScalars.elementsEqual("ab…c\u{A0}é\u{2028}&lt;\u{C2}".unicodeScalars))
  }

  @Test(arguments: [
    ("{{title}}", "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt; {{evil}} &lt;\u{301}"),
    ("{{{title}}}", "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt; {{evil}} &lt;\u{301}"),
    ("{{&title}}", "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt; {{evil}} &lt;\u{301}"),
    ("{{#names}}{{{.}}}{{/names}}", "x&lt;yz"),
    ("{{{body}}}|{{body}}", "<p>A &amp; B</p>|&lt;p&gt;A &amp;amp; B&lt;/p&gt;"),
    ("{{ count }}{{none}}{{#zero}}no{{/zero}}{{^zero}}0{{/zero}}", "30"),
    ("{{#yes}}a{{/yes}}{{^yes}}b{{/yes}}{{^none}}c{{/none}}{{^empty}}d{{/empty}}", "acd"),
    ("{{#names}}{{.}}{{^last()}}, {{/last()}}{{/names}}", "x&lt;, y, z"),
    ("{{#names}}{{#first()}}({{/first()}}{{index()}}{{#odd()}}!{{/odd()}}{{/names}}", "(01!2"),
    ("{{#rows}}{{id}}{{#yes}}{{^last()}},{{/last()}}{{/yes}}{{/rows}}", "1,2"),
    ("{{count(names)}}{{first(names)}}{{uppercased(last(names))}}", "3x&lt;Z"),
    ("{{#empty(empty)}}none{{/empty(empty)}}", "none"),
    ("{{deep.er.est}}{{#deep}}{{er.est}}{{/deep}}{{deep.gone.on}}", "d&gt;d&gt;"),
    ("{{! a }}\n{{#rows}}\n- {{id}}\n{{/rows}}\nend", "- 1\n- 2\nend"),
    ("a\u{1}unsubscribe_url\u{1}b", "a\u{1}unsubscribe_url\u{1}b"),
  ])
  func rendersExactly(_ template: String, _ expected: String) throws {
    #expect(try set(template).render("page.html", Self.value) == expected)
  }

  @Test func plainTextIsNotEscaped() throws {
    let templates = try set(text: "{{title}}{{> part}}", [("part.text", "|{{{title}}}")])
    let title = "<b>\"A\" & 'B'</b> {{evil}} <\u{301}"
    #expect(try templates.render("page.text", Self.value) == title + "|" + title)
  }

  @Test func partialsAndInheritedBlocksAlsoEscape() throws {
    let templates = try set(
      "{{> part}}{{<base}}{{$main}}{{deep.er.est}}{{/main}}{{/base}}",
      [("part.html", "[{{#names}}{{.}}{{/names}}]"), ("base.html", "<i>{{$main}}nothing{{/main}}</i>")])
    #expect(try templates.render("page.html", Self.value) == "[x&lt;yz]<i>d&gt;</i>")
  }

  @Test func aSubjectIsRenderedAsPlainText() throws {
    let subject = try set().renderText("{{#rows}}{{id}} {{/rows}}& {{count}}", from: "subject", Self.value)
    #expect(subject == "1 2 & 3")
  }

  @Test func aSitesTemplateTakesThePlaceOfTheBuiltIn() throws {
    let own = try TemplateSet(overrides: [("note.text", "templates/note.text", "Ours.")])
    #expect(try own.render("note.text", .record([:])) == "Ours.")
    #expect(try TemplateSet().render("note.text", .record([:])) == "")
  }

  @Test func templatesThatNothingUsesAreNamed() throws {
    let files = ["digets.html": "", "used.html": "", "index.html": "{{> used}}"]
    let own = files.map { (name: $0.key, path: $0.key, text: $0.value) }
    #expect(try TemplateSet(overrides: own).unused == ["digets.html"])
  }

  @Test func everyBuiltInTemplateCanBeRead() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Leaves/Templates/BuiltIn").standardizedFileURL
    let entries = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let files = entries.filter { $0.contains(".") && !["style.css", "web.css", "desk.css"].contains($0) }
    #expect(Set(TemplateSet.builtInNames) == Set(files))
    #expect(TemplateSet.builtInNames.allSatisfy { TemplateSet.builtIn($0)?.isEmpty == false })
    #expect(throws: Never.self) { try TemplateSet() }
  }
}
