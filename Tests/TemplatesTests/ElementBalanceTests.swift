import Templates
import Testing

/// Elements left open, or end tags without a start, across all parts of a page.
struct ElementBalanceTests {
  @Test(arguments: [
    ("<main><p>a</main>", nil), ("<ul><li>a<li>b</ul>", nil), ("<table><tr><td>a<tr><td>b</table>", nil),
    ("<br><img src=a><hr/>", nil), ("<svg><path/></svg>", nil), ("<DIV></div>", nil), ("<p>a<p>b", nil),
    ("<script>if (a < b) '<div>'</script>", nil), ("<!-- <div> --><![endif]><?x <div>?>", nil),
    ("{{#yes}}<div>{{/yes}}a{{#yes}}</div>{{/yes}}", nil), ("{{#no}}<div>{{/no}}a", nil), ("<a title='<b>'></a>", nil),
    ("{{#yes}}<div>{{/yes}}{{^yes}}<div class=x>{{/yes}}</div>", nil), ("{{text}}", nil), ("<b", nil),
    ("a\n <div>", "2:2: `<div>` stays open in page.html; close it with `</div>`"),
    ("<div><main></div>", "1:6: `<main>` stays open in page.html; close it with `</main>`"),
    ("<table><tr><td><span></td></tr></table>", "1:16: `<span>` stays open in page.html; close it with `</span>`"),
    ("a</main>", "1:2: `</main>` closes nothing in page.html; remove it, or open the element before it"),
    ("<div></div>\n</div>", "2:1: `</div>` closes nothing in page.html; remove it, or open the element before it"),
    ("{{#yes}}<div>{{/yes}}", "1:9: `<div>` stays open in page.html; close it with `</div>`"),
  ])
  func elementsAreClosedWhereTheyWereOpened(_ template: String, _ expected: String?) throws {
    let witness = DocumentWitness()
    let set = try TemplateSet(overrides: [("page.html", "templates/page.html", template)]).witnessed(by: witness)
    let value = TemplateValue.record(["yes": .flag(true), "no": .flag(false), "text": .text("<div>{{#x}}")])
    _ = try set.render("page.html", value)
    #expect(witness.findings.map(\.description) == (expected.map { ["templates/page.html:" + $0] } ?? []))
  }

  /// The template that differs from the built-in one is named, although the unmatched tag is elsewhere.
  @Test(arguments: [
    ("</footer>", "`</footer>` closes nothing in not-found.html; remove it, or open the element before it", 1),
    ("<footer></footer>", "`<main>` stays open in not-found.html; close it with `</main>`", nil),
    (
      "</main><footer></footer></main>",
      "`</main>` closes nothing in not-found.html; remove it, or open the element before it", 25
    ),
    ("</main><footer></footer>", nil, nil),
  ])
  func theTemplateThatLostAHalfIsNamed(_ footer: String, _ expected: String?, _ column: Int?) throws {
    let witness = DocumentWitness()
    let set = try TemplateSet(overrides: [
      ("page-footer.html", "templates/page-footer.html", footer),
      ("not-found.html", "own", "<main>\n{{> page-footer}}\n"),
    ]).witnessed(by: witness)
    _ = try set.render("not-found.html", .record([:]))
    let place = column.map { "1:\($0)" } ?? "1"
    #expect(
      witness.findings.map(\.description) == (expected.map { ["templates/page-footer.html:\(place): \($0)"] } ?? []))
  }

  @Test func aTemplateThatLeavesNoSpaceIsReported() throws {
    let witness = DocumentWitness(most: ["page.html": 50])
    let set = try TemplateSet(overrides: [
      ("page.html", "page.html", "{{> small}}{{> large}}\n"), ("small.html", "small.html", "0123456789"),
      ("large.html", "templates/large.html", String(repeating: "x", count: 60)),
    ]).witnessed(by: witness)
    _ = try set.render("page.html", .record([:]))
    #expect(
      witness.findings.map(\.description) == [
        "templates/large.html:1: makes page.html 60 bytes longer, and at most 50 are left for it: articles are "
          + "shortened or omitted; make it shorter"
      ])
  }
}
