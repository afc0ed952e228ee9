import CourantTesting
import Foundation
import Testing

/// `courant pause` stops mail, even in a run that is sending.
@Suite struct PauseTests {
  private let sunday = "2026-11-22T12:00:00Z"
  private let monday = "2026-11-23T07:00:05Z"

  @Test func aRunThatIsSendingStopsAndTheRestLeavesAfterThePause() throws {
    let site = Shared<String?>(nil)
    let server = try SMTPServer { event in
      if event.stage == .recipient, event.ordinal == 40, let path = site.value {
        site.value = nil
        // As from another terminal, while the run waits for the reply.
        _ = try? CourantProcess.run("pause", "wrong template", "--site", path)
      }
      return nil
    }
    let press = try PressRoom(readers: 300, server: server, mail: "sessions = 1\n")
    _ = try press.run(sunday)
    site.value = press.site.path
    let end = try press.run(monday)
    let sent = press.recipients.count
    #expect(end.code == 75)
    #expect(end.errors == "sending was paused meanwhile; what had not left waits for `courant resume`\n")
    #expect((38...41).contains(sent))
    #expect(try press.status().deliveries == ["accepted": sent, "queued": 300 - sent])

    let paused = try press.run("2026-11-23T07:05:05Z")
    #expect(paused.code == 75)
    #expect(paused.errors.contains("wrong template; only letters that answer readers are sent"), "\(paused)")
    #expect(press.recipients.count == sent)
    #expect(try press.command("status").output.contains("doubt            sending has been paused since"))

    #expect(try press.command("resume").output == "the pause has ended; the next run sends what is due\n")
    #expect(try press.run("2026-11-23T07:10:05Z") == .init(code: 0, output: "\(300 - sent) accepted\n", errors: ""))
    #expect(Set(press.recipients).count == 300)
    #expect(press.recipients.count == 300)
    #expect(try press.command("resume").output == "sending is not paused\n")
  }

  @Test func nothingIsFrozenDuringAPauseAndNoArticleIsLost() throws {
    let press = try PressRoom(readers: 1)
    _ = try press.run(sunday)
    #expect(try press.command("pause", "wait for the editor").code == 0)
    #expect(try press.run(monday).code == 75)
    #expect(try press.issues() == [])
    #expect(FileManager.default.fileExists(atPath: press.site.path + "/public/feeds/all/atom.xml"))
    _ = try press.command("resume")
    #expect(try press.run("2026-11-23T09:00:05Z").code == 0)
    #expect(try press.issues() == ["weekly#1"])
    #expect(press.recipients == ["r1@example.org"])
  }
}
