internal import Model
internal import Time

extension LedgerSuite {
  /// What the ledger records about articles and their files.
  static let presenceCases: [LedgerSuite] = [
    LedgerSuite("anArticleThatLeftTheShelfIsKnown") { ledger in
      try ledger.apply(changes([("a.md", .sample("a")), ("b.md", .sample("b"))]))
      try ledger.apply(changes([("a.md", nil)]))
      try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: [], gone: ["b.md"]))
      let known = Dictionary(
        try ledger.knownArticles().map { ($0.id.text, $0) }, uniquingKeysWith: { first, _ in first })
      try expect(known.mapValues(\.presence), ["a": .hidden, "b": .departed], "where they are")
      try expect(known.mapValues(\.place.path), ["a": "a.md", "b": "b.md"], "where they were")
      try expect(known.mapValues(\.isRenamed), ["a": false, "b": false], "renamed")
      try ledger.apply(changes([("c.md", .sample("b"))]))
      try expect(try ledger.knownArticles().filter { $0.id == "b" }.map(\.presence), [.shelved], "back")
    },
    LedgerSuite("articlesMoveFromOneSourceToAnotherInOneStep") { ledger in
      try ledger.apply(changes([("a.md", .sample("a")), ("b.md", .sample("b"))]))
      var read = ShelfChanges.Read(path: "a.md", stamp: "stamp", article: .sample("a"), findings: [])
      read.name = "first"
      read.bytes = Fingerprint(bits: 7)
      try ledger.apply([
        ShelfChanges(source: "posts", listingKey: nil, read: [read], gone: []),
        ShelfChanges(source: "articles", listingKey: nil, read: [], gone: ["a.md"]),
      ])
      let moved = try ledger.knownArticles().first { $0.id == "a" }
      try expect(moved?.place, FilePlace(source: "posts", path: "a.md"), "the place")
      try expect(moved?.name, "first", "the name")
      try expect(moved?.isRenamed, true, "renamed")
      try expect(moved?.traits?.bytes, Fingerprint(bits: 7), "the bytes")
    },
    LedgerSuite("articlesAreFoundByTheirFilesPagesAndIDs") { ledger in
      var renamed = ShelfChanges.Read(path: "c.md", stamp: "stamp", article: .sample("c"), findings: [])
      renamed.name = "old"
      try ledger.apply([
        changes([("a.md", .sample("a")), ("b.md", .sample("b")), ("d.md", .sample("d"))]),
        ShelfChanges(source: "posts", listingKey: nil, read: [renamed], gone: []),
      ])
      try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: [], gone: ["d.md"]))
      func known(_ files: [FilePlace]) throws -> [String] {
        try ledger.knownArticles(in: files).map(\.id.text).sorted()
      }
      let (a, c) = (FilePlace(source: "articles", path: "a.md"), FilePlace(source: "posts", path: "c.md"))
      try expect(known([]), ["c", "d"], "renamed ones, and those that left the shelf")
      try expect(known([a]), ["a", "c", "d"], "with that of a file")
      try expect(known([c]), ["c", "d"], "a renamed one once")
      try expect(known([FilePlace(source: "posts", path: "a.md")]), ["c", "d"], "of another source")
      let all = Dictionary(try ledger.knownArticles().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
      for article in try ledger.knownArticles(in: [a]) { try expect(article, all[article.id], "what is known") }
      let page = Article.sample("a").page
      try expect(try ledger.places(ofPage: page, or: "c").sorted(), [a, c], "the page of one, the id of another")
      try expect(try ledger.places(ofPage: page, or: "a"), [a], "both of one")
      try expect(try ledger.places(ofPage: Article.sample("d").page, or: "d"), [], "of one that left the shelf")
    },
    LedgerSuite("lossesStayUntilTheyAreOver") { ledger in
      try ledger.apply(changes([("a.md", .sample("a")), ("b.md", .sample("b"))]))
      var lost = ShelfChanges(source: "articles", listingKey: nil, read: [], gone: [])
      lost.held = ["a.md", "b.md"]
      lost.now = morning
      try ledger.apply(lost)
      try ledger.apply(lost)
      try expect(try ledger.losses().map(\.place.path), ["a.md", "b.md"], "held")
      try expect(try ledger.release(lossesOf: "other", at: morning), 0, "of another source")
      try expect(try ledger.release(lossesOf: "articles", at: morning), 2, "released")
      try expect(try ledger.release(lossesOf: "articles", at: morning), 0, "released again")
      lost.held = ["b.md"]
      try ledger.apply(lost)
      let left = HeldLoss(
        place: FilePlace(source: "articles", path: "b.md"), since: morning, released: morning)
      try expect(try ledger.losses(), [left], "left")
    },
    LedgerSuite("aFileThatCannotBeReadKeepsItsArticle") { ledger in
      try ledger.apply(changes([("a.md", .sample("a"))], listingKey: "m"))
      var changes = ShelfChanges(source: "articles", listingKey: nil, read: [], gone: [])
      changes.unread = ["a.md": [Finding("a.md", "no permission")]]
      try ledger.apply(changes)
      try expect(try ledger.articles(), [.sample("a")], "the shelf")
      try expect(try ledger.stamps(of: "articles"), ["a.md": ""], "read again")
      try expect(try ledger.findings().map(\.finding), [Finding("a.md", "no permission")], "the findings")
    },
    LedgerSuite("assetsAreRemembered") { ledger in
      try expect(try ledger.assets(of: "articles"), nil, "before")
      let file = ShelvedAsset(path: "articles/p.png", size: 7, stamp: "1 2 3 4")
      var changes = ShelfChanges(source: "articles", listingKey: "m", assets: "key", read: [], gone: [])
      changes.assetFiles = [file]
      changes.folder = "articles"
      try ledger.apply(changes)
      try expect(try ledger.assets(of: "articles"), [file], "the assets")
      try expect(try ledger.foldersOfSources(), ["articles": "articles"], "the folders")
      try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: [], gone: []))
      try expect(try ledger.assets(of: "articles"), [file], "the assets when they were not looked at")
    },
    LedgerSuite("whatFilesNameIsRemembered") { ledger in
      func read(_ mentions: String) throws {
        var file = ShelfChanges.Read(path: "a.md", stamp: "1", article: nil, findings: [])
        file.mentions = mentions
        try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: [file], gone: []))
      }
      try read("+x\n-y")
      let version = try ledger.shelfVersion()
      try expect(try ledger.mentions(of: "articles"), ["a.md": "+x\n-y"], "what it names")
      try expect(try ledger.mentions(of: "other"), [:], "of another source")
      try read("+x\n-y")
      try expect(try ledger.shelfVersion(), version, "the version when nothing changed")
      var unread = ShelfChanges(source: "articles", listingKey: nil, read: [], gone: [])
      unread.unread = ["a.md": []]
      try ledger.apply(unread)
      try expect(try ledger.mentions(of: "articles"), ["a.md": "+x\n-y"], "of a file that cannot be read")
      try read("")
      try expect(try ledger.mentions(of: "articles"), [:], "of a file that names none")
      try expect(try ledger.shelfVersion() > version, true, "the version grows")
    },
    LedgerSuite("whatIsThereWhenItsSourceBeginsDidNotArrive") { ledger in
      var first = changes([("a.md", .sample("a"))])
      first.now = morning
      first.assetFiles = []
      try ledger.apply(first)
      var later = changes([("b.md", .sample("b"))])
      later.now = morning + .seconds(60)
      try ledger.apply(later)
      try expect(try ledger.articles(arrivedAfter: morning), ["b"], "arrived")
      try expect(try ledger.articles(arrivedAfter: morning + .seconds(60)), [], "not after")
      later.now = morning + .seconds(120)
      try ledger.apply(later)
      try expect(try ledger.articles(arrivedAfter: morning + .seconds(60)), [], "read again")
    },
  ]
}
