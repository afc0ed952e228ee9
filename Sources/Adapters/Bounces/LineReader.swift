internal import Model
internal import Text

/// Reads line by line, and tracks whether the sentence that introduces the addresses has occurred.
struct LineReader {
  private(set) var isOpen = false
  private var wordLines = 0

  private static let maxWordLines = 25

  mutating func read(_ line: String, _ recipients: inout [WrittenReport.Recipient]) {
    let text = line.prefix(2000).trimmed.replacing("’", with: "'")
    let lowercased = text.lowercased()
    if let opening = openings.first(where: lowercased.contains) {
      isOpen = true
      // Gmail puts the address inside the sentence itself.
      let tail = lowercased.firstRange(of: opening).map { text.suffix(lowercased[$0.upperBound...].count) } ?? ""
      if let address = address(in: tail.prefix(320)) { append(address, tail, &recipients) }
      return
    }
    if let found = leadingAddress(text) {
      // Exim's format for an address reached through an alias.
      let alias = text.firstRange(of: "(generated from ").flatMap { address(in: text[$0.upperBound...]) }
      return append(alias ?? found, text.drop { $0 != " " }, &recipients)
    }
    guard !recipients.isEmpty, wordLines < Self.maxWordLines, !text.allSatisfy({ $0 == "-" }) else { return }
    wordLines += 1
    recipients[recipients.count - 1].words += " " + text
  }

  /// A repeated address (as in Exchange's reports) only adds words to the previous one.
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

  /// `<a@b>:` begins a paragraph about a recipient anywhere; other forms only after the introducing sentence.
  private func leadingAddress(_ text: String) -> EmailAddress? {
    if text.first == "<", let close = text.firstIndex(of: ">") {
      let tail = text[text.index(after: close)...]
      guard tail.isEmpty ? isOpen : tail.first == ":" || tail.first == " " && isOpen else { return nil }
      return EmailAddress(String(text[text.index(after: text.startIndex)..<close]))
    }
    // `* ann@example.com`, `>>> ann@example.com`
    let bare = text.drop { "*->\"'•  ".contains($0) }
    guard isOpen, let word = bare.split(separator: " ", maxSplits: 1).first, word.contains("@") else { return nil }
    return EmailAddress(String(word.reversed().drop { ":;,\"'".contains($0) }.reversed()))
  }
}

/// In lower case.
private let openings = [
  "address(es) failed", "following addresses failed", "addresses had permanent", "recipient failed permanently",
  "recipients failed permanently", "recipient(s) could not be reached", "recipients could not be reached",
  "failed to these recipients", "recipients cannot be delivered", "following address(es)", "following addresses",
  "following recipient", "message wasn't delivered to", "message was not delivered to", "could not be delivered to",
  "couldn't be delivered to", "undeliverable to", "unable to deliver your message to", "delivery failed for",
  "list of recipients", "cannot be delivered to the following", "not delivered to", "failed to these",
  "failed recipient",
  "failed addresses", "addresses had", "address failed", "addresses failed", "error delivering your mail to",
  "your mail to",
  "unable to deliver message to", "deliver message to", "message to the following", "delivered to:",
  "each of the following recipients",
  "recipients was aborted", "recipients failed",
]
