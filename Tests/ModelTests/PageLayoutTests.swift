import Model
import Testing

@Suite struct PageLayoutTests {
  @Test(arguments: [("report", "report"), ("Post_2-a", "Post_2-a"), ("page.html", "page")])
  func names(_ written: String, _ name: String) throws {
    let layout = try #require(PageLayout(written))
    #expect(layout.name == name)
    #expect(layout.template == "layouts/\(name).html")
  }

  /// Other generators have these; some of them would lead out of the folder.
  @Test(arguments: [
    "", ".html", "../article", "..", "a/b", "/etc/passwd", "layouts/post.njk", "../../layouts/Post.astro", "a.b",
    "a\\b", "ä", "a b",
    "a\u{0}", "null.html.html", String(repeating: "a", count: 65),
  ])
  func otherNamesMeanNothing(_ written: String) { #expect(PageLayout(written) == nil) }
}
