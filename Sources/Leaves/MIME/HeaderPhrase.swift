/// The name before an address (RFC 5322 §3.2.5 `phrase`), in its plainest possible form.
struct HeaderPhrase: Hashable, Sendable {
  private enum Form: Hashable {
    case atoms, quoted, encoded
  }

  private let text: String
  private let form: Form

  init(_ text: String) throws(HeaderFault) {
    try checkHeaderText(text)
    self.text = text
    form = Self.form(of: text)
  }

  private static func form(of text: String) -> Form {
    if isAtoms(text) { return .atoms }
    return isQuotable(text) ? .quoted : .encoded
  }

  func write(to line: inout HeaderLine) {
    switch form {
    case .atoms: for atom in text.utf8.split(separator: UInt8(ascii: " ")) { line.put(atom) }
    case .quoted: line.put(Self.quoted(text))
    case .encoded: line.putEncoded(text)
    }
  }

  private static func isAtoms(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .allSatisfy { isPlainWord($0) && $0.allSatisfy(isAtext) }
  }

  /// An encoded word has no meaning between quotes, so text that looks like one cannot be quoted (RFC 2047 §5).
  private static func isQuotable(_ text: String) -> Bool {
    isPrintable(text.utf8) && quoted(text).count <= maxPlainWord && !holdsEncodedWordMark(text.utf8)
  }

  /// RFC 5322 §3.2.4 `quoted-string`.
  private static func quoted(_ text: String) -> [UInt8] {
    let content = text.utf8.flatMap { $0 == 0x22 || $0 == 0x5C ? [0x5C, $0] : [$0] }
    return [0x22] + content + [0x22]
  }
}
