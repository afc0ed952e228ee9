import Foundation
import Gathering
import Model
import Testing

/// The files next to the articles that an article names, where its readers see it (`+`) and where they do not (`-`).
@Suite struct MentionTests {
  private func mentions(_ body: String, matter: String = "", with files: [String] = []) throws -> [String] {
    try mentions(ofFile: "---\ntitle: T\ndate: 2026-11-01\n\(matter)\n---\n\(body)\n", with: files)
  }

  private func mentions(
    ofFile text: String, at path: String = "articles/p/a.md", with files: [String] = []
  ) throws -> [String] {
    let all = Dictionary(uniqueKeysWithValues: files.map { ("articles/" + $0, "x") }).merging([path: text]) { $1 }
    let site = try TemporarySite(all)
    let source = site.source()
    let file = source.examine(path, under: source.holds(of: try source.listing()).holds)
    return try #require(file.mentions).text.split(separator: "\n").map(String.init)
  }

  @Test(arguments: [
    "![](x.png)", "<img src=\"x.png\">", "<img src='x.png' alt=a>", "[a](x.png)", "![a][b]\n\n[b]: x.png",
    "![](../p/x.png)", "![](/p/x.png)", "![](https://example.org/news/articles/p/x.png)",
    "{{< figure src=\"x.png\" >}}",
    "![](X.PNG)", "![](x%2Epng)",
  ])
  func filesShownOrLinkedToAreShown(_ body: String) throws {
    #expect(try mentions(body, with: ["p/x.png"]) == ["+articles/p/x.png"])
  }

  @Test(arguments: [
    "<!-- ![](x.png) -->", "A <!-- <img src=x.png> --> b.", "{% comment %}![](x.png){% endcomment %}",
    "{::comment}![](x.png){:/comment}", "%% x.png %%", "<div hidden>![](x.png)</div>", "{{/* x.png */}}", "{# x.png #}",
    "<template><img src='x.png'></template>", "[a]: x.png", "<!-- ![](../p/x.png) -->", "<!-- ![](p/../X.png) -->",
    "<!-- https://example.org/news/articles/p/x.png -->", "<!-- “x.png” -->", "<!-- see x.png. -->",
    "<!-- ..\\p\\x.png -->", "<!-- file:x.png -->", "{{< unknown \"x.png\" >}}",
  ])
  func filesThatOnlyHiddenTextNamesAreHidden(_ body: String) throws {
    #expect(try mentions("Body.\n\n\(body)").contains("-p/x.png"), "without the file")
    #expect(try mentions("Body.\n\n\(body)", with: ["p/x.png"]).contains("-p/x.png"))
  }

  @Test(arguments: [
    "See x.png <!-- x.png -->.", "`x.png`", "```\nopen x.png\n```", "![x.png](y.png)", "![](x.png) <!-- ![](x.png) -->",
  ])
  func filesAlsoNamedWhereReadersSeeThemAreNotHidden(_ body: String) throws {
    #expect(try !mentions(body, with: ["p/x.png", "p/y.png"]).contains { $0.hasPrefix("-") })
  }

  @Test func aNameOfSeveralWordsIsFound() throws {
    #expect(try mentions("<!-- ![](<my plan (1).png>) -->").contains("-p/my plan (1).png"))
    #expect(try mentions("<!-- ![](my%20plan.png) -->") == ["-p/my plan.png"])
    let files = ["p/plan.png", "p/my plan.png"]
    #expect(
      try mentions("![](plan.png) <!-- my plan.png -->", with: files) == ["+articles/p/plan.png", "-p/my plan.png"])
  }

  @Test func frontMatterIsWhatItsAuthorShows() throws {
    let picture = try mentions("Body.", matter: "image: x.png", with: ["p/x.png"])
    #expect(picture == ["+articles/p/x.png"])
    #expect(try mentions("Body.", matter: "gallery: [x.png]", with: ["p/x.png"]) == [])
    #expect(try mentions("Body.", matter: "# image: x.png", with: ["p/x.png"]).contains("-p/x.png"))
  }

  @Test(arguments: ["draft: true", "status: scheduled", "date: never"])
  func allThatAHiddenFileNamesIsHidden(_ matter: String) throws {
    let text = "---\ntitle: T\n\(matter)\nimage: 'y.png'\n---\n![](x.png) [a](../z.pdf)\n"
    let found = Set(try mentions(ofFile: text, with: ["p/x.png"]))
    #expect(found.isSuperset(of: ["-p/x.png", "-p/y.png", "-z.pdf"]))
    #expect(!found.contains { $0.hasPrefix("+") })
  }

  @Test func aDraftInAHiddenFolderHidesWhatItNames() throws {
    let text = "---\ntitle: T\ndate: 2026-11-01\n---\n![](../p/x.png)\n"
    #expect(try mentions(ofFile: text, at: "articles/_drafts/a.md") == ["-p/x.png"])
  }

  @Test(arguments: [
    "It is 3.5 m, e.g. here.", "See https://example.com/x.png and <https://example.com/y.png>.", "Of 10.1000/182.",
    "<!-- Tools: https://example.com/x.png -->", "End.", "<!-- a.md, script.js, key.pem -->",
  ])
  func otherWordsNameNoFile(_ body: String) throws {
    #expect(try mentions(body) == [])
  }
}
