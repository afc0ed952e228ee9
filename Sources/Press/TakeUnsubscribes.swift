package import Model

/// Ends subscriptions on the word of the token in a reader's mails, in whatever form it comes back.
package struct TakeUnsubscribes {
  private let ledger: any Ledger
  private let now: Instant

  package init(ledger: any Ledger, now: Instant) { (self.ledger, self.now) = (ledger, now) }

  /// How much of what comes in is looked at; the rest of a longer mail is of no interest.
  package static let maxBytes = 1_000_000

  /// A token, or an address that holds one. Nil if it ends no subscription of this site.
  package func take(_ word: String) throws -> EndedSubscription? { try end(tokens(in: word)) }

  /// A mail to the address that unsubscribes, or the body of a form (RFC 8058 §3.2). Nil if nothing in it ends a
  /// subscription of this site.
  package func take(input bytes: [UInt8]) throws -> EndedSubscription? {
    let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
    return try end(isMail(text) ? tokens(inMail: text) : tokens(in: text))
  }

  private func end(_ tokens: [String]) throws -> EndedSubscription? {
    for token in tokens {
      if let ended = try ledger.end(token: token, at: now) { return ended }
    }
    return nil
  }
}

/// What may be a token: 39 letters and digits, with others neither before nor after them. At most so many, for each costs
/// a hash.
private func tokens(in text: String) -> [String] {
  Array(text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.filter { $0.utf8.count == 39 }.prefix(100))
    .map(String.init)
}

/// Whether the text begins with a header field, or with the line that mailboxes have before it.
private func isMail(_ text: String) -> Bool {
  text.hasPrefix("From ") || text.prefixMatch(of: /[!-9;-~]+:(?!\/\/)/) != nil
}

/// What unsubscribes in a mail: the subject of our own `mailto:`, an address with the token after a `+`, or a line of its own
/// in the text. A reader who answers an issue quotes its links and means to stay, so that tokens elsewhere say nothing.
private func tokens(inMail text: String) -> [String] {
  let parts = text.split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
  let fields = unfolded(parts[0])
  let subjects = fields.filter { isField($0, "subject") }.flatMap { tokens(in: $0) }
  let addresses = fields.filter { line in recipientFields.contains { isField(line, $0) } }
    .flatMap { $0.matches(of: /\+([A-Za-z0-9]+)@/).map { String($0.1) } }.filter { $0.utf8.count == 39 }
  let body = parts.count > 1 ? parts[1].replacing("=\n", with: "") : ""  // soft line breaks of quoted-printable
  let lines = body.utf8.split(separator: UInt8(ascii: "\n")).lazy.compactMap { tokenAlone(on: $0) }
  return subjects + addresses + lines.prefix(100)
}

/// The fields of a header, each on one line.
private func unfolded(_ header: Substring) -> [String] {
  var fields: [String] = []
  for line in header.utf8.split(separator: UInt8(ascii: "\n")) {
    if line.first == 0x20 || line.first == 0x09, !fields.isEmpty {
      fields[fields.count - 1] += Substring(line)
    } else {
      fields.append(String(Substring(line)))
    }
  }
  return fields
}

/// A token that is all of a line, or all but the word `unsubscribe`. By hand: with a regular expression a mail of 100,000
/// lines took half a minute.
private func tokenAlone(on line: Substring.UTF8View) -> String? {
  let words = line.split(maxSplits: 3) { $0 == 0x20 || (0x09...0x0D).contains($0) }
  guard let token = words.last, token.count == 39, words.count <= 2, token.allSatisfy(isAlphanumeric) else {
    return nil
  }
  let isAsked = words.count == 1 || ["unsubscribe", "unsubscribe:"].contains(Substring(words[0]).lowercased())
  return isAsked ? String(Substring(token)) : nil
}

private func isAlphanumeric(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

private let recipientFields = ["to", "delivered-to", "x-original-to", "envelope-to"]

private func isField(_ line: String, _ name: String) -> Bool {
  line.utf8.prefix(name.utf8.count + 1).map { $0 | 0x20 }.elementsEqual((name + ":").utf8.map { $0 | 0x20 })
}
