import CourantTesting
import Couriers
import Model
import Testing

/// The outcome of messages at a server that does everything right.
@Suite struct SMTPCourierTests {
  @Test(arguments: ServerManner.all) func threeHundredMessagesTakeOneConnection(_ manner: ServerManner) throws {
    let server = try SMTPServer(manner.options)
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    let sent = try (1...(manner.options.isByteAtATime ? 10 : 300)).map { try parcel(to: "r\($0)@example.org") }
    for parcel in sent {
      #expect(try courier.carry(parcel) {} == .accepted(taken))
    }
    courier.close()
    #expect(server.messages.map(\.recipient) == sent.map(\.recipient.description))
    #expect(server.messages.map(\.octets) == sent.map(\.message))
    #expect(server.connections == 1)
    #expect((server.pipelinedCommands > 0) == manner.options.hasPipelining)
    #expect(server.commands.last == "QUIT")
  }

  @Test(arguments: [
    "", ".", "..", ".\r\n", "a\r\n.\r\nb\r\n", ".a\r\n..b\r\n", "no end", "ends in CR\r", "\r\n.\r\n.\r\n",
    "é 8 bit\r\n",
  ])
  func aMessageArrivesOctetForOctet(_ text: String) throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    #expect(try courier.carry(parcel(message: text)) {} == .accepted(taken))
    #expect(try courier.carry(parcel(message: "next\r\n")) {} == .accepted(taken))
    // Data end in CRLF (RFC 5321 §4.1.1.4), so a last line without one gets it.
    let expected = text.isEmpty || text.hasSuffix("\r\n") ? text : text + "\r\n"
    #expect(server.messages.map { String(decoding: $0.octets, as: UTF8.self) } == [expected, "next\r\n"])
  }

  @Test func aLargeMessageFullOfDotsArrives() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    let large = try parcel(message: String(repeating: ".dot\r\n..\r\n", count: 50_000))
    #expect(try courier.carry(large) {} == .accepted(taken))
    #expect(server.messages.map(\.octets) == [large.message])
  }

  @Test func theEnvelopeHasTheParametersTheServerSupports() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    #expect(try courier.carry(parcel(message: "x\r\n")) {} == .accepted(taken))
    #expect(try courier.carry(parcel(message: "é\r\n")) {} == .accepted(taken))
    #expect(try courier.carry(parcel(to: "jörg@bücher.example", message: "x\r\n")) {} == .accepted(taken))
    #expect(server.messages.map(\.parameters) == ["SIZE=3", "SIZE=4 BODY=8BITMIME", "SIZE=3 BODY=8BITMIME SMTPUTF8"])
    #expect(
      server.commands == [
        "EHLO sender.example", "MAIL FROM:<news@sender.example> SIZE=3", "RCPT TO:<reader@example.org>", "DATA",
        "MAIL FROM:<news@sender.example> SIZE=4 BODY=8BITMIME", "RCPT TO:<reader@example.org>", "DATA",
        "MAIL FROM:<news@sender.example> SIZE=3 BODY=8BITMIME SMTPUTF8", "RCPT TO:<jörg@xn--bcher-kva.example>", "DATA",
      ])
  }

  @Test func aPlainServerIsAskedForNothingItDoesNotOffer() throws {
    let server = try SMTPServer(ServerManner.plain.options)
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    #expect(try courier.carry(parcel(message: "é\r\n")) {} == .accepted(taken))
    let refusal = Reply(
      stage: .recipient, code: 553, status: "5.6.7", text: "the relay does not offer SMTPUTF8, which this address needs"
    )
    #expect(try courier.carry(parcel(to: "jörg@example.org")) {} == .refused(refusal))
    #expect(try courier.carry(parcel(message: "x\r\n")) {} == .accepted(taken))
    #expect(server.messages.map(\.parameters) == ["", ""])
    #expect(server.connections == 1)
  }

  @Test func aMessageAboveTheServersSizeIsNotOffered() throws {
    var options = SMTPServer.Options()
    options.maxSize = 10
    let server = try SMTPServer(options)
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    let text = "the relay takes messages of at most 10 octets, and this one has 12"
    let outcome = try courier.carry(parcel(message: "0123456789\r\n")) {}
    #expect(outcome == .refused(Reply(stage: .recipient, code: 552, status: "5.3.4", text: text)))
    #expect(try courier.carry(parcel(message: "01234567\r\n")) {} == .accepted(taken))
    #expect(server.commands.count == 4)
  }

  @Test func commitComesOnceAndBeforeTheServerHasTheMessage() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let courier = SMTPCourier(settings(server))
    for count in 0..<3 {
      var commits = 0
      _ = try courier.carry(parcel()) {
        commits += 1
        #expect(server.messages.count == count)
        #expect(server.commands.last == "DATA")
      }
      #expect(commits == 1)
      #expect(server.messages.count == count + 1)
    }
  }

  @Test func aMessageIsWithdrawnWhenCommitThrows() throws {
    struct DiskFull: Error {}
    let server = try SMTPServer()
    let courier = SMTPCourier(settings(server))
    #expect(throws: DiskFull.self) { try courier.carry(parcel(to: "first@example.org")) { throw DiskFull() } }
    #expect(try courier.carry(parcel(to: "second@example.org")) {} == .accepted(taken))
    courier.close()
    server.stop()
    #expect(server.messages.map(\.recipient) == ["second@example.org"])
    #expect(server.connections == 2)
  }
}
