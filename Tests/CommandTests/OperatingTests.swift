import CourantTesting
import Foundation
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// Things that an operator encounters in a year: cron's mail, scripts, names and times.
@Suite struct OperatingTests {
  private struct Lines: Decodable { let kind: String, subject: String, lines: [String] }

  private func json<Value: Decodable>(_ type: Value.Type, _ end: CourantProcess.End) throws -> Value {
    try JSONDecoder().decode(type, from: Data(end.output.utf8))
  }

  // MARK: - The site

  @Test func theSiteComesFromTheEnvironmentByDefault() throws {
    let press = try PressRoom(readers: 1)
    let other = try SampleSite()
    for (variable, words) in [(press.site.path, []), (other.path, ["--site", press.site.path])] {
      let process = try CourantProcess(["subscribers", "list"] + words, variables: ["COURANT_SITE=\(variable)"])
      #expect(process.wait().output.contains("r1@example.org"))
    }
  }

  @Test func theLineOfTheREADMEForCronRunsASiteInCronsEnvironment() throws {
    let readme = try repositoryText("README.md")
    let line = try #require(
      readme.firstMatch(of: /\nMAILTO=\S+\n\*\/5 \* \* \* \* news \/usr\/local\/bin\/courant (.+)\n/)
    ).1
    let press = try PressRoom(readers: 1)
    let words = line.split(separator: " ").map { String($0).replacing("/srv/news", with: press.site.path) }
    let process = try CourantProcess(words, variables: ["PATH=/usr/bin:/bin", "SHELL=/bin/sh"])
    #expect(process.wait() == .init(code: 0, output: "", errors: ""))
    #expect(FileManager.default.fileExists(atPath: press.site.path + "/public/feeds/all/atom.xml"))
  }

  // MARK: - Cron's mail

  @Test func aQuietRunPublishesAndMailsWithoutOutput() throws {
    let press = try PressRoom(readers: 1)
    for now in [sunday, monday] {
      #expect(try press.command("run", "--quiet", "--now", now) == .init(code: 0, output: "", errors: ""))
    }
    #expect(press.recipients == ["r1@example.org"])
    try press.site.folder.write("---\ntitle: No date\n---\n", to: "articles/faulty.md")
    let faulty = try press.command("run", "-q", "--now", "2026-11-23T08:00:00Z")
    #expect(faulty.code == 65)
    #expect(faulty.errors.hasPrefix("articles/faulty.md:2:1: `date` is missing"))
  }

  @Test func commandsThatChangeSomethingCanBeQuiet() throws {
    let press = try PressRoom(readers: 2, mail: "one_click = \"https://news.example.org/unsubscribe\"\n")
    _ = try press.run(sunday)
    _ = try press.run(monday)
    let mail = String(decoding: press.server.messages[1].octets, as: UTF8.self)
    let link = try #require(mail.firstMatch(of: /List-Unsubscribe: <(https:[^>]+)>,/)).1
    try press.site.folder.write("email,digest,status,shoe\nnew@example.org,weekly,confirmed,41\n", to: "new.csv")
    let commands = [
      ["unsubscribe", String(link)], ["unsubscribe", String(link)],
      ["subscribers", "import", press.site.path + "/new.csv"],
      ["subscribers", "add", "more@example.org", "--digest", "weekly", "--confirmed"],
      ["subscribers", "remove", "more@example.org"], ["subscribers", "forget", "more@example.org"],
      ["change", "r1@example.org", "one@example.org"], ["resend", "weekly#1"], ["cancel", "weekly#1"],
      ["send-test", "weekly", "me@example.org", "--issue", "1"], ["check", "--offline"],
    ]
    for command in commands {
      let words = command + ["--quiet", "--now", "2026-11-23T08:00:00Z", "--site", press.site.path]
      #expect(try CourantProcess(words).wait() == .init(code: 0, output: "", errors: ""), "\(command)")
    }
    let readers = try press.command("subscribers", "list").output
    #expect(readers.contains("new@example.org") && readers.contains("one@example.org"))
  }

  @Test func aQuietCommandReportsProblems() throws {
    let press = try PressRoom(readers: 1)
    try press.site.folder.write("email,digest,shoe\nnobody,weekly,41\n", to: "bad.csv")
    let file = press.site.path + "/bad.csv"
    #expect(
      try press.command("subscribers", "import", "-q", file)
        == .init(code: 65, output: "", errors: "\(file):2: `nobody` is not an email address (skipped)\n"))
    #expect(
      try press.command("unsubscribe", "-q", "nonsense").errors
        == "no valid unsubscribe token found; a token has 39 letters and digits\n")
    #expect(
      try press.command("cancel", "-q", "weekly#7").errors
        == "the ledger has no issue weekly#7; `courant status` lists the newest\n")
  }

  /// Commands that read, explain or show do not have the option: their output is their purpose.
  @Test func everyCommandThatChangesSomethingCanBeQuiet() throws {
    let loud = [
      "courant preview", "courant schedule", "courant simulate", "courant status", "courant why", "courant recover",
      "courant subscribers list", "courant subscribers export", "courant dkim keygen",
      "courant sources list", "courant sources try", "courant form", "courant serve",
      "courant audit", "courant restore", "courant login", "courant metrics", "courant words",
      "courant templates list", "courant templates show", "courant theme preview",
    ]
    #expect(try subcommands(of: []).filter { !$0.hasQuiet }.map(\.name).sorted() == loud.sorted())
  }

  /// The commands without subcommands below `words`, and whether their help names `--quiet`.
  private func subcommands(of words: [String]) throws -> [(name: String, hasQuiet: Bool)] {
    let help = try CourantProcess(words + ["--help"]).wait().output
    guard let list = help.firstRange(of: /\n([A-Z, ]+ )?SUBCOMMANDS:\n/) else {
      return [((["courant"] + words).joined(separator: " "), help.contains("-q, --quiet"))]
    }
    return try help[list.upperBound...].matches(of: /(?m)^  ([a-z-]+)(?: |$)/).flatMap { match in
      try subcommands(of: words + [String(match.1)])
    }
  }

  @Test func anUnreachableRelayIsReportedOnceADay() throws {
    let press = try PressRoom(readers: 1)
    _ = try press.run(sunday)
    press.server.stop()
    let first = try press.run(monday)
    #expect(first.code == 69)
    #expect(first.errors.split(separator: "\n").count == 1)
    for now in ["2026-11-23T07:05:00Z", "2026-11-23T12:00:00Z", "2026-11-24T06:59:00Z"] {
      #expect(try press.run(now) == .init(code: 69, output: "", errors: ""))
    }
    #expect(try press.run("2026-11-24T07:00:05Z").errors == first.errors)
  }

  @Test func aMistakeInSettingsIsReportedOnceADayAndAtOnceWhenItReturns() throws {
    let press = try PressRoom(readers: 1)
    _ = try press.run(sunday)
    let settings = try #require(press.site.folder.text("schedule.conf"))
    try press.site.folder.write(settings + "\n[digest.daily]\ncorn = \"@daily\"\n", to: "schedule.conf")
    let first = try press.run("2026-11-22T13:00:00Z")
    #expect(first.code == 78)
    #expect(first.errors.contains("unknown key `corn`"))
    #expect(try press.run("2026-11-22T13:05:00Z") == .init(code: 78, output: "", errors: ""))
    #expect(try press.run("2026-11-23T13:05:00Z").errors == first.errors)
    try press.site.folder.write(settings, to: "schedule.conf")
    _ = try press.run("2026-11-23T13:10:00Z")
    try press.site.folder.write(settings + "\n[digest.daily]\ncorn = \"@daily\"\n", to: "schedule.conf")
    #expect(try press.run("2026-11-23T13:15:00Z").errors == first.errors)
  }

  @Test func aChangedTypoIsReportedAgain() throws {
    let press = try PressRoom(readers: 1)
    _ = try press.run(sunday)
    let settings = try #require(press.site.folder.text("schedule.conf"))
    for key in ["corn", "crom"] {
      try press.site.folder.write(settings + "\n[digest.daily]\n\(key) = \"@daily\"\n", to: "schedule.conf")
      #expect(try press.run("2026-11-22T13:00:00Z").errors.contains("unknown key `\(key)`"))
    }
  }

  @Test func scriptsGetEveryFaultEveryTime() throws {
    struct Report: Decodable { let exit_code: Int32, problems: [String] }
    let press = try PressRoom(readers: 1)
    _ = try press.run(sunday)
    press.server.stop()
    for now in [monday, "2026-11-23T07:05:00Z"] {
      let end = try press.command("run", "--json", "--now", now)
      let report = try json(Report.self, end)
      #expect(report.exit_code == 69)
      #expect(report.problems.count == 1)
      #expect(end.code == 69)
      #expect(end.errors == "")
    }
  }

  // MARK: - JSON

  @Test func scriptsCanReadWhatPeopleRead() throws {
    struct Schedule: Decodable {
      struct Row: Decodable, Equatable { let digest, cron: String, next, last, became: String? }
      let digests: [Row]
      let doubts: [String]
    }
    struct Check: Decodable {
      struct Row: Decodable, Equatable { let path: String, line, column: Int?, sentence, weight: String }
      let exit_code: Int32
      let findings: [Row]
    }
    struct Reader: Decodable, Equatable { let email, digest, status: String, feeds: [String], name: String? }
    let press = try PressRoom(readers: 2)
    _ = try press.run(sunday)
    let before = try json(Schedule.self, press.command("schedule", "--json", "--now", sunday))
    let cron = "0 7 * * MON"
    #expect(
      before.digests == [.init(digest: "weekly", cron: cron, next: "2026-11-23T07:00:00Z", last: nil, became: nil)])
    _ = try press.run(monday)
    let after = try json(Schedule.self, press.command("schedule", "--json", "--now", monday))
    #expect(
      after.digests == [
        .init(
          digest: "weekly", cron: cron, next: "2026-11-30T07:00:00Z", last: "2026-11-23T07:00:00Z", became: "issued")
      ])
    let readers = try press.command("subscribers", "list", "--json").output.split(separator: "\n")
      .map { try JSONDecoder().decode(Reader.self, from: Data($0.utf8)) }
    #expect(
      readers
        == (1...2).map {
          Reader(email: "r\($0)@example.org", digest: "weekly", status: "confirmed", feeds: ["*"], name: nil)
        })
    let why = try json(Lines.self, press.command("why", "weekly/1", "--json", "--now", monday))
    #expect(why.kind == "issue" && why.subject == "weekly#1")
    try press.site.folder.write("---\ntitle: T\ndate: soon\n---\n", to: "articles/faulty.md")
    let check = try json(Check.self, press.command("check", "--offline", "--quiet", "--json", "--now", monday))
    #expect(check.exit_code == 65)
    #expect(check.findings.map(\.path) == ["articles/faulty.md"])
    #expect(check.findings.map(\.line) == [3])
    #expect(check.findings.map(\.weight) == ["fault"])
  }

  // MARK: - Names and times

  @Test func timesAreThoseOfTheSitesZone() throws {
    let press = try PressRoom(readers: 1)
    let settings = try #require(press.site.folder.text("schedule.conf"))
    try press.site.folder.write(settings.replacing("Europe/London", with: "Asia/Tokyo"), to: "schedule.conf")
    _ = try press.run(sunday)
    _ = try press.run("2026-11-22T22:00:05Z")
    let status = try press.command("status", "--now", "2026-11-22T22:00:05Z").output
    #expect(status.contains("last run         2026-11-23 07:00, exit code 0\n"))
    #expect(status.contains("weekly#1  2026-11-23 07:00  "))
    #expect(status.firstMatch(of: /\dZ/) == nil)
    let why = try press.command("why", "weekly#1").output
    #expect(why.contains("of the slot weekly@2026-11-23T07:00, frozen 2026-11-23 07:00\n"))
  }

  @Test func problemsWithClockAndLedgerFilesAreReportedInTheSitesZone() throws {
    let press = try PressRoom(readers: 1)
    let settings = try #require(press.site.folder.text("schedule.conf"))
    try press.site.folder.write(settings.replacing("Europe/London", with: "Asia/Tokyo"), to: "schedule.conf")
    _ = try press.run(sunday)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: press.site.path + "/var/courant.sqlite")
    _ = try press.run(sunday)
    let check = try press.command("check", "--offline", "--now", sunday).output
    #expect(check.contains("with your readers' addresses, until 2026-11-22 21:00 (warning)\n"))
    let clock = "2026-11-20T23:00:00Z"
    let sentence =
      "--now 2026-11-21 08:00 is before the last run (2026-11-22 21:00), so nothing was done; use --dry-run"
    #expect(try press.run(clock).errors == sentence + "\n")
    for command in ["check", "status", "schedule"] {
      let end = try press.command(command, "--now", clock)
      #expect((end.output + end.errors).contains(sentence))
      #expect((end.output + end.errors).firstMatch(of: /\d\d:\d\d(:\d\d)?(Z|\+00:00| UTC)/) == nil)
    }
  }

  @Test func aHeldSlotIsPreviewedAndReleasedByItsDigestsName() throws {
    let press = try PressRoom(readers: 1, articles: ["a", "b"], digest: SampleSite.weekly + "hold_above = 1\n")
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 75)
    let preview = try press.command("preview", "weekly", "--out", press.site.path + "/preview", "--now", monday)
    #expect(preview.output.hasPrefix("weekly #1, weekly@2026-11-23T07:00: "))
    #expect(
      try press.command("release", "weekly", "--now", monday)
        == .init(code: 0, output: "weekly@2026-11-23T07:00 is released; the next run sends it\n", errors: ""))
    #expect(
      try press.command("release", "weekly", "--now", monday)
        == .init(code: 64, output: "", errors: "no slot of digest weekly is held\n"))
    _ = try press.run("2026-11-23T07:05:05Z")
    #expect(press.server.messages.count == 1)
  }

  @Test func aReaderGetsAnotherAddressAndQueuedMailGoesThere() throws {
    let press = try PressRoom(readers: 1)
    _ = try press.run(sunday)
    _ = try press.command("run", "--only", "digests", "--now", monday)
    #expect(
      try press.command("change", "r1@example.org", "new@example.org", "--now", monday)
        == .init(code: 0, output: "r1@example.org: is now new@example.org, and follows weekly\n", errors: ""))
    _ = try press.run(monday)
    #expect(press.recipients == ["new@example.org"])
    try press.site.folder.write("email,digest,status\nr1@example.org,weekly,confirmed\n", to: "old.csv")
    _ = try press.command("subscribers", "import", press.site.path + "/old.csv", "--now", monday)
    let readers = try press.command("subscribers", "list").output
    #expect(!readers.contains("r1@example.org"))
    #expect(
      try press.command("change", "r1@example.org", "x@example.org")
        == .init(code: 64, output: "", errors: "r1@example.org: has no subscriptions\n"))
  }

  @Test func whyOfNothingIsAMistakeInTheCommand() throws {
    let press = try PressRoom(readers: 1)
    let end = try press.command("why", "nobody@example.org")
    #expect(
      end
        == .init(
          code: 64, output: "", errors: "nobody@example.org: not in the ledger; never subscribed, never suppressed\n")
    )
  }
}
