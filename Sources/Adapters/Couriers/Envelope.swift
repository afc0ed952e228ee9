internal import Curl
internal import Model

/// A parcel's envelope as commands for a particular server (RFC 5321 §3.3).
struct Envelope {
  let parcel: Parcel
  let mail: [UInt8]
  let recipient: [UInt8]
  /// The last command before the message.
  static let data = Array("DATA\r\n".utf8)
  private let capabilities: Capabilities
  private let needsSMTPUTF8: Bool

  init(_ parcel: Parcel, _ capabilities: Capabilities) {
    self.parcel = parcel
    self.capabilities = capabilities
    needsSMTPUTF8 = parcel.sender.isInternationalized || parcel.recipient.isInternationalized
    var parameters = capabilities.hasSize ? " SIZE=\(parcel.message.count)" : ""
    if capabilities.has8BitMIME, needsSMTPUTF8 || has8BitOctets(parcel.message) { parameters += " BODY=8BITMIME" }
    if needsSMTPUTF8 { parameters += " SMTPUTF8" }
    mail = Self.command("MAIL FROM", parcel.sender, parameters)
    recipient = Self.command("RCPT TO", parcel.recipient, "")
  }

  var isPipelined: Bool { capabilities.hasPipelining }

  /// All commands at once, for a server that supports pipelining (RFC 2920).
  var announcement: [UInt8] { mail + recipient + Self.data }

  /// The outcome, if the reply to EHLO alone decides it.
  func obstacle(relay: String) -> Outcome? {
    if let limit = capabilities.maxSize, parcel.message.count > limit {
      // In the form of RFC 1870 §6.1; other editions of the issue may be shorter.
      let text = "the relay takes messages of at most \(limit) octets, and this one has \(parcel.message.count)"
      return .refused(Reply(stage: .recipient, code: 552, status: "5.3.4", text: text))
    }
    guard needsSMTPUTF8, !capabilities.hasSMTPUTF8 else { return nil }
    guard !parcel.sender.isInternationalized else {
      let sentence = "\(relay) does not offer SMTPUTF8, which the sender \(parcel.sender) needs"
      return .unsent(RelayFailure(sentence: sentence, isPermanent: true))
    }
    // The code and status that the server would use (RFC 6531 §3.5). Only this reader fails; the
    // next one's address may work.
    let text = "the relay does not offer SMTPUTF8, which this address needs"
    return .refused(Reply(stage: .recipient, code: 553, status: "5.6.7", text: text))
  }

  private static func command(_ words: String, _ address: EmailAddress, _ parameters: String) -> [UInt8] {
    Array("\(words):<\(address.localPart)@\(address.domain)>\(parameters)\r\n".utf8)
  }
}

private func has8BitOctets(_ message: [UInt8]) -> Bool { message.reduce(0, |) >= 0x80 }
