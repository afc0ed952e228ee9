import Testing

@testable import Templates

/// Markup that swallows the rest of a page.
@Suite struct OpenMarkupTests {
  private func open(_ html: String) -> OpenMarkup? { MarkupScanner(Array(html.utf8), isTemplate: false).open }

  @Test(arguments: [
    "", "text", "a < b", "<p>", "<p></p>", "<!-- x -->", "<!-->", "<!-- a > b -->", "<script>a < b && '<!--'</script>",
    "<SCRIPT>x</script >", "<style>a{}</STYLE>", "<meta content=\"a > b\">", "<a title='it\"s'>", "<br/>", "<a b=c>",
    "</p>",
    "<p title=\"<!--\">", "<script src=\"x\"></script>", "1 <2", "<>",
  ])
  func whatEndsIsNotFound(_ html: String) { #expect(open(html) == nil) }

  @Test(arguments: [
    ("<!-- oops", 0, "the comment that begins here"), ("<p>\n<!-- a -- >", 4, "the comment that begins here"),
    ("<script>var a=1;", 0, "`<script>`"), ("<p><style>a{}</styl>", 3, "`<style>`"), ("<meta name=\"x", 0, "this tag"),
    ("<p", 0, "this tag"), ("x</p", 1, "this tag"),
    ("<title>a", 0, "`<title>`"), ("é<TEXTAREA>", 2, "`<textarea>`"),
  ])
  func whatDoesNotEndIsFoundWhereItBegins(_ html: String, _ offset: Int, _ what: String) {
    let found = open(html)
    #expect(found?.offset == offset)
    #expect(found?.what == what)
  }

  /// What stands in braces may contain anything.
  @Test(arguments: ["{{x}}", "<a href=\"{{y}}\">", "<p {{#z}}hidden{{/z}}>", "{{! <!-- }}", "<p>{{{x}}}"])
  func tagsOfTemplatesAreNoMarkup(_ template: String) {
    #expect(MarkupScanner(Array(template.utf8), isTemplate: true).open == nil)
  }
}
