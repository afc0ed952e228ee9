internal import Curl
internal import Model

/// A parcel in the words of a particular server: the commands that announce it (RFC 5321 §3.3).
struct Envelope {
  let parcel: Parcel
  private let capabilities: Capabilities

  init(_ parcel: Parcel, _ capabilities: Capabilities) { (self.parcel, self.capabilities) = (parcel, capabilities) }

  var isPipelined: Bool { capabilities.hasPipelining }

  var mail: [UInt8] {
    var words = ["MAIL FROM:<\(parcel.sender)>"]
    if capabilities.hasSize { words.append("SIZE=\(parcel.message.count)") }
    if capabilities.has8BitMIME, needsSMTPUTF8 || has8BitOctets { words.append("BODY=8BITMIME") }
    if needsSMTPUTF8 { words.append("SMTPUTF8") }
    return Array((words.joined(separator: " ") + "\r\n").utf8)
  }

  var recipient: [UInt8] { Array("RCPT TO:<\(parcel.recipient)>\r\n".utf8) }

  /// What is decided without asking the server, because of what it said in EHLO.
  func obstacle(relay: String) -> Outcome? {
    if let limit = capabilities.maxSize, parcel.message.count > limit {
      let sentence = "\(relay) takes messages of at most \(limit) octets, and this one has \(parcel.message.count)"
      return .unsent(Trouble(sentence: sentence, isPermanent: true))
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

  private var needsSMTPUTF8: Bool { parcel.sender.isInternationalized || parcel.recipient.isInternationalized }

  private var has8BitOctets: Bool { parcel.message.reduce(0, |) >= 0x80 }
}
