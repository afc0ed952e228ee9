import CourantTesting
import Couriers
import Model
import Testing

/// Identification, and where the password is sent.
@Suite struct LoginTests {
  @Test(arguments: ["PLAIN", "LOGIN"], ServerManner.all)
  func aLoginGoesOverTLS(_ mechanism: String, _ manner: ServerManner) throws {
    for isImplicit in [false, true] {
      var options = manner.options.withAnn
      options.mechanisms = [mechanism]
      let relay = try EncryptedRelay(isImplicit: isImplicit, options)
      let courier = SMTPCourier(relay.settings(.required, user: "ann", password: "s3cret"))
      #expect(try courier.carry(parcel()) {} == .accepted(taken))
      #expect(relay.server.commands.contains("AUTH \(mechanism)"))
      #expect(relay.server.clearCommands == (isImplicit ? [] : ["EHLO sender.example", "STARTTLS"]))
      #expect(relay.server.messages.map(\.isEncrypted) == [true])
    }
  }

  @Test(arguments: ["PLAIN", "LOGIN"], ServerManner.all)
  func aWrongPasswordIsARelayFailureNotARefusal(_ mechanism: String, _ manner: ServerManner) throws {
    var options = manner.options.withAnn
    options.mechanisms = [mechanism]
    let relay = try EncryptedRelay(.good, options)
    let courier = SMTPCourier(relay.settings(.required, user: "ann", password: "forgotten"))
    let trouble = RelayFailure(
      sentence: "\(relay.name): refused the login of ann: 535 5.7.8 wrong user or password", isPermanent: true,
      reply: Reply(stage: .login, code: 535, status: "5.7.8", text: "wrong user or password"))
    #expect(try courier.carry(parcel()) { Issue.record("nothing to commit") } == .unsent(trouble))
    #expect(relay.server.commands.contains { $0.hasPrefix("MAIL") } == false)
  }

  @Test(arguments: ServerManner.all) func aLoginThatFailsForNowIsNotPermanent(_ manner: ServerManner) throws {
    let relay = try EncryptedRelay(.good, manner.options.withAnn) {
      $0.stage == .login && $0.ordinal == 1 ? .reply("454 4.7.0 the directory is down") : nil
    }
    let courier = SMTPCourier(relay.settings(.required, user: "ann", password: "s3cret"))
    let trouble = RelayFailure(
      sentence: "\(relay.name): refused the login of ann: 454 4.7.0 the directory is down", isPermanent: false,
      reply: Reply(stage: .login, code: 454, status: "4.7.0", text: "the directory is down"))
    #expect(try courier.carry(parcel()) { Issue.record("nothing to commit") } == .unsent(trouble))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
  }

  @Test func aRequiredLoginIsARelayFailureNotARefusal() throws {
    let relay = try EncryptedRelay(.good, SMTPServer.Options().withAnn)
    let courier = SMTPCourier(relay.settings(.required))
    let trouble = RelayFailure(
      sentence: "\(relay.name): refused mail from news@sender.example: 530 5.7.0 log in first", isPermanent: true,
      reply: Reply(stage: .mail, code: 530, status: "5.7.0", text: "log in first"))
    #expect(try courier.carry(parcel()) { Issue.record("nothing to commit") } == .unsent(trouble))
  }

  /// Some servers that store no clear-text passwords still offer CRAM-MD5, and then refuse it.
  @Test(arguments: [
    ["AUTH CRAM-MD5 PLAIN LOGIN"], ["AUTH CRAM-MD5 LOGIN"], ["AUTH cram-md5 plain"], ["AUTH=CRAM-MD5 LOGIN"],
    ["AUTH=PLAIN"], ["AUTH XOAUTH2 PLAIN"], ["AUTH GSSAPI", "AUTH=LOGIN"],
  ])
  func aLoginSucceedsByAnyMechanismThatWorks(_ lines: [String]) throws {
    var options = SMTPServer.Options().withAnn
    options.authLines = lines
    options.mechanisms = ["CRAM-MD5", "PLAIN", "LOGIN"]
    let relay = try EncryptedRelay(.good, options)
    let courier = SMTPCourier(relay.settings(.required, user: "ann", password: "s3cret"))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
  }

  @Test(arguments: [
    FaultAction.reply("535 5.7.8 no"), .reply("504 5.5.4 not this way"), .replyThenClose("535 5.7.8 no"),
    .reply("334 UGFzc3dvcmQ6"),
  ])
  func theNextMechanismIsTriedWhenOneIsRefused(_ action: FaultAction) throws {
    var options = SMTPServer.Options().withAnn
    options.mechanisms = ["CRAM-MD5", "PLAIN", "LOGIN"]
    let relay = try EncryptedRelay(.good, options) { $0.stage == .login && $0.ordinal == 1 ? action : nil }
    let courier = SMTPCourier(relay.settings(.required, user: "ann", password: "s3cret"))
    #expect(try courier.carry(parcel()) {} == .accepted(taken))
    #expect(relay.server.commands.filter { $0.hasPrefix("AUTH") } == ["AUTH PLAIN", "AUTH LOGIN"])
  }

  @Test func eachMechanismIsTriedOnceAndTheRefusalReportedOnce() throws {
    var options = SMTPServer.Options().withAnn
    options.mechanisms = ["CRAM-MD5", "PLAIN", "LOGIN"]
    let relay = try EncryptedRelay(.good, options)
    let courier = SMTPCourier(relay.settings(.required, user: "ann", password: "forgotten"))
    let trouble = RelayFailure(
      sentence: "\(relay.name): refused the login of ann: 535 5.7.8 wrong user or password", isPermanent: true,
      reply: Reply(stage: .login, code: 535, status: "5.7.8", text: "wrong user or password"))
    #expect(try courier.carry(parcel()) {} == .unsent(trouble))
    #expect(relay.server.commands.filter { $0.hasPrefix("AUTH") } == ["AUTH PLAIN", "AUTH LOGIN", "AUTH CRAM-MD5"])
    #expect(relay.server.connections == 1)
  }

  @Test func aServerWithoutAPasswordLoginIsNamed() throws {
    var options = SMTPServer.Options().withAnn
    options.authLines = ["AUTH XOAUTH2 OAUTHBEARER"]
    let relay = try EncryptedRelay(.good, options)
    let courier = SMTPCourier(relay.settings(.required, user: "ann", password: "s3cret"))
    let trouble = RelayFailure(
      sentence: "\(relay.name): offers only login by XOAUTH2, OAUTHBEARER, but courant supports PLAIN, LOGIN and "
        + "CRAM-MD5; ask its operator for an app password or another port", isPermanent: true, stage: .login)
    #expect(try courier.carry(parcel()) {} == .unsent(trouble))
  }

  /// 0.0.0.0 reaches this machine, but only 127.0.0.1, ::1 and localhost count as such.
  @Test(arguments: [MailSettings.TLS.opportunistic, .required], [true, false])
  func aPasswordIsSentOnlyEncrypted(_ tls: MailSettings.TLS, _ isOffered: Bool) throws {
    let relay = try EncryptedRelay(.forAnotherHost, SMTPServer.Options().withAnn) {
      $0.stage == .hello && !isOffered ? .reply("250-test.example\r\n250 AUTH PLAIN") : nil
    }
    var settings = relay.settings(tls, user: "ann", password: "s3cret")
    settings.relay.host = "0.0.0.0"
    let reason =
      switch (isOffered, tls) {
      case (true, _):
        "certificate not accepted: "
          + "SSL: no alternative certificate subject name matches target host name '0.0.0.0'"
      case (false, .required): "no encryption, but tls = \"required\" needs it"
      case (false, _): "no encryption, but a password is never sent in clear text"
      }
    let sentence = "smtp://0.0.0.0:\(relay.server.port): \(reason)"
    #expect(
      try SMTPCourier(settings).carry(parcel()) {}
        == .unsent(RelayFailure(sentence: sentence, isPermanent: true, stage: .tls)))
    #expect(relay.server.commands == ["EHLO sender.example"] + (isOffered ? ["STARTTLS"] : []))
  }
}
