import CourantTesting
import Couriers
import Model
import Testing

/// The next message's commands leave with the final dot of the one before.
@Suite struct LookAheadTests {
  private static let words = "Subject: x\r\n\r\nWords.\r\n"

  private static func envelope(_ reader: String) -> String {
    "MAIL FROM:<news@sender.example>\r\nRCPT TO:<\(reader)@example.org>\r\nDATA\r\n"
  }

  private func courier(of server: ScriptedServer) -> SMTPCourier {
    let relay = MailSettings.Relay(host: "127.0.0.1", port: server.port)
    return SMTPCourier(SMTPCourier.Settings(relay: relay, tls: .off, heloName: "sender.example"))
  }

  private func parcels(_ readers: String...) throws -> [Parcel] {
    try readers.map { try parcel(to: "\($0)@example.org") }
  }

  @Test func aMessageIsAnnouncedBeforeTheAnswerToTheOneBefore() throws {
    let goAhead = "250 2.1.0 ok\r\n250 2.1.5 ok\r\n354 go ahead\r\n"
    let script: [ScriptedServer.Step] = [
      .says("220 test.example\r\n"), .hears("EHLO sender.example\r\n"), .says("250-test.example\r\n250 PIPELINING\r\n"),
      .hears(Self.envelope("ann")), .says(goAhead), .hears(Self.words),
      .hears(".\r\n" + Self.envelope("bob")), .says("250 2.0.0 taken\r\n" + goAhead), .hears(Self.words),
      .hears(".\r\n" + Self.envelope("eve")), .says("554 5.7.1 spam\r\n"), .says(goAhead), .hears(Self.words),
      .hears(".\r\n"), .says("250 2.0.0 taken\r\n"), .hears("QUIT\r\n"), .says("221 2.0.0 goodbye\r\n"),
    ]
    let server = try ScriptedServer(script)
    let courier = courier(of: server)
    let spam = Outcome.refused(Reply(stage: .finalDot, code: 554, status: "5.7.1", text: "spam"))
    let carried = try courier.carry(all: parcels("ann", "bob", "eve"))
    let outcomes = [Outcome.accepted(taken), spam, .accepted(taken)]
    #expect(carried == outcomes.map { Carried(outcome: $0, commits: 1, questions: 1) })
    courier.close()
    #expect(server.heard == script.lines)
  }

  @Test func withoutPipeliningTheNextMessageIsNotPrefetched() throws {
    let lines = ["MAIL FROM:<news@sender.example>\r\n", "RCPT TO:<ann@example.org>\r\n", "DATA\r\n", Self.words]
    let message: [ScriptedServer.Step] = [
      .hears(lines[0]), .says("250 ok\r\n"), .hears(lines[1]), .says("250 ok\r\n"), .hears(lines[2]),
      .says("354 go ahead\r\n"), .hears(lines[3]), .hears(".\r\n"), .says("250 2.0.0 taken\r\n"),
    ]
    let script =
      [.says("220 test.example\r\n"), .hears("EHLO sender.example\r\n"), .says("250 test.example\r\n")]
      + message + message + [.hears("QUIT\r\n"), .says("221 2.0.0 goodbye\r\n")]
    let server = try ScriptedServer(script)
    let courier = courier(of: server)
    let carried = try courier.carry(all: parcels("ann", "ann"))
    #expect(carried == Array(repeating: Carried(outcome: .accepted(taken), commits: 1), count: 2))
    courier.close()
    #expect(server.heard == script.lines)
  }

  /// The server is waiting for a message that never comes: not even QUIT may be sent, because it would be a line of that
  /// message.
  @Test func aCourierThatHasPrefetchedClosesSilently() throws {
    let script: [ScriptedServer.Step] = [
      .says("220 test.example\r\n"), .hears("EHLO sender.example\r\n"), .says("250-test.example\r\n250 PIPELINING\r\n"),
      .hears(Self.envelope("ann")), .says("250 ok\r\n250 ok\r\n354 go ahead\r\n"), .hears(Self.words),
      .hears(".\r\n" + Self.envelope("bob")), .says("250 2.0.0 taken\r\n250 ok\r\n250 ok\r\n354 go ahead\r\n"),
    ]
    let server = try ScriptedServer(script)
    let courier = courier(of: server)
    let both = try parcels("ann", "bob")
    #expect(try courier.carry(both[0], next: { both[1] }, commit: {}) == .accepted(taken))
    courier.close()
    #expect(server.heard == script.lines)
  }

  @Test func nextIsAskedBetweenCommitAndTheFinalDot() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    let all = try parcels("ann", "bob", "eve")
    for index in 0..<3 {
      var calls: [String] = []
      let next: () -> Parcel? = {
        calls.append("next")
        #expect(server.messages.count == index)
        return index < 2 ? all[index + 1] : nil
      }
      #expect(try courier.carry(all[index], next: next) { calls.append("commit") } == .accepted(taken))
      #expect(calls == ["commit", "next"])
    }
    #expect(server.messages.map(\.recipient) == ["ann@example.org", "bob@example.org", "eve@example.org"])
    #expect(server.connections == 1)
  }

  @Test(arguments: ServerManner.all) func messagesArriveOctetForOctet(_ manner: ServerManner) throws {
    let server = try SMTPServer(manner.options)
    defer { server.stop() }
    let bodies = [
      "", ".", "..", ".\r\n", "a\r\n.\r\nb\r\n", "no end", "ends in CR\r", "\r\n.\r\n.\r\n",
      String(repeating: ".dot\r\n", count: 50_000), "last\r\n",
    ]
    let carried = try SMTPCourier(settings(server)).carry(all: bodies.map { try parcel(message: $0) })
    #expect(carried.map(\.outcome) == bodies.map { _ in .accepted(taken) })
    let expected = bodies.map { $0.isEmpty || $0.hasSuffix("\r\n") ? $0 : $0 + "\r\n" }
    #expect(server.messages.map { String(decoding: $0.octets, as: UTF8.self) } == expected)
    #expect(server.connections == 1)
  }

  @Test func aFullConnectionAnnouncesNoMore() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    var settings = settings(server)
    settings.messagesPerConnection = 3
    let courier = SMTPCourier(settings)
    let carried = try courier.carry(all: (1...7).map { try parcel(to: "r\($0)@example.org") })
    courier.close()
    #expect(carried.map(\.questions) == [1, 1, 0, 1, 1, 0, 1])
    #expect(server.messages.map(\.connection) == [1, 1, 1, 2, 2, 2, 3])
    #expect(server.commands.count { $0 == "QUIT" } == 3)
  }

  @Test func aMessageThatTheServerCannotAcceptIsNotAnnounced() throws {
    var options = SMTPServer.Options()
    (options.hasSMTPUTF8, options.maxSize) = (false, 100)
    let server = try SMTPServer(options)
    defer { server.stop() }
    let parcels = [
      try parcel(), try parcel(to: "jörg@example.org"), try parcel(to: "bob@example.org"),
      try parcel(message: String(repeating: "x", count: 101)), try parcel(to: "eve@example.org"),
    ]
    let carried = try SMTPCourier(settings(server)).carry(all: parcels)
    #expect(carried.map(\.commits) == [1, 0, 1, 0, 1])
    #expect(server.commands.count { $0.hasPrefix("MAIL") } == 3)
    #expect(server.messages.map(\.recipient) == ["reader@example.org", "bob@example.org", "eve@example.org"])
    #expect(server.connections == 1)
  }

  @Test func aParcelNeverTravelsUnderTheEnvelopeOfAnother() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    let all = try parcels("ann", "bob", "eve")
    #expect(try courier.carry(all[0], next: { all[1] }, commit: {}) == .accepted(taken))
    #expect(try courier.carry(all[2]) {} == .accepted(taken))
    #expect(server.messages.map(\.recipient) == ["ann@example.org", "eve@example.org"])
    #expect(server.connections == 2)
  }

  @Test func anAnnouncedMessageIsWithdrawnWhenItsCommitThrows() throws {
    struct Withdrawn: Error {}
    let server = try SMTPServer()
    let courier = SMTPCourier(settings(server))
    let all = try parcels("ann", "bob", "eve")
    #expect(try courier.carry(all[0], next: { all[1] }, commit: {}) == .accepted(taken))
    let next: () -> Parcel? = {
      Issue.record("nothing ends")
      return nil
    }
    #expect(throws: Withdrawn.self) { try courier.carry(all[1], next: next) { throw Withdrawn() } }
    #expect(try courier.carry(all[2]) {} == .accepted(taken))
    courier.close()
    server.stop()
    #expect(server.messages.map(\.recipient) == ["ann@example.org", "eve@example.org"])
    #expect(server.connections == 2)
  }
}
