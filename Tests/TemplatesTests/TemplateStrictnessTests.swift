import Templates
import Testing

struct TemplateStrictnessTests {
  @Test(arguments: [
    ("a\n b {{#x}}", "2:4: `x` is opened here and never closed; add `{{/x}}`"),
    ("{{/x}}", "1:1: `x` is closed here but was never opened"),
    ("{{#x}}\n{{/y}}", "2:1: `y` is closed here, but `x` of line 1 is open"),
    ("é{{x", "1:3: this tag has no end `}}`; add it"),
    ("{{{x}}", "1:1: this tag has no end `}}}`; add it"),
    ("{{}}", "1:1: `` is not a name"),
    ("{{a b}}", "1:1: `a b` is not a name"),
    ("{{.a}}", "1:1: `.a` is not a name"),
    ("{{shout(x)}}", "1:1: `shout(x)` calls `shout()`, which does not exist"),
    ("{{count(x}}", "1:1: `count(x` has brackets that do not match"),
    ("{{count()}}", "1:1: `count()` names nothing in `count()`"),
    ("{{> nowhere}}", "1:1: there is no partial `nowhere.html`"),
    ("{{> note.text}}", "1:1: `note.text` cannot be used in a file that ends in .html"),
    ("{{> *x}}", "1:1: `*x` cannot be the name of a partial"),
    ("{{> page}}", "1:1: `page.html` includes `page.html`, without end; remove one of the two"),
    ("{{=<% %>=}}", "1:1: `{{=` is not supported; tags are always `{{ }}`, and a file's ending sets its type"),
    (
      "{{% CONTENT_TYPE: TEXT}}",
      "1:1: `{{%` is not supported; tags are always `{{ }}`, and a file's ending sets its type"
    ),
  ])
  func aFaultyTemplateIsRefused(_ template: String, _ expected: String) throws {
    let error = #expect(throws: TemplateErrors.self) { try set(template) }
    #expect(error?.description == "templates/page.html:" + expected)
  }

  @Test(arguments: [
    ("{{name}}\n {{titel}}", "2:2: the variable `titel` is unknown here"),
    ("{{#rows}}\n{{nam}}{{/rows}}", "2:1: the variable `nam` is unknown here"),
    ("{{#nam}}{{/nam}}", "1:1: the variable `nam` is unknown here"),
    ("{{^nam}}{{/nam}}", "1:1: the variable `nam` is unknown here"),
    ("{{deep.x}}", "1:1: `deep.x` is unknown: a record without `x`"),
    ("{{name.x}}", "1:1: `name.x` is unknown: a string without `x`"),
    ("{{last()}}", "1:1: `last()` is not inside a list"),
    ("{{count(name)}}", "1:1: `count()` cannot be applied to a string"),
    ("{{rows}}", "1:1: `rows` is a list; open it with `{{#rows}}`"),
    ("{{deep}}", "1:1: `deep` is a record; open it with `{{#deep}}`"),
    ("{{yes}}", "1:1: `yes` is a yes or no; open it with `{{#yes}}`"),
  ])
  func anUnknownOrMisusedNameIsAnError(_ template: String, _ expected: String) throws {
    let templates = try set(template)
    let value = TemplateValue.record([
      "name": .text("n"), "rows": .list([.record(["id": .number(1)])]), "deep": .record([:]), "yes": .flag(true),
    ])
    let error = #expect(throws: TemplateError.self) { try templates.render("page.html", value) }
    #expect(error?.description == "templates/page.html:" + expected)
  }

  @Test func everyFaultIsReported() {
    let error = #expect(throws: TemplateErrors.self) {
      try TemplateSet(overrides: [
        ("a.html", "templates/a.html", "{{/x}}\n{{shout(x)}}"), ("README.md", "templates/README.md", ""),
        ("b.text", "templates/b.text", "{{> gone}}"),
      ])
    }
    #expect(
      error?.all.map(\.description) == [
        "templates/README.md:1:1: the name of a template must end in .html or .text",
        "templates/a.html:1:1: `x` is closed here but was never opened",
        "templates/a.html:2:1: `shout(x)` calls `shout()`, which does not exist",
        "templates/b.text:1:1: there is no partial `gone.text`",
      ])
  }

  @Test func partialsThatIncludeEachOtherAreRefused() {
    let error = #expect(throws: TemplateErrors.self) {
      try set("{{> a}}", [("a.html", "{{> b}}"), ("b.html", "\n{{> a}}")])
    }
    #expect(
      error?.all.map(\.description) == [
        "templates/a.html:1:1: `b.html` includes `a.html`, without end; remove one of the two",
        "templates/b.html:2:1: `a.html` includes `b.html`, without end; remove one of the two",
      ])
  }

  @Test func anErrorInAPartialNamesThePartial() throws {
    let templates = try set("{{> part}}", [("part.html", "\n\n  {{oops}}")])
    let error = #expect(throws: TemplateError.self) { try templates.render("page.html", .record([:])) }
    #expect(error?.description == "templates/part.html:3:3: the variable `oops` is unknown here")
  }

  @Test func markupInAPlainTextTemplateIsAnError() throws {
    let templates = try set(text: "{{{body}}}")
    let error = #expect(throws: TemplateError.self) {
      try templates.render("page.text", .record(["body": .html("<p>")]))
    }
    #expect(error?.description == "templates/page.text:1:1: `body` is markup, which plain text cannot show; remove it")
  }

  @Test func aFaultySubjectIsReportedWithItsPosition() throws {
    let error = #expect(throws: TemplateError.self) {
      try set().renderText("{{lead.titel}}", from: "subject of digest.weekly", .record(["lead": .record([:])]))
    }
    #expect(error?.description == "subject of digest.weekly:1:1: `lead.titel` is unknown: a record without `titel`")
  }

  @Test func aMissingTemplateIsAnError() throws {
    let error = #expect(throws: TemplateError.self) { try set().render("nowhere.html", .absent) }
    #expect(error?.description == "nowhere.html:1: there is no such template")
  }
}
