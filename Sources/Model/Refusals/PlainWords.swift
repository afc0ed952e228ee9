/// A server's words without anything that only looks like a word: addresses, host names, links,
/// numbers and punctuation.
///
/// `dmarc@example.org` does not mean a policy, and `https://example.com/quota` does not mean a full mailbox. The result
/// is words in lower case, separated by single spaces, with one space at each end: ` user unknown in virtual table `.
package struct PlainWords: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Longer than any server's reply.
  private static let maxScalars = 8_000

  package init(_ text: String) {
    var out = String.UnicodeScalarView(" ".unicodeScalars)
    let scalars = String.UnicodeScalarView(text.unicodeScalars.prefix(Self.maxScalars))
    for token in scalars.split(whereSeparator: Self.isGap) {
      let isPointedAt = Self.pointers.contains { Self.endsWith($0, out) }
      if Self.isWord(token) { Self.append(token, to: &out) }
      // This is weaker evidence than a link to the operator of a blocklist: any other words may outweigh it.
      if isPointedAt, Self.isListHost(token) { out += "blocked ".unicodeScalars }
      if Self.isListing(token) { out += "dnsbl ".unicodeScalars }
    }
    bytes = Array(String(out).utf8)
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "<>()[]{}\",;|".unicodeScalars.contains(scalar)
  }

  private static func append(_ token: Substring.UnicodeScalarView, to out: inout String.UnicodeScalarView) {
    for scalar in token {
      if isApostrophe(scalar) {
        // `l'indirizzo` is two words, `doesn't` is one.
        if out.dropLast().last == " " { out.append(" ") }
      } else if isLetterOrDigit(scalar) {
        out += scalar.properties.lowercaseMapping.unicodeScalars
      } else if out.last != " ", !isHyphenOfEmail(scalar, out) {
        out.append(" ")
      }
    }
    if out.last != " " { out.append(" ") }
  }

  /// A link to the operator of a blocklist is about the sender, even without other words.
  private static func isListing(_ token: Substring.UnicodeScalarView) -> Bool {
    let text = String(token).lowercased()
    return text.contains("://") && listings.contains(where: text.contains)
  }

  private static let listings = [
    "spamhaus.org/", "spamcop.net/", "barracudacentral.org/", "abuseat.org/", "sorbs.net/", "uceprotect.net/",
  ]

  /// `bl.example.net`, `ix.dnsbl.example.org:` or `zen.spamhaus.org`, if the text refers the reader to it. Otherwise it
  /// may be a mail host with such a name.
  private static func isListHost(_ token: Substring.UnicodeScalarView) -> Bool {
    let text = String(token).lowercased()
    guard !text.contains("@"), !text.contains("://"), isHostName(Substring(text)) else { return false }
    return text.split(separator: ".").contains { label in
      listLabels.contains(String(label)) || listStems.contains(where: label.hasPrefix)
    }
  }

  private static let listLabels: Set = ["bl", "sbl", "xbl", "pbl", "cbl", "dbl", "zen"]

  private static let listStems = [
    "dnsbl", "dnsrbl", "rbl", "psbl", "rhsbl", "blacklist", "blocklist", "denylist", "spamhaus", "spamcop", "sorbs",
    "barracudacentral", "abuseat", "uceprotect", "spamrats", "mailspike", "surbl", "uribl",
  ]

  private static let pointers = [
    "see", "at", "in", "on", "by", "using", "via", "visit", "check", "listed", "blocked", "rejected", "refused",
    "denied",
  ]

  private static func endsWith(_ word: String, _ out: String.UnicodeScalarView) -> Bool {
    out.reversed().starts(with: " \(word) ".unicodeScalars.reversed())
  }

  /// Whether a character is an apostrophe, in any of its forms.
  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "’" || scalar == "`" }

  /// `e-mail` counts as `email`.
  private static func isHyphenOfEmail(_ scalar: Unicode.Scalar, _ out: String.UnicodeScalarView) -> Bool {
    scalar == "-" && out.suffix(2).elementsEqual(" e".unicodeScalars)
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  private static func isWord(_ token: Substring.UnicodeScalarView) -> Bool {
    let text = Substring(token)
    if text.contains("@") || text.contains("://") || text.hasPrefix("www.") { return false }
    if token.allSatisfy({ ("0"..."9").contains($0) || ".-:#/".unicodeScalars.contains($0) }) { return false }
    return !isHostName(text)
  }

  /// `mx1.example.com` and `mail.example.com:25:`, but not `unknown.Please` (two sentences) or `RESOLVER.ADR.NotFound`.
  private static func isHostName(_ text: Substring) -> Bool {
    let bare = text.utf8.reversed().drop { ".:!?'`".utf8.contains($0) }.reversed()
    let name = bare.drop { "'`".utf8.contains($0) }.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
    let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count >= 2, let last = labels.last, last.count >= 2 else { return false }
    let isOneCase = labels.dropFirst().allSatisfy { label in
      !label.isEmpty && label.allSatisfy { isHostByte($0) && !(0x41...0x5A).contains($0) }
    }
    return isOneCase || labels.allSatisfy { !$0.isEmpty && $0.allSatisfy(isCapitalOrDigit) }
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
  }

  private static func isCapitalOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x2D
  }
}
