import Model
import Pages
import Presentation
import Templates
import Testing
import Time

struct SitemapTests {
  private let site = sampleSite()

  private func entries(_ count: Int) -> [Sitemap.Entry] {
    (0..<count).map {
      Sitemap.Entry(url: "https://r.example/\($0)/?a&b", changed: Instant(seconds: Int64($0) * 86_400))
    }
  }

  private func documents(_ sitemap: Sitemap) throws -> [String] {
    try sitemap.files.map { "\($0.path)\n" + String(decoding: try $0.document(), as: UTF8.self) }
  }

  @Test func everyAddressHasTheDateOfItsLastChange() throws {
    let undated = Sitemap.Entry(url: "https://r.example/", changed: nil)
    #expect(
      try documents(Sitemap(entries(1) + [undated], on: site)) == [
        """
        sitemap.xml
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url>
            <loc>https://r.example/0/?a&amp;b</loc>
            <lastmod>1970-01-01T00:00:00Z</lastmod>
          </url>
          <url>
            <loc>https://r.example/</loc>
          </url>
        </urlset>

        """
      ])
  }

  @Test func tooManyAddressesAreSpreadOverFiles() throws {
    let files = try documents(Sitemap(entries(5), on: site, maxEntries: 2))
    #expect(
      files.map { $0.prefix { $0 != "\n" } } == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"])
    #expect(
      files[0] == """
        sitemap.xml
        <?xml version="1.0" encoding="UTF-8"?>
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <sitemap>
            <loc>https://r.example/sitemap-1.xml</loc>
            <lastmod>1970-01-02T00:00:00Z</lastmod>
          </sitemap>
          <sitemap>
            <loc>https://r.example/sitemap-2.xml</loc>
            <lastmod>1970-01-04T00:00:00Z</lastmod>
          </sitemap>
          <sitemap>
            <loc>https://r.example/sitemap-3.xml</loc>
            <lastmod>1970-01-05T00:00:00Z</lastmod>
          </sitemap>
        </sitemapindex>

        """)
  }

  @Test func noFileIsLargerThanItMayBe() throws {
    // Each `&` takes five bytes when written.
    let long = Sitemap.Entry(url: "https://r.example/?" + String(repeating: "&", count: 60), changed: nil)
    let sitemap = Sitemap(entries(200) + Array(repeating: long, count: 40), on: site, maxBytes: 2_000)
    #expect(sitemap.files.count > 10)
    for file in sitemap.files.dropFirst() { #expect(try file.document().count <= 2_000) }
  }

  @Test(arguments: [
    ("https://x.example", "/style.css?v="), ("https://x.example/news", "/news/style.css?v="),
    ("http://127.0.0.1:8000/a/b", "/a/b/style.css?v="),
  ])
  func theStyleIsFoundUnderAnyPath(_ url: String, _ expected: String) throws {
    var site = site
    site.url = url
    let template = (name: "404", path: "404", text: "{{page.style_url}}")
    let sheets = ["a {}", "b {}"].map { (name: "style.css", path: "style.css", text: $0) }
    let addresses = try sheets.map { sheet in
      let templates = try TemplateSet(overrides: [sheet, ("not-found.html", template.path, template.text)])
      #expect(PageStyle(templates).text == sheet.text)
      return try PageRenderer(site: site, templates: templates).notFound()
    }
    #expect(addresses.map { $0.prefix { $0 != "=" } + "=" } == [expected, expected])
    #expect(addresses[0] != addresses[1] && addresses[0].utf8.count == expected.utf8.count + 8)
  }

  @Test func linksToNeighboursTakeTheirPlaceInAFrozenPage() {
    #expect(IssuePage.filled("<p>\(IssuePage.linksPlace)</p>", links: "<nav>") == "<p><nav></p>")
    #expect(IssuePage.filled("<p>older page</p>", links: "<nav>") == "<p>older page</p>")
  }
}
