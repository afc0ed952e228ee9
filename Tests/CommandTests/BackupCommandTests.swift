import CourantTesting
import Foundation
import Glibc
import Testing

/// A backup, the changes since, and the restored site.
@Suite struct BackupCommandTests {
  private let sunday = "2026-11-22T12:00:00Z"
  private let monday = "2026-11-23T07:00:05Z"

  @Test func whoLeftSinceTheBackupIsNotMailedAndWhatWasSentIsNotSentAgain() throws {
    let press = try PressRoom(readers: 3)
    let file = press.site.path + "-backup.sqlite"
    defer { try? FileManager.default.removeItem(atPath: file) }
    _ = try press.run(sunday)
    #expect(try press.command("backup", file).code == 0)
    #expect(try press.run(monday).code == 0)
    #expect(press.recipients.count == 3)
    _ = try press.command("subscribers", "remove", "r2@example.org", "--digest", "weekly")

    let end = try press.command("restore", file, "--now", "2026-11-23T09:00:00Z")
    #expect(end.code == 0, "\(end)")
    #expect(end.output.contains("departures and suppressions restored: 1\nissues restored: 1\n"))
    #expect(end.output.contains("kept aside: "))
    try press.site.article("b", dated: "2026-11-24")
    #expect(try press.run("2026-11-23T09:05:00Z").code == 0)
    #expect(press.recipients.count == 3)
    #expect(try press.run("2026-11-30T07:00:05Z").code == 0)
    #expect(press.recipients.dropFirst(3).sorted() == ["r1@example.org", "r3@example.org"])
    #expect(try press.issues() == ["weekly#2", "weekly#1"])
  }

  /// Mail is sent while the backup is made; then the mail server's log settles what it accepted.
  @Test func theLogOfTheMailServerSettlesWhatWasOpenInTheBackup() throws {
    let name = Shared<String?>(nil)
    let server = try SMTPServer { event in
      if event.stage == .recipient, event.ordinal == 20, let path = name.value {
        name.value = nil
        _ = try? CourantProcess.run("backup", path + "-backup.sqlite", "--site", path)
      }
      return nil
    }
    let press = try PressRoom(readers: 40, server: server)
    let file = press.site.path + "-backup.sqlite"
    defer { try? FileManager.default.removeItem(atPath: file) }
    _ = try press.run(sunday)
    name.value = press.site.path
    #expect(try press.run(monday).code == 0)
    let ids = server.messages.map { message in
      let text = String(decoding: message.octets, as: UTF8.self)
      return text.firstMatch(of: /Message-ID: (<[^>]+>)/).map { String($0.1) } ?? ""
    }
    // The last ten are missing from the log.
    let log = ids.dropLast(10).map { "mail: message-id=\($0) accepted" }.joined(separator: "\n")
    try press.site.folder.write(log, to: "mail.log")
    let end = try press.command("restore", file, "--smtp-log", press.site.path + "/mail.log")
    #expect(end.code == 0, "\(end)")
    #expect(end.output.contains("may have been sent: weekly#1, 10 messages\n"), "\(end.output)")
    #expect(try press.status().deliveries == ["accepted": 30, "uncertain": 10])
    #expect(try press.run("2026-11-23T09:05:00Z").code == 0)
    #expect(press.recipients.count == 40)
  }

  @Test func aSiteThatIsServedIsNotReplaced() throws {
    let press = try PressRoom(readers: 1)
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings + "\n[web]\nlisten = \"127.0.0.1:0\"\n", to: "schedule.conf")
    let file = press.site.path + "-backup.sqlite"
    defer { try? FileManager.default.removeItem(atPath: file) }
    _ = try press.run(sunday)
    _ = try press.command("backup", file)
    let serving = try CourantProcess(["serve", "--site", press.site.path])
    _ = try serving.firstLine()
    // Once SQLite's index of the log exists, the process has opened the ledger.
    while !FileManager.default.fileExists(atPath: press.site.path + "/var/courant.sqlite-shm") { sched_yield() }
    let end = try press.command("restore", file)
    #expect(end.code == 75, "\(end)")
    #expect(end.errors.contains("process \(serving.pid) uses it"))
    kill(serving.pid, SIGTERM)
    _ = serving.wait()
    #expect(try press.command("restore", file).code == 0)
  }

  @Test func aBackupThatIsTooOldIsReportedOnceADayAndItsAgeIsShown() throws {
    let press = try PressRoom(readers: 1)
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings + "\n[ledger]\nbackup_within = \"1d\"\n", to: "schedule.conf")
    #expect(try press.run(sunday).errors.contains("the ledger was never backed up"))
    let file = press.site.path + "-backup.sqlite"
    defer { try? FileManager.default.removeItem(atPath: file) }
    _ = try CourantProcess(["backup", file, "--now", sunday, "--site", press.site.path]).wait()
    #expect(try press.run("2026-11-22T18:00:00Z").errors == "")
    #expect(try press.command("status").output.contains("last backup      2026-11-22 12:00\n"))
    #expect(try press.run("2026-11-23T12:00:01Z").errors.contains("older than backup_within = 24 h"))
    #expect(try press.run("2026-11-23T12:05:01Z").errors == "")
  }

  @Test func pruningTellsFirstAndKeepsTheCounts() throws {
    let press = try PressRoom(readers: 2)
    let settings = press.site.folder.text("schedule.conf") ?? ""
    _ = try press.run(sunday)
    _ = try press.run(monday)
    try press.site.article("b", dated: "2026-11-25")
    _ = try press.run("2026-11-30T07:00:05Z")
    let later = ["--now", "2029-01-01T00:00:00Z", "--site", press.site.path]
    #expect(try CourantProcess(["prune"] + later).wait().code == 64)
    try press.site.folder.write(settings + "\n[ledger]\nkeep = \"2y\"\n", to: "schedule.conf")
    let before = try press.status().deliveries
    let told = try CourantProcess(["prune", "--dry-run"] + later).wait().output
    #expect(told == "would be deleted: 2 deliveries, 0 attempts, 1 editions, 0 test messages\n")
    #expect(try CourantProcess(["prune"] + later).wait().output == told.replacing("would be deleted", with: "deleted"))
    #expect(try CourantProcess(["prune"] + later).wait().output == "deleted: nothing\n")
    #expect(try press.status().deliveries == before)
  }
}
