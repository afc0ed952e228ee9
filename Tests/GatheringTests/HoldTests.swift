import Foundation
import Gathering
import Model
import Testing
import Time

/// Files held back by folders.
@Suite struct HoldTests {
  private static let article = "---\ntitle: T\ndate: 2026-11-01\n---\nBody.\n"

  /// `path: fate` for each article of the source but for those that are simply shown, and the questions.
  private func fates(_ files: [String: String]) throws -> (articles: [String: String], questions: [String]) {
    let site = try TemporarySite(files)
    let source = site.source()
    let listing = try source.listing()
    let (holds, questions) = source.holds(of: listing)
    var fates: [String: String] = [:]
    for file in listing.articles {
      switch source.read(file.path, under: holds) {
      case .draft: fates[file.path] = "hidden"
      case .fault: fates[file.path] = "fault"
      case .unreadable: fates[file.path] = "unreadable"
      case .article(let article, _):
        let from = article.published.rfc3339.prefix(10)
        let until = article.expires.map { " until \($0.rfc3339.prefix(10))" } ?? ""
        fates[file.path] = (from == "2026-11-01" ? "shown" : "from \(from)") + until
      }
    }
    return (fates, questions.map(\.description))
  }

  private func fate(of path: String, with files: [String: String]) throws -> String? {
    try fates(files.merging([path: Self.article]) { $1 }).articles[path]
  }

  @Test(arguments: [
    "_drafts", "_Drafts", "posts/_drafts/2026", "_includes", "_layouts", "drafts", "Draft", "_recipes", "unpublished",
    "private/a", "wip", "internal", "trash", "embargo", "scheduled", "archive-private", "Drafts ", "DRAFTS", "Wip",
    "node_modules/x", "private-posts", "Private Notes", "drafts-2026", "_Layouts",
    "pending", "expired", "members", "members-only", "staff", "deleted", "not-published", "future", "in-review",
    "1-drafts", "#drafts",
  ])
  func aFolderHidesByItsName(_ folder: String) throws {
    #expect(try fate(of: "articles/\(folder)/x.md", with: [:]) == "hidden")
  }

  @Test(arguments: [
    "_posts", "posts/2026", "drafting", "a_drafts", "internal-medicine", "private-equity",
    "nfl-draft", "hidden-figures", "archive", "embargoes", "trashion", "futures", "staffing", "team-members", "reviews",
  ])
  func otherFoldersHideNothing(_ folder: String) throws {
    #expect(try fate(of: "articles/\(folder)/x.md", with: [:]) == "shown")
  }

  @Test func onlyNamesThatAreNotUnderstoodAsk() throws {
    let files = ["_drafts/a.md", "_recipes/a.md", "_recipes/b.md", "x/drafts/p.png", "_posts/b.md"]
    let found = try fates(Dictionary(uniqueKeysWithValues: files.map { ("articles/" + $0, Self.article) }))
    #expect(
      found.questions.sorted() == [
        "articles/_recipes: a folder that begins with _ is hidden; rename it to publish its content, or call it _drafts",
        "articles/x/drafts: a folder of this name could be hidden, so nothing in it is published; rename it, or call it _drafts",
      ])
  }

  @Test(arguments: [
    "_note.md", "note.draft.md", "note.hidden.markdown", "x-draft.md", "x_draft.md", "DRAFT x.md", "[draft] x.md",
    "x (draft).md", "WIP-x.md",
    "x.bak.md", "x.old.md", "x.sync-conflict-20261101-ABC.md", "~x.md", "x~.md", "#x#.md", "x copy.md", "x copy 2.md",
    "x - Copy.md", "Copy of x.md", "x (1).md", "x (12).md", "x (Ann's conflicted copy 2026-11-01).md", "x (copy).md",
  ])
  func aFileHidesByItsName(_ name: String) throws { #expect(try fate(of: "articles/\(name)", with: [:]) == "fault") }

  @Test(arguments: [
    "ad copy.md", "how-to-write-copy.md", "copy.md", "x (2026).md", "1 (one).md", "x-copy.md",
    "nfl-draft.md", "first-draft.md", "draft-beer.md", "drafting.md", "old.md", "2026-11-01-nba-draft.md",
  ])
  func otherFilesHideNothing(_ name: String) throws {
    #expect(try fate(of: "articles/\(name)", with: [:]) == "shown")
  }

  private static let cascades: [(String, String)] = [
    ("---\ncascade:\n  draft: true\n---\n", "hidden"), ("+++\n[cascade]\ndraft = true\n+++\n", "hidden"),
    ("---\nCascade:\n  Draft: true\n---\n", "hidden"), ("+++\n[[cascade]]\nheadless = true\n+++\n", "hidden"),
    ("---\ncascade:\n  - _target: {kind: page}\n    draft: true\n---\n", "hidden"),
    ("---\ncascade:\n  - build: {render: never}\n---\n", "hidden"),
    ("---\ncascade:\n  - target: {kind: section}\n    draft: true\n---\n", "shown"),
    ("---\ncascade:\n  _target: {path: \"/x/**\"}\n  draft: true\n---\n", "hidden"),
    ("---\ncascade:\n  _target: {path: \"/x/**\"}\n  layout: wide\n---\n", "shown"),
    ("---\ncascade:\n  expiryDate: 2026-11-10\n---\n", "shown until 2026-11-10"),
    ("---\ncascade:\n  publishDate: 2030-01-01\n---\n", "from 2030-01-01"),
    ("---\ncascade:\n  draft: maybe\n---\n", "hidden"), ("---\ncascade: hidden\n---\n", "hidden"),
    ("---\ntitle: Posts\n---\n", "shown"), ("---\ndate: 2030-01-01\nexpiryDate: 2020-01-01\n---\n", "shown"),
    ("+++\ndraft = true\n+++\n", "hidden"), ("---\ndraft: true\n---\n", "hidden"),
    ("+++\nrender = false\n+++\n", "shown"), ("---\npublished: false\n---\n", "hidden"),
    ("---\nprivate: true\n---\n", "hidden"), ("---\nstatus: draft\n---\n", "hidden"),
    ("---\npassword: x\n---\n", "hidden"), ("---\npublishDate: 2030-01-01\n---\n", "from 2030-01-01"),
    ("+++\nheadless = true\n+++\n", "hidden"), ("---\nbuild: {render: never}\n---\n", "hidden"),
    ("---\ndraft: maybe\n---\n", "hidden"), ("---\nunlisted: true\nstatus: published\n---\n", "shown"),
    ("---\ncascade: [\n---\n", "hidden"), ("No front matter.\n", "shown"),
  ]

  @Test(arguments: cascades)
  func aSectionHoldsBackAllBelow(_ section: String, _ expected: String) throws {
    for path in ["articles/posts/x.md", "articles/posts/2026/y/index.md"] {
      #expect(try fate(of: path, with: ["articles/posts/_index.md": section]) == expected, "\(path)")
      #expect(try fate(of: path, with: ["articles/posts/_index.en.md": section]) == expected, "\(path)")
    }
    #expect(try fate(of: "articles/other/x.md", with: ["articles/posts/_index.md": section]) == "shown")
  }

  @Test func theNearestSectionOrTheArticleItselfDecides() throws {
    let draft = "---\ncascade:\n  draft: true\n---\n"
    let own = "---\ntitle: T\ndate: 2026-11-01\ndraft: false\n---\n"
    let found = try fates([
      "articles/_index.md": draft, "articles/a.md": own, "articles/b.md": Self.article,
      "articles/open/_index.md": "---\ncascade:\n  draft: false\n---\n", "articles/open/c.md": Self.article,
      "articles/zola/_index.md": "+++\ndraft = true\n+++\n", "articles/zola/d.md": own,
    ])
    #expect(
      found.articles == [
        "articles/a.md": "shown", "articles/b.md": "hidden", "articles/open/c.md": "shown",
        "articles/zola/d.md": "hidden",
      ])
    #expect(found.questions == [])
  }

  private static let bundles: [(String, String)] = [
    ("title: T\ndate: 2026-11-01\ndraft: true", "hidden"), ("title: T\ndate: 2030-01-01", "from 2030-01-01"),
    ("title: T\ndate: 2026-11-01\nexpiryDate: 2026-11-10", "shown until 2026-11-10"),
    ("title: T\ndate: 2026-11-01\nheadless: true", "hidden"), ("title: T\ndate: soon", "hidden"),
    ("title: T\ndate: 2026-11-01\ndrafts: true", "hidden"), ("title: a: b", "hidden"),
    ("title: T\ndate: 2026-11-01", "shown"),
    // Pages that only list the articles below them, as in Jekyll and Eleventy.
    ("title: Posts\nlayout: list", "shown"), ("title: Posts\ndate: 2026-11-01\nunlisted: true", "shown"),
    ("title: Posts\neleventyExcludeFromCollections: true", "shown"), ("title: Posts\ndraft: true", "hidden"),
  ]

  @Test(arguments: bundles)
  func aBundleHoldsBackAllBelow(_ matter: String, _ expected: String) throws {
    for index in ["index.md", "index.en.md", "index.markdown", "index.html"]
    where index != "index.html" || matter.contains("draft: true") {
      for path in ["articles/p/part.md", "articles/p/deep/er/part.md", "articles/p/q/index.md"] {
        let found = try fate(of: path, with: ["articles/p/\(index)": "---\n\(matter)\n---\nBody.\n"])
        #expect(found == expected, "\(path) below \(index)")
      }
    }
  }

  private static let foreignIndexes: [(String, String, String)] = [
    ("index.qmd", "---\ntitle: T\ndraft: true\n---\n", "hidden"),
    ("index.qmd", "---\ntitle: T\ndate: today\n---\n", "shown"),
    ("index.qmd", "---\ndate: 2030-01-01\n---\n", "from 2030-01-01"),
    ("index.qmd", "---\ndate: someday\n---\n", "hidden"),
    ("index.org", "#+TITLE: T\n#+DRAFT: true\n", "hidden"), ("index.org", "#+title: T\n#+hugo_draft: t\n", "hidden"),
    ("index.org", "#+TITLE: T\n#+DATE: <2030-01-01 Tue>\n", "from 2030-01-01"),
    ("index.org", "#+TITLE: T\n#+CAPTION: a\n#+CAPTION: b\n", "shown"), ("index.adoc", "= T\n:draft:\n", "hidden"),
    ("index.adoc", "= T\n:page-published: false\n", "hidden"),
    ("index.adoc", "= T\n:toc:\n:status: ongoing\n", "shown"),
    ("index.rst", "T\n=\n:status: draft\n", "hidden"), ("index.rst", ".. title: T\n.. status: private\n", "hidden"),
    ("index.rst", "T\n=\n\n.. note:: x\n", "shown"), ("index.rst", "T\n=\n:status: maybe\n", "hidden"),
    ("index.ipynb", "{\"cells\": [{\"source\": [\"---\\n\", \"draft: true\\n\", \"---\"]}]}", "hidden"),
    ("index.ipynb", "{\"cells\": [{\"source\": \"---\\ntitle: T\\n---\"}]}", "shown"),
    ("index.ipynb", "{\"cells\": [{\"source\": [\"# T\"]}]}", "shown"), ("index.ipynb", "{", "hidden"),
    ("index.textile", "h1. T\n", "hidden"), ("index.html", "<h1>T</h1>\n", "shown"),
  ]

  @Test(arguments: foreignIndexes)
  func anIndexInAnotherLanguageOfMarkupHoldsBackAllBelow(_ name: String, _ text: String, _ expected: String) throws {
    #expect(try fate(of: "articles/p/part.md", with: ["articles/p/\(name)": text]) == expected)
  }

  @Test(arguments: [
    ("draft: true", true), ("date: 2030-01-01", true), ("expiryDate: 2026-11-10", true), ("layout: post", false),
  ])
  func aLinkIntoAnUnpublishedBundlePublishesNothing(_ line: String, _ isHidden: Bool) throws {
    let date = line.hasPrefix("date") ? "" : "date: 2026-11-01\n"
    let site = try TemporarySite([
      "articles/p/index.md": "---\ntitle: P\n\(date)\(line)\n---\n", "articles/p/secret.png": "x",
      "articles/p/part.md": Self.article,
    ])
    try site.link("articles/open.png", to: "p/secret.png")
    try site.link("articles/again.png", to: "open.png")
    try site.link("articles/open.md", to: "p/part.md")
    let source = site.source()
    let listing = try source.listing()
    let holds = source.holds(of: listing).holds
    let now = try instant("2026-11-29T00:00:00Z")
    let shown = Set(
      listing.articles.map(\.path).filter { path in
        guard case .article(let article, _) = source.read(path, under: holds) else { return false }
        return article.published <= now && article.expires.map { $0 > now } ?? true
      })
    let isConcealed = Concealment(holds.concealment(of: listing, source).text).judge(
      articles: listing.articles.map(\.path), shown: shown, at: now)
    #expect(shown.contains("articles/open.md") == !isHidden)
    #expect(listing.assets.map(\.path).filter { !isConcealed($0) }.isEmpty == isHidden)
    #expect(holds.key(above: "articles/open.md") != "")
  }

  @Test func aBundleInSeveralLanguagesIsAsOpenAsItsMostOpen() throws {
    let draft = "---\ntitle: T\ndate: 2026-11-01\ndraft: true\n---\n"
    let files = ["articles/p/index.en.md": Self.article, "articles/p/index.de.md": draft]
    #expect(try fate(of: "articles/p/part.md", with: files) == "shown")
  }

  private static let values: [(String, String, String)] = [
    ("articles/posts/posts.json", "{\"draft\": true}", "hidden"),
    ("articles/posts/posts.json", "{\"permalink\": false}", "hidden"),
    (
      "articles/posts/posts.json",
      "{\"layout\": \"post\", \"tags\": [\"a\"], \"permalink\": \"/{{ page.fileSlug }}/\"}", "shown"
    ),
    ("articles/posts/posts.11tydata.js", "export default { published: false };", "hidden"),
    (
      "articles/posts/posts.11tydata.js", "export default { permalink: (data) => data.draft ? false : data.link };",
      "shown"
    ),
    ("articles/posts/x.json", "{\"eleventyExcludeFromCollections\": true}", "hidden"),
    ("articles/posts/x.11tydata.json", "{\"draft\": \"yes\"}", "hidden"),
    ("articles/posts/data.json", "{\"draft\": true}", "shown"),
    ("articles/posts/_metadata.yml", "draft: true\n", "hidden"),
    ("articles/posts/y.json", "{\"draft\": true}", "shown"),
    ("articles/posts/.meta.yml", "draft: true\n", "hidden"), ("articles/posts/.meta.yml", "tags: [a]\n", "shown"),
    ("articles/posts/_data.yml", "draft: true\n", "hidden"), ("articles/posts/_data.yml", "layout: wide\n", "shown"),
    ("articles/posts/_data.json", "{\"draft\": true}", "hidden"),
    ("articles/posts/_metadata.yaml", "draft: true\n", "hidden"),
    ("articles/posts/_category_.json", "{\"label\": \"P\", \"unlisted\": true}", "hidden"),
    ("articles/posts/x.meta", ".. title: X\n.. status: draft\n", "hidden"),
    ("articles/posts/x.meta", ".. title: X\n.. status: published\n", "shown"),
  ]

  @Test(arguments: values)
  func filesOfValuesHoldBackWhatTheyAreAbout(_ path: String, _ text: String, _ expected: String) throws {
    #expect(try fate(of: "articles/posts/x.md", with: [path: text]) == expected)
    if expected == "hidden" {
      #expect(try fates([path: text, "articles/posts/x.md": Self.article]).questions.count == 1)
    }
  }

  @Test(arguments: ["_recipes/en", "drafts", "_posts"])
  func theNameOfTheSourcesOwnFolderHidesNothing(_ folder: String) throws {
    let site = try TemporarySite([
      "\(folder)/a.md": Self.article, "\(folder)/pic.png": "x", "\(folder)/_drafts/b.png": "x",
    ])
    let source = site.source(folder)
    let listing = try source.listing()
    let (holds, questions) = source.holds(of: listing)
    guard case .article = source.read("\(folder)/a.md", under: holds) else {
      Issue.record("it is not published")
      return
    }
    #expect(questions == [])
    let concealment = Concealment(holds.concealment(of: listing, source).text)
    let isConcealed = concealment.judge(
      articles: listing.articles.map(\.path), shown: ["\(folder)/a.md"], at: try instant("2026-11-29T00:00:00Z"))
    #expect(listing.assets.map(\.path).filter(isConcealed) == ["\(folder)/_drafts/b.png"])
  }

  @Test func aLinkToAHiddenFileLeadsNowhereNew() throws {
    let site = try TemporarySite([
      "articles/a.md": "---\ntitle: A\ndate: 2026-11-01\n---\n[b](_drafts/b.md) [c](p/c.md)\n",
      "articles/_drafts/b.md": Self.article, "articles/p/c.md": Self.article,
      "articles/p/index.md": "---\ntitle: P\ndate: 2026-11-01\ndraft: true\n---\n",
    ])
    let source = site.source()
    guard
      case .article(let article, _) = source.read("articles/a.md", under: source.holds(of: try source.listing()).holds)
    else {
      Issue.record("it is not published")
      return
    }
    let base = "https://example.org/news/articles/"
    #expect(article.body == "<p><a href=\"\(base)_drafts/b.md\">b</a> <a href=\"\(base)p/c.md\">c</a></p>\n")
  }
}
