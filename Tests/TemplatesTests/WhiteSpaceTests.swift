import Templates
import Testing

/// White space and nesting as the Mustache specification has them.
struct WhiteSpaceTests {
  private static let value = TemplateValue.record([
    "yes": .flag(true), "no": .flag(false), "text": .text("a\nb"), "list": .list([.text("1"), .text("2")]),
  ])

  @Test(arguments: [
    ("a\n  {{#yes}}\nb\n  {{/yes}}\nc\n", "a\nb\nc\n"),
    ("a\r\n{{#yes}}\r\nb\r\n{{/yes}}\r\nc", "a\r\nb\r\nc"),
    ("{{#yes}}\nb\n{{/yes}}", "b\n"),
    ("  {{! remark }}\na {{! inside }} b\n", "a  b\n"),
    ("a {{#yes}} b\n {{/yes}} c", "a  b\n  c"),
    ("{{#yes}}{{#yes}}\nx\n{{/yes}}{{/yes}}\n", "\nx\n\n"),
    ("a{{#yes}}\nb\n{{/yes}}\n  {{#yes}}\nc\n{{/yes}}\nd", "a\nb\nc\nd"),
    ("{{#no}}\nx\n{{/no}}\n\n{{^no}}\ny\n{{/no}}\n", "\ny\n"),
    ("  {{text}}\n{{#list}}\n\t{{.}}\n{{/list}}\n", "  a\nb\n\t1\n\t2\n"),
  ])
  func aTagAloneOnItsLineLeavesNoLine(_ template: String, _ expected: String) throws {
    #expect(try set(template).render("page.html", Self.value) == expected)
  }

  @Test(arguments: [
    ("a\n  {{> part}}\nb", "one\n\ntwo", "a\n  one\n  \n  twob"),
    ("a\n  {{> part}}\nb", "x {{text}} y\nz\n", "a\n  x a\nb y\n  z\nb"),
    ("a  {{> part}}\nb", "one\ntwo\n", "a  one\ntwo\n\nb"),
    ("  {{> part}}\nb", "{{#list}}\n- {{.}}\n{{/list}}\n", "  - 1\n  - 2\nb"),
    (" {{> part}}\n", "{{#no}}\nx\n{{/no}}\n", ""),
    (" {{> part}}\n", "{{> deeper}}\nend\n", " deep\n end\n"),
  ])
  func aPartialAloneOnItsLineIsIndented(_ template: String, _ partial: String, _ expected: String) throws {
    let templates = try set(template, [("part.html", partial), ("deeper.html", "deep\n")])
    #expect(try templates.render("page.html", Self.value) == expected)
  }

  @Test(arguments: [
    ("{{> base}}", "<i>\n  kept\n</i>\n"),
    ("{{<base}}{{$b}}new{{/b}}{{/base}}", "<i>\n  new</i>\n"),
    ("{{<base}}\nleft out\n{{$b}}\n    one\n      two\n{{/b}}\n{{/base}}\n", "<i>\n  one\n    two\n</i>\n"),
    ("{{<middle}}{{$b}}outer{{/b}}{{/middle}}", "<i>\n  outer</i>\n"), ("{{> middle}}", "<i>\n  inner</i>\n"),
  ])
  func anIncluderReplacesBlocks(_ template: String, _ expected: String) throws {
    let templates = try set(
      template,
      [
        ("base.html", "<i>\n  {{$b}}\n  kept\n  {{/b}}\n</i>\n"),
        ("middle.html", "{{<base}}{{$b}}inner{{/b}}{{/base}}"),
      ])
    #expect(try templates.render("page.html", Self.value) == expected)
  }

  @Test func bytesAreThoseOfTheText() throws {
    let templates = try set("<p>{{text}} ü</p>")
    #expect(try templates.bytes("page.html", Self.value) == Array("<p>a\nb ü</p>".utf8))
  }
}
