internal import Model
internal import Time

extension LedgerSuite {
  static let shelfCases: [LedgerSuite] = [
    LedgerSuite("whatIsPutOnTheShelfIsFoundThere") { ledger in
      var rich = Article.sample("rich")
      rich.credibility = Rating(4.5)
      rich.credibilityReason = "R"
      rich.testedIn = .animals
      rich.shortTitle = "S"
      rich.means = "M"
      rich.mind = "K"
      rich.questions = ["Q"]
      rich.changes = [.init(date: "2026-11-23", what: "C")]
      rich.citation = .init(title: "T", doi: "10.5555/x")
      rich.body = "<p>\u{1F9E0} & more</p>"
      try ledger.apply(changes([("rich.md", rich)], listingKey: "m1"))
      try expect(try ledger.article("rich"), rich, "the article")
      try expect(try ledger.listingKey(of: "articles"), "m1", "the key")
      try expect(try ledger.stamps(of: "articles"), ["rich.md": "stamp"], "the stamps")
    },
    LedgerSuite("filesThatAreReadAgainWithOthersAreKnown") { ledger in
      let read = { (path: String, stamp: String?) in
        ShelfChanges.Read(path: path, stamp: stamp, article: nil, findings: [])
      }
      let apply = { (files: [ShelfChanges.Read]) in
        try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: files, gone: []))
      }
      try apply([read("a.md", "key 1"), read("b.md", "key 2")])
      try expect(try ledger.stamps(of: "articles", at: ["b.md", "c.md"]), ["b.md": "key 2"], "the stamps of two")
      let hasUnsettled = { try ledger.hasUnsettledFiles(of: "articles", key: "key") }
      try expect(try hasUnsettled(), false, "settled files")
      try expect(try ledger.hasUnsettledFiles(of: "articles", key: "other"), true, "with another key")
      for stamp in [nil, "repeat 3", "key 3 waits 9"] {
        try apply([read("c.md", stamp)])
        try expect(try hasUnsettled(), true, "a stamp \(stamp ?? "that is missing")")
      }
      try expect(try ledger.hasUnsettledFiles(of: "others", key: "key"), false, "another source")
    },
    LedgerSuite("aGoneFileTakesItsArticleAndFindingsAlong") { ledger in
      try ledger.apply(changes([("a.md", .sample("a")), ("b.md", nil)], findings: ["b.md": [Finding("b.md", "bad")]]))
      try ledger.apply(ShelfChanges(source: "articles", listingKey: nil, read: [], gone: ["a.md", "b.md"]))
      try expect(try ledger.articles(), [], "the shelf")
      try expect(try ledger.findings(), [], "the findings")
      try expect(try ledger.stamps(of: "articles"), [:], "the stamps")
    },
    LedgerSuite("anArticleMovesFromOneFileToAnotherInOneStep") { ledger in
      try ledger.apply(changes([("a.md", .sample("x")), ("b.md", .sample("y"))]))
      try ledger.apply(changes([("a.md", .sample("y")), ("b.md", .sample("x"))]))
      try expect(Set(try ledger.articles().map(\.id.text)), ["x", "y"], "the shelf")
    },
    LedgerSuite("articlesAreChosenByDateOrByName") { ledger in
      try ledger.apply(
        changes([
          ("a.md", .sample("a", "2026-11-01T00:00:00Z")), ("b.md", .sample("b", "2026-11-02T00:00:00Z")),
          ("c.md", .sample("c", "2026-11-03T00:00:00Z")),
        ]))
      let found = try ledger.articles(publishedAfter: .at("2026-11-02T00:00:00Z"), or: ["a", "c", "nobody"])
      try expect(Set(found.map(\.id.text)), ["a", "c"], "after the second, or a")
      try expect(
        try ledger.nextTurn(after: .at("2026-11-02T00:00:00Z")), .at("2026-11-03T00:00:00Z"), "the next embargo")
      try expect(try ledger.nextTurn(after: .at("2026-11-03T00:00:00Z")), nil, "no embargo")
    },
    LedgerSuite("datesAndTopicsOfAllArticlesAreReadNewestFirst") { ledger in
      var expiring = Article.sample("c", "2026-11-01T00:00:00Z", topics: ["MS", "Sleep, and rest"])
      expiring.expires = .at("2026-11-05T00:00:00Z")
      let articles = [
        expiring, .sample("b", "2026-11-02T00:00:00Z", topics: []),
        .sample("a", "2026-11-01T00:00:00Z", topics: ["ms"]),
      ]
      try ledger.apply(changes(articles.map { ("\($0.id).md", $0) }))
      let expected = [articles[1], articles[2], articles[0]].map { ArticleTopics($0) }
      let found = try ledger.articleTopics()
      try expect(found, expected, "the dates and topics")
      try expect(found.map { $0.topics.map(\.label) }, expected.map { $0.topics.map(\.label) }, "the topics as written")
    },
    LedgerSuite("anArticleAppearsAtItsDateAndIsWithdrawnAtItsExpiry") { ledger in
      var article = Article.sample("a", "2026-11-03T00:00:00Z")
      article.expires = .at("2026-11-05T00:00:00Z")
      try ledger.apply(changes([("a.md", article)]))
      try expect(try ledger.article("a"), article, "the article")
      var turns: [Instant] = []
      while let turn = try ledger.nextTurn(after: turns.last ?? .at("2026-11-01T00:00:00Z")) { turns.append(turn) }
      try expect(turns, [.at("2026-11-03T00:00:00Z"), .at("2026-11-05T00:00:00Z")], "the turns")
      for day in 2...5 {
        try ledger.recordAppearances(at: .at("2026-11-0\(day)T00:00:00Z"))
        let withdrawn: [Instant] = day == 5 ? [.at("2026-11-05T00:00:00Z")] : []
        try expect(try ledger.withdrawals().map(\.at), withdrawn, "what is withdrawn on day \(day)")
      }
    },
    LedgerSuite("aChangeThatIsAheadIsATurn") { ledger in
      var article = Article.sample("a", "2026-11-01T00:00:00Z")
      article.updated = .at("2026-11-09T10:00:00Z")
      try ledger.apply(changes([("a.md", article), ("b.md", .sample("b", "2026-11-01T00:00:00Z"))]))
      try expect(try ledger.nextTurn(after: .at("2026-11-02T00:00:00Z")), article.updated, "the change")
      try expect(try ledger.nextTurn(after: .at("2026-11-09T10:00:00Z")), nil, "after the change")
    },
    LedgerSuite("aFindingThatStaysKeepsItsDateOfReport") { ledger in
      let old = Finding("b.md", line: 3, "old")
      let new = Finding("b.md", "new")
      try ledger.apply(changes([("b.md", nil)], findings: ["b.md": [old]]))
      try ledger.setReported([old], at: morning)
      try ledger.apply(changes([("b.md", nil)], findings: ["b.md": [old, new]]))
      try expect(
        Set(try ledger.findings()),
        [ShelvedFinding(finding: old, reported: morning), ShelvedFinding(finding: new, reported: nil)], "the findings")
    },
    LedgerSuite("notesAreRemembered") { ledger in
      try ledger.setNote("k", "1")
      try ledger.setNote("k", "2")
      try expect(try ledger.note("k"), "2", "the note")
      try expect(try ledger.note("other"), nil, "no note")
      try expect(ledger.secret.count, 32, "the secret's length")
    },
  ]
}

extension Article.ID: ExpressibleByStringLiteral {
  package init(stringLiteral text: String) { self.init(text) }
}

func changes(
  _ files: [(String, Article?)], listingKey: String? = nil, findings: [String: [Finding]] = [:]
) -> ShelfChanges {
  ShelfChanges(
    source: "articles", listingKey: listingKey,
    read: files.map { .init(path: $0.0, stamp: "stamp", article: $0.1, findings: findings[$0.0] ?? []) }, gone: [])
}
