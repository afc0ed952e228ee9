import Templates
import Testing

struct FoldingTests {
  private let fixed: TemplateRecord = [
    "site": .record(["title": .text("A & B")]), "feeds": .list([.record(["name": .text("x")])]), "no": .flag(false),
  ]

  /// In each, `site`, `feeds` and `no` are known beforehand; `title` and `article` come later.
  @Test(arguments: [
    "{{site.title}} {{title}}", "{{#feeds}}{{name}} {{site.title}}{{/feeds}}", "{{#feeds}}{{name}} {{title}}{{/feeds}}",
    "{{#article}}{{site}} {{title}}{{/article}}", "{{^no}}{{title}}{{/no}}{{^no}}{{site.title}}{{/no}}",
    "{{> part}}|{{> part}}", "  {{> part}}\n", "{{< frame}}{{$a}}{{site.title}}{{title}}{{/a}}{{/frame}}",
    "{{$a}}{{site.title}}{{/a}}", "{{nobody}}", "{{#site}}{{title}}{{/site}}{{site}}",
  ])
  func aPreparedTemplateGivesTheSame(text: String) throws {
    let templates = try TemplateSet(overrides: [
      ("article.html", "article.html", text), ("part.html", "part.html", "<{{title}} {{site.title}}>\n"),
      ("frame.html", "frame.html", "[{{$a}}{{no}}{{/a}} {{site.title}}]"),
    ])
    var record = fixed
    record["title"] = .text("<T>")
    record["article"] = .record(["title": .text("t"), "site": .text("own")])
    let prepared = templates.prepared("article.html", for: fixed)
    #expect(
      result { try prepared.render("article.html", .record(record)) }
        == result { try templates.render("article.html", .record(record)) })
  }

  private func result(_ body: () throws -> String) -> String {
    do { return try body() } catch { return "\(error)" }
  }
}
