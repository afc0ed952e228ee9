import CourantTesting
import Files
import Foundation
import LedgerSQL
import Model
import PressTesting
import Testing

@testable import Press

private let friday = "2026-11-20T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// What a run makes of a private feed: nothing under `public/`, and documents in the ledger.
@Suite struct PrivateFeedRunTests {
  private let site: SampleSite
  private let ann = mailbox("ann@example.org")

  /// `members` is private, `all` is not; both have the article.
  init() throws {
    site = try SampleSite(
      feeds: ["all": ["*"], "members": ["ms"]],
      digests: ["weekly": SampleSite.weekly + "feeds = [\"members\", \"all\"]\n"])
    try site.folder.write((site.folder.text("schedule.conf") ?? "") + "\n[web]\n", to: "schedule.conf")
    try replace(
      #"url = "https://news.example.org""#, #"url = "https://news.example.org"\#nhub = "https://hub.example/""#)
    try hide()
    try site.article("a", dated: "2026-11-19", topics: ["ms"])
  }

  private func replace(_ old: String, _ new: String) throws {
    try site.folder.write((site.folder.text("schedule.conf") ?? "").replacing(old, with: new), to: "schedule.conf")
  }

  private func hide(_ isPrivate: Bool = true, more: String = "") throws {
    let settings = "title = \"Members\"\ndescription = \"For members.\"\ntopics = [\"ms\"]\n" + more
    try site.folder.write(settings + (isPrivate ? "private = true\n" : ""), to: "feeds/members.toml")
  }

  /// The published files whose paths or bytes contain this text.
  private func published(with text: String) throws -> [String] {
    let root = site.path + "/public"
    return try FileManager.default.subpathsOfDirectory(atPath: root).filter { path in
      if path.contains(text) { return true }
      return (try? readFile(root + "/" + path)).map { Data($0).range(of: Data(text.utf8)) != nil } ?? false
    }.sorted()
  }

  private func document(_ newsroom: Newsroom, _ format: Feed.Format = .atom) throws -> String? {
    try newsroom.ledger.privateDocument(of: feeds("members")[0], format)
      .map { String(decoding: $0.bytes(for: "TOKEN"), as: UTF8.self) }
  }

  @Test func nothingPublishedMentionsIt() throws {
    let newsroom = try Newsroom(site)
    #expect(try newsroom.run(friday).problems == [])
    #expect(try newsroom.run(monday).problems == [])
    #expect(newsroom.mails.count == 1)
    #expect(try published(with: "feeds/members") == [])
    #expect(try published(with: "feeds/for") == [])
    #expect(try !published(with: "feeds/all/").isEmpty)
    #expect(site.folder.text("public/archive/weekly/1/index.html")?.contains("Members") == true, "its title is public")
    #expect(try published(with: "The body of a.").contains("articles/a/index.html"), "and so is the article")
    let mail = String(decoding: newsroom.mails[0].message, as: UTF8.self).replacing("=\r\n", with: "")
    #expect(!mail.contains("feeds/members"))
  }

  @Test func itsDocumentsAreThoseOfAPublicFeed() throws {
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(friday, only: .publish)
    let mine = try Feed.Format.allCases.map { try document(newsroom, $0) ?? "" }
    try hide(false)
    let other = try Newsroom(site)
    _ = try other.run(friday, only: .publish)
    for (format, mine) in zip(Feed.Format.allCases, mine) {
      let theirs = try #require(site.folder.text("public/feeds/members/\(format.fileName)"))
      let base = "https://news.example.org/"
      let expected = theirs.replacing("../../feeds", with: "../../../../feeds")
        .replacing(base + "feeds/members/" + format.fileName, with: base + "feeds/for/TOKEN/members/" + format.fileName)
        .replacing(base + "feeds/members/", with: base)
        .replacing(/\ *<(atom:)?link rel="hub"[^>]*>\n?/, with: "")
        .replacing(/\ *"hubs": \[[^\]]*\],\n/, with: "")
      #expect(mine.filter { !$0.isWhitespace } == expected.filter { !$0.isWhitespace })
      #expect(mine.contains("The body of a."))
      #expect(!mine.contains("hub.example"))
    }
  }

  @Test func itsTimeChangesOnlyWithItsBytes() throws {
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(friday, only: .publish)
    let members = feeds("members")[0]
    #expect(try newsroom.ledger.privateDocument(of: members, .rss)?.changed == .at(friday))
    try site.article("b", dated: "2026-11-19", topics: ["pd"])
    _ = try newsroom.run("2026-11-20T13:00:00Z", only: .publish)
    #expect(try newsroom.ledger.privateDocument(of: members, .rss)?.changed == .at(friday))
    try site.article("c", dated: "2026-11-19", topics: ["ms"])
    _ = try newsroom.run("2026-11-20T14:00:00Z", only: .publish)
    #expect(try newsroom.ledger.privateDocument(of: members, .rss)?.changed == .at("2026-11-20T14:00:00Z"))
  }

  @Test func noArticleCanContainTheBlank() throws {
    let url = "https://evil.example/?\\u{1}\\x01&#1;&#x1;"
    try site.folder.write(
      "---\nid: h\ntitle: \"a\\u0001b\"\ndate: 2026-11-19\ntopics: [ms]\n---\n\n![x](\(url)) \u{1} text\n",
      to: "articles/h.md")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(friday, only: .publish)
    for format in Feed.Format.allCases {
      let text = try #require(try document(newsroom, format))
      #expect(text.components(separatedBy: "TOKEN").count == 2, "\(format)")
    }
  }

  @Test func aFeedThatBecomesPrivateIsRemovedAndComesBackWithItsPositions() throws {
    try hide(false)
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(friday, only: .publish)
    #expect(try !published(with: "feeds/members").isEmpty)
    try hide()
    try newsroom.reopen()
    let report = try newsroom.run("2026-11-20T13:00:00Z", only: .publish)
    #expect(report.filesRemoved.sorted().filter { $0.contains("members") }.count == 4)
    #expect(try published(with: "feeds/members") == [])
    #expect(try document(newsroom) != nil)
    try site.article("b", dated: "2026-11-18", topics: ["ms"])
    _ = try newsroom.run("2026-11-20T14:00:00Z", only: .publish)
    try hide(false)
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-20T15:00:00Z", only: .publish)
    #expect(try document(newsroom) == nil)
    #expect(try !published(with: "feeds/members").isEmpty)
    #expect(try newsroom.ledger.articles(inFeed: "feeds/members/").map(\.text) == ["a", "b"])
  }

  @Test func theEndOfAPrivateFeedLeavesNoNotice() throws {
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(friday, only: .publish)
    try FileManager.default.removeItem(atPath: site.path + "/feeds/members.toml")
    try replace(#""members", "all""#, #""all""#)
    try newsroom.reopen()
    _ = try newsroom.run("2026-11-20T13:00:00Z", only: .publish)
    #expect(try published(with: "feeds/members") == [])
    #expect(try document(newsroom) == nil)
  }

  @Test func thePodcastOfMembersIsNotListed() throws {
    try hide(more: "podcast = { image = \"/p.jpg\", category = \"Science\" }\n")
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(friday, only: .publish)
    #expect(try document(newsroom, .rss)?.contains("<itunes:block>Yes</itunes:block>") == true)
  }

  // MARK: - The letter

  /// The address in the last letter.
  private func address(in newsroom: Newsroom) throws -> String {
    let mail = String(decoding: try #require(newsroom.mails.last).message, as: UTF8.self)
      .replacing("=\r\n", with: "").replacing("=3D", with: "=")
    return try #require(
      mail.firstMatch(of: /https:\/\/news\.example\.org\/feeds\/for\/[a-z2-7]{39}\/members\/rss\.xml/)
    )
    .output.description
  }

  private func token(in address: String) -> String { String(address.split(separator: "/")[4]) }

  @Test func theAddressComesInALetterAndOnlyItsHashIsKept() throws {
    let folder = try TemporaryFolder()
    let newsroom = try Newsroom(site, ledger: SQLLedger(path: folder.path + "/ledger.sqlite"))
    _ = try newsroom.run(friday, only: .publish)
    try newsroom.ledger.record([ReaderRequest(.privateFeeds, from: ann)], at: .at(friday))
    let report = try newsroom.run("2026-11-20T12:05:00Z")
    #expect(report.letters == [.accepted: 1])
    #expect(newsroom.mails.map(\.recipient) == [ann])
    #expect(newsroom.mails.last?.field("Subject") == "Your private feeds from Research news")
    let address = try address(in: newsroom)
    let token = token(in: address)
    #expect(try newsroom.ledger.follows(ofFeedToken: token) == [WantedDigest("weekly")])
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let bytes = Data((try? readFile(folder.path + "/" + name)) ?? [])
      for word in [token, token.uppercased()] { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(name)") }
    }
    #expect(!newsroom.announced.joined().contains(token))
    #expect("\(report)".contains(token) == false)
  }

  @Test func aLetterToWhoNoLongerFollowsTheFeedHasNoAddress() throws {
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(friday, only: .publish)
    try newsroom.ledger.record([ReaderRequest(.privateFeeds, from: ann)], at: .at(friday))
    let weekly = try #require(try newsroom.ledger.addressee(ann, digest: "weekly")).0.token
    _ = try newsroom.ledger.save(
      ReaderChoices([WantedDigest("weekly", .some(feeds("all")))]), by: weekly, under: LetterLimits(), at: .at(friday))
    let report = try newsroom.run("2026-11-20T12:05:00Z")
    #expect(report.problems == [])
    #expect(report.letters == [.accepted: 1])
    let mail = String(decoding: newsroom.mails[0].message, as: UTF8.self)
    #expect(!mail.contains("feeds/for"))
    #expect(newsroom.mails[0].field("Subject") == "You already get these emails from Research news")
  }

  @Test func askingAgainReplacesTheAddress() throws {
    let newsroom = try Newsroom(site)
    _ = try newsroom.run(friday, only: .publish)
    var tokens: [String] = []
    for time in ["2026-11-20T12:05:00Z", "2026-11-20T13:05:00Z"] {
      try newsroom.ledger.record([ReaderRequest(.privateFeeds, from: ann)], at: .at(time))
      _ = try newsroom.run(time)
      tokens.append(token(in: try address(in: newsroom)))
    }
    #expect(try tokens.map { try newsroom.ledger.follows(ofFeedToken: $0).count } == [0, 1])
  }
}
