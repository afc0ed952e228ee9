import CourantTesting
import Foundation
import Testing

/// A user who may not write in `var/`, or may not even read it.
private let nobody: uid_t = 65_534
private let monday = "2026-11-23T07:00:05Z"

/// Commands that only read work where nothing can be written: on a read-only snapshot, or as a service without permission.
@Suite(.enabled(if: geteuid() != 0 || CourantProcess.runs(as: nobody), "needs a user who is not root"))
struct OnlyReadingTests {
  private let site: SampleSite
  private static let looks = [
    ["status"], ["check", "--offline"], ["schedule"], ["why", "articles/a.md"], ["why", "ann@example.org"],
    ["subscribers", "list"], ["subscribers", "export"], ["recover"], ["audit", "--json"],
  ]

  init() throws {
    site = try SampleSite(mail: "")
    try site.article("a", dated: "2026-11-18")
    try site.folder.write(
      "email,digest,status,consent_at\nann@example.org,weekly,confirmed,2026-01-01\n", to: "readers.csv")
    try give(site, to: nobody)
    #expect(try run("subscribers", "import", site.path + "/readers.csv").code == 0)
    #expect(try run("run", "--now", "2026-11-22T12:00:00Z").code == 0)
  }

  @Test func readingGivesTheSameAnswerAndLeavesNoFiles() throws {
    let before = try looks()
    #expect(before.allSatisfy { $0.code == 0 }, "\(before)")
    let files = site.folder.files()
    try set(0o500, "var")
    for (words, earlier) in zip(Self.looks, before) {
      let now = try look(words)
      #expect(now == earlier, "\(words): \(now), and before \(earlier)")
    }
    let preview = try run("preview", "weekly", "--now", monday, "--out", site.path + "/shown")
    #expect(preview.code == 0)
    #expect(site.folder.files().filter { !$0.hasPrefix("shown/") } == files)
    try set(0o700, "var")
  }

  /// `kill -9` leaves a log next to the ledger, and a snapshot contains both.
  @Test func theLogOfAKilledRunIsRead() throws {
    let running = Shared<CourantProcess?>(nil)
    let server = try SMTPServer { event in
      if event.stage == .recipient, event.ordinal == 20, let process = running.value { kill(process.pid, SIGKILL) }
      return nil
    }
    let press = try PressRoom(readers: 60, server: server)
    _ = try press.run("2026-11-22T12:00:00Z")
    let process = try press.start(monday)
    running.value = process
    #expect(process.wait().code == 128 + SIGKILL)
    running.value = nil
    let site = press.site
    try give(site, to: nobody)
    try set(0o500, "var", of: site)
    let closed = try look(["status"], at: site)
    try set(0o700, "var", of: site)
    #expect(closed.code == 0)
    #expect(closed.output.contains("weekly#1"))
    #expect(try look(["status"], at: site) == closed)
  }

  @Test func aUserWithoutPermissionGetsAnError() throws {
    try set(0o000, "var")
    #expect(
      try look(["status"])
        == .init(
          code: 75, output: "",
          errors:
            "courant: cannot read \(site.path)/var/courant.sqlite: Permission denied; run this as the user who runs "
            + "`courant run`\n"))
    try set(0o700, "var")
  }

  @Test func lookingMakesNoLedger() throws {
    let fresh = try SampleSite()
    let end = try CourantProcess(["status", "--site", fresh.path]).wait()
    #expect(end.output.hasPrefix("last run         never\narticles         0\n"))
    #expect(fresh.folder.text("var/courant.sqlite") == nil)
  }

  private func looks() throws -> [CourantProcess.End] { try Self.looks.map { try look($0) } }

  private func look(_ words: [String], at other: SampleSite? = nil) throws -> CourantProcess.End {
    let moment = ["subscribers", "audit"].contains(words[0]) ? [] : ["--now", monday]
    let path = (other ?? site).path
    return try CourantProcess(words + moment + ["--site", path], as: geteuid() == 0 ? nobody : nil).wait()
  }

  private func run(_ words: String...) throws -> CourantProcess.End {
    try CourantProcess(words + ["--site", site.path], as: geteuid() == 0 ? nobody : nil).wait()
  }

  private func set(_ mode: Int, _ path: String, of other: SampleSite? = nil) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: (other ?? site).path + "/" + path)
  }

  /// Only root can, and only root need.
  private func give(_ site: SampleSite, to user: uid_t) throws {
    guard geteuid() == 0 else { return }
    for path in [""] + (FileManager.default.subpaths(atPath: site.path) ?? []) {
      try FileManager.default.setAttributes(
        [.ownerAccountID: Int(user), .groupOwnerAccountID: Int(user)], ofItemAtPath: site.path + "/" + path)
    }
  }
}
