import CourantTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// `courant resend`.
@Suite struct ResendTests {
  @Test func anIssueIsResentOnlyToReadersWhoDidNotGetIt() throws {
    let isStrict = Shared(true)
    let server = try SMTPServer { event in
      event.stage == .recipient && isStrict.value && ["r2@example.org", "r3@example.org"].contains(event.recipient)
        ? .reply("550 5.7.1 we block you") : nil
    }
    let press = try PressRoom(readers: 5, server: server)
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 0)
    #expect(try press.status().deliveries == ["accepted": 3, "refused": 2])
    isStrict.value = false
    _ = try press.command("subscribers", "remove", "r3@example.org")
    #expect(
      try press.command("resend", "weekly#1", "--refused", "--now", "2026-11-24T07:00:00Z")
        == .init(
          code: 0,
          output:
            "weekly#1: 1 reader will get it; the next run sends it; 1 reader who unsubscribed or is suppressed gets nothing\n",
          errors: ""))
    #expect(try press.run("2026-11-24T07:00:05Z") == .init(code: 0, output: "1 accepted\n", errors: ""))
    #expect(press.recipients == ["r1@example.org", "r4@example.org", "r5@example.org", "r2@example.org"])
    #expect(Set(server.messages.map(\.messageID)).count == 4)
    #expect(
      try press.command("resend", "weekly#1").output
        == "weekly#1: there are no readers to send it to again; 1 reader who unsubscribed or is suppressed gets nothing\n"
    )
  }

  @Test(arguments: [
    ("weekly", "`weekly` is not an issue; write DIGEST#NUMBER, for example weekly#12"),
    (
      "weekly@2026-11-23T07:00",
      "`weekly@2026-11-23T07:00` is not an issue; write DIGEST#NUMBER, for example weekly#12"
    ),
    ("weekly#7", "the ledger has no issue weekly#7; `courant status` lists the newest"),
    ("weekly#1", "weekly#1: cancelled; it is not sent again"),
  ])
  func issuesThatCannotBeResentAreReported(_ issue: String, _ sentence: String) throws {
    let press = try PressRoom(readers: 1)
    press.server.stop()
    _ = try press.run(sunday)
    _ = try press.run(monday)
    _ = try press.command("cancel", "weekly#1")
    #expect(try press.command("resend", issue) == .init(code: 64, output: "", errors: sentence + "\n"))
  }
}

extension SMTPServer.Accepted {
  fileprivate var messageID: String {
    String(decoding: octets, as: UTF8.self).split(separator: "\r\n").first { $0.hasPrefix("Message-ID:") }.map(
      String.init)
      ?? ""
  }
}
