import CourantTesting
import Testing

/// `courant bounce`, as a mail server or an operator starts it.
@Suite struct BounceTests {
  private let press: PressRoom
  private let mail = """
    Return-Path: <>
    From: MAILER-DAEMON@mail.example.org
    To: bounces@news.example.org
    Subject: failure notice
    Message-ID: <1@mail.example.org>

    <r1@example.org>:
    Sorry, no mailbox here by that name. (#5.1.1)

    """

  init() throws {
    press = try PressRoom(readers: 2)
    _ = try press.run("2026-11-22T12:00:00Z")
    _ = try press.run("2026-11-23T07:00:05Z")
    try press.site.folder.write(mail, to: "bounce.eml")
  }

  @Test func aFileIsRecordedAndReportedInOneLine() throws {
    let file = press.site.path + "/bounce.eml"
    #expect(
      try press.command("bounce", file, "--now", "2026-11-23T08:00:00Z")
        == .init(
          code: 0,
          output: "\(file): r1@example.org: hard bounce (Sorry, no mailbox here by that name. (#5.1.1)): counted; "
            + "1.0 of 4\n", errors: ""))
  }

  @Test func emptyStandardInputIsNotUnderstood() throws {
    #expect(
      try press.command("bounce")
        == .init(code: 65, output: "not understood: it does not show whose mail failed\n", errors: ""))
  }

  @Test func aQuietCommandReportsOnlyMessagesThatAreNotUnderstood() throws {
    try press.site.folder.write("nothing", to: "odd.eml")
    let now = "2026-11-23T08:00:00Z"
    let bounce = press.site.path + "/bounce.eml"
    let odd = press.site.path + "/odd.eml"
    #expect(try press.command("bounce", "--quiet", bounce, "--now", now) == .init(code: 0, output: "", errors: ""))
    let not = "not understood: it does not show whose mail failed\n"
    #expect(
      try press.command("bounce", "--quiet", bounce, odd, "--now", now)
        == .init(code: 65, output: "\(odd): " + not, errors: ""))
    try press.site.folder.write(mail, to: "box/new/1.a")
    try press.site.folder.write("nothing", to: "box/new/2.a")
    try press.site.folder.write("", to: "box/cur/.kept")
    #expect(
      try press.command("bounce", "-q", "--maildir", press.site.path + "/box", "--now", now)
        == .init(code: 65, output: "new/2.a: " + not, errors: ""))
    #expect(try press.command("why", "r1@example.org").output.contains("hard bounce"))
    #expect(try press.command("bounce", "-q", "--explain", bounce).code == 64)
  }

  @Test func aMaildirIsReadOnce() throws {
    try press.site.folder.write(mail, to: "box/new/1.a")
    try press.site.folder.write("", to: "box/cur/.kept")
    let box = press.site.path + "/box"
    let now = "2026-11-23T08:00:00Z"
    #expect(
      try press.command("bounce", "--maildir", box, "--now", now).output
        == "new/1.a: r1@example.org: hard bounce (Sorry, no mailbox here by that name. (#5.1.1)): counted; 1.0 of 4\n")
    #expect(try press.command("bounce", "--maildir", box, "--now", now) == .init(code: 0, output: "", errors: ""))
    #expect(press.site.folder.text("box/cur/1.a:2,S") == mail)
  }

  @Test func badSettingsMakeTheMailServerTryAgain() throws {
    try press.site.folder.write("[site]\n", to: "schedule.conf")
    #expect(try press.command("bounce").code == 75)
    #expect(try press.command("bounce", press.site.path + "/bounce.eml").code == 78)
  }
}
