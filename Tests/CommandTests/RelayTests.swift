import CourantTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// Failures while mail is being sent: promise 2.
@Suite struct RelayTests {
  /// The moments at which the process dies in its 150th delivery.
  @Test(arguments: [SMTPEvent.Stage.recipient, .data, .body, .finalDot])
  func aKilledRunIsCompletedByTheNext(_ stage: SMTPEvent.Stage) throws {
    let running = Shared<CourantProcess?>(nil)
    let server = try SMTPServer { event in
      if event.stage == stage, event.ordinal == 150 { running.value?.kill() }
      return nil
    }
    let press = try PressRoom(readers: 300, server: server, mail: "sessions = 1\n")
    _ = try press.run(sunday)
    let process = try press.start(monday)
    running.value = process
    #expect(process.wait().code == 128 + 9)
    running.value = nil
    #expect((149...150).contains(press.recipients.count))
    let end = try press.run("2026-11-23T07:05:05Z")
    #expect(end.code == 0)

    let copies = Dictionary(grouping: server.messages, by: \.recipient).mapValues { $0.map(\.octets) }
    #expect(copies.count == 300)
    let repeated = copies.filter { $0.value.count > 1 }
    #expect(repeated.count <= 1)
    for (_, copies) in repeated {
      #expect(copies.count == 2)
      #expect(copies[0] == copies[1])  // the same Message-ID, and all the rest
    }
    // Only a message whose final dot was accepted can be repeated, and it always is.
    if stage == .finalDot { #expect(repeated.count == 1) }
    #expect(repeated.keys.allSatisfy { end.errors.contains("\($0): the last run ended mid-exchange") })
    #expect(try press.status().deliveries == ["accepted": 300])
  }

  @Test func aRelayThatIsDownIsReportedAndALaterRunDelivers() throws {
    let press = try PressRoom(readers: 3)
    press.server.stop()
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 69)
    #expect(end.errors.hasSuffix("; mail waits for the next run\n"))
    #expect(end.errors.split(separator: "\n").count == 1)
    #expect(try press.status().deliveries == ["queued": 3])

    let back = try SMTPServer(port: press.server.port)
    defer { back.stop() }
    #expect(try press.run("2026-11-23T07:10:05Z") == .init(code: 0, output: "3 accepted\n", errors: ""))
    #expect(back.messages.map(\.recipient) == ["r1@example.org", "r2@example.org", "r3@example.org"])
  }

  /// The breaker opens at ten; a list may be shorter.
  @Test(arguments: [(25, 10), (3, 3)])
  func aRelayThatRefusesEveryReaderSkipsNone(readers: Int, refusals: Int) throws {
    let words = "550 5.7.1 we do not know you"
    let isAngry = Shared(true)
    let server = try SMTPServer { event in
      event.stage == .recipient && isAngry.value ? .reply(words) : nil
    }
    let press = try PressRoom(readers: readers, server: server)
    _ = try press.run(sunday)
    for minute in ["00", "20"] {
      let end = try press.run("2026-11-23T07:\(minute):05Z")
      #expect(end.code == 75)
      // Once a day.
      let sentence = "the relay refused \(refusals) messages in a row: \(words); they wait for a later run\n"
      #expect(end.errors == (minute == "00" ? sentence : ""))
      let open = try press.status().deliveries
      #expect((open["deferred"] ?? 0) + (open["queued"] ?? 0) == readers)
    }
    isAngry.value = false
    #expect(try press.run("2026-11-23T07:50:05Z").code == 0)
    #expect(Set(press.recipients).count == readers)
    #expect(press.recipients.count == readers)
  }

  @Test func oneReadersFaultIsOnlyTheirs() throws {
    let server = try SMTPServer { event in
      switch (event.stage, event.recipient) {
      case (.recipient, "r2@example.org"): .reply("550 5.1.1 no such user")
      case (.recipient, "r3@example.org") where event.ordinal < 5: .reply("451 4.2.0 mailbox busy")
      case (.finalDot, "r4@example.org"): .reply("554 5.6.0 we do not like it")
      default: nil
      }
    }
    let press = try PressRoom(readers: 5, server: server)
    _ = try press.run(sunday)
    #expect(
      try press.run(monday)
        == .init(
          code: 75,
          output:
            "11 files published; weekly #1 \"About a\" to 5 readers; 2 accepted, 1 deferred, 2 refused\n",
          errors: """
            r2@example.org: refused: 550 5.1.1 no such user
            r4@example.org: refused: 554 5.6.0 we do not like it
            r3@example.org: try again later: 451 4.2.0 mailbox busy
            r2@example.org: mailbox does not exist; suppressed

            """))
    #expect(try press.run("2026-11-23T07:04:59Z") == .init(code: 0, output: "", errors: ""))
    // Five minutes after the attempt, not after the beginning of its run.
    #expect(try press.run("2026-11-23T07:05:25Z") == .init(code: 0, output: "1 accepted\n", errors: ""))
    #expect(press.recipients == ["r1@example.org", "r5@example.org", "r3@example.org"])
    #expect(try press.status().deliveries == ["accepted": 3, "refused": 2])
  }

  /// One connection up to 99 waiting mails, one more for each 100.
  @Test(arguments: [(99, 1), (299, 3)])
  func aLongListUsesMoreConnectionsAndReachesEachReaderOnce(_ readers: Int, _ connections: Int) throws {
    let server = try SMTPServer()
    let press = try PressRoom(readers: readers, server: server)
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 0)
    #expect(press.recipients.count == readers)
    #expect(Set(press.recipients).count == readers)
    #expect(server.connections == connections)
    #expect(try press.status().deliveries == ["accepted": readers])
  }

  /// The trouble comes when the queue is empty already, and only some connections still have a message on the way.
  @Test func aRelayThatDisconnectsAtTheVeryEndIsReported() throws {
    let isLeaving = Shared(true)
    let server = try SMTPServer { event in
      event.stage == .mail && event.ordinal > 199 && isLeaving.value ? .reply("421 4.3.2 going down") : nil
    }
    let press = try PressRoom(readers: 200, server: server)
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 75)
    #expect(end.errors != "")
    isLeaving.value = false
    #expect(try press.run(monday).code == 0)
    #expect(press.recipients.count == 200)
    #expect(Set(press.recipients).count == 200)
  }

  /// It would get each message again and again.
  @Test func aRelayThatNeverRepliesToMessagesIsLeftAlone() throws {
    let isDumb = Shared(true)
    let server = try SMTPServer { event in
      event.stage == .finalDot && isDumb.value ? .storeThenClose : nil
    }
    let press = try PressRoom(readers: 12, server: server)
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 75)
    #expect(end.errors.contains("the relay did not reply to 3 messages in a row"))
    #expect(try press.status().deliveries == ["queued": 9, "uncertain": 3])
    isDumb.value = false
    #expect(try press.run("2026-11-23T07:06:05Z").code == 0)
    #expect(Set(press.recipients).count == 12)
    #expect(press.recipients.count == 15)
  }

  /// Each message has its own sender, and the relay refuses the first one's.
  @Test func aSenderThatTheRelayRefusesHoldsUpOnlyItsOwnMail() throws {
    let first = Shared<String?>(nil)
    let server = try SMTPServer { event in
      guard event.stage == .mail else { return nil }
      if first.value == nil { first.value = event.sender }
      return event.sender == first.value ? .reply("553 5.1.8 not this one") : nil
    }
    let press = try PressRoom(readers: 6, server: server, mail: "bounces = \"b@example.org\"\n")
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 75)
    #expect(press.recipients == [])
    _ = try press.run("2026-11-23T07:05:05Z")
    #expect(press.recipients.count == 5)
    #expect(try press.status().deliveries == ["accepted": 5, "deferred": 1])
  }

  /// A wrong recipient map replies "no such user" for everyone.
  @Test func aRelayThatKnowsNoReaderSuppressesNone() throws {
    let isWrong = Shared(true)
    let server = try SMTPServer { event in
      event.stage == .recipient && isWrong.value ? .reply("550 5.1.1 no such user") : nil
    }
    let press = try PressRoom(readers: 25, server: server)
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 75)
    isWrong.value = false
    #expect(try press.run("2026-11-23T07:10:05Z").code == 0)
    #expect(Set(press.recipients).count == 25)
    #expect(press.recipients.count == 25)
  }

  @Test func aReaderOnWhomTheRelayDisconnectsKeepsNoOtherWaiting() throws {
    let server = try SMTPServer { event in
      ["r1@example.org", "r2@example.org", "r3@example.org"].contains(event.recipient) && event.stage == .recipient
        ? .close : nil
    }
    let press = try PressRoom(readers: 12, server: server)
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 69)
    #expect(press.recipients == [])
    _ = try press.run("2026-11-23T07:04:05Z")
    #expect(press.recipients.count == 9)
    #expect(try press.status().deliveries == ["accepted": 9, "deferred": 3])
  }

  @Test func aConnectionLostAfterTheFinalDotIsResentWithTheSameMessageID() throws {
    let server = try SMTPServer { event in
      event.stage == .finalDot && event.ordinal == 2 ? .storeThenClose : nil
    }
    let press = try PressRoom(readers: 3, server: server)
    _ = try press.run(sunday)
    #expect(try press.run(monday).code == 75)
    #expect(try press.status().deliveries == ["accepted": 2, "uncertain": 1])
    #expect(try press.run("2026-11-23T07:05:05Z").code == 0)
    let copies = server.messages.filter { $0.recipient == "r2@example.org" }
    #expect(copies.count == 2)
    #expect(copies.first?.octets == copies.last?.octets)
    #expect(press.recipients.count == 4)
  }
}
