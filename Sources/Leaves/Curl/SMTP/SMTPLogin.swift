internal import Foundation
internal import Cryptography

/// AUTH (RFC 4954); tries one mechanism after another until one succeeds.
///
/// A password leaves this machine only inside TLS with a verified certificate (``SMTPEndpoint/protectsLogin``), so
/// PLAIN is as safe as any other mechanism, and it is the one servers implement correctly. CRAM-MD5 fails wherever a
/// server does not store passwords in clear text. Each mechanism is tried once: repeated failures lock accounts.
struct SMTPLogin {
  private enum Mechanism: String, CaseIterable {
    case plain = "PLAIN"
    case login = "LOGIN"
    case cramMD5 = "CRAM-MD5"
  }

  private let endpoint: SMTPEndpoint
  private let login: SMTPEndpoint.Login
  private var untried = Mechanism.allCases
  private var refusals: [SMTPReply] = []

  /// Nil if the endpoint has no login.
  init?(to endpoint: SMTPEndpoint) {
    guard let login = endpoint.login else { return nil }
    self.endpoint = endpoint
    self.login = login
  }

  /// False if the server refused a mechanism and closed the connection: the next mechanism needs another connection.
  mutating func perform(over connection: SMTPConnection) throws(OpeningFailure) -> Bool {
    var dialogue = LoginDialogue(connection, timeout: endpoint.greetingTimeout)
    let refusalsBefore = refusals.count
    while let mechanism = try next(connection.capabilities.mechanisms) {
      do throws(SMTPConnection.Loss) {
        let reply = try answer(to: mechanism, in: &dialogue)
        if reply.isPositive { return true }
        if reply.code < 500 { throw .interrupted(reply) }
        refusals.append(reply)
      } catch {
        guard case .closed = error, !refusals.isEmpty else { throw failure(error) }
        // The server closed after it refused another mechanism, and never received this one.
        if refusals.count > refusalsBefore { untried.insert(mechanism, at: 0) }
        return false
      }
    }
    throw refused
  }

  /// The next mechanism that the server offers; nil when all offered ones were tried.
  private mutating func next(_ offered: [String]) throws(OpeningFailure) -> Mechanism? {
    guard let mechanism = untried.first(where: { offered.contains($0.rawValue) }) else {
      if refusals.isEmpty { throw nothingInCommon(offered) }
      return nil
    }
    untried.removeAll { $0 == mechanism }
    return mechanism
  }

  /// The last reply: either a refusal or a success.
  private func answer(
    to mechanism: Mechanism, in dialogue: inout LoginDialogue
  ) throws(SMTPConnection.Loss) -> SMTPReply {
    var reply = try dialogue.ask("AUTH \(mechanism.rawValue)")
    var steps = answers(to: mechanism)
    while reply.code == 334, !steps.isEmpty {
      reply = try dialogue.ask(base64(steps.removeFirst()(reply.text)))
    }
    // The server expects more responses than the mechanism has; "*" cancels (RFC 4954 §4).
    return reply.code == 334 ? try dialogue.ask("*") : reply
  }

  /// The response to each challenge, computed from the challenge.
  private func answers(to mechanism: Mechanism) -> [(String) -> [UInt8]] {
    let user = Array(login.user.utf8)
    let password = Array(login.password.utf8)
    return switch mechanism {
    case .plain: [{ _ in [0] + user + [0] + password }]
    case .login: [{ _ in user }, { _ in password }]
    // RFC 2195.
    case .cramMD5: [{ user + [0x20] + Array(lowercaseHex(hmacMD5(key: password, octets(base64: $0))).utf8) }]
    }
  }
}

/// Why the login failed.
extension SMTPLogin {
  private func nothingInCommon(_ offered: [String]) -> OpeningFailure {
    let sentence =
      offered.isEmpty
      ? "\(endpoint): offers no login for \(login.user); remove the user from [mail] smtp, or use another port"
      : "\(endpoint): offers only login by \(offered.joined(separator: ", ")), but courant supports PLAIN, LOGIN and "
        + "CRAM-MD5; ask its operator for an app password or another port"
    return OpeningFailure(.login, sentence, isPermanent: true)
  }

  private var refused: OpeningFailure {
    // "Wrong password" is more useful than "mechanism not accepted".
    let reply = refusals.first { $0.code == 535 } ?? refusals.last
    return OpeningFailure(
      .login, "\(endpoint): refused the login of \(login.user)" + (reply.map { ": \($0)" } ?? ""), isPermanent: true,
      reply: reply)
  }

  private func failure(_ loss: SMTPConnection.Loss) -> OpeningFailure {
    switch loss {
    case .interrupted(let reply):
      OpeningFailure(
        .login, "\(endpoint): refused the login of \(login.user): \(reply)", isPermanent: reply.code >= 500,
        reply: reply
      )
    case .silent:
      OpeningFailure(.login, "\(endpoint): no reply to the login in time", isPermanent: false, isSilence: true)
    case .notSMTP(let words):
      OpeningFailure(
        .login, "\(endpoint): reply to the login is not SMTP: \"\(words)\"", isPermanent: false)
    case .closed:
      OpeningFailure(.login, "\(endpoint): closed the connection before it was ready", isPermanent: false)
    }
  }
}

/// Sends lines and receives replies, all within one time limit.
private struct LoginDialogue {
  private let connection: SMTPConnection
  private let deadline: ContinuousClock.Instant

  init(_ connection: SMTPConnection, timeout: Duration) {
    self.connection = connection
    deadline = .now + timeout
  }

  func ask(_ line: String) throws(SMTPConnection.Loss) -> SMTPReply {
    try connection.send(Array((line + "\r\n").utf8), timeout: timeRemaining)
    return try connection.receiveReply(timeout: timeRemaining)
  }

  private var timeRemaining: Duration { max(.milliseconds(1), deadline - .now) }
}

private func base64(_ octets: [UInt8]) -> String { Data(octets).base64EncodedString() }

/// Empty if the text is not valid Base64.
private func octets(base64 text: String) -> [UInt8] { Data(base64Encoded: text).map(Array.init) ?? [] }
