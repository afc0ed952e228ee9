import Digests
import Model
import Presentation
import Templates
import Themes
import Time

let ms = Feed.Name("ms")!
let all = Feed.Name("all")!
let rare = Feed.Name("rare")!

func editionSite() -> Site {
  Site(
    title: "Research", url: "https://r.example", language: "en", zone: Zone("Europe/London")!,
    publisher: "Trust & Co, 1 High Street")
}

func editionArticle(_ id: String, _ title: String = "Title", summary: String = "") -> Article {
  var article = Article(
    id: .init(id), title: title, published: Instant(rfc3339: "2026-11-20T09:00:00Z")!,
    link: "https://r.example/articles/\(id)/", page: "articles/\(id)/index.html")
  article.summary = summary
  return article
}

/// Issue 12 of the weekly digest, due on Monday 23 November 2026 at 07:00 in London.
func editionIssue(_ sections: [(Feed.Name, [Article])]) -> Issue {
  Issue(
    digest: "weekly", number: 12,
    slot: Slot(digest: "weekly", wallTime: "2026-11-23T07:00", due: Instant(rfc3339: "2026-11-23T07:00:00Z")!),
    sections: sections.map { Issue.Section(feed: $0.0, title: "Feed \($0.0)", articles: $0.1) })
}

/// A renderer with the given templates in the place of the built-in ones.
func editionRenderer(
  subject: String? = nil, site: Site = editionSite(), related: RelatedArticles = .none, theme: String = "editorial",
  _ files: [String: String] = [:]
) throws
  -> EditionRenderer
{
  var digest = Digest(name: "weekly", cron: try CronExpression("0 7 * * MON"))
  if let subject { digest.subject = subject }
  let overrides: [TemplateSet.File] = files.map { (name: $0.key, path: "templates/" + $0.key, text: $0.value) }
  return EditionRenderer(
    site: site, digest: digest, theme: try Theme(theme, overrides: overrides, language: site.speech), related: related)
}
