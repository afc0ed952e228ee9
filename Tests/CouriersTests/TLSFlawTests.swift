import CourantTesting
import Couriers
import Model
import Testing

/// Each way in which a server fails to encrypt or to prove its name: nothing is sent, and no reader is blamed.
@Suite struct TLSFlawTests {
  struct Flaw: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var certificate = Certificate.good
    var isImplicit = false
    var fault: (stage: SMTPEvent.Stage, action: FaultAction)?
    /// The text after the server's address; `PORT` is replaced by its port.
    let sentence: String
    var isPermanent = false
    var reply: Reply?
    /// Where the dialogue ends.
    var stage = Reply.Stage.tls
    /// How far it came.
    var commands = ["EHLO sender.example", "STARTTLS"]

    var isSlow: Bool { sentence.hasSuffix("in time") }
  }

  static let flaws = badCertificates + brokenHandshakes + refusals

  @Test(arguments: flaws, [ServerManner.full, .slowAndPlain])
  func requiredTLSSendsNothingInClearText(_ flaw: Flaw, _ manner: ServerManner) throws {
    let relay = try EncryptedRelay(flaw.certificate, isImplicit: flaw.isImplicit, manner.options.withAnn) {
      $0.stage == flaw.fault?.stage ? flaw.fault?.action : nil
    }
    var settings = relay.settings(.required, user: "ann", password: "s3cret")
    if flaw.isSlow {
      settings.timeouts.connect = .milliseconds(100)
      settings.timeouts.opening = silence
      settings.timeouts.reply = silence
      settings.timeouts.finalDot = silence
    }
    let outcome = try SMTPCourier(settings).carry(parcel()) { Issue.record("nothing to commit") }
    #expect(outcome.withoutVersions == .unsent(flaw.trouble(relay)))
    #expect(relay.server.commands == (flaw.isImplicit ? [] : flaw.commands))
    #expect(relay.server.connections == 1)
  }

  /// CVE-2021-22947: clear-text replies that would be mistaken for replies over the encrypted connection.
  @Test func answersInFrontOfTheHandshakeAreNotBelieved() throws {
    let relay = try EncryptedRelay(.good, SMTPServer.Options().withAnn) {
      $0.stage == .startTLS ? .reply("220 2.0.0 go\r\n250 AUTH PLAIN") : nil
    }
    let courier = SMTPCourier(relay.settings(.required, user: "ann", password: "s3cret"))
    let trouble = RelayFailure(
      sentence: "\(relay.name): cannot be used: Weird server reply", isPermanent: false, stage: .tls)
    #expect(try courier.carry(parcel()) {} == .unsent(trouble))
    #expect(relay.server.commands == ["EHLO sender.example", "STARTTLS"])
  }
}

extension TLSFlawTests.Flaw {
  fileprivate func trouble(_ relay: EncryptedRelay) -> RelayFailure {
    let words = sentence.replacing("PORT", with: String(relay.server.port))
    return RelayFailure(
      sentence: "\(relay.name): \(words)", isPermanent: isPermanent, reply: reply, stage: stage, isSilence: isSlow)
  }
}

extension Outcome {
  /// Without the number of OpenSSL's version, which changes with every update of the system.
  fileprivate var withoutVersions: Outcome {
    guard case .unsent(let trouble) = self else { return self }
    return .unsent(
      RelayFailure(
        sentence: trouble.sentence.replacing(/OpenSSL\/[0-9.]+/, with: "OpenSSL"), isPermanent: trouble.isPermanent,
        reply: trouble.reply, stage: trouble.stage, isSilence: trouble.isSilence))
  }
}

private typealias Flaw = TLSFlawTests.Flaw

private let badCertificates = [false, true].flatMap { isImplicit in
  [
    Flaw(
      testDescription: "expired", certificate: .expired, isImplicit: isImplicit,
      sentence: "certificate not accepted: SSL certificate problem: certificate has expired", isPermanent: true),
    Flaw(
      testDescription: "for another host", certificate: .forAnotherHost, isImplicit: isImplicit,
      sentence: "certificate not accepted: "
        + "SSL: no alternative certificate subject name matches target host name '127.0.0.1'",
      isPermanent: true),
    Flaw(
      testDescription: "unknown authority", certificate: .ofAnUnknownAuthority, isImplicit: isImplicit,
      sentence: "certificate not accepted: SSL certificate problem: unable to get local issuer certificate",
      isPermanent: true),
    Flaw(
      testDescription: "impostor", certificate: .ofAnImpostor, isImplicit: isImplicit,
      sentence: "TLS failed: OpenSSL: error:06880006:asn1 encoding routines::EVP lib"),
  ]
}

private let brokenHandshakes = [false, true].flatMap { isImplicit in
  [
    Flaw(
      testDescription: "dropped", isImplicit: isImplicit, fault: (.handshake, .close),
      sentence: "TLS failed: "
        + "OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to 127.0.0.1:PORT"),
    Flaw(
      testDescription: "reset", isImplicit: isImplicit, fault: (.handshake, .reset),
      sentence: "TLS failed: Recv failure: Connection reset by peer"),
    Flaw(
      testDescription: "plain answer", isImplicit: isImplicit, fault: (.handshake, .reply("220 test.example ESMTP")),
      sentence: "TLS failed: OpenSSL: error:0A00010B:SSL routines::wrong version number"),
    Flaw(
      testDescription: "silence", isImplicit: isImplicit, fault: (.handshake, .silence),
      sentence: "no reply to \(isImplicit ? "the connection" : "STARTTLS") in time",
      stage: isImplicit ? .connect : .tls),
  ]
}

private let refusals = [
  Flaw(
    testDescription: "not offered", fault: (.hello, .reply("250-test.example\r\n250 AUTH PLAIN")),
    sentence: "no encryption, but tls = \"required\" needs it", isPermanent: true,
    commands: ["EHLO sender.example"]),
  Flaw(
    testDescription: "no EHLO", fault: (.hello, .reply("502 5.5.1 no EHLO")),
    sentence: "refused: 502 5.5.1 no EHLO", isPermanent: true,
    reply: Reply(stage: .hello, code: 502, status: "5.5.1", text: "no EHLO"), commands: ["EHLO sender.example"]),
  Flaw(
    testDescription: "refused for now", fault: (.startTLS, .reply("454 4.7.0 not now")),
    sentence: "no encryption (454 4.7.0 not now), but tls = \"required\" needs it",
    reply: Reply(stage: .tls, code: 454, status: "4.7.0", text: "not now")),
  Flaw(
    testDescription: "refused", fault: (.startTLS, .reply("501 5.5.4 no parameters")),
    sentence: "no encryption (501 5.5.4 no parameters), but tls = \"required\" needs it", isPermanent: true,
    reply: Reply(stage: .tls, code: 501, status: "5.5.4", text: "no parameters")),
  Flaw(
    testDescription: "421", fault: (.startTLS, .reply("421 4.3.2 going down")),
    sentence: "no encryption (421 4.3.2 going down), but tls = \"required\" needs it",
    reply: Reply(stage: .tls, code: 421, status: "4.3.2", text: "going down")),
  Flaw(
    testDescription: "no answer but the end", fault: (.startTLS, .close),
    sentence: "closed the connection before it was ready"),
  Flaw(
    testDescription: "no answer but a reset", fault: (.startTLS, .reset),
    sentence: "closed the connection before it was ready"),
  Flaw(testDescription: "no answer", fault: (.startTLS, .silence), sentence: "no reply to STARTTLS in time"),
  Flaw(
    testDescription: "no SMTP", fault: (.startTLS, .reply("ERROR")),
    sentence: "reply to STARTTLS is not SMTP: \"ERROR\"; check the port"),
]
