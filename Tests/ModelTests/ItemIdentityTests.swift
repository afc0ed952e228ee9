import CourantTesting
import Model
import Testing
import Time

/// Fetches of one source, one after the other: which article each item is.
@Suite struct ItemIdentityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let fetches: [[UpstreamItem]]
    /// By fetch, in the order of items; the same number is the same article.
    let articles: [[Int]]

    init(_ name: String, _ fetches: [[UpstreamItem]], are articles: [[Int]]) {
      testDescription = name
      self.fetches = fetches
      self.articles = articles
    }
  }

  @Test(arguments: cases) func itemsAreRecognised(_ one: Case) throws {
    let memory = Memory()
    var numbers: [Article.ID: Int] = [:]
    let found = try one.fetches.map { items in
      try memory.fetch(items).map { decision in
        let number = numbers[decision.id] ?? numbers.count + 1
        numbers[decision.id] = number
        return number
      }
    }
    #expect(found == one.articles)
  }

  /// A key that matches nothing is forgotten after a year of silence: what comes back then is known by its other keys.
  @Test(arguments: cases) func aForgottenKeyRepeatsNothing(_ one: Case) throws {
    let memory = Memory()
    let fetches = try one.fetches.map { try memory.fetch($0).map(\.id) }
    memory.forgetTombstones()
    for (items, ids) in zip(one.fetches, fetches) {
      #expect(try memory.fetch(items).map(\.id) == ids)
    }
  }

  @Test func keysThatMatchNothingAreListed() throws {
    let memory = Memory()
    let items = [item("A", guid: "N/A", link: "https://x/a"), item("B", guid: "N/A", link: "https://x/b")]
    var identity = ItemIdentity(of: "blog", recorded: memory, hash: hashed)
    _ = try identity.decide(items.map { ItemKeys($0, hash: hashed) })
    #expect(identity.tombstones == ["G:N/A"])
  }

  @Test func aNewArticleIsNamedByItsStrongestKey() throws {
    let memory = Memory()
    let decisions = try memory.fetch([item("One", guid: "g1"), item("Two", guid: nil, link: "https://x.example/2")])
    let names = ["G:g1", "L:x.example/2"].map { Article.ID("blog/" + String(hashed($0).prefix(16))) }
    #expect(decisions == names.map { .new($0) })
  }

  @Test func theirGuidsMayBecomeTheIDs() throws {
    let memory = Memory()
    memory.keepsIDs = true
    memory.titles["taken"] = "A folder's article"
    let items = [item("One", guid: "tag:x,2026:1"), item("Two", guid: "taken"), item("Three", guid: nil)]
    let ids = try memory.fetch(items).map(\.id)
    #expect(ids[0] == "tag:x,2026:1")
    #expect(ids[1].text.hasPrefix("blog/") && ids[2].text.hasPrefix("blog/"))
  }

  @Test func keysOfAllKinds() {
    var one = item(
      "Größe: Über  Größe!", guid: "https://WWW.Example.org/a/?x=1#y",
      link: "http://www.x.example/p/?b=2&utm_source=f&a=1#top")
    one.papers = ["doi:10.1000/1"]
    one.body = "<p>\(longText)</p>"
    let day = (one.published?.seconds ?? 0) / 86_400
    #expect(
      ItemKeys(one, hash: { "h\($0.count)" }).all == [
        "G:https://WWW.Example.org/a/?x=1#y", "D:doi:10.1000/1", "g:example.org/a?x=1#y", "p:/a?x=1#y",
        "L:x.example/p?a=1&b=2", "T:\(day) grosse uber grosse", "C:h\(longText.count)",
      ])
  }

  @Test func aBareItemIsNamedByAllOfIt() throws {
    let memory = Memory()
    let bare = [item("Notice", guid: nil, body: "one"), item("Notice", guid: nil, body: "two")]
    let first = try memory.fetch(bare)
    #expect(first[0].id != first[1].id)
    #expect(try memory.fetch(bare) == first.map { .same($0.id) })
  }

  @Test func aFetchComparesFewBodies() throws {
    let memory = Memory()
    _ = try memory.fetch(
      (0..<100).map { item("Same", guid: "a\($0)", link: "https://x.example/a\($0)", body: "w\($0)") })
    _ = try memory.fetch(
      (0..<100).map { item("Same", guid: "b\($0)", link: "https://x.example/b\($0)", body: "w\($0)") })
    #expect(memory.comparisons <= 20)
  }

  /// Title and day suffice for items without guid, whose bodies are also compared: only changed ones, and few.
  @Test func itemsWithoutGuidsAreComparedAsRarely() throws {
    let memory = Memory()
    func items(_ token: String, _ body: (Int) -> String) -> [UpstreamItem] {
      (0..<100).map { item("Title \($0)", guid: nil, link: "https://x.example/?t=\(token)\($0)", body: body($0)) }
    }
    let first = try memory.fetch(items("a") { "\(longText) end\($0)" }).map(\.id)
    #expect(Set(first).count == 100)
    #expect(try memory.fetch(items("b") { "\(longText) end\($0)" }).map(\.id) == first)
    #expect(memory.comparisons == 0, "the same bodies")
    #expect(try memory.fetch(items("c") { "\(nearText) end\($0)" }).map(\.id) == first)
    #expect(memory.comparisons <= 20)
  }
}

/// What a ledger would record.
private final class Memory: RecordedItems {
  var keepsIDs = false
  var titles: [Article.ID: String] = [:]
  var comparisons = 0
  private var names: [String: Article.ID?] = [:]
  private var bodies: [Article.ID: String] = [:]
  private var items: [UpstreamItem] = []

  func fetch(_ items: [UpstreamItem]) throws -> [ItemIdentity.Decision] {
    self.items = items
    var identity = ItemIdentity(of: "blog", keepsIDs: keepsIDs, recorded: self, hash: hashed)
    let decisions = try identity.decide(items.map { ItemKeys($0, at: ["https://x/blog"], hash: hashed) })
    for alias in identity.aliases { names[alias.key] = .some(alias.article) }
    for (item, decision) in zip(items, decisions) {
      titles[decision.id] = item.title
      bodies[decision.id] = item.normalText
    }
    return decisions
  }

  func forgetTombstones() { names = names.filter { $0.value != nil } }

  func aliases(_ keys: [String]) -> [ItemAlias] {
    keys.compactMap { key in
      guard let article = names[key] else { return nil }
      var alias = ItemAlias(key: key, article: article, isShared: ItemKey.isShared(key))
      alias.source = "blog"
      return alias
    }
  }

  func title(of id: Article.ID) -> String? { titles[id] }

  func likeness(ofItem position: Int, to id: Article.ID) -> Double? {
    comparisons += 1
    return bodies[id].flatMap { Model.likeness(items[position].normalText, $0) }
  }
}

/// Letters that depend on the text, long enough for an id.
private func hashed(_ text: String) -> String {
  var hash: UInt64 = 14_695_981_039_346_656_037
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
  return String(hash, radix: 16) + "0123456789abcdef"
}

private let longText = (1...60).map { "word\($0)" }.joined(separator: " ")
private let otherText = (1...60).map { "other\($0)" }.joined(separator: " ")
private let nearText = longText.replacing("word60", with: "changed")

private func item(
  _ title: String, guid: String? = "g", link: String? = nil, _ day: Int? = 20, body: String = ""
) -> UpstreamItem {
  var item = UpstreamItem(title: title)
  item.guid = guid
  item.link = link
  item.published = day.map { .at("2026-11-\($0 < 10 ? "0" : "")\($0)T09:00:00Z") }
  item.body = body
  return item
}

private func paper(_ title: String, _ guid: String, _ papers: String...) -> UpstreamItem {
  var item = item(title, guid: guid)
  item.papers = papers
  return item
}

private let cases: [ItemIdentityTests.Case] = [
  .init("the same item again", [[item("A")], [item("A")]], are: [[1], [1]]),
  .init(
    "a guid is enough", [[item("A", link: "https://x/a")], [item("B", link: "https://x/b", 25)]], are: [[1], [1]]),
  .init(
    "I1: without a guid, the link",
    [[item("A", guid: nil, link: "https://x/a")], [item("B", guid: nil, link: "https://x/a", 25)]], are: [[1], [1]]),
  .init(
    "I1: a link that all items have, then title and day",
    [
      [item("A", guid: nil, link: "https://x/all"), item("B", guid: nil, link: "https://x/all")],
      [item("C", guid: nil, link: "https://x/all"), item("A", guid: nil, link: "https://x/all")],
    ], are: [[1, 2], [3, 1]]),
  .init(
    "I1: a link with a token, as CNKI has",
    [[item("A", guid: nil, link: "https://x/a?t=1")], [item("A", guid: nil, link: "https://x/a?t=2")]],
    are: [[1], [1]]),
  .init(
    "without a guid, the same title and day, but another text",
    [
      [item("A", guid: nil, link: "https://x/1", body: longText)],
      [item("A", guid: nil, link: "https://x/2", body: otherText)],
    ], are: [[1], [2]]),
  .init(
    "I2: one guid on all items",
    [
      [item("A", guid: "N/A", link: "https://x/a"), item("B", guid: "N/A", link: "https://x/b")],
      [item("C", guid: "N/A", link: "https://x/c")], [item("A", guid: "N/A", link: "https://x/a")],
    ], are: [[1, 2], [3], [1]]),
  .init(
    "I2: the home page as guid and link of all items",
    [
      [item("A", guid: "https://x/", link: "https://x/"), item("B", guid: "https://x/", link: "https://x/")],
      [item("C", guid: "https://x/", link: "https://x/"), item("B", guid: "https://x/", link: "https://x/")],
    ], are: [[1, 2], [3, 2]]),
  .init(
    "I2: the home page as guid of all items, one a fetch",
    [
      [item("A", guid: "https://x/", link: "https://x/")], [item("B", guid: "https://www.x", link: "https://x/", 25)],
      [item("C", guid: "http://x/blog/", link: nil, 25)], [item("B", guid: "https://x/", link: "https://x/", 25)],
    ], are: [[1], [2], [3], [2]]),
  .init(
    "the front page of an item's own page as guid",
    [
      [item("A", guid: "https://y/", link: "https://y/a")], [item("B", guid: "https://y/", link: "https://y/b")],
    ], are: [[1], [2]]),
  .init(
    "a blog of links: front pages of others are guids",
    [
      [item("A", guid: "https://one/", link: "https://one/")], [item("B", guid: "https://two/", link: "https://two/")],
      [item("A, edited", guid: "https://one/", link: "https://one/", 25)],
    ], are: [[1], [2], [1]]),
  .init(
    "I3: http becomes https", [[item("A", guid: "http://x/a")], [item("B", guid: "https://x/a", 25)]],
    are: [[1], [1]]),
  .init(
    "I3: www and a slash", [[item("A", guid: "http://www.x/a/")], [item("B", guid: "https://x/a", 25)]],
    are: [[1], [1]]),
  .init(
    "I3: another host",
    [
      [item("A", guid: "http://old/a", link: "http://old/a")],
      [item("A", guid: "http://new/a", link: "http://new/a", 25)],
    ], are: [[1], [1]]),
  .init(
    "two blogs of a planet number alike",
    [
      [item("A", guid: "http://one/?p=1", link: "http://one/a")],
      [item("B", guid: "http://two/?p=1", link: "http://two/b")],
    ], are: [[1], [2]]),
  .init(
    "I4: another guid, the same link and title",
    [[item("A", guid: "1", link: "https://x/a")], [item("A", guid: "2", link: "https://x/a", 25)]], are: [[1], [1]]),
  .init(
    "I4: another guid, the same link and text",
    [
      [item("A", guid: "1", link: "https://x/a", body: longText)],
      [item("B", guid: "2", link: "https://x/a", 25, body: longText)],
    ], are: [[1], [1]]),
  .init(
    "another guid and title, the same link",
    [[item("A", guid: "1", link: "https://x/a")], [item("B", guid: "2", link: "https://x/a")]], are: [[1], [2]]),
  .init(
    "I5: another guid and link, the same title and nearly the same text",
    [
      [item("A", guid: "1", link: "https://x/a", body: longText)],
      [item("A", guid: "2", link: "https://x/b", 22, body: nearText)],
    ], are: [[1], [1]]),
  .init(
    "I5: three days are too many",
    [
      [item("A", guid: "1", link: "https://x/a", body: longText)],
      [item("A", guid: "2", link: "https://x/b", 23, body: longText)],
    ], are: [[1], [2]]),
  .init(
    "I5: the same title and another text",
    [
      [item("A", guid: "1", link: "https://x/a", body: longText)],
      [item("A", guid: "2", link: "https://x/b", body: otherText)],
    ], are: [[1], [2]]),
  .init(
    "I6: one link, two titles",
    [
      [item("A", guid: "1", link: "https://x/a"), item("B", guid: "2", link: "https://x/a")],
      [item("A", guid: "1", link: "https://x/a"), item("B", guid: "2", link: "https://x/a")],
    ], are: [[1, 2], [1, 2]]),
  .init(
    "I6: one link without guids, two titles",
    [
      [item("A", guid: nil, link: "https://x/a"), item("B", guid: nil, link: "https://x/a")],
      [item("A", guid: nil, link: "https://x/a"), item("B", guid: nil, link: "https://x/a")],
    ], are: [[1, 2], [1, 2]]),
  .init(
    "one link and title, other days and bodies: a picture of the day",
    [
      [
        item("P", guid: "1", link: "https://x/p", 20, body: "one"),
        item("P", guid: "2", link: "https://x/p", 21, body: "two"),
      ],
      [
        item("P", guid: "2", link: "https://x/p", 21, body: "two"),
        item("P", guid: "3", link: "https://x/p", 22, body: "3"),
      ],
    ], are: [[1, 2], [2, 3]]),
  .init(
    "I7: guids are bad for a week",
    [
      [item("A", guid: "1", link: "https://x/a"), item("B", guid: "2", link: "https://x/b")],
      [item("A", guid: "0", link: "https://x/a"), item("B", guid: "0", link: "https://x/b")],
      [item("A", guid: "1", link: "https://x/a"), item("B", guid: "2", link: "https://x/b")],
    ], are: [[1, 2], [1, 2], [1, 2]]),
  .init(
    "I8: an item leaves and returns", [[item("A", guid: "1")], [item("B", guid: "2")], [item("A", guid: "1")]],
    are: [[1], [2], [1]]),
  .init(
    "I9: one paper",
    [[paper("A", "1", "doi:10.1/a")], [paper("B", "2", "pmid:1", "doi:10.1/a")], [paper("C", "3", "pmid:1")]],
    are: [[1], [1], [1]]),
  .init(
    "I10: two versions of a preprint in one fetch",
    [[paper("A", "v1", "arxiv:1"), paper("A, revised", "v2", "arxiv:1")]],
    are: [[1, 1]]),
  .init(
    "the number of a journal on all papers",
    [
      [paper("A", "1", "doi:10.1/j"), paper("B", "2", "doi:10.1/j"), paper("C", "3", "doi:10.1/j")],
      [paper("D", "4", "doi:10.1/j")],
    ],
    are: [[1, 2, 3], [4]]),
  .init("an item listed twice", [[item("A"), item("A")]], are: [[1, 1]]),
  .init(
    "release notes that differ by their fragment",
    [[item("1.0", guid: "https://x/n#1")], [item("1.1", guid: "https://x/n#2", 25)]], are: [[1], [2]]),
  .init(
    "undated items with one title",
    [[item("Notes", guid: "1", link: "https://x/1", nil)], [item("Notes", guid: "2", link: "https://x/2", nil)]],
    are: [[1], [2]]),
]
