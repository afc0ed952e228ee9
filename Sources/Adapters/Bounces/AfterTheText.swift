/// Whether a refusal came after the message's text, judged by its words and the report around them.
///
/// A server that refuses a recipient at RCPT knows its mailboxes. Filters that answer only after the text, such as those of
/// Japanese mobile carriers, say `User unknown` of readers who exist, so their words prove nothing.
struct AfterTheText {
  private let words: String
  private let report: String

  /// - Parameter report: the text for a person, of which the beginning is enough.
  init(words: String, report: String) {
    self.words = oneLine(words)
    self.report = oneLine(report.prefix(4_000))
  }

  /// - Parameter status: the most telling one, or nil. One that names the mailbox as the fault outweighs all but Postfix's and
  ///   Exim's own word on when it came.
  func isLikely(status: String?) -> Bool {
    if isStated(by: ["end of data"]) { return true }
    return !["5.1.1", "5.1.10"].contains(status) && (isStated(by: statements) || isInTranscript || namesNobody)
  }

  /// A report on several recipients may tell of RCPT too.
  private func isStated(by statements: [String]) -> Bool {
    statements.contains(where: words.contains)
      || !report.contains("rcpt to") && statements.contains(where: report.contains)
  }

  /// Courier and Sendmail show the dialogue. Where commands were sent ahead, an answer below DATA may be RCPT's; then DATA is
  /// refused too, for want of a recipient. Yahoo looks for the mailbox only after the text.
  private var isInTranscript: Bool {
    report.contains(">>> data <<< 5")
      && !["rcpt", "503", "no valid recipient", "delivery error: dd"].contains(where: report.contains)
  }

  /// `550 : User unknown`: the place where the server has the recipient at RCPT is empty.
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

/// In lower case, with one space for each gap.
private func oneLine(_ text: some StringProtocol) -> String {
  text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// Of Postfix, Exim, qmail, m-FILTER, and Cisco, which writes `Unknown address error` of a refusal at RCPT.
private let statements = [
  "reply to data", "after data:", "after i sent the message", "smtp command data", "other mail system problem",
]
