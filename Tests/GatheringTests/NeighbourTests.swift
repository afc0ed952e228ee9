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
    "articles/news/draft.md": front + "draft: true\n---\n",
    "articles/news/broken.md": "title: T\n",
    "outside.md": front + "---\n",
  ]
  private static let articles = "https://example.org/news/articles/"

  @Test(arguments: [
    ("../2018-01-19-forums.md", articles + "2018-01-19-forums/"),
    ("./other.markdown?a#b%20c", articles + "renamed-one/#b%20c"),
    ("away.md", "https://h.example/a(b)"), ("moved.md", articles + "news/moved/"),
    ("%62undle/index.md", articles + "news/bundle/"),
    // No article: as written
    ("draft.md", articles + "news/draft.md"), ("broken.md", articles + "news/broken.md"),
    ("nowhere.md", articles + "news/nowhere.md"), ("../../outside.md", "https://example.org/news/outside.md"),
    ("/news/other.markdown", "https://example.org/news/other.markdown"),
    ("https://h.example/other.markdown", "https://h.example/other.markdown"),
    ("other.markdown.png", articles + "news/other.markdown.png"),
    // Jekyll's way
    ("{% post_url 2018-01-19-forums %}#a", articles + "2018-01-19-forums/#a"),
    ("{% post_url 2018-01-20-x %}", articles + "_posts/2018-01-20-x/"),
    ("{% post_url other %}", articles + "renamed-one/"), ("{% post_url away %}", "https://h.example/a%28b%29"),
    ("{% post_url bundle %}", articles + "news/bundle/"),
  ])
  func linksToFilesLeadToTheirPages(_ written: String, _ address: String) throws {
    #expect(try read("[x](\(written))") == .init(body: "<p><a href=\"\(address)\">x</a></p>\n", advice: []))
  }

  @Test(arguments: ["draft", "broken", "2017-01-01-nowhere", "../../outside", "../../../etc/hostname", ""])
  func aPostThatIsNotThereIsTold(_ name: String) throws {
    let advice = "articles/news/a.md:5:5: Liquid tag `{% post_url … %}` is not run; it is left out."
    #expect(try read("[x]({% post_url \(name) %})") == .init(body: "<p>x</p>\n", advice: [advice]))
  }

  private struct Read: Equatable {
    var body: String
    var advice: [String]
  }

  private func read(_ markdown: String) throws -> Read {
    let site = try TemporarySite(Self.files.merging(["articles/news/a.md": Self.front + "---\n" + markdown]) { $1 })
    guard case .article(let article, let advice) = site.source().read("articles/news/a.md") else {
      return Read(body: "no article", advice: [])
    }
    return Read(body: article.body, advice: advice.map(\.description))
  }
}
