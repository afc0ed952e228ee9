internal import Model
internal import Time

extension LedgerSuite {
  static let sourceCases: [LedgerSuite] = [
    LedgerSuite("aFetchIsRecordedWhole") { ledger in
      try ledger.record(fetch("a", "b"))
      try expect(try ledger.articles().map(\.id.text).sorted(), ["blog/a", "blog/b"], "the shelf")
      try expect(try ledger.pollStates(), ["blog": polled("\"1\"")], "the state")
      try expect(
        try ledger.aliases(["G:a", "G:b", "G:c"], of: "blog").map(\.article), ["blog/a", "blog/b"], "the aliases")
      try expect(try ledger.items(of: "blog").map(\.id.text), ["blog/a", "blog/b"], "the items")
      try expect(try ledger.settled(in: "weekly"), ["blog/b"], "what is past")
      try expect(try ledger.hostWaits(), [HostWait(host: "h", until: morning, times: 1)], "the waits")
      try expect(
        try ledger.places(of: ["blog/b", "none"]), [ShelvedPlace(id: "blog/b", source: "blog", path: "blog/b")],
        "the place")
    },
    LedgerSuite("theFirstFetchOfASourceBringsNoNewcomers") { ledger in
      try ledger.record(fetch("a"))
      try ledger.record(fetch("a", "b"))
      let before = Instant(seconds: morning.seconds - 1)
      try expect(try ledger.articles(arrivedAfter: before), ["blog/b"], "who arrived")
    },
    LedgerSuite("keysOfPapersAndLinksCountInAllSources") { ledger in
      var first = RecordedFetch(source: "blog", state: PollState(), now: morning)
      first.aliases = [
        ItemAlias(key: "G:a", article: "blog/a"), ItemAlias(key: "D:doi:1", article: "blog/a", isShared: true),
        ItemAlias(key: "L:x/a", article: nil, isShared: true),
      ]
      try ledger.record(first)
      let found = try ledger.aliases(["G:a", "D:doi:1", "L:x/a"], of: "journal")
      try expect(found.map { "\($0.source) \($0.key)" }, ["blog D:doi:1"], "what another source sees")
      try expect(try ledger.aliases(of: "journal"), [], "the keys that another source has shown itself")
      try expect(try ledger.aliases(of: "blog").count, 3, "what the source sees")
    },
    LedgerSuite("aKeyThatNamesTwoArticlesNamesNone") { ledger in
      try ledger.record(fetch("a"))
      var second = RecordedFetch(source: "blog", state: PollState(), now: morning)
      second.aliases = [ItemAlias(key: "G:a", article: nil)]
      try ledger.record(second)
      try expect(try ledger.aliases(["G:a"], of: "blog").map(\.article), [nil], "the key")
    },
    LedgerSuite("aKeyThatMatchesNothingIsForgottenWhenItIsNoLongerShown") { ledger in
      func fetch(_ days: Int64, showing keys: [String]) -> RecordedFetch {
        var fetch = RecordedFetch(source: "blog", state: PollState(), now: morning + .seconds(days * 86_400))
        fetch.tombstones = keys
        return fetch
      }
      var first = fetch(0, showing: ["G:n", "T:x"])
      first.aliases = [
        ItemAlias(key: "G:n", article: nil), ItemAlias(key: "T:x", article: nil),
        ItemAlias(key: "G:a", article: "blog/a"),
        ItemAlias(key: "L:page", article: nil, isShared: true),
      ]
      try ledger.record(first)
      try ledger.record(fetch(390, showing: ["T:x"]))
      try ledger.record(fetch(400, showing: []))
      try expect(try ledger.aliases(of: "blog").map(\.key).sorted(), ["G:a", "G:n", "L:page", "T:x"], "after 400 days")
      try ledger.record(fetch(401, showing: []))
      try expect(try ledger.aliases(of: "blog").map(\.key).sorted(), ["G:a", "L:page", "T:x"], "the day after")
    },
    LedgerSuite("theFirstSightOfAnItemStays") { ledger in
      var item = RecordedItem(source: "blog", id: "blog/a", title: "A", published: morning, firstSeen: morning)
      item.theirDate = morning
      item.leftOutBy = "not = \"title: a\""
      item.link = "https://x.example/a"
      item.print = Fingerprint(bits: .max)
      var fetch = RecordedFetch(source: "blog", state: PollState(), now: morning)
      fetch.items = [item]
      try ledger.record(fetch)
      try expect(try ledger.items(["blog/a"]), [item], "the item")
      var later = RecordedItem(
        source: "blog", id: "blog/a", title: "B", published: monday.due, firstSeen: monday.due)
      later.print = Fingerprint(bits: 7)
      fetch.items = [later]
      try ledger.record(fetch)
      item.title = "B"
      item.leftOutBy = nil
      item.link = nil
      item.print = Fingerprint(bits: 7)
      try expect(try ledger.items(["blog/a"]), [item], "the same item")
    },
    LedgerSuite("heldArticlesWaitUntilTheyAreReleased") { ledger in
      var fetch = RecordedFetch(source: "blog", state: PollState(), now: morning)
      fetch.held = [.sample("blog/a"), .sample("blog/b")]
      try ledger.record(fetch)
      try expect(try ledger.articleCount(), 0, "the shelf")
      try expect(try ledger.heldArticles().map(\.title), ["About blog/a", "About blog/b"], "what is held")
      try expect(try ledger.releasedArticles(of: "blog"), [], "what is released")
      try expect(try ledger.release(articlesHeldBy: "blog", at: morning), 2, "how many")
      try expect(try ledger.release(articlesHeldBy: "blog", at: morning), 0, "how many more")
      try expect(try ledger.releasedArticles(of: "blog"), fetch.held, "what is released")
      fetch.held = []
      fetch.letIn = ["blog/a"]
      try ledger.record(fetch)
      try expect(try ledger.heldArticles().map(\.id), ["blog/b"], "what is left")
    },
    LedgerSuite("whatAFetchMakesWaitIsNewsUnlessItIsSettled") { ledger in
      var fetch = fetch("a", "b")
      fetch.waiting = ["weekly": ["blog/a", "blog/b"], "daily": ["blog/b"]]
      try ledger.record(fetch)
      try ledger.record(fetch)
      try expect(try ledger.waiting(in: "weekly"), ["blog/a"], "what waits")
      try expect(try ledger.waiting(in: "daily"), ["blog/b"], "what waits for another digest")
    },
    LedgerSuite("statesAreNotedTogether") { ledger in
      try ledger.note(["blog": polled("1"), "journal": polled("2")], waits: [])
      try ledger.note(["blog": polled("3")], waits: [HostWait(host: "h", until: morning, times: 2)])
      try expect(try ledger.pollStates(), ["blog": polled("3"), "journal": polled("2")], "the states")
      try expect(try ledger.hostWaits().map(\.times), [2], "the waits")
    },
  ]
}

private func polled(_ etag: String) -> PollState {
  var state = PollState()
  state.validators.etag = etag
  state.begun = morning
  return state
}

/// A fetch with these items, of which the last is past for the weekly digest.
private func fetch(_ names: String...) -> RecordedFetch {
  var fetch = RecordedFetch(source: "blog", state: polled("\"1\""), now: morning)
  var changes = ShelfChanges(
    source: "blog", listingKey: nil, assets: "none",
    read: names.map { .init(path: "blog/\($0)", stamp: "x", article: .sample("blog/\($0)"), findings: []) }, gone: [])
  changes.assetFiles = []
  changes.now = morning
  fetch.changes = [changes]
  fetch.aliases = names.map { ItemAlias(key: "G:\($0)", article: Article.ID("blog/\($0)")) }
  fetch.items = names.map { name in
    RecordedItem(
      source: "blog", id: Article.ID("blog/\(name)"), title: name, published: morning, firstSeen: morning)
  }
  fetch.past = ["weekly": [Article.ID("blog/\(names[names.count - 1])")]]
  fetch.waits = [HostWait(host: "h", until: morning, times: 1)]
  return fetch
}
