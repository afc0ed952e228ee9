import Gathering
import Model
import Testing

@Suite struct NeighbourTests {
  private static let front = "---\ntitle: T\ndate: 2018-01-19\n"
  private static let files = [
    "articles/2018-01-19-forums.md": front + "---\n",
    "articles/news/other.markdown": front + "id: Renamed One\n---\n",
    "articles/news/moved.md": front + "id: https://old.example/?p=1\n---\n",
    "articles/news/away.md": front + "link: https://h.example/a(b)\n---\n",
    "articles/news/bundle/index.md": front + "---\n",
    "articles/_posts/2018-01-20-x.md": front + "---\n",
    "articles/plain-name.md": front + "---\n", "articles/2018-01-21-two-words.md": front + "---\n",
    "articles/2017-01-01-twice.md": front + "---\n",
    "articles/2018-01-01-twice/index.md": front + "---\n",
    "articles/2018-02-02-hidden.md": front + "draft: true\n---\n",
    "articles/news/draft.md": front + "draft: true\n---\n",
    "articles/news/broken.md": "title: T\n",
    "articles/news/café.png": "", "articles/news/Photo.JPG": "", "articles/news/a b.csv": "",
    "articles/news/bundle/data.parquet": "", "articles/news/key.pem": "", "articles/news/page.html": "",
    "outside.md": front + "---\n",
  ]
  private static let articles = "https://example.org/news/articles/"

  @Test(arguments: [
    ("../2018-01-19-forums.md", articles + "2018-01-19-forums/"),
    ("./other.markdown?a#b%20c", articles + "renamed-one/#b%20c"),
    ("away.md", "https://h.example/a(b)"), ("moved.md", articles + "news/moved/"),
    ("%62undle/index.md", articles + "news/bundle/"),
    ("https://h.example/other.markdown", "https://h.example/other.markdown"),
    ("/about/", "https://example.org/about/"),
    // As generators publish them
    ("/news/other.markdown", articles + "renamed-one/"), ("other/#a", articles + "renamed-one/#a"),
    ("../2018-01-19-forums.html", articles + "2018-01-19-forums/"), ("bundle", articles + "news/bundle/"),
    ("@/articles/news/bundle/index.md", articles + "news/bundle/"), ("OTHER.markdown", articles + "renamed-one/"),
    ("/2018/01/19/forums.html", articles + "2018-01-19-forums/"),
    ("/blog/forums/#a", articles + "2018-01-19-forums/#a"),
    ("/2018/01/forums/", articles + "2018-01-19-forums/"), ("/2018/forums", articles + "2018-01-19-forums/"),
    ("/blog/x/", articles + "_posts/2018-01-20-x/"), ("/some/Two-Words.html", articles + "2018-01-21-two-words/"),
    ("/2015/02/13/plain-name/#a", articles + "plain-name/#a"),
    ("/2015/02/13/plain-name.html", articles + "plain-name/"),
    ("/news/2015/02/13/other/", articles + "renamed-one/"), ("/blog/news/2015/02/13/other", articles + "renamed-one/"),
    ("/two-words/", articles + "2018-01-21-two-words/"),
    // No such post, or several, or perhaps a page
    ("/2018/02/19/forums.html", "https://example.org/2018/02/19/forums.html"),
    ("/forums/", "https://example.org/forums/"),
    ("/blog/twice/", "https://example.org/blog/twice/"), ("/2017/twice/", articles + "2017-01-01-twice/"),
    // Files, composed otherwise, in other case, with spaces
    ("cafe%CC%81.png", articles + "news/caf%C3%A9.png"), ("café.png", articles + "news/caf%C3%A9.png"),
    ("PHOTO.jpg", articles + "news/Photo.JPG"), ("a%20b.csv", articles + "news/a%20b.csv"),
    ("<a b.csv>", articles + "news/a%20b.csv"), ("bundle/data.parquet?x=1", articles + "news/bundle/data.parquet?x=1"),
    // Jekyll's way
    ("{% post_url 2018-01-19-forums %}#a", articles + "2018-01-19-forums/#a"),
    ("{% post_url 2018-01-20-x %}", articles + "_posts/2018-01-20-x/"),
    ("{% post_url other %}", articles + "renamed-one/"), ("{% post_url away %}", "https://h.example/a%28b%29"),
    ("{% post_url bundle %}", articles + "news/bundle/"),
  ])
  func linksToFilesLeadToTheirPages(_ written: String, _ address: String) throws {
    #expect(try read("[x](\(written))") == .init(body: "<p><a href=\"\(address)\">x</a></p>\n", warnings: []))
  }

  @Test(arguments: [
    ("draft.md", articles + "news/draft.md"), ("broken.md", articles + "news/broken.md"),
    ("nowhere.md", articles + "news/nowhere.md"), ("../../outside.md", "https://example.org/news/outside.md"),
    ("other.markdown.png", articles + "news/other.markdown.png"), ("data.csv", articles + "news/data.csv"),
  ])
  func aLinkToAnUnpublishedFileIsReportedByLine(_ written: String, _ address: String) throws {
    let warnings =
      "articles/news/a.md:5: `\(written)`: this link leads to nothing that is published; correct it, or add the file"
    #expect(try read("[x](\(written))") == .init(body: "<p><a href=\"\(address)\">x</a></p>\n", warnings: [warnings]))
  }

  @Test(arguments: [
    ("/about/", nil), ("/files/data.csv", nil), ("/", nil), ("/news/", nil), ("/search?q=1", nil),
    ("//h.example/x", nil),
    ("/news/draft.md", "leads to nothing"), ("/news/draft/", "leads to nothing"), ("/broken.html#a", nil),
    ("/news/broken.html", "leads to nothing"), ("/blog/news/draft/", "leads to nothing"),
    ("/news/key.pem", "files such as `key.pem` are not published"), ("@/articles/gone.md", "leads to nothing"),
    ("@/about.md", "leads to nothing"), ("/2018/02/02/hidden.html", "leads to nothing"), ("/blog/twice/", nil),
  ])
  func aLinkThatBeginsWithASlashIsReportedIfTheSourceHasItsFile(_ written: String, _ reported: String?) throws {
    let warnings = try read("[x](\(written))").warnings
    #expect(warnings.count == (reported == nil ? 0 : 1))
    if let reported {
      #expect(warnings.first?.contains("`\(written)`") == true)
      #expect(warnings.first?.contains(reported) == true)
    }
  }

  @Test(arguments: ["key.pem"])
  func aLinkToAFileThatIsNeverPublishedIsReported(_ written: String) throws {
    let warnings =
      "articles/news/a.md:7: `\(written)`: files such as `\(written)` are not published; host it elsewhere and link to it"
    #expect(try read("\n\n<a href='\(written)'>x</a>").warnings == [warnings])
  }

  @Test(arguments: ["draft", "broken", "2017-01-01-nowhere", "../../outside", "../../../etc/hostname", ""])
  func aLinkToAMissingPostIsReported(_ name: String) throws {
    let mark = name.isEmpty ? "{% post_url %}" : "{% post_url \(name) %}"
    let warnings =
      "articles/news/a.md:5:5: `\(mark)` leads to nothing that is published; its words are shown without a link"
    #expect(try read("[x]({% post_url \(name) %})") == .init(body: "<p>x</p>\n", warnings: [warnings]))
  }

  private struct Read: Equatable {
    var body: String
    var warnings: [String]
  }

  private func read(_ markdown: String) throws -> Read {
    let site = try TemporarySite(Self.files.merging(["articles/news/a.md": Self.front + "---\n" + markdown]) { $1 })
    guard case .article(let article, let warnings) = site.source().read("articles/news/a.md") else {
      return Read(body: "no article", warnings: [])
    }
    return Read(body: article.body, warnings: warnings.map(\.description))
  }
}
