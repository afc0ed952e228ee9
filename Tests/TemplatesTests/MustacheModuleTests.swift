import Templates
import Testing

/// The modules of Mustache's specification, with our own cases. Where ours differs on purpose, decision 0002 explains
/// why, and the case is one of those that are refused.
struct MustacheModuleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let template: String
    var value: TemplateRecord = [:]
    var partials: [String: String] = [:]
    let expected: String
    var testDescription: String { template.debugDescription }

    init(_ template: String, _ value: TemplateRecord = [:], partials: [String: String] = [:], gives expected: String) {
      self.template = template
      self.value = value
      self.partials = partials
      self.expected = expected
    }
  }

  @Test(arguments: [
    Case("a{{! gone }}b", gives: "ab"), Case("a{{!gone\nover\nlines}}b", gives: "ab"),
    Case("a\n{{! alone }}\nb", gives: "a\nb"),
    Case("a\n  {{! alone }}  \nb", gives: "a\nb"), Case("a\r\n{{! alone }}\r\nb", gives: "a\r\nb"),
    Case("  {{! last }}", gives: ""),
    Case("{{! first }}\nb", gives: "b"), Case("a\n{{!\nover\nlines\n}}\nb", gives: "a\nb"),
    Case("a {{! inside }} b\n", gives: "a  b\n"),
    Case("a {{! at the end }}\n", gives: "a \n"), Case("{{! {{name }}x", gives: "x"),
    Case("{{! a }}{{! b }}\nc", gives: "\nc"),
  ])
  func comments(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("plain {braces} }} text", gives: "plain {braces} }} text"),
    Case("{{a}}{{{a}}}{{&a}}", ["a": .text("x")], gives: "xxx"),
    Case("{{a}}", ["a": .text("<\"&'>")], gives: "&lt;&quot;&amp;&#39;&gt;"),
    Case("{{{a}}} {{&a}} {{a}}", ["a": .html("<b>")], gives: "<b> <b> &lt;b&gt;"),
    Case("{{{a}}}", ["a": .text("<b>")], gives: "&lt;b&gt;"),  // trusted markup is a type (0002)
    Case("{{a}} {{b}}", ["a": .text("{{b}}"), "b": .text("x")], gives: "{{b}} x"),
    Case("{{n}}{{{n}}}{{&n}}", ["n": .number(-7)], gives: "-7-7-7"),
    Case("[{{a}}{{{a}}}{{&a}}]", ["a": .absent], gives: "[]"),
    Case("{{a.b.c}}", ["a": .record(["b": .record(["c": .text("x")])])], gives: "x"),
    Case("{{#a}}{{b.c}}{{/a}}", ["a": .record(["x": .number(1)]), "b": .record(["c": .text("y")])], gives: "y"),
    Case(
      "{{#a}}{{b.c}}{{/a}}", ["a": .record(["b": .record(["c": .text("in")])]), "b": .record(["c": .text("out")])],
      gives: "in"),
    Case("{{a.b.c}}", ["a": .absent], gives: ""),
    Case("{{#l}}{{.}}{{{.}}}{{&.}};{{/l}}", ["l": .list([.text("<"), .number(2)])], gives: "&lt;&lt;&lt;;222;"),
    Case("| {{a}} |{{ a }}|{{{ a }}}|{{& a }}|", ["a": .text("x")], gives: "| x |x|x|x|"),
    Case("  {{a}}\n", ["a": .text("x")], gives: "  x\n"),
    Case("{{\n a\t}}", ["a": .text("x")], gives: "x"), Case("é{{a}}é", ["a": .text("ü")], gives: "éüé"),
  ])
  func interpolation(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("{{#a}}yes{{/a}}", ["a": .flag(true)], gives: "yes"),
    Case("[{{#a}}yes{{/a}}]", ["a": .flag(false)], gives: "[]"),
    Case("[{{#a}}yes{{/a}}]", ["a": .absent], gives: "[]"),
    Case("{{#a}}{{b}}{{/a}}", ["a": .record(["b": .text("x")])], gives: "x"),
    Case("{{#a}}{{.}}{{/a}}", ["a": .text("x")], gives: "x"), Case("[{{#a}}no{{/a}}]", ["a": .text("")], gives: "[]"),
    Case("{{#a}}{{c}}{{/a}}", ["a": .record(["b": .text("x")]), "c": .text("out")], gives: "out"),
    Case(
      "{{#l}}({{n}}){{/l}}", ["l": .list([.record(["n": .number(1)]), .record(["n": .number(2)])])], gives: "(1)(2)"),
    Case("[{{#l}}no{{/l}}]", ["l": .list([])], gives: "[]"),
    Case(
      "{{#l}}{{#.}}{{.}}{{/.}};{{/l}}", ["l": .list([.list([.number(1), .number(2)]), .list([.number(3)])])],
      gives: "12;3;"),
    Case(
      "{{#a}}{{#b}}{{c}}{{/b}}{{/a}}", ["a": .record(["b": .record(["x": .number(1)]), "c": .number(3)])], gives: "3"),
    Case("{{#a}}1{{/a}} {{#a}}2{{/a}}", ["a": .flag(true)], gives: "1 2"),
    Case("{{#a.b}}x{{/a.b}}", ["a": .record(["b": .flag(true)])], gives: "x"),
    Case("[{{#a.b.c}}x{{/a.b.c}}]", ["a": .record(["b": .absent])], gives: "[]"),
    Case(" | {{#a}}\t|\t{{/a}} | \n", ["a": .flag(true)], gives: " | \t|\t | \n"),
    Case(" | {{#a}} {{! x }}\n {{/a}} | \n", ["a": .flag(true)], gives: " |  \n  | \n"),
    Case("a\n{{#a}}\nb\n{{/a}}\nc", ["a": .flag(true)], gives: "a\nb\nc"),
    Case("a\n  {{#a}}\nb\n  {{/a}}\nc", ["a": .flag(true)], gives: "a\nb\nc"),
    Case("a\r\n{{#a}}\r\n{{/a}}\r\nb", ["a": .flag(true)], gives: "a\r\nb"),
    Case("  {{#a}}\nx\n{{/a}}", ["a": .flag(true)], gives: "x\n"),
    Case("{{#a}}\n  x\n  {{/a}}", ["a": .flag(true)], gives: "  x\n"),
    Case("|{{# a }}={{/ a }}|", ["a": .flag(true)], gives: "|=|"),
  ])
  func sections(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("{{^a}}no{{/a}}", ["a": .flag(false)], gives: "no"), Case("[{{^a}}no{{/a}}]", ["a": .flag(true)], gives: "[]"),
    Case("{{^a}}no{{/a}}", ["a": .absent], gives: "no"), Case("{{^a}}no{{/a}}", ["a": .list([])], gives: "no"),
    Case("[{{^a}}no{{/a}}]", ["a": .list([.number(0)])], gives: "[]"),
    Case("[{{^a}}no{{/a}}]", ["a": .record([:])], gives: "[]"),
    Case("{{^a}}no{{/a}}", ["a": .text("")], gives: "no"),
    Case("{{^a}}1{{/a}} {{^a}}2{{/a}}", ["a": .flag(false)], gives: "1 2"),
    Case("| {{^a}}x{{^b}}y{{/b}}{{/a}} |", ["a": .flag(false), "b": .flag(true)], gives: "| x |"),
    Case("{{^a.b}}no{{/a.b}}", ["a": .record(["b": .flag(false)])], gives: "no"),
    Case("{{^a.b.c}}no{{/a.b.c}}", ["a": .absent], gives: "no"),
    Case(" {{^a}}x{{/a}}\n", ["a": .flag(false)], gives: " x\n"),
    Case("a\n{{^a}}\nb\n{{/a}}\nc", ["a": .flag(false)], gives: "a\nb\nc"),
    Case("a\r\n{{^a}}\r\n{{/a}}\r\nb", ["a": .flag(false)], gives: "a\r\nb"),
    Case("|{{^ a }}={{/ a }}|", ["a": .flag(false)], gives: "|=|"),
  ])
  func inverted(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("[{{>p}}]", partials: ["p": "x"], gives: "[x]"),
    Case("{{> p }}", ["a": .text("x")], partials: ["p": "*{{a}}*"], gives: "*x*"),
    Case("{{#l}}{{>p}}{{/l}}", ["l": .list([.number(1), .number(2)])], partials: ["p": "{{.}},"], gives: "1,2,"),
    Case("{{>p}}", partials: ["p": "1{{>q}}3", "q": "2"], gives: "123"),
    Case("a {{>p}} b", partials: ["p": "\t|\t"], gives: "a \t|\t b"),
    Case("  {{a}}  {{>p}}\n", ["a": .text("x")], partials: ["p": ">\n>"], gives: "  x  >\n>\n"),
    Case("a\r\n{{>p}}\r\nb", partials: ["p": ">"], gives: "a\r\n>b"),
    Case("  {{>p}}\n>", partials: ["p": ">\n>"], gives: "  >\n  >>"),
    Case(">\n  {{>p}}", partials: ["p": ">\n>"], gives: ">\n  >\n  >"),
    Case(
      "\\\n {{>p}}\n/\n", ["a": .text("<\n>")], partials: ["p": "|\n{{a}}\n|\n"], gives: "\\\n |\n &lt;\n&gt;\n |\n/\n"),
  ])
  func partials(_ example: Case) throws { try check(example) }

  /// An optional module; its blocks and parents are ours too.
  @Test(arguments: [
    Case("{{$b}}usual{{/b}}", gives: "usual"),
    Case("{{<p}}{{$b}}new{{/b}}{{/p}}", partials: ["p": "[{{$b}}usual{{/b}}]"], gives: "[new]"),
    Case("{{<p}}{{/p}}", partials: ["p": "[{{$b}}usual{{/b}}]"], gives: "[usual]"),
    Case(
      "{{<p}}left out{{$b}}{{a}}{{/b}}{{/p}}", ["a": .text("x")], partials: ["p": "{{$b}}{{/b}}{{$b}}{{/b}}"],
      gives: "xx"),
    Case(
      "{{<p}}{{$b}}outer{{/b}}{{/p}}", partials: ["p": "{{<q}}{{$b}}inner{{/b}}{{/q}}", "q": "{{$b}}{{/b}}"],
      gives: "outer"),
    Case("{{>p}}{{<p}}{{$b}}new{{/b}}{{/p}}{{>p}}", partials: ["p": "{{$b}}old{{/b}},"], gives: "old,new,old,"),
  ])
  func inheritance(_ example: Case) throws { try check(example) }

  /// Differences on purpose (0002): an error, and never nothing.
  @Test(arguments: [
    ("{{=<% %>=}}<% a %>", "1:1: `{{=` is not supported; tags are always `{{ }}`, and a file's ending sets its type"),
    ("{{= | | =}}", "1:1: `{{=` is not supported; tags are always `{{ }}`, and a file's ending sets its type"),
    ("{{>gone}}", "1:1: there is no partial `gone.html`"),
    ("{{>*name}}", "1:1: `*name` cannot be the name of a partial"),
    ("{{>page}}", "1:1: `page.html` includes `page.html`, without end; remove one of the two"),
    ("{{#lambda()}}x{{/lambda()}}", "1:1: `lambda()` calls `lambda()`, which does not exist"),
  ])
  func whatIsNotInOursIsRefused(_ template: String, _ expected: String) {
    let error = #expect(throws: TemplateErrors.self) { try set(template) }
    #expect(error?.description == "templates/page.html:" + expected)
  }

  @Test(arguments: ["{{gone}}", "{{{gone}}}", "{{&gone}}", "{{#gone}}x{{/gone}}", "{{^gone}}x{{/gone}}"])
  func anUnknownNameIsAnError(_ template: String) throws {
    let set = try set(template)
    let error = #expect(throws: TemplateError.self) { try set.render("page.html", .record(["a": .absent])) }
    #expect(error?.description == "templates/page.html:1:1: the variable `gone` is unknown here")
  }

  private func check(_ example: Case) throws {
    let set = try set(example.template, example.partials.map { ($0.key + ".html", $0.value) })
    #expect(try set.render("page.html", .record(example.value)) == example.expected)
  }
}
