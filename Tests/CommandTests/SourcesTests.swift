import CourantTesting
import Testing

@Suite struct SourcesTests {
  private func tried(_ text: String, _ words: String...) throws -> CourantProcess.End {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "feed.xml")
    let end = try CourantProcess(["sources", "try", folder.path + "/feed.xml"] + words).wait()
    return .init(
      code: end.code, output: end.output.replacing(folder.path + "/", with: ""),
      errors: end.errors.replacing(folder.path + "/", with: ""))
  }

  @Test func aFeedIsShownWithItsOddities() throws {
    let feed = """
      <rss version="2.0"><channel><title>Blog &nbsp;</title>
      <item><guid>1</guid><title>A &amp; B\u{9B}31m</title><link>/a</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate>
      <author>ann@example.org (Ann)</author><category>x</category><description>Short</description></item>
      <item><guid>1</guid><title>C</title><link>/c</link><pubDate>soon</pubDate></item></channel></rss>
      """
    let end = try tried(feed, "--base", "https://blog.example/feed.xml", "--zone", "Europe/Berlin")
    #expect(
      end.output == """
        format    RSS 2.0, utf-8
        title     Blog
        items     2

        2026-03-02 11:00  A & B›31m
          link    https://blog.example/a
          id      1
          by      Ann
          topics  x
          has     summary of about 5

        C
          link    https://blog.example/c
          id      1

        feed.xml:1: a name of HTML after &, which XML does not know
        feed.xml:4: its id `1` is also that of the item in line 2
        feed.xml:4: the date `soon` cannot be read

        """)
    #expect(end.code == 0)
    #expect(end.errors == "")
  }

  @Test func anythingButAFeedIsRefused() throws {
    let end = try tried("<html><head><title>Log in</title></head></html>", "--json")
    #expect(end == .init(code: 65, output: "", errors: "feed.xml: a web page called “Log in” came instead of a feed\n"))
    let missing = try CourantProcess(["sources", "try", "/no/such/file"]).wait()
    #expect(missing == .init(code: 64, output: "", errors: "/no/such/file: No such file or directory\n"))
    #expect(try tried("<rss/>", "--zone", "Berlin").code == 64)
  }

  /// A site with a folder and a feed that was never fetched.
  private func site() throws -> SampleSite {
    let site = try SampleSite()
    let settings = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(
      settings + "\n[sources.journal]\nurl = \"https://journal.example/feed\"\n", to: "schedule.conf")
    try site.article("a", dated: "2026-11-20")
    return site
  }

  @Test func sourcesAreListedWithTheirArticles() throws {
    let site = try site()
    let end = try CourantProcess(["sources", "--site", site.path, "--now", "2026-11-22T12:00:00Z"]).wait()
    #expect(
      end.output == """
        NEXT      LEFT  LAST  PASSED  NEWS  ARTICLES  SOURCE    KIND    STATE
        each run  -     -     -       -     0         articles  folder  articles
        -         -     -     -       -     0         journal   feed    new

        """)
    #expect(end.code == 0)
    #expect(end.errors == "")
  }

  @Test func aDryRunAsksSourcesAndRemembersNothing() throws {
    let feed = """
      <rss version="2.0"><channel><title>Journal</title><item><guid>1</guid><title>From afar</title><link>/a</link>
      <pubDate>Fri, 20 Nov 2026 10:00:00 GMT</pubDate><description>Short</description></item></channel></rss>
      """
    let server = try HTTPServer { _ in .response(HTTPScript(text: feed)) }
    defer { server.stop() }
    let site = try site()
    let settings = site.folder.text("schedule.conf") ?? ""
    let source = "url = \"\(server.url)\"\nallow_private = true\nnew_source = \"all\""
    try site.folder.write(
      settings.replacing("url = \"https://journal.example/feed\"", with: source), to: "schedule.conf")
    let out = try TemporaryFolder()
    let words = ["run", "--site", site.path, "--now", "2026-11-22T12:00:00Z"]
    #expect(try CourantProcess(words + ["--dry-run", "--out", out.path]).wait().code == 0)
    #expect(out.text("public/feeds/all/rss.xml")?.contains("From afar") == true)
    #expect(site.folder.files().filter { $0.hasPrefix("public/") || $0.hasPrefix("var/") } == [])
    #expect(try CourantProcess(words).wait().code == 0)
    #expect(server.requests.map { $0.fields["if-none-match"] } == [nil, nil])
    #expect(site.folder.text("public/feeds/all/rss.xml")?.contains("From afar") == true)
  }

  @Test func onlySourcesThatAreFetchedCanBeTriedByName() throws {
    let site = try site()
    func errors(_ name: String) throws -> String {
      let end = try CourantProcess(["sources", "try", name, "--site", site.path]).wait()
      #expect(end.code == 64)
      return end.errors
    }
    let unknown = "`jurnal` is not a file, a URL or a source in schedule.conf; did you mean `journal`?\n"
    #expect(try errors("jurnal") == unknown)
    #expect(
      try errors("articles") == "source `articles` is the folder `articles`, which `courant check` reads\n")
  }

  @Test func aFeedIsPrintedAsJSONFeed() throws {
    let end = try tried(
      "<rss><channel><title>T</title><item><guid>g</guid><title>A</title></item></channel></rss>", "--json")
    #expect(
      end.output == """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "title": "T",
          "items": [
            {
              "id": "g",
              "title": "A",
              "content_text": ""
            }
          ]
        }

        """)
  }
}
