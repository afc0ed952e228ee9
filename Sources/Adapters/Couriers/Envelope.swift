internal import Curl
internal import Model

/// A parcel in the words of a particular server: the commands that announce it (RFC 5321 §3.3).
struct Envelope {
  let parcel: Parcel
  let mail: [UInt8]
  let recipient: [UInt8]
  /// The last command before the message.
  static let data = Array("DATA\r\n".utf8)
  private let capabilities: Capabilities
  private let needsSMTPUTF8: Bool

  init(_ parcel: Parcel, _ capabilities: Capabilities) {
    (self.parcel, self.capabilities) = (parcel, capabilities)
    needsSMTPUTF8 = parcel.sender.isInternationalized || parcel.recipient.isInternationalized
    var parameters = capabilities.hasSize ? " SIZE=\(parcel.message.count)" : ""
    if capabilities.has8BitMIME, needsSMTPUTF8 || has8BitOctets(parcel.message) { parameters += " BODY=8BITMIME" }
    if needsSMTPUTF8 { parameters += " SMTPUTF8" }
    mail = Self.command("MAIL FROM", parcel.sender, parameters)
    recipient = Self.command("RCPT TO", parcel.recipient, "")
  }

  var isPipelined: Bool { capabilities.hasPipelining }

  /// All commands at once, for a server that likes that (RFC 2920).
  var announcement: [UInt8] { mail + recipient + Self.data }

  /// What is decided without asking the server, because of what it said in EHLO.
  func obstacle(relay: String) -> Outcome? {
    if let limit = capabilities.maxSize, parcel.message.count > limit {
      // As RFC 1870 §6.1 has it; other editions of the issue may be shorter.
      let text = "the relay takes messages of at most \(limit) octets, and this one has \(parcel.message.count)"
      return .refused(Reply(stage: .recipient, code: 552, status: "5.3.4", text: text))
    }
    guard needsSMTPUTF8, !capabilities.hasSMTPUTF8 else { return nil }
    guard !parcel.sender.isInternationalized else {
      let sentence = "\(relay) does not offer SMTPUTF8, which the sender \(parcel.sender) needs"
      return .unsent(Trouble(sentence: sentence, isPermanent: true))
    }
    // Code and status are those of RFC 6531 §3.5, given in the server's place: the next reader's address may do.
    let text = "the relay does not offer SMTPUTF8, which this address needs"
    return .refused(Reply(stage: .recipient, code: 553, status: "5.6.7", text: text))
  }

  private static func command(_ words: String, _ address: EmailAddress, _ parameters: String) -> [UInt8] {
    Array("\(words):<\(address.localPart)@\(address.domain)>\(parameters)\r\n".utf8)
  }
}

private func has8BitOctets(_ message: [UInt8]) -> Bool { message.reduce(0, |) >= 0x80 }
