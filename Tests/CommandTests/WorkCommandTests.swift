import CourantTesting
import Foundation
import Glibc
import PQ
import Testing

/// `courant work` as a process.
@Suite struct WorkCommandTests {
  private let sunday = "2026-11-22T12:00:00Z"
  private let monday = "2026-11-23T07:00:05Z"

  /// A site whose issue is frozen.
  private func frozen(readers: Int, server: SMTPServer, on url: String? = nil) throws -> PressRoom {
    let press = try PressRoom(readers: readers, server: server, mail: "sessions = 1")
    if let url {
      #expect(try press.command("ledger", "move", "sqlite:var/courant.sqlite", url).code == 0)
      let settings = press.site.folder.text("schedule.conf") ?? ""
      try press.site.folder.write(settings + "\n[ledger]\nurl = \"\(url)\"\n", to: "schedule.conf")
    }
    #expect(try press.run(sunday).code == 0)
    #expect(try press.command("run", "--only", "digests", "--now", monday).code == 0)
    #expect(press.recipients == [])
    return press
  }

  @Test(arguments: [SIGTERM, SIGINT])
  func aWorkerThatIsStoppedFinishesMessagesInFlightAndReturnsTheRest(_ signal: Int32) throws {
    let working = Shared<CourantProcess?>(nil)
    let server = try SMTPServer { event in
      if event.stage == .recipient, event.ordinal == 40, let process = working.value { kill(process.pid, signal) }
      return nil
    }
    let press = try frozen(readers: 300, server: server)
    let process = try CourantProcess(["work", "--site", press.site.path])
    working.value = process
    let end = process.wait()
    working.value = nil
    let sent = press.recipients.count
    #expect(end.code == 0, "\(end)")
    #expect((39..<60).contains(sent))
    #expect(end.errors == "stopped by a signal; \(300 - sent) messages wait for the next run\n")
    #expect(end.output == "\(sent) accepted\n")
    #expect(try press.status().deliveries == ["accepted": sent, "queued": 300 - sent])
  }

  @Test func aWorkerThatRestsStopsAtOnceAndTellsItsServiceManager() throws {
    let press = try frozen(readers: 1, server: SMTPServer())
    let process = try CourantProcess(["work", "--site", press.site.path])
    #expect(try process.firstLine() == "1 accepted")
    kill(process.pid, SIGTERM)
    #expect(process.wait().code == 0)
  }

  @Test func invalidSettingsAreReportedAtTheStart() throws {
    let press = try PressRoom(readers: 1)
    try press.site.folder.write("[sites]\n", to: "schedule.conf")
    #expect(try press.command("work").code == 78)
  }

  /// One is stopped while it holds a message; the other has sent the rest by then, and nobody gets anything twice.
  @Test(.enabled(if: PostgresServer.isInstalled, Comment(rawValue: PostgresServer.absence)))
  func twoWorkersShareALedger() throws {
    let hasBegun = Shared(false)
    let isHeld = Shared(true)
    let server = try SMTPServer { event in
      if event.stage == .finalDot, event.ordinal == 1 {
        hasBegun.value = true
        while isHeld.value { usleep(1_000) }
      }
      return nil
    }
    defer { isHeld.value = false }
    let postgres = try PostgresServer.shared()
    try PQConnection(postgres.url(of: "postgres")).script("CREATE DATABASE two_workers")
    let press = try frozen(readers: 500, server: server, on: postgres.url(of: "two_workers"))
    let first = try CourantProcess(["work", "--site", press.site.path])
    while !hasBegun.value { usleep(1_000) }
    let second = try CourantProcess(["work", "--site", press.site.path])
    let sentBySecond = try second.firstLine()
    kill(first.pid, SIGTERM)
    isHeld.value = false
    let end = first.wait()
    #expect(end.code == 0, "\(end)")
    #expect(end.output.hasSuffix(" accepted\n"))
    // The first one gave back the rest. The second one would find it when it looks next; this is sooner.
    #expect(try press.command("run", "--only", "deliveries").code == 0)
    kill(second.pid, SIGTERM)
    #expect(second.wait().code == 0)
    #expect(sentBySecond.hasSuffix(" accepted"))
    #expect(press.recipients.count == 500)
    #expect(Set(press.recipients).count == 500)
    #expect(try press.status().deliveries == ["accepted": 500])
  }
}
