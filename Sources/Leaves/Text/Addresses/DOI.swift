/// A Digital Object Identifier (ISO 26324): `10.1000/xyz`.
package struct DOI: Hashable, Sendable {
  /// As written, without punctuation after it.
  package let text: String

  /// In scalars; longer ones do not exist.
  private static let longest = 300

  /// The first DOI in a string. White space, quotation marks, angle brackets, and a query or a fragment end it.
  package init?(in text: some StringProtocol) {
    self.init(in: text) { Self.isEnd($0) || $0 == "<" || $0 == ">" || $0 == "#" }
  }

  /// A string that is a DOI and nothing else, with or without `doi:`. Old DOIs of Wiley have angle brackets.
  package init?(whole text: String) {
    let hasName = text.prefix(4).lowercased() == "doi:"
    let rest = hasName ? String(text.dropFirst(4)).trimmed : text
    guard rest.hasPrefix("10."), !rest.unicodeScalars.contains(where: Self.isEnd) else { return nil }
    self.init(in: rest, isEnd: Self.isEnd)
  }

  private init?(in text: some StringProtocol, isEnd: (Unicode.Scalar) -> Bool) {
    var rest = text.utf8[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "1")) {
      rest = rest[start...]
      if let length = Self.lengthOfPrefix(rest) {
        let suffix = text.unicodeScalars[rest.index(start, offsetBy: length)...].prefix(Self.longest)
        let written = text.unicodeScalars[start...].prefix(length) + suffix.prefix { !isEnd($0) }
        if let doi = Self.trimmed(String(String.UnicodeScalarView(written))) {
          self.text = doi
          return
        }
      }
      rest = rest.dropFirst()
    }
    return nil
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "\"?{}|\\^`".unicodeScalars.contains(scalar)
  }

  /// In bytes, of `10.1000/` at the beginning; nil for anything else.
  private static func lengthOfPrefix(_ bytes: some Sequence<UInt8>) -> Int? {
    var length = 0
    for byte in bytes.prefix(13) {
      switch length {
      case 0: guard byte == UInt8(ascii: "1") else { return nil }
      case 1: guard byte == UInt8(ascii: "0") else { return nil }
      case 2: guard byte == UInt8(ascii: ".") else { return nil }
      default:
        if byte == UInt8(ascii: "/") { return length >= 7 ? length + 1 : nil }
        guard (0x30...0x39).contains(byte) else { return nil }
      }
      length += 1
    }
    return nil
  }

  private static func trimmed(_ written: String) -> String? {
    var doi = Array(written.unicodeScalars)
    let opened = doi.count { $0 == "(" }
    var closed = doi.count { $0 == ")" }
    while let last = doi.last, ".,;:'’”)]/".unicodeScalars.contains(last) {
      if last == ")" {
        // A bracket that was opened belongs to it.
        if opened >= closed { break }
        closed -= 1
      }
      doi.removeLast()
    }
    return doi.contains("/") ? String(String.UnicodeScalarView(doi)) : nil
  }
}
