internal import Model

/// Finds possible unsubscribe tokens in an email, or in the body of a form.
///
/// An email unsubscribes only if the token is in the subject set by our `mailto:`, in a recipient's address, or alone
/// on a line of the body. A reader who replies to an issue quotes its links without wanting to unsubscribe, so tokens
/// elsewhere are ignored. Changes made in transit are undone first: encoded words, transfer encodings, folded lines.
package enum UnsubscribeRequest {
  /// How many bytes of the input are read; the rest of a longer email is ignored.
  package static let maxBytes = 1_000_000
  private static let tokenLength = MailSettings.tokenLength
  /// Each token costs a hash computation.
  private static let maxTokens = 300

  /// Possible tokens, the likeliest first. Only the ledger can check which of them it issued.
  package static func tokens(in input: [UInt8]) -> [String] {
    let input = input.prefix(maxBytes)
    let found = isMail(input) ? tokens(inMail: input) : wholeTokens(in: decoded(input))
    return Array(found.prefix(maxTokens))
  }

  /// Runs of letters and digits of a token's length.
  package static func wholeTokens(in text: String) -> [String] {
    runs(in: text).filter { $0.utf8.count == tokenLength }.prefix(100).map(String.init)
  }

  /// Whether it begins with a header field, or with the separator line of an mbox.
  private static func isMail(_ input: ArraySlice<UInt8>) -> Bool {
    if input.starts(with: Array("From ".utf8)) { return true }
    let name = input.prefix { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
    let rest = input[name.endIndex...]
    return !name.isEmpty && rest.first == UInt8(ascii: ":") && !rest.dropFirst().starts(with: [0x2F, 0x2F])
  }

  private static func tokens(inMail mail: ArraySlice<UInt8>) -> [String] {
    var mail = mail
    if mail.starts(with: Array("From ".utf8)) { _ = nextLine(&mail) }
    let parts = MailParts(mail)
    let subjects = parts.fields.all("subject").prefix(5).flatMap { looseTokens(in: decodedWords($0)) }
    let addresses = recipientFields.flatMap(parts.fields.all).prefix(50).flatMap { tokens(inAddresses: $0) }
    let lines = parts.all.lazy.prefix(20).compactMap { $0.text(maxBytes: maxBytes) }.flatMap { tokens(onLinesOf: $0) }
    return subjects + addresses + lines.prefix(100)
  }

  private static let recipientFields = [
    "to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-delivered-to", "x-rcpt-to",
    "x-forwarded-to", "resent-to", "apparently-to",
  ]

  /// Tokens in local parts, after a `+` or another separator of the mail server.
  private static func tokens(inAddresses value: String) -> [String] {
    value.split(separator: "@").dropLast().prefix(20).flatMap { before in
      let localPart = before.reversed().prefix { !$0.isWhitespace && !"<>,;:\"".contains($0) }.reversed()
      return wholeTokens(in: String(localPart).replacing("%2B", with: "+").replacing("%2b", with: "+"))
    }
  }
}

// Tokens as altered by other programs.
extension UnsubscribeRequest {
  private static func runs(in text: String) -> [Substring] {
    text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
  }

  /// Whole tokens, tokens with extra text before or after them (`%20TOKEN`, a tag without a space), and tokens that a
  /// line break splits into two or three.
  private static func looseTokens(in text: String) -> [String] {
    let words = runs(in: String(text.filter { $0 != "\0" }))
    let whole = words.filter { $0.utf8.count == tokenLength }
    let longer = words.filter { (tokenLength + 1...tokenLength * 2).contains($0.utf8.count) }.prefix(10)
    let ends = longer.flatMap { [$0.suffix(tokenLength), $0.prefix(tokenLength)] }
    return (whole.prefix(20) + ends).map(String.init) + rejoined(words.prefix(200).map(String.init))
  }

  private static func rejoined(_ words: [String]) -> [String] {
    var found: [String] = []
    for (index, word) in words.enumerated() where word.utf8.count < tokenLength {
      var joined = word
      for next in words[(index + 1)...].prefix(2) {
        joined += next
        if joined.utf8.count == tokenLength { found.append(joined) }
      }
    }
    return Array(found.prefix(20))
  }

  private static func tokens(onLinesOf text: String) -> [String] {
    let unfolded = text.replacing("\r\n", with: "\n").replacing("=\n", with: "")
    return unfolded.utf8.split(separator: UInt8(ascii: "\n")).lazy.compactMap { tokenAlone(on: $0) }.prefix(100).map(
      \.self)
  }

  /// A token that fills a line, or shares it only with the word `unsubscribe` and at most one more; in a quotation,
  /// only with that word. Written by hand: with a regular expression, an email of 100,000 lines took half a minute.
  private static func tokenAlone(on line: Substring.UTF8View) -> String? {
    var words = line.split(maxSplits: 8) { $0 == 0x20 || (0x09...0x0D).contains($0) }
    let isQuoted = line.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: ">")
    words = words.map { $0.drop { quoting.contains($0) } }.filter { !$0.isEmpty }
    guard let last = words.popLast(), words.count <= 2 else { return nil }
    let token = Array(last.reversed().drop { quoting.contains($0) }.reversed())
    guard token.count == tokenLength, token.allSatisfy(isAlphanumeric) else { return nil }
    let isAsked = words.contains { Substring($0).lowercased().hasPrefix("unsubscribe") }
    guard isAsked || words.isEmpty && !isQuoted else { return nil }
    return String(decoding: token, as: UTF8.self)
  }

  private static let quoting = Set(">|*_`'\"<.".utf8)

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
