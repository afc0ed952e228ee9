import CourantTesting
import Foundation
import Gathering
import Model
import Testing
import Time

/// Front matter that decides who may see an article: `docs/decisions/0015-what-hides.md`.
@Suite struct HidingTests {
  /// The result for an article of 2026-11-01 with one additional line.
  private func fate(_ line: String, toml: Bool = false) throws -> String {
    let text =
      toml
      ? "+++\ntitle = \"T\"\ndate = 2026-11-01\n\(line)\n+++\nBody.\n"
      : "---\ntitle: T\ndate: 2026-11-01\n\(line)\n---\nBody.\n"
    switch try reading(text) {
    case .draft: return "hidden"
    case .unreadable(let finding): return "unreadable \(finding)"
    case .fault(let findings):
      return findings.contains { $0.weight == .fault && $0.line == 4 } ? "asks" : "other fault \(findings)"
    case .article(let article, _):
      let start = article.published.rfc3339 == "2026-11-01T00:00:00Z" ? "shown" : "from " + article.published.rfc3339
      return start + (article.expires.map { " until " + $0.rfc3339 } ?? "")
    }
  }

  @Test(arguments: [
    "draft: true", "Draft: true", "DRAFT: yes", "draft: \"true\"", "draft: 1", "is_draft: on", "isDraft: true",
    "published: false", "Published: no", "published: 0", "published: \"false\"", "published: off", "publish: false",
    "status: draft", "Status: Draft", "status: private", "status: hidden", "status: pending", "status: trash",
    "status: skip", "post_status: draft", "publish: draft", "private: true", "hidden: true", "hide: true",
    "unlisted: true", "listed: false", "visible: false", "public: no", "visibility: private", "visibility: members",
    "access: paid", "password: abc", "headless: true", "build: {render: never}",
    "_build: {list: never, render: always}",
    "build: {render: false}", "_build:\n  render: link", "eleventyExcludeFromCollections: true",
    "eleventy_exclude_from_collections: true", "permalink: false", "render: false", "output: false", "article: false",
    "feed: false", "encrypted: true", "dg-publish: false", "url: false", "routable: false", "_discoverable: no",
    "render: never",
  ])
  func keysThatHideInAGeneratorHide(_ line: String) throws { #expect(try fate(line) == "hidden") }

  @Test(arguments: [
    "draft = true", "Draft = true", "published = false", "status = \"draft\"", "headless = true", "render = false",
    "[build]\nrender = \"never\"", "hidden = true", "draft = \"yes\"",
  ])
  func keysThatHideInAGeneratorHideInTOML(_ line: String) throws { #expect(try fate(line, toml: true) == "hidden") }

  @Test(arguments: [
    ("publishDate: 2030-01-01", "from 2030-01-01T00:00:00Z"), ("published: 2030-01-01", "from 2030-01-01T00:00:00Z"),
    ("pubdate: 2030-01-01", "from 2030-01-01T00:00:00Z"),
    ("pubDate: 2030-01-01T10:00:00Z", "from 2030-01-01T10:00:00Z"),
    ("publish_date: 2030-01-01", "from 2030-01-01T00:00:00Z"),
    ("published_at: 2030-01-01", "from 2030-01-01T00:00:00Z"),
    ("embargo-until: 2030-01-01", "from 2030-01-01T00:00:00Z"), ("publishDate: 2020-01-01", "shown"),
    ("expiryDate: 2026-11-10", "shown until 2026-11-10T00:00:00Z"),
    ("EXPIRYDATE: 2026-11-10", "shown until 2026-11-10T00:00:00Z"),
    ("unpublishdate: 2026-11-10", "shown until 2026-11-10T00:00:00Z"),
    ("unpublish_date: 2026-11-10 12:00", "shown until 2026-11-10T12:00:00Z"),
    ("expires: 2026-11-10", "shown until 2026-11-10T00:00:00Z"),
    ("expiry: 2026-11-10\nunpublishDate: 2026-11-09", "shown until 2026-11-09T00:00:00Z"),
    ("expiryDate: 0001-01-01T00:00:00Z", "shown"), ("expiryDate:", "shown"), ("expiryDate: \"\"", "shown"),
    ("pubDate: 2030-01-01\npublishDate: 2029-01-01", "from 2030-01-01T00:00:00Z"),
    ("pubDatetime: 2030-01-01", "from 2030-01-01T00:00:00Z"), ("post_date: 2030-01-01", "from 2030-01-01T00:00:00Z"),
    ("Date: 2030-01-01", "from 2030-01-01T00:00:00Z"), ("not_before: 2030-01-01", "from 2030-01-01T00:00:00Z"),
    ("pubDate: \"Jan 08 2030\"", "from 2030-01-08T00:00:00Z"), ("pubDate: \"Jul 08 2022\"", "shown"),
    ("embargo: 1 Jan 2030", "from 2030-01-01T00:00:00Z"), ("published_at: 2030/01/01", "from 2030-01-01T00:00:00Z"),
    ("publishDate: 1893456000", "from 2030-01-01T00:00:00Z"), ("publishDate: 20300101", "from 2030-01-01T00:00:00Z"),
    ("published: Tue, 01 Jan 2030 00:00:00 GMT", "from 2030-01-01T00:00:00Z"),
    ("expires: November 10, 2026", "shown until 2026-11-10T00:00:00Z"),
    ("expires: 2026-11-10 10:00:00 UTC", "shown until 2026-11-10T10:00:00Z"),
    ("delete_on: 2026-11-10", "shown until 2026-11-10T00:00:00Z"),
  ])
  func datesAreEmbargoesAndExpiries(_ line: String, _ expected: String) throws { #expect(try fate(line) == expected) }

  @Test(arguments: [
    "publish_from", "publish_start", "publishing_date", "publish_time", "date_publish", "publish_up", "public_from",
    "live_date", "live_from", "available_from", "valid_from", "display_from", "show_after", "visible_after",
    "hide_until", "scheduled_date", "schedule", "go-live-at", "hold_until", "not_before_date", "publishFrom",
    "start_publishing", "unlock_date", "embargo_end", "private until",
  ])
  func keysOfTheseFamiliesAreEmbargoes(_ key: String) throws {
    #expect(try fate("\(key): 2030-01-01") == "from 2030-01-01T00:00:00Z")
  }

  @Test(arguments: [
    "available_until", "publish_until", "published_until", "publish_down", "valid_to", "visible_till", "display_until",
    "live_until", "hide_at", "takedown_date", "removal_date", "publishUntil", "take-down-on", "unpublish_time",
  ])
  func keysOfTheseFamiliesAreExpiries(_ key: String) throws {
    #expect(try fate("\(key): 2026-11-10") == "shown until 2026-11-10T00:00:00Z")
  }

  @Test(arguments: [
    ("publishDate = 2030-01-01", "from 2030-01-01T00:00:00Z"),
    ("expiryDate = 2026-11-10T08:00:00Z", "shown until 2026-11-10T08:00:00Z"),
    ("expirydate = \"2026-11-10\"", "shown until 2026-11-10T00:00:00Z"),
    ("unpublishdate = 2026-11-10", "shown until 2026-11-10T00:00:00Z"),
  ])
  func datesInTOMLAreEmbargoesAndExpiries(_ line: String, _ expected: String) throws {
    #expect(try fate(line, toml: true) == expected)
  }

  @Test(arguments: [
    "draft: false", "Draft: no", "draft:", "draft: \"\"", "published: true", "published: yes", "published:",
    "status: published", "status: publish", "status: featured", "status: new", "private: false", "hidden: false",
    "hide: [navigation, toc]", "hide:\n  - toc", "unlisted: false", "listed: true", "visibility: public",
    "access: all", "headless: false", "build: {render: always, list: always, publishResources: true}",
    "eleventyExcludeFromCollections: false", "permalink: /a/b/", "output: html_document", "feed: /feed.xml",
    "sitemap: false", "noindex: true", "robots: noindex", "in_search_index: false", "search: false", "comments: false",
    "searchHidden: true", "hiddenInHomeList: true", "cover: {hidden: true}", "type: page", "layout: post",
    "publisher: Brain", "tags: [draft]\ndraft: false", "tags: [a, b]", "description: draft", "category: private",
    "drafts: false", "publsihed: true", "hidden_title: false", "params: {draft: false, author: Ann}",
    "status: ongoing", "status: archived", "status: in-progress", "status: in progress", "status: In_Progress",
    "status: growing", "status: accepted", "status: ready", "status: complete", "status: none", "hide: toc",
    "hide: navigation, toc", "hide: [navigation]", "expires: never", "expires: Never", "expiryDate: none",
    "embargo: none", "embargo: n/a", "publishDate: now", "draft_date: 2026-01-01", "draft_date: 2030-01-01",
    "draft_version: 3", "published_in: Nature", "hide_from_home: true", "hide_from_homepage: true", "scheduled: false",
    "private_key: abc", "hidden_gem: true", "hiddenGems: [a, b]", "draft_status: final", "members: [Ann, Bob]",
    "paid: 20", "skip: 3", "exclude: [node_modules]", "audience: clinicians", "audience: [patients, clinicians]",
    "audience: internal medicine residents", "access: open access", "access: gold", "access: 2026-11-20",
    "states: [CA, NY]", "empire: Roman", "primate: lemur", "tags: [NFL draft, drafting]", "categories: [Private]",
    "topics: [private practice]", "tags: [\"#draft\"]\ndraft: false", "taxonomies: {tags: [a]}", "toc: {hidden: true}",
    "source: {title: X, published: March 2026}", "params: {cover: {hidden: true}}", "post: {layout: wide}",
    "taxonomies: {tags: [draft]}\ndraft: false", "nfl: {draft: false}",
    "build: {list: always, publishResources: false, render: always}", "hiddenFromHomePage: true",
    "hiddenFromSearch: true",
    "hiddenInMenu: true", "hiddenFromNav: true", "sidebar_class_name: hidden", "sidebar: hidden", "toc: hidden",
    "header: hidden", "display: hidden", "toc_hidden: true", "comments_hidden: true", "ads_hidden: true", "status: 🌱",
    "publication_date: 1998", "published: 1999", "published: Nature", "published: November 2026", "published: 2026",
    "visibility: good", "visibility: 10 km", "coupon_expires: 2026-12-24", "cert_expiry: 2026-11-02",
    "expires_in: 30 days", "draft: draft-ietf-foo-07", "location: Hidden", "section: private", "author_slug: draft",
    "repo: private", "audience: [patients, staff]", "show_date: true", "show: false", "exclude_from_sitemap: true",
    "display_date: true", "available_from: Springer",
    "live_at: Royal Albert Hall", "schedule: weekly", "live: true", "active: yes", "show_in_menu: false",
    "keywords: draft beer brewing", "access_level: beginner", "hide_date: true", "valid_to: EU", "live_until: none",
    "tier: free", "tier: Tier 1", "tier: 1", "plan: B", "membership: false", "membership: Gold",
    "subscription: monthly",
    "nda: false", "login: ann", "required_tier: free", "minimum_plan: public", "list: [a]", "list: true",
    "review_status: approved", "review: 4/5", "approval: granted", "search: exclude", "search: {exclude: true}",
    "start_date: 2026-12-01\nend_date: 2026-12-03", "end_date: 2026-12-03\nvenue: Town hall", "end_date: open",
    "draft_team: [Ann]", "draft_team: Jets", "drafted: 2001", "drafted: 2026-10-10", "drafted: Ann", "drafted_by: Ann",
    "draft_of: RFC 1", "on_draft: Ann", "hidden_tags: [a]", "private_comments: false", "private_tutor: Ann",
    "secret_agent: Bond", "hidden_costs: [rent]", "drafts: [a, b]", "drafts: 3", "label: new",
    "label: draft\ndraft: false", "extra: {published: true}", "secret: false", "archived: true", "featured: true",
    "hide_table_of_contents: true",
  ])
  func marksThatHideNothingAreShown(_ line: String) throws { #expect(try fate(line) == "shown") }

  @Test(arguments: [
    "draft: maybe", "draft: 2", "draft: 2027-01-01", "draft: [true]", "drafts: true", "drfat: true", "darft: yes",
    "publsihed: false", "publised: false", "published: soon", "published: 2028", "publishDate: soon", "expires: never?",
    "expires: 30 days", "expiryDat: 2026-11-10", "publishDat: 2030-01-01", "status: secretish", "status: scheduled",
    "status: 5", "visibility: friends", "privat: true", "hiden: true", "isPrivatePost: true", "draft_for: Ann",
    "tags: [\"#draft\"]", "tags: [Drafts]", "tags: notes draft", "categories: [draft]", "category: Drafts",
    "topics: [draft]", "tags: [status/draft]", "taxonomies: {tags: [draft]}", "tags: [WIP]",
    "hexo: {published: false}", "post: {draft: true}", "page: {hidden: true}", "quarto: {draft: true}",
    "frontmatter: {draft: true}", "jekyll: {published: no}", "params: {a: {draft: true}}", "x: {y: [{draft: true}]}",
    "eleventyComputed: {permalink: false}", "extra: {tags: [draft]}", "hide: [feed]", "hide: all", "hide: everything",
    "publishDate: never", "embargo: 01/02/2027", "expires: 30/11", "audience: [members, staff]", "audience: family",
    "access: restricted", "members: only", "exclude: [rss]", "skip: feed", "isPrivateNote: true", "draft_status: draft",
    "hidden_date: 2030-01-01", "expired: {on: 2026-11-10}", "expires_by: 2026-12-01", "article: {draft: true}",
    "hide_from_feeds: true", "exclude_from_rss: true", "members_only: true", "wip: true", "secret: true",
    "layout: draft", "stage: private", "tags: [draft]", "tag: private", "build: never", "build: {render: sometimes}",
    "params: {draft: true}", "extra: {unlisted: true}", "meta: {status: draft}",
    "extra: {expires: 2026-11-10}", "embargo: true", "scheduled: true", "eleventyExcludeFromCollections: [post]",
    "unpublished: true", "expired: true", "isVisible: false", "is_listed: false", "publishable: false",
    "hide_post: true",
    "hideFromSite: true", "include_in_feed: false", "show_in_feed: false", "rss_exclude: true", "skip_rss: true",
    "subscriber_only: true", "staff-only: yes", "requires_login: true", "paywall: true", "gated: true",
    "access_level: members", "supporters_only: true", "work_in_progress: true", "unfinished: true", "not_ready: true",
    "suppressed: true", "retracted: true", "approved: false", "live: false", "active: false", "keywords: [draft]",
    "labels: [private]", "topics: [private]", "keywords: private", "visible_to: members", "isPaid: true",
    "publish_from: next week", "extra: {staff_only: true}", "published: Not yet", "published: Soon",
    "hidden_from_rss: true", "publish_up: soon", "expires_by: soon",
    "tier: paid", "plan: premium", "access_tier: members", "membership: required", "membership: true",
    "subscription: required", "login: required", "nda: true", "nda: signed", "under_nda: yes", "required_tier: gold",
    "minimum_plan: pro", "requires_membership: gold", "end_date: 2026-12-03", "ends_at: 2026-12-03", "list: false",
    "review_status: pending", "review_status: In review", "approval: needs-work", "editorial_status: draft",
    "review: pending", "unpublish_by: 2026-11-10", "unpublished_at: 2026-11-10", "unpublish: true", "locked: true",
    "draft_team: true", "drafted: true", "on_draft: true", "hidden_tags: true", "private_comments: true",
    "draft_team: draft", "drafts: maybe", "label: draft", "draft_until: soon", "private_until: 2030",
    "extra: {membership: required}",
  ])
  func keysThatCouldHideAsk(_ line: String) throws { #expect(try fate(line) == "asks") }

  @Test(arguments: [
    "title: T\ndate: 2026-11-01\ndraft: true\nDraft: false",
    "title: T\ndate: 2026-11-01\nstatus: draft\npublished: true",
    "title: T\ndate: 2026-11-01\nprivate: true\ndrafts: maybe",
  ])
  func hidingKeysWinOverShowingOnes(_ matter: String) throws {
    #expect(try reading("---\n\(matter)\n---\n") == .draft(warnings: []))
  }

  @Test func aQuestionNamesTheFileAndTheAnswers() throws {
    let tail = "; write `draft: true` to hide it, or correct or remove this key"
    #expect(
      try reading("---\ntitle: T\ndate: 2026-11-01\ndrafts: true\nexpires: never?\n---\n")
        == .fault([
          Finding(
            "articles/a.md", line: 4, column: 1, "`drafts` could mean that this must not be published" + tail),
          Finding(
            "articles/a.md", line: 5, column: 10,
            "`expires` is \"never?\", which is not a clear date; write it as 2026-11-23 or 2026-11-23 07:00"
          ),
        ]))
  }

  @Test func aRepeatedKeyThatHidesAsks() throws {
    #expect(
      try reading("---\ntitle: T\ndate: 2026-11-01\npublished: false\npublished: true\n---\n")
        == .fault([
          Finding(
            "articles/a.md", line: 5, column: 1, "`published` appears more than once; keep one")
        ]))
  }

  @Test func aSecondBlockOfFrontMatterThatHidesAsks() throws {
    let text = "---\ntitle: T\ndate: 2026-11-01\n---\n\n---\nlayout: post\ndraft: true\n---\nBody.\n"
    #expect(
      try reading(text)
        == .fault([
          Finding(
            "articles/a.md", line: 6,
            "a second block of front matter sets whether this is published; move that to the first one")
        ]))
  }

  @Test(arguments: ["title: \"A <!-- secret --> B\"", "title: \"A {% comment %}secret{% endcomment %}\""])
  func aTitleHidesNothing(_ line: String) throws {
    guard case .fault(let findings) = try reading("---\n\(line)\ndate: 2026-11-01\n---\n") else {
      Issue.record("it is published")
      return
    }
    #expect(findings.map(\.line) == [2])
  }

  @Test func theDocumentHasTheTableOfTheCode() throws {
    let document = try repositoryText("docs/hidden.md")
    let matter = document.split(separator: "## Folders and files")[0]
    let rows = matter.split(separator: "\n").map(String.init).filter { $0.hasPrefix("| `") }
    #expect(rows == HidingKeys.all.map(\.documentation))
    let harmless = HidingKeys.harmless.map { "`\($0)`" }.joined(separator: ", ")
    #expect(document.split(separator: "\n").contains { $0 == "\(harmless)." })
  }
}
