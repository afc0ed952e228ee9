import CourantTesting
import Languages
import Model
import Testing
import Time

@testable import Web

/// How often the same feeds come, and the preview of the next email (A 39, F 4, F 5).
struct CadenceTests {
  private let room: Room

  /// Weekly and daily carry all three feeds; `events` one of them.
  private static let site: Site = {
    var site = Room.site
    var daily = Digest.sample("daily", cron: "0 7 * * *")
    daily.title = "Daily"
    var events = Digest.sample("events", cron: "0 7 1 * *")
    events.feeds = feeds("ms")
    var weekly = Digest.sample()
    weekly.welcome = .newestIssue
    site.digests = [weekly, daily, events]
    return site
  }()

  init() throws { room = try Room(Room.house(Self.site)) }

  private func follows(_ address: String = "ann@example.org") -> [String] {
    let account = room.desk.seen.accounts[mailbox(address)]
    return account?.subscriptions.filter { $0.status == .confirmed }.map { "\($0.digest):\($0.follows.text)" } ?? []
  }

  /// The next email of every digest: articles a and b of the feed ms, c of movement.
  private func promise() {
    room.change { ways in
      ways.upcoming = {
        let sections = [("ms", ["a", "b"]), ("movement", ["c"])].map { feed, ids in
          Issue.Section(feed: feeds(feed)[0], title: feed, articles: ids.map { .sample($0) })
        }
        return Dictionary(
          uniqueKeysWithValues: [("weekly", "2026-11-30"), ("daily", "2026-12-02")].map { digest, day in
            let slot = Slot(digest: digest, wallTime: day + "T07:00", due: .at(day + "T07:00:00Z"))
            return (digest, NextMail(Issue(digest: digest, number: 0, slot: slot, sections: sections)))
          })
      }
    }
  }

  @Test func digestsOfTheSameFeedsAreOneChoice() async {
    let token = room.desk.add("ann@example.org", "weekly", .some(feeds("ms")))
    let page = await room.get("/preferences/" + token)
    let boxes = page.text.matches(of: /type="(checkbox|radio)" name="([a-z.+]+)" value="([a-z]*)"( checked)?/)
    #expect(
      boxes.map { "\($0.1) \($0.2) \($0.3)\($0.4 == nil ? "" : " x")" } == [
        "radio digest.daily weekly x", "radio digest.daily daily", "radio digest.daily ",
        "checkbox family.daily headache", "checkbox family.daily movement", "checkbox family.daily ms x",
        "checkbox digest events",
      ])
    #expect(page.text.contains("every week, next on 30 November 2026 at 7:00, if there is news"))
    #expect(page.text.contains("every day, next on 30 November 2026 at 7:00, if there is news"))
  }

  /// A reader who already has two of them keeps both boxes.
  @Test func twoOfTheSameFeedsStayTwoChoices() async {
    let token = room.desk.add("ann@example.org")
    room.desk.add("ann@example.org", "daily")
    let page = await room.get("/preferences/" + token)
    #expect(!page.text.contains("type=\"radio\" name=\"digest.daily\""))
    #expect(page.text.matches(of: /name="digest" value="(weekly|daily)" checked/).count == 2)
  }

  @Test func changingHowOftenNeedsNoLetter() async {
    let token = room.desk.add("ann@example.org")
    let form = [("do", "save"), ("digest", "daily"), ("digest", ""), ("family.daily", "ms")]
    let answer = await room.post("/preferences/" + token, form)
    #expect(follows() == ["daily:ms"])
    let page = await room.get(answer.location ?? "")
    #expect(page.text.contains("You now get Daily: Feed ms."))
    #expect(!page.text.contains("an email is on its way"))
    let hidden = page.text.matches(of: /type="hidden" name="([a-z.+]+)" value="([a-z]+)"/).map {
      (String($0.1), String($0.2))
    }
    _ = await room.post("/preferences/" + token, hidden + [("do", "save")])
    #expect(follows() == ["weekly:*"])
  }

  @Test func theNextEmailIsShownOfTheFeedsThatAreFollowed() async {
    promise()
    let token = room.desk.add("ann@example.org", "weekly", .some(feeds("ms")))
    let before = room.desk.seen.changes
    let page = await room.get("/preferences/" + token)
    #expect(page.text.contains("Your next email"))
    #expect(page.text.contains("Weekly: on 30 November 2026 at 7:00. So far it would bring:"))
    #expect(page.items == ["About a", "About b"])
    #expect(room.desk.seen.changes == before)
    #expect(await room.get("/preferences/\(token)?confirmed").items == ["About a", "About b"])
  }

  /// F 5.
  @Test func boxesAreTriedWithoutSaving() async {
    promise()
    let token = room.desk.add("ann@example.org", "weekly", .some(feeds("ms")))
    let before = room.desk.seen.changes
    let query = "?digest=daily&family.daily=movement&language=en&show=yes"
    let page = await room.get("/preferences/" + token + query)
    #expect(page.heading == "Your next email")
    #expect(page.text.contains("It is not saved yet."))
    #expect(page.text.contains("Daily: on 2 December 2026 at 7:00. So far it would bring:"))
    #expect(page.items == ["About c"])
    #expect(page.text.contains("value=\"daily\" checked"))
    #expect(!page.text.contains("value=\"weekly\" checked"))
    #expect(room.desk.seen.changes == before)
    #expect(follows() == ["weekly:ms"])
    #expect(await room.get("/preferences/\(token)?digest=nothing&show=yes").status == 200)
  }

  @Test func withoutNewsTheDateAloneIsShown() async {
    promise()
    let token = room.desk.add("ann@example.org", "weekly", .some(feeds("headache")))
    let page = await room.get("/preferences/" + token)
    #expect(page.text.contains("Weekly: on 30 November 2026 at 7:00, if something new appears by then."))
    #expect(page.items == [])
  }

  @Test func aPauseShowsNoNextEmail() async {
    promise()
    let token = room.desk.add("ann@example.org")
    _ = await room.post("/preferences/" + token, [("do", "pause"), ("weeks", "2")])
    #expect(await room.get("/preferences/" + token).items == [])
  }

  /// A title that is long, hostile or in another direction is one line of text.
  @Test(arguments: Language.builtIn)
  func titlesAreTextInAnyLanguage(_ language: String) async {
    room.change { ways in
      ways.upcoming = {
        let titles = ["<script>x</script>", "عنوان", String(repeating: "long ", count: 60)]
        let articles = (0..<15).map { Article.sample("a\($0)", title: $0 < 3 ? titles[$0] : nil) }
        let slot = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
        let section = Issue.Section(feed: feeds("ms")[0], title: "ms", articles: articles)
        return ["weekly": NextMail(Issue(digest: "weekly", number: 0, slot: slot, sections: [section]))]
      }
    }
    let token = room.desk.add("ann@example.org", language: language)
    let page = await room.get("/preferences/" + token)
    #expect(page.status == 200)
    #expect(!page.text.contains("<script>x"))
    #expect(page.items.count == 13)
    #expect(page.body.count < 20_000)
  }

  @Test func aWelcomeIsToldToWhoConfirms() async {
    let own = room.desk.add("ann@example.org", status: .pending)
    let permit = room.desk.permit(.confirm, "ann@example.org")
    let answer = await room.post("/confirm/" + permit, [("confirm", "yes")])
    #expect(answer.location == "/preferences/\(own)?confirmed&welcome=weekly")
    let page = await room.get(answer.location ?? "")
    #expect(page.text.contains("Weekly: the newest issue is on its way to you."))
    #expect(!page.text.contains("your first email comes"))
    #expect(await room.get("/preferences/\(own)?confirmed&welcome=%3Cx%3E").status == 200)
  }
}

extension WebResponse {
  /// The lines of lists, without direction marks.
  fileprivate var items: [String] {
    text.matches(of: /<li dir="auto">([^<]*)<\/li>/).map { match in
      String(String.UnicodeScalarView(match.1.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
    }
  }
}
