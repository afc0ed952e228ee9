import Templates
import Testing
import Themes

/// A link to unsubscribe that readers cannot see stops the email.
struct UnsubscribeLinkTests {
  private static let link = "<a href=\"{{unsubscribe_url}}\">Leave</a>"
  private static let footer = "templates/mail-footer.html"

  @Test(arguments: [
    ("<p>x</p>\n<p style=\"display:none\">\(link)</p>", "2:34: the link to unsubscribe is hidden by `display: none`"),
    (
      "<a style='Visibility: HIDDEN' href=\"{{unsubscribe_url}}\">x</a>",
      "1:37: the link to unsubscribe is hidden by `visibility: hidden`"
    ),
    ("<p style=\"font-size:0px\">\(link)</p>", "1:35: the link to unsubscribe is hidden by `font-size: 0px`"),
    ("<p style=\"opacity: 0.0 !important\">\(link)</p>", "1:45: the link to unsubscribe is hidden by `opacity: 0.0`"),
    ("<p style=\"mso-hide:all\">\(link)</p>", "1:34: the link to unsubscribe is hidden by `mso-hide: all`"),
    (
      "<p style=\"text-indent:-9999px\">\(link)</p>",
      "1:41: the link to unsubscribe is hidden by `text-indent: -9999px`"
    ),
    ("<p hidden>\(link)</p>", "1:20: the link to unsubscribe is hidden by the attribute `hidden`"),
    ("<p style=\"color: #eee\"><a style=\"color:#fff\" href=\"{{unsubscribe_url}}\">x</a></p>", nil),
    (
      "<td bgcolor=\"#ffffff\"><a style=\"color:#fdfdfd\" href=\"{{unsubscribe_url}}\">x</a></td>",
      "1:54: the link to unsubscribe has almost the colour of its background"
    ),
    (
      "<td style=\"background-color: black\"><a style=\"color:#111\" href=\"{{unsubscribe_url}}\">x</a></td>",
      "1:65: the link to unsubscribe has almost the colour of its background"
    ),
    ("<a href=\"{{unsubscribe_url}}\"> </a>", "1:10: the link to unsubscribe has no text"),
    ("<!-- \(link) -->", "1:15: `{{unsubscribe_url}}` is only in a comment"),
    ("<p style=\"display:none\">x</p>\(link)", nil), ("<p style=\"display:none\">\(link)</p>\(link)", nil),
    ("<p style=\"font-size:0\"><span style=\"font-size:15px\">\(link)</span></p>", nil),
    ("<p style=\"display:none\">x<p>\(link)", nil), ("Leave: {{unsubscribe_url}}", nil),
    ("<p style=\"max-width:600px;color:#fff\">\(link)</p>", nil), (link, nil),
  ])
  func aLinkThatIsHiddenIsFoundAtItsTag(_ template: String, _ expected: String?) throws {
    let theme = try Theme("editorial", overrides: [("mail-footer.html", Self.footer, template)])
    let rendered = template.replacing("{{unsubscribe_url}}", with: "\u{1}unsubscribe_url\u{1}")
    let found = UnsubscribeLink(token: "\u{1}unsubscribe_url\u{1}", in: rendered, of: theme).concealment
    let start = found?.description.split(separator: ";").first.map(String.init)
    #expect(start?.hasPrefix(Self.footer + ":" + (expected ?? "?")) ?? (expected == nil), "\(start ?? "nothing")")
  }

  @Test(arguments: [
    (".leave { color: red; display: none; }", "1:22: `.leave` hides"),
    ("@media (max-width: 480px) {\n.leave { font-size: 0; } }", "2:10: `.leave` hides"),
    ("a { visibility: hidden; }", "1:5: `a` hides"), (".other { display: none; }", nil),
    (".leave { display: block; }", nil),
  ])
  func aRuleOfTheSheetThatHidesItIsFoundAtItsPlace(_ css: String, _ expected: String?) throws {
    let path = "templates/themes/mine/theme.css"
    let theme = try Theme("mine", files: [("theme.css", path, css)])
    let html = "<p><a class=\"leave\" href=\"\u{1}unsubscribe_url\u{1}\">x</a></p>"
    let found = UnsubscribeLink(token: "\u{1}unsubscribe_url\u{1}", in: html, of: theme).concealment
    let full = expected.map { "\(path):\($0) the link to unsubscribe; show it to every reader" }
    #expect(found?.description == full)
  }

  @Test(arguments: TemplateSet.builtInThemes)
  func theBuiltInThemesHideNothingOfTheFooter(_ name: String) throws {
    let theme = try Theme(name)
    let footer = TemplateSet.builtIn("mail-footer.html")?.replacing("{{unsubscribe_url}}", with: "\u{1}u\u{1}") ?? ""
    #expect(UnsubscribeLink(token: "\u{1}u\u{1}", in: footer, of: theme).concealment == nil)
  }
}
