internal import Text

extension String {
  /// The text with `< > & " '` as references and without the characters that HTML forbids (DEL, C1 and noncharacters;
  /// U+0085, the only C1 control kept in titles, becomes "…"). Valid as text and in quoted attributes.
  package var htmlEscaped: String { replacing(mayBeEscaped, by: escape) }
}

extension [UInt8] {
  /// Appends ``Swift/String/htmlEscaped``.
  mutating func append(escaping text: String) { append(text, replacing: mayBeEscaped, by: escape) }
}

@inline(__always)
private func mayBeEscaped(_ word: EightBytes) -> UInt64 { word.htmlEscaped | word.equal(to: UInt8(ascii: "'")) }

private func escape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (text: String, length: Int)? {
  bytes[index] == UInt8(ascii: "'") ? ("&#39;", 1) : htmlEscape(bytes, at: index)
}
