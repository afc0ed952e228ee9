import CourantTesting
import Foundation
import Glibc
import PQ
import Testing

/// Several runs at a time with one ledger on PostgreSQL, as on several machines.
@Suite(.enabled(if: PostgresServer.isInstalled, Comment(rawValue: PostgresServer.absence)))
struct SharedLedgerTests {
  private let sunday = "2026-11-22T12:00:00Z"
  private let monday = "2026-11-23T07:00:05Z"

  /// A database for one test, and its connection.
  private func database(_ name: String) throws -> (url: String, connection: PQConnection) {
    let server = try PostgresServer.shared()
    try PQConnection(server.url(of: "postgres")).script("CREATE DATABASE \(name)")
    let url = server.url(of: name)
    return (url, try PQConnection(url))
  }

  /// Moves the ledger of the site to a new database.
  private func move(_ press: PressRoom, to url: String) throws {
    let end = try press.command("ledger", "move", "sqlite:var/courant.sqlite", url)
    #expect(end.code == 0, "\(end)")
    #expect(end.errors.contains("write url = \"\(url)\" into [ledger] of schedule.conf"))
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings + "\n[ledger]\nurl = \"\(url)\"\n", to: "schedule.conf")
  }

  /// The first one freezes, and waits at its first message until the second one has ended.
  @Test func oneFreezesBothDeliverAndNobodyGetsAnythingTwice() throws {
    let hasBegun = Shared(false)
    let isHeld = Shared(true)
    let server = try SMTPServer { event in
      if event.stage == .recipient, event.ordinal == 1 {
        hasBegun.value = true
        while isHeld.value { usleep(1_000) }
      }
      return nil
    }
    defer { isHeld.value = false }
    let press = try PressRoom(readers: 700, server: server, mail: "sessions = 1")
    let (url, _) = try database("both_deliver")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    let first = try press.start(monday)
    while !hasBegun.value { usleep(1_000) }
    let second = try press.run(monday)
    #expect(second.code == 0, "\(second)")
    let ofSecond = press.recipients.count
    #expect((1..<700).contains(ofSecond), "\(ofSecond)")
    let shown = try press.command("status").output
    #expect(shown.contains("machine          "), "\(shown)")
    let machines = try press.command("status", "--json").output
    #expect(machines.contains(#""does" : "delivers""#), "\(machines)")
    #expect(machines.contains("\"process\" : \(first.pid)"), "\(machines)")
    isHeld.value = false
    let end = first.wait()
    #expect(end.code == 0, "\(end)")
    #expect(press.recipients.count == 700)
    #expect(Set(press.recipients).count == 700)
    #expect(try press.issues() == ["weekly#1"])
    #expect(try press.status().deliveries == ["accepted": 700])
  }

  /// What the killed one had claimed is sent when its lease has ended; the one message that it was sending is uncertain.
  @Test func whatAKilledRunHadClaimedIsSentByAnother() throws {
    let hasBegun = Shared(false)
    let isHeld = Shared(true)
    let server = try SMTPServer { event in
      if event.stage == .finalDot, event.ordinal == 3 {
        hasBegun.value = true
        while isHeld.value { usleep(1_000) }
      }
      return nil
    }
    defer { isHeld.value = false }
    let press = try PressRoom(readers: 150, server: server, mail: "sessions = 1")
    let (url, connection) = try database("killed_run")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    let first = try press.start(monday)
    while !hasBegun.value { usleep(1_000) }
    kill(first.pid, SIGKILL)
    _ = first.wait()
    isHeld.value = false
    // Its role and its claims are still those of a living one.
    #expect(try press.run(monday).code == 0)
    try connection.script("UPDATE claim SET lease = lease - 901; UPDATE role SET until = until - 61")
    let end = try press.run(monday)
    #expect(end.code == 0, "\(end)")
    #expect(Set(press.recipients).count == 150)
    #expect(press.recipients.count - 150 <= 1)
    #expect(end.errors.contains("the last run ended mid-exchange"), "\(end)")
    #expect(try press.status().deliveries == ["accepted": 150])
  }

  /// As when the server is restarted.
  @Test func aRunThatLosesItsServerGoesOnAndRepeatsNothing() throws {
    let (url, connection) = try database("lost_server")
    let server = try SMTPServer { event in
      if event.stage == .recipient, event.ordinal % 40 == 20 {
        let ending = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        let others = "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        _ = try? connection.run(ending + others)  // the test would notice
      }
      return nil
    }
    let press = try PressRoom(readers: 150, server: server, mail: "sessions = 2")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    let end = try press.run(monday)
    #expect(end.code == 0, "\(end)")
    #expect(end.errors == "")
    #expect(Set(press.recipients).count == 150)
    #expect(press.recipients.count == 150)
    #expect(try press.status().deliveries == ["accepted": 150])
  }

  /// A standby took over that lacked the last transactions.
  @Test func recoverEndsWhatAServerLostAsUncertain() throws {
    let press = try PressRoom(readers: 3)
    let (url, connection) = try database("overtaken")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    #expect(try press.command("recover", "--yes", "--now", monday).output.hasPrefix("nothing is missing"))
    #expect(try press.command("run", "--only", "digests", "--now", monday).code == 0)
    try connection.script(#"INSERT INTO note (key, value) VALUES ('loss', '{"cause":"overtaken","writes":2}')"#)
    let run = try press.run(monday)
    #expect(run.code == 75, "\(run)")
    #expect(run.errors.contains("the ledger's server: it lacks what had been recorded"), "\(run)")
    #expect(press.recipients == [])
    let recover = try press.command("recover", "--yes", "--now", monday)
    #expect(recover.code == 0, "\(recover)")
    #expect(recover.output.contains("messages that may already have been sent: 3; they will not be sent again"))
    #expect(try press.run(monday).code == 0)
    #expect(press.recipients == [])
    #expect(try press.status().deliveries == ["uncertain": 3])
  }

  /// The first one has a few of the quota, and waits at its first message until the second one has ended.
  @Test func bothDeliverUnderOneQuota() throws {
    let hasBegun = Shared(false)
    let isHeld = Shared(true)
    let server = try SMTPServer { event in
      if event.stage == .recipient, event.ordinal == 1 {
        hasBegun.value = true
        while isHeld.value { usleep(1_000) }
      }
      return nil
    }
    defer { isHeld.value = false }
    let press = try PressRoom(readers: 700, server: server, mail: "sessions = 1\nrate = \"500/day\"")
    let (url, _) = try database("one_quota")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    let first = try press.start(monday)
    while !hasBegun.value { usleep(1_000) }
    let second = try press.run(monday)
    #expect(second.code == 0, "\(second)")
    let ofSecond = press.recipients.count
    #expect((1..<500).contains(ofSecond), "\(ofSecond)")
    isHeld.value = false
    #expect(first.wait().code == 0)
    #expect(press.recipients.count == 500)
    #expect(Set(press.recipients).count == 500)
    #expect(try press.status().deliveries == ["accepted": 500, "queued": 200])
  }

  /// What the ledger says after a run on another machine.
  private let ofAnotherMachine =
    #"UPDATE note SET value = E'2026-11-22T12:00:00Z\nnews1\n/srv/news' WHERE key = 'gathering machine'"#

  @Test func onlyOneMachineGathers() throws {
    let press = try PressRoom(readers: 3)
    let (url, connection) = try database("one_gathers")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    try connection.script(ofAnotherMachine)
    let article = try #require(press.site.folder.files().first { $0.hasPrefix("articles/") })
    try press.site.folder.remove(article)

    let first = try press.run("2026-11-22T13:00:00Z")
    #expect(first.code == 0, "\(first)")
    #expect(
      first.errors.contains("articles are gathered on news1 (/srv/news), so runs on this machine only deliver"),
      "\(first)")
    #expect(try press.run("2026-11-22T13:05:00Z").errors == "")
    let part = try press.command("run", "--only", "publish", "--now", "2026-11-22T13:10:00Z")
    #expect(part.code == 78, "\(part)")
    #expect(try press.issues() == [])

    let late = try press.run("2026-11-23T12:00:01Z")
    #expect(late.code == 75, "\(late)")
    #expect(
      late.errors.contains("news1 (/srv/news) does this, and may be lost; `courant ledger gather-here`"), "\(late)")
    #expect(try press.issues() == [])

    let taken = try press.command("ledger", "gather-here", "--now", "2026-11-23T12:00:02Z")
    #expect(taken.output.contains(", no longer on news1 (/srv/news)"), "\(taken)")
    let next = try press.run("2026-11-23T12:00:03Z")
    #expect(next.errors.contains("1 article is gone"), "\(next)")
    #expect(try press.issues() == ["weekly#1"])
    let again = try press.command("ledger", "gather-here")
    #expect(again.output == "this machine is the one that gathers already\n")
    let audit = try press.command("audit").output
    #expect(audit.contains("gather here"), "\(audit)")
  }

  @Test func anyMachineGathersIfAllHaveTheSameArticles() throws {
    let press = try PressRoom(readers: 1)
    let (url, connection) = try database("any_gathers")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    try connection.script(ofAnotherMachine)
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings + "gather = \"any\"\n", to: "schedule.conf")
    #expect(try press.run(monday).code == 0)
    #expect(try press.issues() == ["weekly#1"])
  }

  @Test func aDryRunWorksOnACopy() throws {
    let press = try PressRoom(readers: 1)
    let (url, _) = try database("dry_run")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    let preview = try press.command("run", "--dry-run", "--out", press.site.path + "/out", "--now", monday)
    #expect(preview.code == 0, "\(preview)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: press.site.path + "/out/mail").count == 1)
    #expect(press.recipients == [])
  }

  /// A backup of a server is a file of SQLite, and nothing that was sent since is sent again.
  @Test(arguments: ["restore", "move"])
  func aBackupOnAnotherServerRepeatsNothing(_ way: String) throws {
    let press = try PressRoom(readers: 20)
    let (url, _) = try database("backed_up_\(way)")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    let file = press.site.path + "-backup.sqlite"
    let backup = try press.command("backup", file, "--now", "2026-11-22T13:00:00Z")
    #expect(backup.code == 0, "\(backup)")
    defer { unlink(file) }
    #expect(try press.run(monday).code == 0)
    #expect(press.recipients.count == 20)

    let (fresh, _) = try database("restored_\(way)")
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings.replacing(url, with: fresh), to: "schedule.conf")
    if way == "restore" {
      let restored = try press.command("restore", file, "--now", "2026-11-23T08:00:00Z")
      #expect(restored.code == 0, "\(restored)")
      #expect(restored.output.contains("nothing records who has left since the backup"), "\(restored)")
      #expect(!FileManager.default.fileExists(atPath: press.site.path + "/var/courant.sqlite.restoring"))
    } else {
      try FileManager.default.copyItem(atPath: file, toPath: press.site.path + "/var/courant.sqlite")
      let moved = try press.command("ledger", "move", "sqlite:var/courant.sqlite", fresh)
      #expect(moved.code == 0, "\(moved)")
      let refused = try press.run("2026-11-23T08:00:00Z")
      #expect(refused.errors.contains("courant recover"), "\(refused)")
      #expect(try press.command("recover", "--yes", "--now", "2026-11-23T08:00:00Z").code == 0)
    }
    #expect(try press.run("2026-11-23T09:00:00Z").code == 0)
    #expect(press.recipients.count == 20)
  }

  @Test func aBackupDoesNotReplaceALedgerOnAServer() throws {
    let press = try PressRoom(readers: 1)
    let (url, _) = try database("not_replaced")
    try move(press, to: url)
    let file = press.site.path + "-backup.sqlite"
    #expect(try press.command("backup", file).code == 0)
    defer { unlink(file) }
    let refused = try press.command("restore", file)
    #expect(refused.code == 65, "\(refused)")
    #expect(refused.errors.contains("contains a ledger; use an empty database or schema"), "\(refused)")
  }

  /// Otherwise a wrong name of a database would be found only when readers' links fail.
  @Test func anEmptyDatabaseIsNoLedgerThatExists() throws {
    let press = try PressRoom(readers: 1)
    let (url, _) = try database("empty")
    let settings = press.site.folder.text("schedule.conf") ?? ""
    try press.site.folder.write(settings + "\n[ledger]\nurl = \"\(url)\"\n", to: "schedule.conf")
    let left = try press.command("unsubscribe", "x")
    #expect(left.code == 75, "\(left)")
    #expect(left.errors.contains("there is no ledger yet; `courant run` creates it"), "\(left)")
  }

  /// As on two machines behind a load balancer: each knows what was asked of the other.
  @Test func twoServesAnswerTheSameReader() throws {
    let press = try PressRoom(readers: 1, mail: "unsubscribe = \"unsubscribe@example.org\"\n[web]\n")
    let (url, _) = try database("two_serves")
    try move(press, to: url)
    #expect(try press.run(sunday).code == 0)
    let serves = try (1...2).map { _ in
      try CourantProcess(["serve", "--listen", "127.0.0.1:0", "--site", press.site.path])
    }
    defer { serves.forEach { $0.kill() } }
    let ports = try serves.map { try #require($0.firstLine().split(separator: ":").last.flatMap { UInt16($0) }) }
    let (one, other) = (Exchange(ports[0]), Exchange(ports[1]))
    #expect(one.post("/subscribe", "email=new%40example.org&digest=weekly").hasPrefix("HTTP/1.1 303 "))
    let mail = try #require(press.server.message(to: "new@example.org"))
    let confirm = try #require(mail.firstMatch(of: /https:\/\/news\.example\.org(\/confirm\/[A-Za-z0-9]+)/)).1
    #expect(other.get(String(confirm)).contains("new@example.org will get:"))
    let confirmed = other.post(String(confirm), "confirm=yes")
    let token = try #require(confirmed.firstMatch(of: /\/preferences\/([A-Za-z0-9]+)\?confirmed/)).1
    #expect(one.get("/preferences/" + token).hasPrefix("HTTP/1.1 200 "))
    #expect(one.post("/unsubscribe/" + token, "List-Unsubscribe=One-Click").hasSuffix("\r\n\r\nunsubscribed\n"))
    #expect(other.get("/unsubscribe/" + token).contains("Done: you get no more of these emails"))
    #expect(press.recipients.filter { $0 == "new@example.org" }.count == 1)
    for serve in serves {
      kill(serve.pid, SIGTERM)
      let ended = serve.wait()
      #expect(ended.code == 0, "\(ended)")
      #expect(ended.errors == "", "\(ended)")
    }
  }

  /// The server of the tests does not sync.
  @Test func aServerThatMayLoseWhatItConfirmedIsAFault() throws {
    let press = try PressRoom(readers: 1)
    let (url, _) = try database("faults")
    try move(press, to: url)
    let check = try press.command("check", "--offline")
    #expect(check.code == 65, "\(check)")
    let fault = "the ledger's server: fsync is off, so a crash of the server may lose what was sent; set it to on\n"
    #expect(check.output.contains(fault), "\(check)")
  }
}
