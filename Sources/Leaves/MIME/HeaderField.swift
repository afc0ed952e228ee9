/// The value of a header field, in a form that cannot break the header.
///
/// The initialiser of a value rejects text that it cannot encode, so no CR, LF, NUL or other control character ever
/// reaches a header, regardless of who wrote the text.
package protocol HeaderValue: Sendable {
  func write(to line: inout HeaderLine)
}

/// One field of a header (RFC 5322 §2.2), folded and ready for the wire.
package struct HeaderField: Hashable, Sendable {
  package let name: String
  /// `Name: value` with its folds and the final CRLF. Lines have at most 76 columns unless a single word is longer.
  package let bytes: [UInt8]

  /// The name is a literal of the program, never input.
  package init(_ name: StaticString, _ value: some HeaderValue) {
    self.name = name.description
    var line = HeaderLine(name: self.name)
    value.write(to: &line)
    bytes = line.finished()
  }
}
