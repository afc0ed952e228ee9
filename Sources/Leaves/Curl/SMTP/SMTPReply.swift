/// A server's reply (RFC 5321 §4.2), cleaned so that it can be printed and stored.
package struct SMTPReply: Hashable, Sendable {
  /// 200–599.
  package let code: Int
  /// An RFC 3463 code, for example `5.1.1`; nil if there is none or its class contradicts the reply code.
  package let status: String?
  /// Each line's text without reply code and status, control characters removed, invalid UTF-8 repaired.
  package let lines: [String]

  package init(code: Int, status: String? = nil, lines: [String]) {
    self.code = code
    self.status = status
    self.lines = lines
  }

  package var isPositive: Bool { (200..<300).contains(code) }

  /// The lines joined by a space, at most 500 unicode scalars.
  package var text: String {
    let joined = lines.count == 1 ? lines[0] : lines.filter { !$0.isEmpty }.joined(separator: " ")
    guard joined.utf8.count > Self.maxText else { return joined }
    return String(String.UnicodeScalarView(joined.unicodeScalars.prefix(Self.maxText)))
  }

  private static let maxText = 500
}

extension SMTPReply: CustomStringConvertible {
  /// `550 5.1.1 no such user`
  package var description: String {
    ([String(code)] + [status, text.isEmpty ? nil : text].compactMap(\.self)).joined(separator: " ")
  }
}
