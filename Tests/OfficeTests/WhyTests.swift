import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

@testable import Office

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let tuesday = "2026-11-24T12:00:00Z"

/// `courant why`, on a site where everything that can happen to an article has happened to one.
@Suite struct WhyTests {
  private let site: SampleSite
  private let newsroom: Newsroom

  init() throws {
    site = try SampleSite(feeds: ["all": ["*"], "ms": ["MS"]])
    try site.article("mailed", dated: "2026-11-20", topics: ["MS"])
    try site.article("later gone", dated: "2026-11-20", file: "articles/later-gone.md")
    try site.article("later draft", dated: "2026-11-20", file: "articles/later-held.md")
    try site.article("draft", dated: "2026-11-20", more: ["draft: true"])
    try site.article("below", dated: "2026-11-20", file: "articles/_drafts/below.md")
    try site.article("part", dated: "2026-11-20", file: "articles/bundle/part.md")
    try site.article("bundle", dated: "2026-11-20", more: ["published: false"], file: "articles/bundle/index.md")
    try site.folder.write("---\ntitle: No date\n---\nText\n", to: "articles/faulty.md")
    try site.folder.write("picture", to: "articles/photo.png")
    try site.folder.write("text", to: "articles/notes.txt")
    newsroom = try Newsroom(site)
    _ = try newsroom.run(sunday)
    _ = try newsroom.run(monday)
    try FileManager.default.removeItem(atPath: site.path + "/articles/later-gone.md")
    try site.article("later draft", dated: "2026-11-20", more: ["draft: yes"], file: "articles/later-held.md")
    _ = try newsroom.run(tuesday)
  }

  private func why(_ text: String, from folder: String? = nil) throws -> Explanation {
    try Why(OpenedSite(folder: site.path), ledger: newsroom.ledger, now: .at(tuesday), from: folder)
      .explanation(of: text)
  }

  private let mailed = [
    "mailed: About mailed",
    "from articles/mailed.md",
    "visible since 2026-11-20 00:00 at https://news.example.org/articles/mailed/",
    "in feeds all, ms by its topics (MS)",
    "weekly: in issue weekly#1 of 2026-11-23 07:00",
  ]

  @Test(arguments: [
    "mailed", "articles/mailed.md", "./articles/mailed.md", "articles//x/../mailed.md",
    "https://news.example.org/articles/mailed/", "https://news.example.org/articles/mailed/index.html",
    "http://NEWS.example.org/articles/mailed?utm=1#top", "/articles/mailed/", "articles/mailed/index.html",
    "public/articles/mailed/index.html", "tag:news.example.org,2026:articles/mailed",
  ])
  func anArticleIsFoundByItsIdItsFileAndItsAddress(_ text: String) throws {
    #expect(try why(text) == Explanation(kind: .article, subject: "mailed", lines: mailed))
  }

  @Test func aFileIsFoundByAnAbsolutePathAndFromTheFolderInWhichOneIs() throws {
    #expect(try why(site.path + "/articles/mailed.md").lines == mailed)
    #expect(try why("mailed.md", from: site.path + "/articles").lines == mailed)
    #expect(try why("../articles/mailed.md", from: site.path + "/feeds").lines == mailed)
    let link = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: link.path + "/news", withDestinationPath: site.path)
    #expect(try why(link.path + "/news/articles/mailed.md").lines == mailed)
    #expect(try why("articles/mailed.md", from: link.path + "/news").lines == mailed)
  }

  @Test(arguments: [
    ("articles/draft.md", "articles/draft.md: held back by its author: `draft` in line 6 hides it"),
    (
      "articles/_drafts/below.md",
      "articles/_drafts/below.md: held back by its author: the name of the folder _drafts hides its content"
    ),
    (
      "articles/bundle/part.md",
      "articles/bundle/part.md: held back by its author: the article articles/bundle, whose folder contains it, is not published"
    ),
    ("articles/bundle/index.md", "articles/bundle/index.md: held back by its author: `published` in line 6 hides it"),
    (
      "articles/faulty.md",
      "articles/faulty.md:2:1: `date` is missing; add, for example, date: 2026-11-23 (not published)"
    ),
    ("articles/photo.png", "articles/photo.png: published as https://news.example.org/articles/photo.png"),
    ("articles/notes.txt", "articles/notes.txt: not an article; articles end in .md or .markdown"),
    ("schedule.conf", "schedule.conf: settings and templates; `courant check` checks them"),
  ])
  func aFileThatIsNotAnArticleIsExplained(_ path: String, _ line: String) throws {
    #expect(try why(path) == Explanation(kind: .file, subject: path, lines: [line]))
  }

  @Test func aFileThatNoRunHasReadIsExplained() throws {
    try site.article("new", dated: "2026-11-24")
    #expect(
      try why("articles/new.md").lines
        == ["articles/new.md: not read yet; the next run of source articles reads it"])
  }

  @Test(arguments: ["later gone", "articles/later-gone.md", "https://news.example.org/articles/later-gone/"])
  func anArticleWithoutAFileShowsItsWithdrawalAndItsIssues(_ text: String) throws {
    #expect(
      try why(text)
        == Explanation(
          kind: .article, subject: "later gone",
          lines: [
            "later gone: About later gone",
            "withdrawn 2026-11-24 12:00: its file articles/later-gone.md is gone",
            "weekly: in issue weekly#1 of 2026-11-23 07:00",
          ]))
  }

  @Test func anArticleThatBecameADraftShowsBoth() throws {
    #expect(
      try why("articles/later-held.md").lines == [
        "later draft: About later draft",
        "withdrawn 2026-11-24 12:00: articles/later-held.md: held back by its author: `draft` in line 6 hides it",
        "weekly: in issue weekly#1 of 2026-11-23 07:00",
      ])
  }

  @Test(arguments: [
    "weekly#1", "weekly/1", "https://news.example.org/archive/weekly/1/", "archive/weekly/1/index.html",
    "public/archive/weekly/1/index.html",
  ])
  func anIssueIsExplainedByItsNameAndItsPage(_ text: String) throws {
    let explanation = try why(text)
    #expect(explanation.kind == .issue)
    #expect(explanation.subject == "weekly#1")
    #expect(
      explanation.lines.dropFirst() == [
        "of the slot weekly@2026-11-23T07:00, frozen 2026-11-23 07:00",
        "read at https://news.example.org/archive/weekly/1/",
        "3 articles: 'later draft', 'later gone', mailed",
        "deliveries: 1 accepted",
      ])
  }

  @Test(arguments: [
    ("weekly@2026-11-23T07:00", "weekly@2026-11-23T07:00: issued as weekly#1"),
    ("weekly", "weekly: a digest; its next slot is 2026-11-30 07:00; its newest issue is weekly#1"),
    ("ms", "ms: a feed with 1 visible article at https://news.example.org/feeds/ms/"),
    (
      "public/feeds/ms/rss.xml",
      "public/feeds/ms/rss.xml: generated by every run from settings and articles; not an article"
    ),
    ("index.html", "public/index.html: generated by every run from settings and articles; not an article"),
  ])
  func slotsDigestsFeedsAndPagesAreExplainedInALine(_ text: String, _ line: String) throws {
    #expect(try why(text).lines == [line])
  }

  @Test(arguments: ["articles", "./articles/", "."])
  func aFolderIsExplainedWithItsContent(_ text: String) throws {
    #expect(
      try why(text).lines.dropFirst() == [
        "articles/faulty.md:2:1: `date` is missing; add, for example, date: 2026-11-23 (not published)",
        "articles/_drafts/below.md: held back by its author: the name of the folder _drafts hides its content",
        "articles/bundle/index.md: held back by its author: `published` in line 6 hides it",
        "articles/bundle/part.md: held back by its author: the article articles/bundle, whose folder contains it, is not published",
        "articles/draft.md: held back by its author: `draft` in line 6 hides it",
        "articles/later-held.md: held back by its author: `draft` in line 6 hides it",
      ])
  }

  @Test(arguments: [
    ("weekly#7", "digest weekly has no issue 7; its newest issue is weekly#1"),
    (
      "weekly@2026-11-23T08:00",
      "digest weekly has no slot 2026-11-23T08:00 yet; `courant schedule` shows its last and next"
    ),
    ("bob@example.org", "bob@example.org: not in the ledger; never subscribed, never suppressed"),
    (
      "articles/maild.md",
      "nothing is called `articles/maild.md`; name an article's id, file or URL, an issue (weekly#12), a slot "
        + "(weekly@2026-11-23T07:00), or a reader's address; did you mean `articles/mailed.md`?"
    ),
  ])
  func aMissingFileIsReported(_ text: String, _ sentence: String) throws {
    #expect(throws: Why.Unknown(sentence: sentence)) { try why(text) }
  }
}
