package import Model
internal import Time

extension Article {
  /// An article with every field, one with only a title, one with an excerpt, and a long one: together they use each
  /// section of a template at least once. For checking templates, never published.
  package static func specimens(on site: Site) -> [Article] {
    let bare = Article(
      id: ID("bare"), title: "Title", published: Instant(seconds: 0), link: site.address("articles/bare/"),
      page: "articles/bare/index.html")
    var full = Article(id: ID("full"), title: "Title", published: Instant(seconds: 0), link: "https://example.org/")
    full.updated = Instant(seconds: 3 * 86_400)
    full.topics = [Topic("one"), Topic("two")]
    full.summary = "Summary"
    full.body = urgentStart + "><p>Now</p>\n</blockquote>\n<h2 id=\"what-it-means-for-you\">Part</h2><p>Body</p>"
    full.credibility = Rating(tenths: 45)
    full.interest = Rating(tenths: 45)
    full.shortTitle = "Title"
    full.minutes = 1
    full.credibilityReason = "Reason"
    full.testedIn = .people
    full.means = "What it means"
    full.mind = "What to keep in mind"
    full.questions = ["Question"]
    full.changes = [.init(date: "2026-11-23", what: "Change")]
    full.authors = ["Author"]
    full.language = site.language == "de" ? "fr" : "de"
    full.translationKey = "full"
    full.citation = .init(
      title: "Title", journal: "Journal", doi: "10.1000/1", url: "https://example.org/", published: "2026")
    full.audio = .init(url: "https://example.org/recording.mp3")
    full.audio?.transcript = "https://example.org/recording.vtt"
    full.attachments = [Attachment(url: "https://example.org/programme.pdf", length: 1_200_000)]
    full.image = .init(url: "https://example.org/image.png", alt: "Image")
    full.origin = .init(title: "Journal", url: "https://example.org/")
    var long = bare
    long.body = (1...4).map { "<h2 id=\"\($0)\">Part</h2><p>\(String(repeating: "Body ", count: 400))</p>" }.joined()
    var excerpted = bare
    excerpted.summary = "Body"
    excerpted.summaryIsExcerpt = true
    excerpted.body = "<p>Body</p>"
    return [full, bare, excerpted, long]
  }
}
