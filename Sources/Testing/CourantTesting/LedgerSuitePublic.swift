internal import Model
internal import Time

extension LedgerSuite {
  static let publicCases: [LedgerSuite] = [
    LedgerSuite("anAnnouncedFileMayHaveAnyBytesUntilItIsConfirmed") { ledger in
      try ledger.announce(["a", "b"])
      let cast = PublishedFile.Cast(["x", "y"], withdrawn: ["z"])
      let a = PublishedFile(key: Fingerprint(bits: 1), cast: cast)
      let b = PublishedFile(key: Fingerprint(bits: .max), cast: .init([]))
      try ledger.confirm(["a": a, "b": b])
      try expect(try ledger.publishedFiles(), ["a": key(1), "b": key(.max)], "the files")
      try expect(try ledger.publishedFile(at: "a"), a, "the first file")
      try expect(try ledger.publishedFile(at: "b"), b, "the second file")
      try expect(try ledger.publishedFile(at: "c"), nil, "a file that is not there")
      try ledger.announce(["b", "c"])
      try expect(try ledger.publishedFiles(), ["a": key(1), "b": nil, "c": nil], "the files")
      try expect(try ledger.publishedFile(at: "c"), PublishedFile(key: nil), "a file that is about to be written")
      try ledger.announce(["a/b", "B", "é"])
      let paths = try ledger.publishedPaths(after: "", limit: 10)
      try expect(paths, ["B", "a", "a/b", "b", "c", "é"], "the paths")
      try expect(try ledger.publishedPaths(after: "a", limit: 2), ["a/b", "b"], "some of the paths")
      try ledger.forget(["a", "c", "nobody", "a/b", "B", "é"])
      try expect(try ledger.publishedFiles(), ["b": nil], "the files")
    },
    LedgerSuite("objectsOfABucketAreKeptWithTheirTags") { ledger in
      let a = PublicObject(etag: "\"1\"", content: Fingerprint(bits: .max))
      var b = PublicObject(etag: "\"2\"", content: Fingerprint(bits: 2), leaving: .at("2026-11-02T00:00:00Z"))
      try ledger.record(["a": a, "b": b])
      try expect(try ledger.publicObjects(), ["a": a, "b": b], "the objects")
      b.etag = "\"3\""
      b.leaving = nil
      try ledger.record(["b": b])
      try ledger.forget(objects: ["a", "nobody"])
      try expect(try ledger.publicObjects(), ["b": b], "the objects")
    },
    LedgerSuite("eachCommandIsToldOfEachChangeOnce") { ledger in
      try ledger.record(changes: ["b", "a"], for: .purge)
      try ledger.record(changes: ["b", "c"], for: .purge)
      try ledger.record(changes: ["b"], for: .copy)
      try expect(try ledger.changes(for: .purge), ["a", "b", "c"], "what is to be purged")
      try ledger.end(changes: ["a", "b"], for: .purge)
      try expect(try ledger.changes(for: .purge), ["c"], "what is left to be purged")
      try expect(try ledger.changes(for: .copy), ["b"], "what is to be copied")
    },
    LedgerSuite("theShelfShowsArticlesWithoutTheirBodiesNewestFirst") { ledger in
      var full = Article.sample("full", "2026-11-02T00:00:00Z")
      full.body = "<p>body</p>"
      try ledger.apply(changes([("a.md", .sample("a", "2026-11-01T00:00:00Z")), ("f.md", full)]))
      let before = try ledger.shelvedArticles()
      try expect(before.map(\.id), ["full", "a"], "the order")
      try expect(before[0].article.body, "", "the body")
      try expect(before[0].article.title, full.title, "the title")
      let old = Article.sample("a", "2026-11-01T00:00:00Z")
      try expect(try ledger.articles(["full", "nobody", "a"]), [full, old], "those asked for")
      full.body = "<p>another</p>"
      try ledger.apply(changes([("f.md", full)]))
      var after = try ledger.shelvedArticles()
      try expect(after[0].outline, before[0].outline, "the outline of another body")
      try expect(after[0].content == before[0].content, false, "the content of another body")
      full.title = "Another"
      try ledger.apply(changes([("f.md", full)]))
      after = try ledger.shelvedArticles()
      try expect(after[0].outline == before[0].outline, false, "the outline of another title")
      try expect(after[1], before[1], "the other article")
    },
    LedgerSuite("anArticleOfWhichOnlyTheBodyChangedIsKnownByWhatItContainedBefore") { ledger in
      var a = Article.sample("a", "2026-11-01T00:00:00Z")
      let b = Article.sample("b", "2026-11-02T00:00:00Z")
      try ledger.apply(changes([("a.md", a), ("b.md", b)]))
      try expect(try ledger.reworded(), [:], "new articles")
      let first = try ledger.shelvedArticles(["a", "nobody", "b"])
      try expect(first, try ledger.shelvedArticles(), "the articles with these ids")
      let frame = try ledger.shelfFrame()
      let version = try ledger.shelfVersion()
      a.body = "<p>another</p>"
      try ledger.apply(changes([("a.md", a)]))
      a.body = "<p>a third</p>"
      try ledger.apply(changes([("a.md", a), ("b.md", b)]))
      try expect(try ledger.reworded(), ["a": first[1].content], "what it contained first")
      try expect(try ledger.shelfFrame(), frame, "all else")
      try expect(try ledger.shelfVersion(), version + 2, "the shelf")
      try ledger.settleReworded()
      try expect(try ledger.reworded(), [:], "once it is published")
    },
    LedgerSuite("anythingButABodyChangesTheFrameOfTheShelf") { ledger in
      var a = Article.sample("a", "2026-11-01T00:00:00Z")
      let b = Article.sample("b", "2026-11-02T00:00:00Z")
      try ledger.apply(changes([("a.md", a)]))
      var frame = try ledger.shelfFrame()
      let expectAnother = { (what: String) in
        let now = try ledger.shelfFrame()
        try expect(now, frame + 1, what)
        frame = now
      }
      a.title = "Another"
      try ledger.apply(changes([("a.md", a)]))
      try expectAnother("a title")
      try ledger.apply(changes([("b.md", b)]))
      try expectAnother("a new article")
      try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: [], gone: ["b.md"]))
      try expectAnother("one that is gone")
      a.body = "<p>another</p>"
      let moved = changes([("c.md", a)]).read
      try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: moved, gone: ["a.md"]))
      try expectAnother("an article in another file")
      try ledger.apply(changes([("c.md", a)]))
      try expect(try ledger.shelfFrame(), frame, "nothing")
      var naming = ShelfChanges.Read(path: "c.md", stamp: "s", article: a, findings: [])
      naming.mentions = "a.png"
      try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: [naming], gone: []))
      try expectAnother("the name of a file next to it")
      try expect(try ledger.mentions(of: ["a", "b"]), ["a": "a.png"], "the files that it names")
      try expect(try ledger.reworded(), [:], "no body alone changed")
    },
    LedgerSuite("anArticleThatWasPublishedAndIsGoneIsWithdrawn") { ledger in
      var a = Article.sample("a", "2026-11-01T00:00:00Z")
      var b = Article.sample("b", "2026-11-02T00:00:00Z")
      b.topics = [Topic("One topic"), Topic("two")]
      try ledger.apply(changes([("a.md", a), ("b.md", b), ("c.md", .sample("c", "2027-01-01T00:00:00Z"))]))
      try ledger.recordAppearances(at: morning)
      try expect(try ledger.withdrawals(), [], "nothing is gone")
      a.published = .at("2027-01-01T00:00:00Z")
      try ledger.apply(changes([("a.md", a), ("b.md", nil), ("c.md", nil)]))
      try ledger.recordAppearances(at: later)
      try ledger.recordAppearances(at: later + .seconds(60))
      let gone = { (article: Article) in
        Withdrawal(
          id: article.id, page: article.page, topics: article.topics,
          published: .at(article.id == "a" ? "2026-11-01T00:00:00Z" : "2026-11-02T00:00:00Z"), at: later)
      }
      let found = try ledger.withdrawals()
      try expect(found, [gone(a), gone(b)], "an embargo and a vanished file, once; never one that was not seen")
      try expect(found[1].topics.map(\.label), ["One topic", "two"], "the topics")
      try ledger.apply(changes([("b.md", b)]))
      try ledger.recordAppearances(at: later + .seconds(120))
      try expect(try ledger.withdrawals(), [gone(a)], "one is back")
    },
  ]

  private static let later = morning + .seconds(3600)
  private static func key(_ bits: UInt64) -> Fingerprint? { Fingerprint(bits: bits) }
}
