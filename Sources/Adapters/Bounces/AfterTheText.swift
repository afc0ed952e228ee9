/// Whether a refusal came after the message's text, judged by its words and the report around them.
///
/// A server that refuses a recipient at RCPT has a list of its mailboxes. Filters that reply only after the text, such
/// as those of Japanese mobile carriers, report `User unknown` for readers who exist, so their words prove nothing.
struct AfterTheText {
  private let words: String
  private let report: String

  /// - Parameter report: the human-readable text, of which the beginning is enough.
  init(words: String, report: String) {
    self.words = wordsInLowerCase(words)
    self.report = wordsInLowerCase(report.prefix(4_000))
  }

  /// - Parameter status: the more specific status, if any. One that blames the mailbox outweighs everything except
  ///   Postfix's and Exim's own statements of when the refusal came.
  func isLikely(status: String?) -> Bool {
    if isStated(by: ["end of data"]) { return true }
    return !["5.1.1", "5.1.10"].contains(status) && (isStated(by: statements) || isInTranscript || namesNobody)
  }

  /// The report is ignored if it mentions RCPT: a report on several recipients may describe more than one refusal.
  private func isStated(by statements: [String]) -> Bool {
    statements.contains(where: words.contains)
      || !report.contains("rcpt to") && statements.contains(where: report.contains)
  }

  /// Courier and Sendmail show the SMTP dialogue. If commands were pipelined, a reply below DATA may be the one to
  /// RCPT; DATA is then refused too, because there is no recipient. Yahoo looks up the mailbox only after the text.
  private var isInTranscript: Bool {
    report.contains(">>> data <<< 5")
      && !["rcpt", "503", "no valid recipient", "delivery error: dd"].contains(where: report.contains)
  }

  /// `550 : User unknown`: at RCPT, the recipient would be between the code and the colon.
  private var namesNobody: Bool {
    let tokens = words.split(separator: " ").prefix(500)
    return zip(tokens, tokens.dropFirst()).contains { before, token in
      token == ":" && isNumber(before)
    }
  }

  /// `550`, `550:` or `5.2.0`.
  private func isNumber(_ token: Substring) -> Bool {
    token.first == "5" && token.utf8.count <= 8 && token.utf8.allSatisfy { (0x2E...0x3A).contains($0) }
  }
}

/// In lower case, with each run of white space replaced by one space.
private func wordsInLowerCase(_ text: some StringProtocol) -> String {
  text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// From Postfix, Exim, qmail, m-FILTER, and Cisco, which writes `Unknown address error` for a refusal at RCPT.
private let statements = [
  "reply to data", "after data:", "after i sent the message", "smtp command data", "other mail system problem",
]
