import CourantTesting
import Foundation
import Testing

/// `courant init`, on a terminal and elsewhere.
@Suite struct InitTests {
  @Test func aTerminalIsAsked() throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/brain-news"
    let typed = ["Brain", "brain.org", "https://brain.org", "", "UTC", "Trust, High Street 1", "", "", "MS"]
    let terminal = try PseudoTerminal()
    let process = try CourantProcess(["init", site], on: terminal)
    let shown = terminal.conversation(typing: typed)
    #expect(process.wait().code == 0)
    #expect(shown.contains("Title of the site [Brain news]: "))
    #expect(shown.contains("`url` is not an absolute http(s) URL"))
    #expect(shown.contains("Sender of the emails [Brain <digest@brain.org>]: "))
    #expect(shown.contains("check --site \(site)"))
    let settings = folder.text("brain-news/schedule.conf") ?? ""
    #expect(settings.contains("\ntitle     = \"Brain\"\n"))
    #expect(settings.contains("\nurl       = \"https://brain.org\" "))
    #expect(folder.text("brain-news/feeds/ms.toml")?.contains("topics      = [\"MS\"]") == true)
  }

  @Test func nothingIsWrittenUntilAllIsAnswered() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal()
    let process = try CourantProcess(["init", folder.path + "/site"], on: terminal)
    let shown = terminal.conversation(typing: ["Brain", "\u{4}"])
    #expect(process.wait().code == 64)
    #expect(shown.contains("the questions were not all answered; nothing was written"))
    #expect(folder.files() == [])
  }

  @Test func aScriptIsNotAsked() throws {
    let folder = try TemporaryFolder()
    let site = folder.path + "/site"
    let end = try CourantProcess.run("init", site, "--title", "Brain", "--relay", "smtps://relay.example.org")
    #expect(end.code == 0)
    #expect(!end.output.contains("["))
    #expect(end.output.contains("edit \(site)/schedule.conf"))
    let settings = folder.text("site/schedule.conf") ?? ""
    #expect(settings.contains("\ntitle     = \"Brain\"\n"))
    #expect(settings.contains("\ntls  = \"required\" "))
    #expect(settings.contains("\nurl       = \"https://www.example.org\" "))
  }

  @Test func whoSaysEverythingNeedNotEditTheSettings() throws {
    let folder = try TemporaryFolder()
    let end = try CourantProcess.run(
      "init", folder.path + "/site", "--title", "Brain", "--url", "https://brain.example.org", "--publisher",
      "Ann, Main St 1", "--from", "ann@brain.example.org", "--relay", "smtps://relay.example.org")
    #expect(end.code == 0)
    #expect(!end.output.contains("edit "))
  }

  @Test func yesAsksNothingOnATerminal() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal()
    let process = try CourantProcess(["init", "--yes", folder.path + "/site"], on: terminal)
    let shown = terminal.conversation(typing: [])
    #expect(process.wait().code == 0)
    #expect(!shown.contains("Title of the site"))
  }

  @Test func aWrongOptionWritesNothing() throws {
    let folder = try TemporaryFolder()
    let end = try CourantProcess.run("init", folder.path + "/site", "--time-zone", "Lodnon")
    #expect(end.code == 64)
    #expect(end.errors.hasPrefix("--time-zone: `Lodnon` is not a time zone"))
    #expect(folder.files() == [])
  }
}
