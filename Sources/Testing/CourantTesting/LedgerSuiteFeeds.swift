internal import Model
internal import Time

extension LedgerSuite {
  static let feedCases: [LedgerSuite] = [
    LedgerSuite("anArticleKeepsItsPlaceInAFeed") { ledger in
      let all = recorded("feeds/all/", archive: 2)
      try ledger.record([FeedChange(feed: all, newcomers: ["b", "a"])], at: morning)
      let ms = recorded("feeds/ms/", archive: 0)
      try ledger.record(
        [FeedChange(feed: all, newcomers: ["c"]), FeedChange(feed: ms, newcomers: ["a"])], at: morning)
      try expect(try ledger.articles(inFeed: "feeds/all/"), ["b", "a", "c"], "the places")
      try expect(try ledger.articles(inFeed: "feeds/ms/"), ["a"], "the places")
      try expect(try ledger.articles(inFeed: "feeds/nobody/"), [], "the places of a feed that never was")
      let place = FeedPlace(position: 1, count: 3)
      try expect(try ledger.place(of: "a", inFeed: "feeds/all/"), place, "the place of one article")
      try expect(try ledger.place(of: "c", inFeed: "feeds/ms/"), nil, "the place of an article that is not in it")
      try expect(try ledger.recordedFeeds(), [all, ms], "the feeds")
    },
    LedgerSuite("twoPlacesInAFeedAreRefusedWhole") { ledger in
      let all = recorded("feeds/all/", archive: 2)
      try ledger.record([FeedChange(feed: all, newcomers: ["a"])], at: morning)
      do {
        try ledger.record([FeedChange(feed: all, newcomers: ["b", "a"])], at: morning)
        throw Broken(description: "an article has two places")
      } catch is LedgerError {
        try expect(try ledger.articles(inFeed: "feeds/all/"), ["a"], "the places")
      }
    },
    LedgerSuite("aFeedThatHasEndedKeepsItsDateUntilItIsBackAndItsSizeForEver") { ledger in
      let change = { FeedChange(feed: recorded("feeds/all/", title: $0, archive: $1), newcomers: []) }
      try ledger.record([change("Old", 2)], at: morning)
      try ledger.end(["feeds/all/", "feeds/nobody/"], at: morning)
      try ledger.end(["feeds/all/"], at: morning + .seconds(60))
      let ended = recorded("feeds/all/", title: "Old", archive: 2, ended: morning)
      try expect(try ledger.recordedFeeds(), [ended], "the ended feed")
      try ledger.record([change("New", 5)], at: morning + .seconds(120))
      try expect(
        try ledger.recordedFeeds(), [recorded("feeds/all/", title: "New", archive: 2)], "the feed that is back")
    },
  ]
}

private func recorded(
  _ folder: String, title: String = "Title", archive: Int, ended: Instant? = nil
) -> RecordedFeed {
  var feed = RecordedFeed(
    folder: folder, title: title, description: "About", formats: [.rss, .json], archive: archive)
  feed.ended = ended
  return feed
}
