internal import Model
internal import Text

/// The addresses that a report mentions anywhere above the returned message, each with the words around it:
/// inside a sentence (`Your mail to <ann@example.org> failed.`), after a label
/// (`Failed Recipient: ann@example.org`), or before a colon.
///
/// Only for emails that were certainly written by a server.
struct MentionedAddresses {
  private(set) var recipients: [WrittenReport.Recipient] = []

  private static let maxWords = 4_000
  private static let maxLines = 200

  init(_ lines: [String]) {
    var seen: Set<String> = []
    for line in lines.prefix(Self.maxLines) {
      let mentioned = isAboutTheSender(line) ? [] : addresses(in: line)
      for address in mentioned where seen.insert(address.canonical).inserted {
        guard recipients.count < WrittenReport.maxRecipients else { return }
        recipients.append(.init(address: address, words: ""))
      }
      append(" " + line, toLast: max(1, mentioned.count))
    }
    let people = recipients.filter { !isOffice($0.address) }
    if !people.isEmpty { recipients = people }
  }

  /// Adds words to the recipients that the line names, or to the last one named before.
  private mutating func append(_ words: String, toLast count: Int) {
    for index in recipients.indices.suffix(count) where recipients[index].words.utf8.count < Self.maxWords {
      recipients[index].words += words
    }
  }

  /// Whether the line is about the returned message, or about the report's own server.
  private func isAboutTheSender(_ line: String) -> Bool {
    let line = line.prefix(200).trimmed.drop { "<>*-|# ".contains($0) }.lowercased()
    return labels.contains(where: line.hasPrefix)
  }

  private let labels = [
    "from:", "mail from", "sender", "reply-to:", "return-path:", "message-id:", "envelope-from", "(envelope-from",
    "original sender",
    "mime-version", "content-", "x-", "subject:", "cc:", "bcc:", "date:", "references:", "in-reply-to:", "received:",
    "postmaster:",
    "contact ", "please contact", "for assistance", "for further assistance", "if you", "help:", "support:", "id:",
    "message id",
  ]

  /// Whether it is a role address for help, which counts only if no other address is mentioned.
  private func isOffice(_ address: EmailAddress) -> Bool {
    [
      "postmaster", "mailer-daemon", "abuse", "support", "helpdesk", "hostmaster", "admin", "administrator", "noreply",
      "no-reply",
    ]
    .contains(address.localPart.lowercased())
  }
}

/// The addresses in a line, at most ten.
private func addresses(in line: String) -> [EmailAddress] {
  let words = line.prefix(2_000).split { $0.isWhitespace || "<>()[],;\"'=|「」『』".contains($0) }
  return words.lazy.filter { $0.contains("@") && !$0.contains("://") }.prefix(10).compactMap { word in
    let bare = word.split(separator: ":").last { $0.contains("@") } ?? word
    return EmailAddress(String(bare.reversed().drop { ".:!?*".contains($0) }.reversed()))
  }
}
