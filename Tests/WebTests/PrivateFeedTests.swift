import CourantTesting
import Model
import Testing
import Time

@testable import Web

/// A reader's private feeds, and the button that asks for their address.
struct PrivateFeedTests {
  private let room: Room
  private let ann = mailbox("ann@example.org")
  private let changed = Instant.at("2026-11-28T07:00:05Z")

  private static let site: Site = {
    var site = Room.site
    site.feeds[1].isPrivate = true
    return site
  }()

  /// `movement` is private; `daily` contains it, and `ms`.
  init() throws {
    room = try Room(Room.house(Self.site))
    let documents = Feed.Format.allCases.map { format in
      PrivateDocument(feeds("movement")[0], format, bytes: Array("\(format) /feeds/for/\u{1}/ ü \u{1}".utf8))
    }
    try room.desk.record(privateDocuments: documents, at: changed)
  }

  private func reader(_ follows: Following = .all, of digest: String = "weekly") throws -> String {
    room.desk.add("ann@example.org", digest, follows)
    return try room.desk.newFeedToken(for: ann, at: changed)?.token ?? ""
  }

  @Test(arguments: [
    ("rss.xml", "application/rss+xml", "rss"), ("atom.xml", "application/atom+xml", "atom"),
    ("feed.json", "application/feed+json", "json"),
  ])
  func aReaderGetsTheDocumentWithTheirOwnAddress(_ name: String, _ type: String, _ format: String) async throws {
    let token = try reader()
    let answer = await room.get("/feeds/for/\(token)/movement/\(name)")
    #expect(answer.status == 200)
    #expect(answer.text == "\(format) /feeds/for/\(token)/ ü \(token)")
    #expect(answer.field("Content-Type") == type + "; charset=utf-8")
    #expect(answer.field("Cache-Control") == "private, no-cache")
    #expect(answer.field("Referrer-Policy") == "no-referrer")
    #expect(answer.field("X-Robots-Tag") == "noindex")
    #expect(answer.field("Last-Modified") == "Sat, 28 Nov 2026 07:00:05 GMT")
    #expect(answer.field("ETag")?.count == 34)
    #expect(answer.field("Set-Cookie") == nil)
    #expect(await room.get("/feeds/for/\(token.uppercased())/movement/\(name)").text == answer.text)
  }

  @Test func whoHasTheDocumentIsToldSo() async throws {
    let path = "/feeds/for/\(try reader())/movement/atom.xml"
    let tag = try #require(await room.get(path).field("ETag"))
    let cases: [(String, String, Int)] = [
      ("if-none-match", tag, 304), ("if-none-match", "W/\(tag)", 304), ("if-none-match", "\"x\", \(tag)", 304),
      ("if-none-match", "\"x\"", 200), ("if-modified-since", "Sat, 28 Nov 2026 07:00:05 GMT", 304),
      ("if-modified-since", "Sat, 28 Nov 2026 07:00:04 GMT", 200), ("if-modified-since", "soon", 200),
    ]
    for (name, value, status) in cases {
      let answer = await room.get(path, [(name, value)])
      #expect(answer.status == status, "\(name): \(value)")
      #expect(answer.body.isEmpty == (status == 304), "\(name): \(value)")
      #expect(answer.field("ETag") == tag)
      #expect(answer.field("Cache-Control") == "private, no-cache")
    }
    let both = [("if-none-match", "\"x\""), ("if-modified-since", "Sat, 28 Nov 2026 07:00:05 GMT")]
    #expect(await room.get(path, both).status == 200, "the tag decides")
  }

  @Test func headHasTheFieldsOfGet() async throws {
    let path = "/feeds/for/\(try reader())/movement/atom.xml"
    let got = await room.get(path)
    let head = await room.ask("HEAD", path)
    #expect(head.status == 200)
    #expect(head.fields == got.fields)
    #expect(head.body == [])
    for method in ["POST", "PUT", "DELETE"] {
      let answer = await room.ask(method, path)
      #expect(answer.status == 405)
      #expect(answer.field("Allow") == "GET, HEAD")
    }
  }

  @Test func allWrongAddressesGetTheSameAnswer() async throws {
    let token = try reader()
    room.desk.add("bob@example.org", "daily", .some(feeds("ms")))
    let other = try room.desk.newFeedToken(for: mailbox("bob@example.org"), at: changed)?.token ?? ""
    let weak = room.desk.add("cat@example.org")
    let wrong = [
      MemoryDesk.token("nobody"), other, weak, "x", "%00", String(token.dropLast()), token + "x",
      String(repeating: "a", count: 5000),
    ]
    var answers = Set<WebResponse>()
    for token in wrong { answers.insert(await room.get("/feeds/for/\(token)/movement/atom.xml")) }
    for name in ["nosuch", "..", "MOVEMENT", "%2e"] {
      answers.insert(await room.get("/feeds/for/\(token)/\(name)/atom.xml"))
    }
    _ = try room.desk.revokeFeedTokens(of: ann)
    answers.insert(await room.get("/feeds/for/\(token)/movement/atom.xml"))
    #expect(answers.count == 1)
    #expect(answers.first?.status == 404)
    #expect(answers.first?.field("X-Robots-Tag") == "noindex")
    #expect(answers.first?.field("Cache-Control") == "no-store")
    for path in ["/feeds/for/", "/feeds/for/\(token)", "/feeds/for/\(token)/movement/", "/feeds/for/a/b/c.xml"] {
      #expect(await room.get(path).status == 404, "\(path)")
    }
  }

  @Test(arguments: [
    ("weekly", Following.all, 200), ("daily", .all, 200), ("daily", .some(feeds("movement")), 200),
    ("daily", .some(feeds("ms")), 404), ("nosuch", .all, 404),
  ])
  func onlyWhoFollowsTheFeedReadsIt(_ digest: String, _ follows: Following, _ status: Int) async throws {
    let token = try reader(follows, of: digest)
    #expect(await room.get("/feeds/for/\(token)/movement/atom.xml").status == status)
  }

  /// `daily` does not contain `headache`, so its readers do not follow it, though they follow all of its feeds.
  @Test func aFeedThatTheDigestDoesNotHaveIsNotFollowed() throws {
    var site = Room.site
    let place = try #require(site.feeds.firstIndex { $0.name == feeds("headache")[0] })
    site.feeds[place].isPrivate = true
    #expect(site.privateFeeds(for: [WantedDigest("weekly")]).map(\.name) == feeds("headache"))
    #expect(site.privateFeeds(for: [WantedDigest("daily")]) == [])
  }

  @Test func theAddressOfAFeedThatIsPublicAgainLeadsToIt() async throws {
    let token = try reader()
    let answer = await room.get("/feeds/for/\(token)/ms/atom.xml")
    #expect(answer.status == 301)
    #expect(answer.location == "https://news.example.org/feeds/ms/atom.xml")
    #expect(await room.get("/feeds/for/\(MemoryDesk.token("nobody"))/ms/atom.xml").status == 404)
  }

  @Test func noOtherFeedContainsIt() async {
    #expect(await room.get("/feeds/of/movement/atom.xml").status == 404)
    #expect(await room.get("/feeds/of/headache+movement/atom.xml").status == 404)
    #expect(!(await room.get("/feeds/of/")).text.contains("movement"))
    #expect(!(await room.get("/feeds/of/?feed=movement&show=yes")).text.contains("/feeds/of/movement"))
  }

  // MARK: - The preferences page

  @Test func thePreferencesPageAsksForTheAddressByMailAndNeverShowsIt() async throws {
    let feed = try reader()
    let token = try #require(room.desk.seen.accounts[ann]?.subscriptions.first?.token)
    let page = await room.get("/preferences/\(token)")
    #expect(page.text.contains("value=\"private-feeds\""))
    #expect(page.text.contains("Send me the address"))
    let answer = await room.post("/preferences/\(token)", [("do", "private-feeds")])
    #expect(answer.location == "/preferences/\(token)?feeds")
    #expect(room.desk.seen.requests.map(\.kind) == [.privateFeeds])
    #expect(room.desk.seen.requests.map(\.address) == [ann])
    let after = await room.get("/preferences/\(token)?feeds")
    #expect(after.heading == "A message is on its way" || after.text.contains("A message with the address"))
    for text in [page.text, after.text] { #expect(!text.contains(feed)) }
  }

  @Test func whoFollowsNoPrivateFeedIsNotAsked() async {
    let token = room.desk.add("ann@example.org", "daily", .some(feeds("ms")))
    #expect(!(await room.get("/preferences/\(token)")).text.contains("private-feeds"))
    let answer = await room.post("/preferences/\(token)", [("do", "private-feeds")])
    #expect(answer.location == "/preferences/\(token)")
    #expect(room.desk.seen.requests.isEmpty)
    let open = try? Room()
    let other = open?.desk.add("ann@example.org") ?? ""
    #expect(await open?.get("/preferences/\(other)").text.contains("private-feeds") == false)
  }

  @Test func theReadersOwnDataSaySinceWhen() async throws {
    let feed = try reader()
    let access = room.desk.permit(.access, "ann@example.org", at: room.now)
    let data = await room.get("/access/\(access)?export")
    #expect(data.text.contains("\"private_feeds_since\": \"2026-11-01T10:00:00Z\""))
    #expect(!data.text.contains(feed))
  }

  @Test func logsHaveTheNameOfThePage() throws {
    let request = WebRequest("GET", "/feeds/for/\(try reader())/movement/atom.xml")
    #expect(room.door.routeName(of: request) == "private-feed")
  }
}
