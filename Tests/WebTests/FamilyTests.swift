import CourantTesting
import Model
import Testing
import Time

@testable import Web

/// Two digests of one family have the same articles: a reader signs up for one of them.
struct FamilyTests {
  private static let site: Site = {
    var site = Room.site
    var events = Digest.sample("events", cron: "0 7 1 * *")
    events.feeds = feeds("ms")
    var briefing = Digest.sample("briefing", cron: "0 7 2 * *")
    briefing.feeds = feeds("ms")
    site.digests = [.sample(), .sample("daily", cron: "0 7 * * *"), events, briefing]
    return site
  }()

  private let room: Room

  init() throws { room = try Room(Room.house(Self.site)) }

  private func boxes(_ page: WebResponse) -> [String] {
    page.text.matches(of: /type="(checkbox|radio)" name="(digest[a-z.]*)" value="([a-z]*)"( checked)?/)
      .map { "\($0.1) \($0.2) \($0.3)\($0.4 == nil ? "" : " x")" }
  }

  @Test func eachFamilyIsOneChoice() async {
    #expect(
      boxes(await room.get("/subscribe?digest=daily&digest=weekly")) == [
        "radio digest.daily weekly x", "radio digest.daily daily", "radio digest.daily ",
        "radio digest.briefing events", "radio digest.briefing briefing", "radio digest.briefing ",
      ])
  }

  @Test func oneOfEachFamilyIsAskedFor() async {
    let answer = await room.post(
      "/subscribe", [("email", "ann@example.org"), ("digest.daily", "daily"), ("digest.briefing", "events")])
    #expect(answer.status == 303)
    let wanted = room.desk.seen.requests.map(\.kind)
    #expect(wanted == [.subscribe([WantedDigest("daily"), WantedDigest("events")])])
  }

  @Test func twoOfOneFamilyAreRefused() async {
    let answer = await room.post(
      "/subscribe", [("email", "ann@example.org"), ("digest", "daily"), ("digest", "weekly")])
    #expect(answer.status == 422)
    #expect(answer.text.contains("Choose only one of them: each brings the same articles."))
    #expect(room.desk.seen.requests == [])
  }

  /// If both families had the same field name, browsers would allow only one choice for both.
  @Test func familiesDoNotExcludeEachOtherOnThePageOfPreferences() async {
    let token = room.desk.add("ann@example.org")
    room.desk.add("ann@example.org", "events")
    let page = await room.get("/preferences/" + token)
    #expect(
      boxes(page) == [
        "radio digest.daily weekly x", "radio digest.daily daily", "radio digest.daily ",
        "radio digest.briefing events x", "radio digest.briefing briefing", "radio digest.briefing ",
      ])
    _ = await room.post(
      "/preferences/" + token,
      [("do", "save"), ("digest.daily", "daily"), ("digest.briefing", "events")]
        + ["headache", "movement", "ms"].map { ("family.daily", $0) })
    let account = room.desk.seen.accounts[mailbox("ann@example.org")]
    #expect(account?.subscriptions.filter { $0.status == .confirmed }.map(\.digest).sorted() == ["daily", "events"])
  }
}
