import CourantTesting
import Couriers
import Model
import Testing

/// Mail over an encrypted connection.
@Suite struct TLSTests {
  @Test(arguments: [false, true], ServerManner.all)
  func mailIsSentEncrypted(_ isImplicit: Bool, _ manner: ServerManner) throws {
    let relay = try EncryptedRelay(isImplicit: isImplicit, manner.options)
    let courier = SMTPCourier(relay.settings(.required))
    for number in 1...3 {
      #expect(try courier.carry(parcel(to: "r\(number)@example.org")) {} == .accepted(taken))
    }
    courier.close()
    #expect(relay.server.messages.map(\.recipient) == ["r1@example.org", "r2@example.org", "r3@example.org"])
    #expect(relay.server.messages.map(\.isEncrypted) == [true, true, true])
    #expect(relay.server.clearCommands == (isImplicit ? [] : ["EHLO sender.example", "STARTTLS"]))
    #expect(relay.server.connections == 1)
    #expect(relay.server.commands.last == "QUIT")
  }

  /// Capabilities offered in clear text are discarded (RFC 3207 §4.2).
  @Test func theSecondEHLODecides() throws {
    let relay = try EncryptedRelay {
      $0.stage == .hello && $0.ordinal == 1 ? .reply("250-test.example\r\n250-SIZE 5\r\n250 STARTTLS") : nil
    }
    let courier = SMTPCourier(relay.settings(.required))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
    #expect(relay.server.messages.map(\.parameters) == ["SIZE=22"])
    #expect(relay.server.pipelinedCommands == 2)
  }

  @Test(arguments: [false, true]) func aLargeMessageArrivesOctetForOctet(_ isImplicit: Bool) throws {
    let relay = try EncryptedRelay(isImplicit: isImplicit)
    let courier = SMTPCourier(relay.settings(.required))
    let large = try parcel(message: String(repeating: ".dot\r\n..\r\n", count: 100_000))
    #expect(try courier.carry(large) {} == .accepted(taken))
    #expect(relay.server.messages.map(\.octets) == [large.message])
  }

  /// Between mail servers nobody looks at names, and encrypted is better than not (RFC 7435).
  @Test(arguments: [Certificate.good, .expired, .forAnotherHost, .ofAnUnknownAuthority, .ofAnImpostor], [false, true])
  func opportunisticEncryptsWithAnyCertificate(_ certificate: Certificate, _ isImplicit: Bool) throws {
    let relay = try EncryptedRelay(certificate, isImplicit: isImplicit)
    let courier = SMTPCourier(relay.settings(.opportunistic))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
    #expect(relay.server.messages.map(\.isEncrypted) == [true])
  }

  @Test(arguments: ["454 4.7.0 not now", "501 5.5.4 no parameters"], ServerManner.all)
  func opportunisticContinuesInClearTextIfTLSIsRefused(_ refusal: String, _ manner: ServerManner) throws {
    let relay = try EncryptedRelay(.good, manner.options) { $0.stage == .startTLS ? .reply(refusal) : nil }
    let courier = SMTPCourier(relay.settings(.opportunistic))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
    #expect(relay.server.messages.map(\.isEncrypted) == [false])
    #expect(relay.server.commands.prefix(3) == ["EHLO sender.example", "STARTTLS", mail(manner)])
  }

  /// A server that offers TLS but fails at it is reported, and gets no mail in clear text.
  @Test func opportunisticDoesNotGoBackAfterABrokenHandshake() throws {
    let relay = try EncryptedRelay { $0.stage == .handshake ? .reset : nil }
    let courier = SMTPCourier(relay.settings(.opportunistic))
    let sentence = "\(relay.name): TLS failed: Recv failure: Connection reset by peer"
    #expect(
      try courier.carry(parcel()) {} == .unsent(RelayFailure(sentence: sentence, isPermanent: false, stage: .tls)))
    #expect(relay.server.commands == ["EHLO sender.example", "STARTTLS"])
    #expect(relay.server.connections == 1)
  }

  @Test func offNeverAsksForTLS() throws {
    let relay = try EncryptedRelay()
    let courier = SMTPCourier(relay.settings(.off))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
    #expect(
      relay.server.clearCommands == [
        "EHLO sender.example", "MAIL FROM:<news@sender.example> SIZE=22", "RCPT TO:<reader@example.org>", "DATA",
      ])
  }

  /// An end of the connection without TLS's notice may be an attacker's (RFC 8446 §6.1), so it is not a reply.
  @Test func anEndWithoutGoodbyeIsALoss() throws {
    let relay = try EncryptedRelay {
      [.recipient, .finalDot].contains($0.stage) && $0.ordinal == 1 ? .cutOff : nil
    }
    let courier = SMTPCourier(relay.settings(.required))
    let words = "\(relay.name): closed the connection instead of replying to"
    let trouble = RelayFailure(sentence: "\(words) RCPT", isPermanent: false, stage: .recipient)
    #expect(try courier.carry(parcel()) {} == .unsent(trouble))
    #expect(try courier.carry(parcel()) {} == .uncertain("\(words) the whole message"))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
    #expect(relay.server.connections == 3)
  }

  private func mail(_ manner: ServerManner) -> String {
    "MAIL FROM:<news@sender.example>" + (manner.options.maxSize == nil ? "" : " SIZE=22")
  }
}
