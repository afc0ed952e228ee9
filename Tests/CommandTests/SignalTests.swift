import CourantTesting
import Foundation
import Testing

/// SIGTERM: messages on the wire are finished, the rest wait for the next run.
@Suite struct SignalTests {
  @Test(arguments: [SIGTERM, SIGINT])
  func aRunThatIsAskedToEndFinishesMessagesOnTheWire(_ signal: Int32) throws {
    let running = Shared<CourantProcess?>(nil)
    let server = try SMTPServer { event in
      if event.stage == .recipient, event.ordinal == 40, let process = running.value { kill(process.pid, signal) }
      return nil
    }
    let press = try PressRoom(readers: 300, server: server)
    _ = try press.run("2026-11-22T12:00:00Z")
    let process = try press.start("2026-11-23T07:00:05Z")
    running.value = process
    let end = process.wait()
    running.value = nil
    let sent = press.recipients.count
    #expect(end.code == 75)
    #expect(end.errors == "stopped by a signal; \(300 - sent) messages wait for the next run\n")
    #expect((39..<60).contains(sent))
    #expect(try press.status().deliveries == ["accepted": sent, "queued": 300 - sent])

    #expect(try press.run("2026-11-23T07:05:05Z") == .init(code: 0, output: "\(300 - sent) accepted\n", errors: ""))
    #expect(press.recipients.count == 300)
    #expect(Set(press.recipients).count == 300)
  }
}
