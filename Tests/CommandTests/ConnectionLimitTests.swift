import CourantTesting
import Testing

private let sunday = "2026-11-22T12:00:00Z"
private let monday = "2026-11-23T07:00:05Z"

/// A relay accepts fewer connections than `sessions` requests.
@Suite struct ConnectionLimitTests {
  @Test(arguments: [1, 3])
  func theConnectionsThatARelayTakesCarryEverything(_ limit: Int) throws {
    var options = SMTPServer.Options()
    options.maxConnections = limit
    let server = try SMTPServer(options)
    let press = try PressRoom(readers: 450, server: server)
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 0)
    let words = "421 4.7.0 test.example Error: too many connections from 127.0.0.1"
    #expect(
      end.errors
        == "schedule.conf: only \(limit) of 5 connections to the relay carried mail "
        + "(smtp://127.0.0.1:\(server.port): refused: \(words)); "
        + "if it limits connections, set sessions = \(limit) in [mail]\n")
    #expect(press.recipients.count == 450)
    #expect(Set(press.recipients).count == 450)
    #expect(server.connections == 5)
    #expect(try press.status().deliveries == ["accepted": 450])
  }

  /// At any time, such a reply is not about a reader, so no one's message is deferred.
  @Test(arguments: [
    (SMTPEvent.Stage.connect, FaultAction.close), (.connect, .reply("554 5.3.2 no more sessions")),
    (.hello, .reply("421 4.3.2 too many connections")), (.hello, .close),
    (.mail, .reply("421 4.7.0 too many sessions")),
    (.mail, .reply("450 4.7.1 too many concurrent connections")),
    (.recipient, .reply("421 4.7.0 too many connections")),
    (.recipient, .reply("451 4.7.0 connection limit exceeded")), (.recipient, .close), (.data, .reset),
  ])
  func aConnectionThatIsRefusedLaterIsNotOpenedAgain(_ stage: SMTPEvent.Stage, _ action: FaultAction) throws {
    let server = try SMTPServer { $0.stage == stage && $0.connection > 2 ? action : nil }
    let press = try PressRoom(readers: 450, server: server)
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 0)
    #expect(end.errors.split(separator: "\n").count == 1)
    #expect(press.recipients.count == 450)
    #expect(Set(press.recipients).count == 450)
    #expect(server.connections == 5)
  }

  /// A relay's own limit of messages for one connection.
  @Test(arguments: [SMTPEvent.Stage.mail, .recipient])
  func aConnectionThatIsFullIsReplaced(_ stage: SMTPEvent.Stage) throws {
    let counts = Shared<[Int: Int]>([:])
    let server = try SMTPServer { event in
      guard event.stage == stage else { return nil }
      let count = counts.update { counts in
        counts[event.connection, default: 0] += 1
        return counts[event.connection, default: 0]
      }
      return count > 7 ? .reply("421 4.7.0 too many messages in this connection") : nil
    }
    let press = try PressRoom(readers: 210, server: server)
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 0)
    #expect(end.errors == "")
    #expect(press.recipients.count == 210)
    #expect(Set(press.recipients).count == 210)
  }

  @Test func aRelayThatDiesInTheMiddleStopsTheRunAndSkipsNoReader() throws {
    let isDead = Shared(false)
    let server = try SMTPServer { event in
      if event.stage == .data, event.ordinal == 150 { isDead.value = true }
      return isDead.value ? .close : nil
    }
    let press = try PressRoom(readers: 450, server: server)
    _ = try press.run(sunday)
    #expect([69, 75].contains(try press.run(monday).code))
    #expect(server.connections < 20)
    isDead.value = false
    var minute = 10
    while try press.status().deliveries != ["accepted": 450], minute < 60 {
      _ = try press.run("2026-11-23T07:\(minute):05Z")
      minute += 10
    }
    #expect(Set(press.recipients).count == 450)
  }

  /// The wrong password is tried over one connection, not over all.
  @Test func aRefusedLoginIsTriedOnce() throws {
    var options = SMTPServer.Options()
    options.users = ["ann": "s3cret"]
    let server = try SMTPServer(options) { $0.stage == .login ? .reply("535 5.7.8 wrong user or password") : nil }
    let press = try PressRoom(readers: 450, server: server, mail: "")
    try press.logIn(as: "ann", password: "forgotten")
    _ = try press.run(sunday)
    let end = try press.run(monday)
    #expect(end.code == 75)
    #expect(
      end.errors
        == "smtp://127.0.0.1:\(server.port): refused the login of ann: 535 5.7.8 wrong user or password; "
        + "mail waits for the next run\n")
    #expect(server.commands.filter { $0.hasPrefix("AUTH") } == ["AUTH PLAIN", "AUTH LOGIN"])
  }
}
