import CourantTesting
import Couriers
import Model
import Testing

/// The test server's reply when it accepts a message.
let taken = Reply(stage: .finalDot, code: 250, status: "2.0.0", text: "taken")

/// Short enough for tests of silence, long enough for a busy machine.
let silence = Duration.milliseconds(500)

func settings(_ server: SMTPServer, replyTimeout: Duration = .seconds(20)) -> SMTPCourier.Settings {
  var settings = SMTPCourier.Settings(
    relay: MailSettings.Relay(host: "127.0.0.1", port: server.port), tls: .opportunistic, heloName: "sender.example")
  settings.timeouts.connect = .seconds(5)
  settings.timeouts.opening = min(settings.timeouts.opening, replyTimeout)
  settings.timeouts.reply = replyTimeout
  settings.timeouts.finalDot = replyTimeout
  return settings
}

func parcel(
  to recipient: String = "reader@example.org", message: String = "Subject: x\r\n\r\nWords.\r\n"
) throws -> Parcel {
  Parcel(
    sender: try #require(EmailAddress("news@sender.example")), recipient: try #require(EmailAddress(recipient)),
    message: Array(message.utf8))
}

/// How a server that does everything right may differ.
struct ServerManner: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let options: SMTPServer.Options
  /// Offers STARTTLS.
  var isEncrypted = false

  static let full = ServerManner(testDescription: "pipelining", options: SMTPServer.Options())

  static let plain: ServerManner = {
    var options = SMTPServer.Options()
    (options.hasPipelining, options.has8BitMIME, options.hasSMTPUTF8, options.maxSize) = (false, false, false, nil)
    return ServerManner(testDescription: "no extensions", options: options)
  }()

  static let slow: ServerManner = {
    var options = SMTPServer.Options()
    options.isByteAtATime = true
    return ServerManner(testDescription: "an octet at a time", options: options)
  }()

  static let slowAndPlain: ServerManner = {
    var options = plain.options
    options.isByteAtATime = true
    return ServerManner(testDescription: "an octet at a time, no extensions", options: options)
  }()

  static let encrypted = ServerManner(testDescription: "TLS", options: SMTPServer.Options(), isEncrypted: true)

  static let all = [full, plain, slow, slowAndPlain]
}
