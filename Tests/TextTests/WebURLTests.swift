import Testing
import Text

@Suite struct WebURLTests {
  @Test(arguments: [
    ("https://A.example/x/%41?q#f", "https a.example /x/%41 q"), ("HTTP://u:p@a.example:81", "http a.example:81  -"),
    ("https://a.example?", "https a.example  "), ("https://[::1]:8/", "https [::1]:8 / -"),
  ])
  func anAddressHasItsParts(_ text: String, _ expected: String) throws {
    let url = try #require(WebURL(text))
    #expect("\(url.scheme) \(url.host) \(url.path) \(url.query ?? "-")" == expected)
  }

  @Test(arguments: [
    "", "a.example/x", "//a.example/x", "https:///x", "https://u@/x", "ftp://a.example/", "mailto:a@b.example",
  ])
  func anythingElseIsNotAWebURL(_ text: String) { #expect(WebURL(text) == nil) }
}
