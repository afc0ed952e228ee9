import Languages
import Templates
import Testing

/// Values next to other text where markup cannot isolate them.
@Suite struct JoinedValueTests {
  private let value: TemplateValue = .record([
    "title": .text("MOGAD"), "label": .text("RSS"), "name": .text("أخبار"), "url": .text("https://a.example/b"),
    "mail": .text("ann@a.example"), "framed": .text("\u{2068}Ana\u{2069} و\u{2068}Bo\u{2069}"), "empty": .absent,
    "list": .list([.text("A"), .text("ب")]),
  ])

  private func rendered(_ template: String, _ language: String, _ ending: String) throws -> String {
    let name = "page." + ending
    let set = try TemplateSet(overrides: [(name, name, template)], language: Language(language))
    return try set.render(name, value).replacing("\u{2068}", with: "<").replacing("\u{2069}", with: ">")
  }

  @Test(arguments: [
    ("ar", "<link title=\"{{name}} ({{label}})\">", "<link title=\"أخبار (<RSS>)\">"),
    ("en", "<link title='{{name}} ({{label}})'>", "<link title='<أخبار> (RSS)'>"),
    ("ar", "<title>{{title}} – {{name}}</title>", "<title><MOGAD> – أخبار</title>"),
    (
      "ar", "<a aria-label=\"1: {{label}}\" href=\"/{{label}}\">{{label}}: {{label}}",
      "<a aria-label=\"1: <RSS>\" href=\"/RSS\">RSS: RSS"
    ),
    // Alone, or for programs
    (
      "ar", "<img alt=\"{{title}}\" title=\"{{#title}} {{title}} {{/title}}\">", "<img alt=\"MOGAD\" title=\" MOGAD \">"
    ),
    ("ar", "<p class=\"a {{label}}\" data-x=\"{{name}} {{label}}\">", "<p class=\"a RSS\" data-x=\"أخبار RSS\">"),
    ("ar", "<title>{{title}}</title>", "<title>MOGAD</title>"),
    ("de", "<i title=\"{{title}} ({{label}})\">", "<i title=\"MOGAD (RSS)\">"),
    ("ar", "<a title=\"{{name}}: {{url}}\">", "<a title=\"أخبار: https://a.example/b\">"),
  ])
  func anAttributeIsolatesItsValues(_ language: String, _ template: String, _ expected: String) throws {
    #expect(try rendered(template, language, "html") == expected)
  }

  @Test(arguments: [
    ("ar", "{{name}}: {{title}}", "أخبار: <MOGAD>"), ("he", "{{title}}\n===\n{{label}}", "MOGAD\n===\nRSS"),
    ("ar", "{{#title}} {{title}} {{/title}}", " MOGAD "),
    ("ar", "({{mail}}, {{url}})", "(ann@a.example, https://a.example/b)"),
    ("ar", "1. {{framed}}", "1. <Ana> و<Bo>"), ("en", "{{#list}}{{.}}, {{/list}}", "A, <ب>, "),
    ("ar", "{{word.by}} {{title}}{{empty}}", "بقلم <MOGAD>"),
  ])
  func aLineOfPlainTextIsolatesItsValues(_ language: String, _ template: String, _ expected: String) throws {
    #expect(try rendered(template, language, "text") == expected)
  }

  /// Where a tag cannot be placed, nothing is added and nothing fails.
  @Test(arguments: [
    "{{title}}", "<", "=\"{{title}} {{label}}", "<a =\"{{title}} x\">", "<title", "<title>{{title}} x",
    "< \"{{title}} x\">",
  ])
  func aBrokenTemplateIsRenderedAsItIs(_ template: String) throws {
    let plain = template.replacing("{{title}}", with: "MOGAD").replacing("{{label}}", with: "RSS")
    let found = try rendered(template, "ar", "html")
    #expect(found == plain || found == plain.replacing("MOGAD", with: "<MOGAD>"))
  }
}
