import CourantTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"
private let tuesday = "2026-11-24T12:00:00Z"

/// `courant run` against a mail server, as cron starts it.
@Suite struct RunTests {
  @Test func theSecondRunOfALineIsSilent() throws {
    let press = try PressRoom(readers: 2)
    #expect(try press.run(sunday) == .init(code: 0, output: "18 files published\n", errors: ""))
    #expect(
      try press.run(monday)
        == .init(
          code: 0, output: "11 files published; weekly #1 \"About a\" to 2 readers; 2 accepted\n", errors: ""))
    for _ in 1...2 { #expect(try press.run(monday) == .init(code: 0, output: "", errors: "")) }
    #expect(press.recipients == ["r1@example.org", "r2@example.org"])
  }

  @Test func twoRunsInTheSameSecondMailEachReaderOnce() throws {
    let press = try PressRoom(readers: 20)
    _ = try press.run(sunday)
    let runs = try (1...2).map { _ in try press.start(monday) }
    let ends = runs.map { $0.wait() }
    #expect(ends.allSatisfy { $0.code == 0 })
    #expect(Set(press.recipients).count == 20)
    #expect(press.recipients.count == 20)
    #expect(try press.issues() == ["weekly#1"])
  }

  /// A long send keeps no later run from publishing and freezing; but only one of them delivers.
  @Test func aRunDuringASendFreezesAndLeavesTheMailToALaterRun() throws {
    let next = "2026-11-30T07:00:05Z"
    let second = Shared<CourantProcess.End?>(nil)
    let site = Shared<String>("")
    let server = try SMTPServer { event in
      if event.stage == .data, event.ordinal == 1 {
        second.value = try? CourantProcess.run("run", "--site", site.value, "--now", next)
      }
      return nil
    }
    let press = try PressRoom(readers: 3, server: server)
    try press.site.article("later", dated: "2026-11-25")
    site.value = press.site.path
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 0)
    #expect(second.value?.code == 0)
    #expect(second.value?.errors == "another run is delivering; 3 messages wait for it or a later run\n")
    #expect(try press.issues() == ["weekly#2", "weekly#1"])
    #expect(press.recipients.count == 3)
    #expect(try press.run(next).code == 0)
    #expect(press.recipients.count == 6)
  }

  @Test func aRunDuringASendIsSilentWithNothingToDo() throws {
    let second = Shared<CourantProcess.End?>(nil)
    let site = Shared<String>("")
    let server = try SMTPServer { event in
      if event.stage == .data, event.ordinal == 1 {
        second.value = try? CourantProcess.run("run", "--site", site.value, "--now", monday)
      }
      return nil
    }
    let press = try PressRoom(readers: 3, server: server)
    site.value = press.site.path
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 0)
    #expect(second.value == .init(code: 0, output: "", errors: ""))
    #expect(press.recipients.count == 3)
  }

  @Test func aFaultyTemplateMailsNothingAndTheSameIssueIsSentAfterTheFix() throws {
    let press = try PressRoom(readers: 3, articles: [])
    for number in 1...12 {
      let image = number == 7 ? ["image: {url: https://example.org/7.png, alt: Seven}"] : []
      try press.site.article("a\(number)", dated: "2026-11-20T09:\(10 + number):00Z", more: image)
    }
    let template = { (name: String) in
      """
      {{#sections}}{{#articles}}{{title}}
      {{#image}}{{\(name)}}{{/image}}{{/articles}}{{/sections}}
      {{unsubscribe_url}}
      {{site.publisher}}

      """
    }
    try press.site.folder.write(template("ulr"), to: "templates/digest.text")
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 78)
    #expect(
      end.errors
        == "templates/digest.text:2:11: the variable `ulr` is unknown here"
        + " (weekly@2026-11-23T07:00: nothing is mailed)\n")
    let check = try press.command("check", "--offline", "--now", monday)
    #expect(check.code == 78)
    #expect(
      check.output.split(separator: "\n").contains("templates/digest.text:2:11: the variable `ulr` is unknown here"))
    #expect(end.output == "")
    #expect(try press.issues() == [])
    #expect(
      try press.command("schedule", "--now", monday).output == """
        NEXT              IN      LAST  BECAME  DIGEST  CRON
        2026-11-30 07:00  6 days  -     -       weekly  0 7 * * MON

        """)

    try press.site.folder.write(template("url"), to: "templates/digest.text")
    #expect(
      try press.run("2026-11-23T07:05:05Z")
        == .init(
          code: 0, output: "22 files published; weekly #1 \"About a12 · 11 more articles\" to 3 readers; 3 accepted\n",
          errors: ""))
    #expect(try press.issues() == ["weekly#1"])
    #expect(press.recipients.count == 3)
  }

  @Test func aDryRunWritesWhatWillBeSentAndChangesNothingElse() throws {
    let press = try PressRoom(readers: 2)
    _ = try press.run(sunday)
    let before = try press.site.folder.stamps()
    let out = try TemporaryFolder()
    let end = try press.command("run", "--now", monday, "--dry-run", "--out", out.path)
    #expect(end.code == 0)
    #expect(try press.site.folder.stamps() == before)
    #expect(press.recipients == [])
    let mails = out.files().filter { $0.hasPrefix("mail/") }
    #expect(mails == ["mail/0001-r1@example.org.eml", "mail/0002-r2@example.org.eml"])

    _ = try press.run(monday)
    #expect(mails.map { out.text($0) } == press.server.messages.map { String(decoding: $0.octets, as: UTF8.self) })
    let pages = out.files().filter { $0.hasPrefix("public/") }
    #expect(pages == press.site.folder.files().filter { $0.hasPrefix("public/") })
    for page in pages { #expect(out.text(page) == press.site.folder.text(page), "\(page)") }
  }

  @Test func aBadArticleIsReportedOnceADayAndTheRestGoesOn() throws {
    let press = try PressRoom(readers: 1)
    try press.site.folder.write("---\ntitle: No date\n---\nText.\n", to: "articles/bad.md")
    let problem = "articles/bad.md:2:1: `date` is missing; add, for example, date: 2026-11-23 (skipped)\n"
    #expect(try press.run(sunday) == .init(code: 65, output: "18 files published\n", errors: problem))
    #expect(try press.run("2026-11-22T12:05:00Z") == .init(code: 65, output: "", errors: ""))
    #expect(try press.run(monday).errors == "")
    #expect(press.recipients == ["r1@example.org"])
    #expect(try press.run(tuesday).errors == problem)
  }

  @Test func wrongSettingsAreNamedByLineAndColumn() throws {
    let press = try PressRoom(readers: 1, digest: "cron = \"0 7 * * MUN\"\nmax_artcles = 3\n")
    let end = try press.run(sunday)
    #expect(end.code == 78)
    #expect(end.output == "")
    let lines = end.errors.split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != " " } } == ["schedule.conf:16:17:", "schedule.conf:17:1:"])
    #expect(lines[1].hasSuffix("did you mean `max_articles`?"))
    #expect(press.site.folder.text("public/index.html") == nil)
  }

  @Test(arguments: [["run", "--nwo", "x"], ["run", "--now", "yesterday"], ["ran"], ["run", "--dry-run"]])
  func wordsThatDoNotParseAreAUsageError(_ words: [String]) throws {
    let end = try CourantProcess(words).wait()
    #expect(end.code == 64)
    #expect(end.output == "")
    #expect(end.errors.hasPrefix("Error: "))
  }
}
