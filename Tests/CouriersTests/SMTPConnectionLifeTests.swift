import CourantTesting
import Couriers
import Model
import Synchronization
import Testing

/// When a connection is kept, replaced or given up.
@Suite struct SMTPConnectionLifeTests {
  @Test(arguments: ServerManner.all) func refusalsKeepTheConnection(_ manner: ServerManner) throws {
    let server = try SMTPServer(manner.options) {
      $0.stage == .recipient && $0.ordinal % 3 == 0 ? .reply("550 5.1.1 nobody") : nil
    }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    let nobody = Outcome.refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "nobody"))
    for number in 1...30 {
      #expect(
        try courier.carry(parcel(to: "r\(number)@example.org")) {} == (number % 3 == 0 ? nobody : .accepted(taken)))
    }
    #expect(server.connections == 1)
    #expect(server.messages.count == 20)
    #expect(server.commands.count { $0 == "RSET" } == 9)
  }

  /// RFC 2920 §3.1: the data are then ended by a lone dot, and no empty mail reaches anybody.
  @Test func aServerMaySay354AfterARefusedRecipient() throws {
    let server = try SMTPServer {
      switch ($0.stage, $0.ordinal) {
      case (.recipient, 1): .reply("550 5.1.1 nobody")
      case (.data, 1): .reply("354 go ahead anyway")
      default: nil
      }
    }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    let nobody = Reply(stage: .recipient, code: 550, status: "5.1.1", text: "nobody")
    #expect(try courier.carry(parcel()) { Issue.record("nothing to commit") } == .refused(nobody))
    #expect(try courier.carry(parcel(to: "second@example.org")) {} == .accepted(taken))
    #expect(server.messages.map(\.recipient) == ["second@example.org"])
    #expect(server.connections == 1)
  }

  @Test(arguments: ServerManner.all) func aConnectionClosedWhileIdleIsReplaced(_ manner: ServerManner) throws {
    let server = try SMTPServer(manner.options)
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    for number in 1...3 {
      #expect(try courier.carry(parcel(to: "r\(number)@example.org")) {} == .accepted(taken))
      server.dropConnections()
    }
    #expect(server.messages.map(\.connection) == [1, 2, 3])
  }

  /// Like servers that limit the messages per connection.
  @Test(arguments: [FaultAction.reply("421 4.7.0 enough"), .close, .reset])
  func aConnectionThatEndsAtMailIsReplacedOnce(_ action: FaultAction) throws {
    let server = try SMTPServer { $0.stage == .mail && $0.ordinal % 3 == 0 ? action : nil }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    for number in 1...6 {
      var commits = 0
      #expect(try courier.carry(parcel(to: "r\(number)@example.org")) { commits += 1 } == .accepted(taken))
      #expect(commits == 1)
    }
    #expect(server.messages.map(\.connection) == [1, 1, 2, 2, 3, 3])
  }

  @Test func aNewConnectionThatEndsAtMailIsNotTriedAgain() throws {
    let server = try SMTPServer { $0.stage == .mail && $0.ordinal > 1 ? .close : nil }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
    let sentence = "smtp://127.0.0.1:\(server.port): closed the connection instead of replying to MAIL"
    #expect(
      try courier.carry(parcel()) {} == .unsent(RelayFailure(sentence: sentence, isPermanent: false, stage: .mail)))
    #expect(server.connections == 2)
  }

  /// A late reply must never be mistaken for the reply to another message.
  @Test func anAnswerThatComesTooLateIsNotTheNextMessagesAnswer() throws {
    let server = try SMTPServer { $0.stage == .finalDot && $0.ordinal == 1 ? .silence : nil }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server, replyTimeout: silence))
    let sentence = "smtp://127.0.0.1:\(server.port): no reply to the whole message within 0.5 s"
    #expect(try courier.carry(parcel(to: "first@example.org")) {} == .uncertain(sentence))
    #expect(try courier.carry(parcel(to: "second@example.org")) {} == .accepted(taken))
    #expect(server.messages.map(\.connection) == [2])
  }

  @Test(arguments: [SMTPEvent.Stage.connect, .hello])
  func aServerThatIsNotReadyIsARelayFailureNotARefusal(_ stage: SMTPEvent.Stage) throws {
    let server = try SMTPServer { $0.stage == stage && $0.connection == 1 ? .reply("554 5.7.1 go away") : nil }
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    let trouble = RelayFailure(
      sentence: "smtp://127.0.0.1:\(server.port): refused: 554 5.7.1 go away", isPermanent: true,
      reply: Reply(stage: stage == .connect ? .connect : .hello, code: 554, status: "5.7.1", text: "go away"))
    #expect(try courier.carry(parcel()) { Issue.record("nothing to commit") } == .unsent(trouble))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
    #expect(server.connections == 2)
  }

  @Test(arguments: ServerManner.all) func aConnectionCarriesAtMostItsNumberOfMessages(_ manner: ServerManner) throws {
    let server = try SMTPServer(manner.options)
    defer { server.stop() }
    var settings = settings(server)
    settings.messagesPerConnection = 3
    let courier = SMTPCourier(settings)
    for number in 1...7 {
      #expect(try courier.carry(parcel(to: "r\(number)@example.org")) {} == .accepted(taken))
    }
    #expect(server.messages.map(\.connection) == [1, 1, 1, 2, 2, 2, 3])
    #expect(server.commands.count { $0 == "QUIT" } == 2)
    courier.close()
    #expect(server.commands.count { $0 == "QUIT" } == 3)
  }

  /// Each MAIL counts, regardless of its result; a new connection starts from zero.
  @Test func refusedMessagesAlsoCountForTheConnection() throws {
    let server = try SMTPServer {
      switch ($0.stage, $0.ordinal) {
      case (.recipient, 1), (.recipient, 3): .reply("550 5.1.1 nobody")
      case (.mail, 2): .reply("451 4.3.0 later")
      case (.mail, 6): .close
      default: nil
      }
    }
    defer { server.stop() }
    var settings = settings(server)
    settings.messagesPerConnection = 3
    let courier = SMTPCourier(settings)
    for number in 1...8 { _ = try courier.carry(parcel(to: "r\(number)@example.org")) {} }
    #expect(server.messages.map(\.connection) == [1, 2, 3, 3, 3])
    #expect(server.messages.map(\.recipient) == [3, 5, 6, 7, 8].map { "r\($0)@example.org" })
    #expect(server.commands.count { $0 == "QUIT" } == 1)
    #expect(server.connections == 3)
  }

  @Test func eachThreadHasItsOwnCourier() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let settings = settings(server)
    let accepted = Atomic(0)
    withThreads(8) { thread in
      let courier = SMTPCourier(settings)
      for number in 1...25 {
        let outcome = try courier.carry(parcel(to: "r\(thread).\(number)@example.org")) {}
        if outcome == .accepted(taken) { accepted.add(1, ordering: .relaxed) }
      }
      courier.close()
    }
    #expect(accepted.load(ordering: .relaxed) == 200)
    #expect(Set(server.messages.map(\.recipient)).count == 200)
    #expect(server.connections == 8)
  }
}
