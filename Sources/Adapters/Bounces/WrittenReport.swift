internal import Model
internal import Text

/// A free-form report, as mail servers wrote before RFC 3464 and many still do: qmail (QSBMF), Exim, Exchange,
/// Sendmail, Courier, OpenSMTPD, DragonFly, SmarterMail, and Postfix or Gmail without the machine-readable part.
///
/// They share a sentence that introduces the addresses, a line for each recipient that begins with the address, and a
/// separator before the returned message. If the sentence is not in the list, every address counts that is mentioned
/// above the returned message and is not the sender's (``MentionedAddresses``).
struct WrittenReport {
  struct Recipient {
    let address: EmailAddress
    var words: String
  }

  private(set) var recipients: [Recipient] = []
  /// Whether the addresses follow a sentence that only servers write.
  private(set) var hasOpening = false
  let isDelayOnly: Bool
  /// The lines after the separator.
  private(set) var returned: ReturnedMessage?
  /// The text before the separator.
  private(set) var said = ""

  static let maxRecipients = 1000

  /// The report's words about this recipient, or all its words.
  func words(of address: EmailAddress?) -> String {
    let own = recipients.first { $0.address.canonical == address?.canonical && !$0.words.trimmed.isEmpty }
    return own?.words ?? said
  }

  /// Whether an email that nothing else identifies as a server's is nevertheless a report: it has a sentence that only
  /// servers write, an address after it, and a known reason.
  var soundsLikeAServer: Bool {
    hasOpening && recipients.contains { RefusalSubject(status: nil, words: $0.words + " " + said) != .unclear }
  }

  init(_ text: String, subject: String) {
    let lowercased = text.lowercased()
    isDelayOnly = delays.contains(where: lowercased.contains) || isDelay(subject)
    let bytes = Array(text.utf8)
    let lines = readUpToMark(bytes[...])
    said = String(lines.prefix(100).joined(separator: " ").prefix(8_000))
    if recipients.isEmpty { recipients = MentionedAddresses(lines).recipients }
  }

  /// Returns the lines before the separator.
  private mutating func readUpToMark(_ text: ArraySlice<UInt8>) -> [String] {
    var rest = text
    var reader = LineReader()
    var lines: [String] = []
    while let bytes = nextLine(&rest) {
      let line = decoded(bytes.prefix(4_000))
      if !lines.isEmpty, isReturnedMark(line) || isHeaderStart(line) {
        returned = ReturnedMessage(isHeaderStart(line) ? text[bytes.startIndex...] : rest)
        break
      }
      if line.contains(where: { !$0.isWhitespace }) { lines.append(line) }
      guard recipients.count < Self.maxRecipients else { break }
      reader.read(line, &recipients)
    }
    hasOpening = reader.isOpen
    return lines
  }
}

/// `----- Original message -----`, `Message headers follow.`
private func isReturnedMark(_ line: String) -> Bool {
  let line = unquoted(line).trimmed.lowercased()
  guard line.contains("--") || line.contains("==") || line.hasSuffix(":") || line.hasSuffix(".") else { return false }
  return phrases.contains(where: line.contains)
}

/// People who forward a report by hand prefix its lines with `> `.
private func unquoted(_ line: String) -> Substring { line.prefix(200).drop { $0 == ">" || $0 == " " } }

/// A field that occurs only in a message in transit.
private func isHeaderStart(_ line: String) -> Bool {
  let line = unquoted(line).prefix(30).lowercased()
  return ["received: ", "return-path: ", "x-received: ", "dkim-signature: "].contains(where: line.hasPrefix)
}

private func isDelay(_ subject: String) -> Bool {
  let subject = subject.lowercased()
  return subject.contains("delayed") || subject.contains("(delay)") || subject.hasPrefix("warning: message")
    || subject.hasPrefix("warning: could not send")
}

/// In lower case.
private let phrases = [
  "below this line is a copy", "original message follows", "this is a copy of", "original message", "message header",
  "original headers", "returned message", "headers follow", "header of the original", "message follows",
  "message text follows",
  "copy of the original", "unsent message", "body of the message", "original mail", "ursprüngliche nachricht",
]

private let delays = [
  "this is a warning message only", "you do not need to resend", "do not need to re-send",
  "could not send message for past",
  "will continue to be made", "will continue trying", "will keep trying", "you don't need to resend",
  "no action is required on your part", "only a temporary failure report", "this is a warning only",
  "it will be retried until",
  "has not yet been delivered",
]
