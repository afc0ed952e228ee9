internal import Model

/// A report in words alone, as mail servers wrote it before RFC 3464 and some still do: qmail (QSBMF), Exim, Exchange,
/// Sendmail, Courier, Yahoo, and Postfix or Gmail without the machine's part.
///
/// They have three things in common: a sentence after which the addresses follow, a line that begins with an address for
/// each of them, and a line after which the returned message stands.
struct WrittenReport {
  struct Recipient {
    let address: EmailAddress
    var words: String
  }

  private(set) var recipients: [Recipient] = []
  let isDelayOnly: Bool
  /// The lines below the mark.
  private(set) var returned: ReturnedMessage?

  private static let maxRecipients = 1000

  init(_ text: String, subject: String) {
    let lowercased = text.lowercased()
    isDelayOnly = Self.delays.contains(where: lowercased.contains) || Self.isDelay(subject)
    read(text)
  }

  private mutating func read(_ text: String) {
    var rest = Array(text.utf8)[...]
    var reader = LineReader()
    while let line = nextLine(&rest) {
      let line = decoded(line)
      if reader.isOpen || !recipients.isEmpty, Self.isReturnedMark(line) {
        returned = ReturnedMessage(rest)
        break
      }
      guard recipients.count < Self.maxRecipients else { break }
      reader.read(line, &recipients)
    }
  }

  private static func isReturnedMark(_ line: String) -> Bool {
    guard line.contains("--") || line.hasSuffix(":") else { return false }
    let line = line.lowercased()
    return marks.contains(where: line.contains)
  }

  private static func isDelay(_ subject: String) -> Bool {
    let subject = subject.lowercased()
    return subject.contains("delayed") || subject.contains("(delay)") || subject.hasPrefix("warning: message")
  }

  private static let marks = [
    "below this line is a copy", "original message follows", "this is a copy of", "original message", "message header",
    "original headers", "returned message",
  ]
  private static let delays = [
    "this is a warning message only", "you do not need to resend", "could not send message for past",
    "will continue to be made", "will continue trying", "will keep trying", "you don't need to resend",
    "no action is required on your part",
  ]
}

/// Reads line after line, and knows whether the sentence has come after which the addresses follow.
private struct LineReader {
  private(set) var isOpen = false
  private var wordLines = 0

  private static let maxWordLines = 25

  mutating func read(_ line: String, _ recipients: inout [WrittenReport.Recipient]) {
    let text = trimmed(line.prefix(2000)).replacing("’", with: "'")
    let lowercased = text.lowercased()
    if let opening = openings.first(where: lowercased.contains) {
      isOpen = true
      // Gmail has the address in the sentence itself.
      let tail = lowercased.firstRange(of: opening).map { text.suffix(lowercased[$0.upperBound...].count) } ?? ""
      if let address = address(in: tail.prefix(320)) { append(address, tail, &recipients) }
      return
    }
    if let found = leadingAddress(text) {
      // Exim's way to say that an alias led there.
      let alias = text.firstRange(of: "(generated from ").flatMap { address(in: text[$0.upperBound...]) }
      return append(alias ?? found, text.drop { $0 != " " }, &recipients)
    }
    guard !recipients.isEmpty, wordLines < Self.maxWordLines, !text.allSatisfy({ $0 == "-" }) else { return }
    wordLines += 1
    recipients[recipients.count - 1].words += " " + text
  }

  /// An address that comes again (as Exchange writes it) only gets more words.
  private mutating func append(
    _ address: EmailAddress, _ words: Substring, _ recipients: inout [WrittenReport.Recipient]
  ) {
    wordLines = 0
    if let last = recipients.last, last.address.canonical == address.canonical {
      recipients[recipients.count - 1].words += " " + words
    } else {
      recipients.append(.init(address: address, words: String(words)))
    }
  }

  /// `<a@b>:` begins a paragraph about a recipient anywhere; other forms only where the addresses are.
  private func leadingAddress(_ text: String) -> EmailAddress? {
    if text.first == "<", let close = text.firstIndex(of: ">") {
      let tail = text[text.index(after: close)...]
      guard tail.isEmpty ? isOpen : tail.first == ":" || tail.first == " " && isOpen else { return nil }
      return EmailAddress(String(text[text.index(after: text.startIndex)..<close]))
    }
    guard isOpen, let word = text.split(separator: " ", maxSplits: 1).first, word.contains("@") else { return nil }
    return EmailAddress(word.last == ":" ? String(word.dropLast()) : String(word))
  }
}

/// In lower case.
private let openings = [
  "address(es) failed", "following addresses failed", "addresses had permanent", "recipient failed permanently",
  "recipients failed permanently", "recipient(s) could not be reached", "recipients could not be reached",
  "failed to these recipients", "recipients cannot be delivered", "following address(es)", "following addresses",
  "following recipient", "message wasn't delivered to", "message was not delivered to", "could not be delivered to",
  "couldn't be delivered to", "undeliverable to", "unable to deliver your message to", "delivery failed for",
]
