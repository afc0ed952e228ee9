/// Words of visible ASCII separated by single spaces, written unchanged: a date, a media type, a keyword.
package struct HeaderTokens: HeaderValue, Hashable {
  private let text: String

  package init(_ text: String) throws(HeaderFault) {
    let tokens = text.utf8.split(separator: 0x20, omittingEmptySubsequences: false)
    guard tokens.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (0x21...0x7E).contains($0) } }) else {
      throw HeaderFault(kind: .malformed(expected: "words of ASCII with single spaces between them"), text: text)
    }
    self.text = text
  }

  /// For text that this module produced.
  init(written text: String) { self.text = text }

  package func write(to line: inout HeaderLine) {
    for token in text.utf8.split(separator: 0x20) { line.put(token) }
  }
}
