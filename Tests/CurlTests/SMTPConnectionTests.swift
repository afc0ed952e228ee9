import CourantTesting
import Curl
import Testing

@Suite struct SMTPConnectionTests {
  @Test func anOpenedConnectionIsReadyForMail() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let connection = try SMTPConnection(to: endpoint(server))
    #expect(connection.capabilities.hasPipelining)
    #expect(connection.capabilities.maxSize == 10_000_000)
    #expect(try connection.pendingReply() == nil)
    try connection.send(Array("NOOP\r\n".utf8), timeout: .seconds(5))
    #expect(try connection.receiveReply(timeout: .seconds(5)) == SMTPReply(code: 250, status: "2.0.0", lines: ["yes"]))
    connection.quit(timeout: .seconds(5))
    #expect(server.commands == ["EHLO sender.example", "NOOP", "QUIT"])
  }

  @Test(arguments: [false, true]) func aLoginWorksOnLoopback(isByteAtATime: Bool) throws {
    var options = SMTPServer.Options()
    options.users = ["ann@example.org": "s3cret & \"more\""]
    options.isByteAtATime = isByteAtATime
    let server = try SMTPServer(options)
    defer { server.stop() }
    var endpoint = endpoint(server)
    endpoint.login = SMTPEndpoint.Login(user: "ann@example.org", password: "s3cret & \"more\"")
    let connection = try SMTPConnection(to: endpoint)
    #expect(try connection.pendingReply() == nil)
    #expect(server.commands == ["EHLO sender.example", "AUTH PLAIN"])
  }

  @Test func silenceEndsTheWaiting() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    let connection = try SMTPConnection(to: endpoint(server))
    #expect(throws: SMTPConnection.Loss.silent(.milliseconds(50))) {
      try connection.receiveReply(timeout: .milliseconds(50))
    }
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let stage: SMTPEvent.Stage
    let action: FaultAction
    var encryption = SMTPEndpoint.Encryption.opportunistic
    var user: String?
    let failure: OpeningFailure
    var testDescription: String { "\(stage): \(action)" }

    init(
      _ stage: SMTPEvent.Stage, _ action: FaultAction, user: String? = nil,
      encryption: SMTPEndpoint.Encryption = .opportunistic, _ failure: OpeningFailure
    ) {
      (self.stage, self.action, self.user) = (stage, action, user)
      (self.encryption, self.failure) = (encryption, failure)
    }
  }

  static let refusals = [
    Refusal(
      .connect, .reply("554 5.7.1 go away"),
      OpeningFailure(
        .connect, "RELAY: refused: 554 5.7.1 go away", isPermanent: true,
        reply: SMTPReply(code: 554, status: "5.7.1", lines: ["go away"]))),
    Refusal(
      .connect, .reply("421 4.3.2 later"),
      OpeningFailure(
        .connect, "RELAY: refused: 421 4.3.2 later", isPermanent: false,
        reply: SMTPReply(code: 421, status: "4.3.2", lines: ["later"]))),
    Refusal(
      .connect, .silence,
      OpeningFailure(.connect, "RELAY: no reply to the connection in time", isPermanent: false)),
    Refusal(
      .connect, .close, OpeningFailure(.connect, "RELAY: closed the connection before it was ready", isPermanent: false)
    ),
    Refusal(
      .connect, .reply("HTTP/1.1 400 Bad Request"),
      OpeningFailure(
        .connect,
        "RELAY: reply to the connection is not SMTP: \"HTTP/1.1 400 Bad Request\"; check the port",
        isPermanent: false)),
    Refusal(
      .hello, .reply("hello yourself"),
      OpeningFailure(
        .hello, "RELAY: reply to EHLO is not SMTP: \"hello yourself\"; check the port",
        isPermanent: false)),
    Refusal(
      .hello, .silence, OpeningFailure(.hello, "RELAY: no reply to EHLO in time", isPermanent: false)),
    Refusal(
      .hello, .close, OpeningFailure(.hello, "RELAY: closed the connection before it was ready", isPermanent: false)),
    Refusal(
      .hello, .reply("550 5.7.1 not you"),
      OpeningFailure(
        .hello, "RELAY: refused: 550 5.7.1 not you", isPermanent: true,
        reply: SMTPReply(code: 550, status: "5.7.1", lines: ["not you"]))),
    Refusal(
      .hello, .reply("421 4.3.2 later"),
      OpeningFailure(
        .hello, "RELAY: refused: 421 4.3.2 later", isPermanent: false,
        reply: SMTPReply(code: 421, status: "4.3.2", lines: ["later"]))),
    Refusal(
      .quit, .close, encryption: .required,
      OpeningFailure(.tls, "RELAY: no encryption, but tls = \"required\" needs it", isPermanent: true)),
    Refusal(
      .login, .reply("535 5.7.8 no"), user: "ann",
      OpeningFailure(
        .login, "RELAY: refused the login of ann: 535 5.7.8 no", isPermanent: true,
        reply: SMTPReply(code: 535, status: "5.7.8", lines: ["no"]))),
    Refusal(
      .login, .reply("454 4.7.0 later"), user: "ann",
      OpeningFailure(
        .login, "RELAY: refused the login of ann: 454 4.7.0 later", isPermanent: false,
        reply: SMTPReply(code: 454, status: "4.7.0", lines: ["later"]))),
    Refusal(
      .login, .silence, user: "ann",
      OpeningFailure(.login, "RELAY: no reply to the login in time", isPermanent: false)),
  ]

  @Test(arguments: refusals) func aServerThatIsNotReadyIsAFailure(_ refusal: Refusal) throws {
    var options = SMTPServer.Options()
    if let user = refusal.user { options.users = [user: "secret"] }
    let server = try SMTPServer(options) { $0.stage == refusal.stage ? refusal.action : nil }
    defer { server.stop() }
    var endpoint = endpoint(server)
    endpoint.encryption = refusal.encryption
    endpoint.login = refusal.user.map { SMTPEndpoint.Login(user: $0, password: "secret") }
    if refusal.failure.sentence.hasSuffix("in time") {
      (endpoint.connectTimeout, endpoint.greetingTimeout) = (.milliseconds(100), .milliseconds(400))
    }
    let expected = OpeningFailure(
      refusal.failure.stage, refusal.failure.sentence.replacing("RELAY", with: endpoint.description),
      isPermanent: refusal.failure.isPermanent, reply: refusal.failure.reply,
      isSilence: refusal.failure.sentence.hasSuffix("in time"))
    #expect(throws: expected) { _ = try SMTPConnection(to: endpoint) }
  }

  @Test func aClosedPortIsReportedAsRefused() throws {
    let server = try SMTPServer()
    server.stop()
    let sentence = "smtp://127.0.0.1:\(server.port): connection refused; check that the mail server is running"
    #expect(throws: OpeningFailure(.connect, sentence, isPermanent: false)) {
      _ = try SMTPConnection(to: endpoint(server))
    }
  }

  @Test func aLoginIsExpectedToHappen() throws {
    let server = try SMTPServer()
    defer { server.stop() }
    var endpoint = endpoint(server)
    endpoint.login = SMTPEndpoint.Login(user: "ann", password: "secret")
    let sentence =
      "\(endpoint): offers no login for ann; remove the user from [mail] smtp, or use another port"
    #expect(throws: OpeningFailure(.login, sentence, isPermanent: true)) { _ = try SMTPConnection(to: endpoint) }
  }

  @Test(arguments: [
    ("a b", "sender.example", "\"a b\" is not a host name"),
    ("", "sender.example", "\"\" is not a host name"),
    ("host/path", "sender.example", "\"host/path\" is not a host name"),
    ("u@host", "sender.example", "\"u@host\" is not a host name"),
    ("127.0.0.1", "a\r\nMAIL", "\"a\r\nMAIL\" is not a domain to send in EHLO"),
    ("127.0.0.1", "%0d%0aMAIL", "\"%0d%0aMAIL\" is not a domain to send in EHLO"),
  ])
  func namesWithAnotherMeaningToLibcurlAreRefused(_ host: String, _ heloName: String, _ sentence: String) {
    let endpoint = SMTPEndpoint(host: host, port: 25, heloName: heloName)
    #expect(throws: OpeningFailure(.connect, sentence, isPermanent: true)) { _ = try SMTPConnection(to: endpoint) }
  }

  @Test func aPasswordIsNeverSentInClearText() {
    var endpoint = SMTPEndpoint(host: "192.0.2.1", port: 25, heloName: "sender.example")
    endpoint.encryption = .off
    endpoint.login = SMTPEndpoint.Login(user: "ann", password: "secret")
    let sentence =
      "smtp://192.0.2.1:25 would get the password in clear text: "
      + "set tls = \"required\", or use a relay on this machine, or one without a user"
    #expect(throws: OpeningFailure(.connect, sentence, isPermanent: true)) { _ = try SMTPConnection(to: endpoint) }
  }

  private func endpoint(_ server: SMTPServer) -> SMTPEndpoint {
    SMTPEndpoint(host: "127.0.0.1", port: server.port, heloName: "sender.example")
  }
}
