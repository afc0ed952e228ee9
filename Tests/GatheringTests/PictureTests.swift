import Foundation
import Gathering
import Model
import Presentation
import Testing

/// An article's image is found in the same way as links in its text.
@Suite struct PictureTests {
  private static let articles = "https://example.org/news/articles/"
  private static let files = [
    "articles/img/root.png", "articles/p/vest.jpg", "articles/p/Photo.JPG", "articles/p/café.png", "articles/p/a b.png",
    "articles/p/img/deep.png",
  ]

  @Test(arguments: [
    ("vest.jpg", articles + "p/vest.jpg"), ("./vest.jpg", articles + "p/vest.jpg"),
    ("../p/vest.jpg", articles + "p/vest.jpg"), ("/p/vest.jpg", articles + "p/vest.jpg"),
    ("photo.jpg", articles + "p/Photo.JPG"), ("cafe\u{301}.png", articles + "p/caf%C3%A9.png"),
    ("a b.png", articles + "p/a%20b.png"), ("a%20b.png", articles + "p/a%20b.png"),
    ("vest.jpg?v=2", articles + "p/vest.jpg?v=2"), ("img/deep.png", articles + "p/img/deep.png"),
    ("img/root.png", articles + "img/root.png"), ("/img/root.png", articles + "img/root.png"),
    ("/assets/img/root.png", articles + "img/root.png"), ("https://h.example/vest.jpg", "https://h.example/vest.jpg"),
    ("gone.jpg", articles + "p/gone.jpg"), ("/gone.jpg", "https://example.org/gone.jpg"),
    ("../q.md", articles + "q.md"),
  ])
  func anImageIsTheFileThatItsNameMeans(_ written: String, _ address: String) throws {
    var files = Dictionary(uniqueKeysWithValues: Self.files.map { ($0, "picture") })
    files["articles/p/index.md"] = "---\ntitle: T\ndate: 2026-11-01\nimage: \"\(written)\"\n---\nBody.\n"
    // Images that refer to articles which refer to each other do not cause an endless loop.
    files["articles/q.md"] = "---\ntitle: Q\ndate: 2026-11-01\nimage: p/index.md\n---\n"
    let site = try TemporarySite(files)
    withExtendedLifetime(site) {
      guard case .article(let article, _) = site.source().read("articles/p/index.md") else {
        Issue.record("it is not published")
        return
      }
      #expect(article.image?.url == address)
    }
  }

  @Test(arguments: [
    ("image: vest.jpg", "![A](vest.jpg)", true), ("images: [vest.jpg]", "![A](./vest.jpg)", true),
    ("image: {url: ./vest.jpg, alt: V}", "Text\n\n![A](/p/vest.jpg)", true),
    ("image: /p/vest.jpg", "![A](vest.jpg)", true),
    ("image: \"https://example.org/news/articles/p/vest.jpg\"", "![A](vest.jpg)", true),
    ("image: \"http://EXAMPLE.org:80/news/articles/p/v%65st.jpg\"", "![A](vest.jpg)", true),
    ("image: vest.jpg", "![A](vest.jpg?v=2)", true), ("image: \"vest.jpg?v=2#x\"", "![A](vest.jpg)", true),
    (
      "image: vest.jpg",
      "<figure><a href=\"vest.jpg\"><img alt=\"A\" src='vest.jpg'></a><figcaption>C</figcaption></figure>", true
    ),
    ("image: VEST.jpg", "<img src=\"data:image/gif;base64,R0\" data-src=\"vest.jpg\" alt=\"A\">", true),
    ("image: \"a b.png\"", "![A](<a b.png>)", true), ("image: \"a%20b.png\"", "![A](a%20b.png)", true),
    ("image: \"cafe\u{301}.png\"", "![A](café.png)", true),
    ("image: \"https://h.example/i?id=1&w=2\"", "![A](https://h.example/i?id=1&w=2)", true),
    ("image: \"https://h.example/i?id=1\"", "![A](https://h.example/i?id=2)", false),
    ("image: vest.jpg", "![A](Photo.JPG) ![B](vest.jpg)", false), ("image: vest.jpg", "[A](vest.jpg)", false),
    ("image: vest.jpg", "`<img src=\"vest.jpg\">`", false),
    ("image: vest.jpg", "![A](https://h.example/vest.jpg)", false),
    ("summary: S", "![A](vest.jpg)", false),
  ])
  func theFirstImageOfTheBodyMayBeTheArticles(_ line: String, _ body: String, _ isShown: Bool) throws {
    var files = Dictionary(uniqueKeysWithValues: Self.files.map { ($0, "picture") })
    files["articles/p/index.md"] = "---\ntitle: T\ndate: 2026-11-01\n\(line)\n---\n\(body)\n"
    let site = try TemporarySite(files)
    withExtendedLifetime(site) {
      guard case .article(let article, _) = site.source().read("articles/p/index.md") else {
        Issue.record("it is not published")
        return
      }
      #expect(article.bodyShowsImage(on: TemporarySite.site) == isShown)
    }
  }
}
