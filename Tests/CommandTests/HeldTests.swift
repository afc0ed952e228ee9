import CourantTesting
import Testing

private let monday = "2026-11-23T07:00:05Z"

/// Someone copies an archive of 3,500 articles into the folder.
@Suite struct HeldTests {
  private let site: SampleSite
  private let press: PressRoom

  init() throws {
    press = try PressRoom(readers: 2, articles: [])
    site = press.site
    _ = try press.command("run", "--now", "2026-11-22T12:00:00Z")
    for number in 0..<3500 { try site.article("a\(number)", dated: "2026-11-20T10:00:00Z") }
    // Feeds and pages are not what this is about.
    #expect(
      try press.command("run", "--only", "digests", "--now", monday)
        == .init(
          code: 75, output: "",
          errors: "weekly@2026-11-23T07:00 is held: 3500 new articles exceed hold_above = 100; `courant release "
            + "weekly@2026-11-23T07:00` mails them, `courant cancel weekly@2026-11-23T07:00` discards them\n"))
    #expect(try send("2026-11-23T07:05:05Z") == 0)
    #expect(try press.status().held == ["weekly@2026-11-23T07:00"])
  }

  @Test func releasedItSendsWhatHasRoomAndTheRestIsNotForgotten() throws {
    #expect(
      try press.command("release", "weekly@2026-11-23T07:00", "--now", monday)
        == .init(code: 0, output: "weekly@2026-11-23T07:00 is released; the next run sends it\n", errors: ""))
    #expect(try send("2026-11-23T09:00:05Z") == 2)
    #expect(try press.status().issues.map(\.articles) == [12])
    #expect(try press.status().held == [])
    #expect(
      try press.command("run", "--only", "digests", "--now", "2026-11-30T07:00:05Z").errors
        .hasPrefix("weekly@2026-11-30T07:00 is held: 3488 new articles exceed"))
  }

  @Test func cancelledItIsNeverNewsAgain() throws {
    #expect(
      try press.command("cancel", "weekly@2026-11-23T07:00", "--now", monday)
        == .init(
          code: 0, output: "weekly@2026-11-23T07:00 is cancelled; its 3500 articles will never be mailed\n", errors: "")
    )
    try site.article("new", dated: "2026-11-24")
    #expect(try send("2026-11-30T07:00:05Z") == 2)
    #expect(try press.status().issues.map(\.articles) == [1])
  }

  /// How many mails left.
  private func send(_ now: String) throws -> Int {
    let before = press.recipients.count
    _ = try press.command("run", "--only", "digests", "--now", now)
    _ = try press.command("run", "--only", "deliveries", "--now", now)
    return press.recipients.count - before
  }
}
