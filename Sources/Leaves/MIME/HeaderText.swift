/// Free text, such as a subject (RFC 5322 §3.6.5 `unstructured`). It decodes to the same scalars, including spaces.
///
/// Plain words stay unchanged. A word that is not ASCII, is too long for a line, looks like an encoded word or is next
/// to more than one space becomes encoded words, together with neighbours that also need encoding.
package struct HeaderText: HeaderValue, Hashable {
  private let text: String

  package init(_ text: String) throws(HeaderFault) {
    try checkHeaderText(text)
    self.text = text
  }

  package func write(to line: inout HeaderLine) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let isEncoded = Self.needsEncoding(words)
    var start = words.startIndex
    while start < words.endIndex {
      guard isEncoded[start] else {
        line.put(words[start].utf8)
        start += 1
        continue
      }
      let end = isEncoded[start...].firstIndex(of: false) ?? words.endIndex
      line.putEncoded(text[words[start].startIndex..<words[end - 1].endIndex])
      start = end
    }
  }

  /// An empty word is a repeated space, or one at an end; it is encoded together with an adjacent word, because white
  /// space between encoded words is ignored (RFC 2047 §6.2).
  private static func needsEncoding(_ words: [Substring]) -> [Bool] {
    var result = words.map { !isPlainWord($0.utf8) }
    for i in words.indices where words[i].isEmpty {
      let neighbour = i + 1 < words.endIndex ? i + 1 : i - 1
      result[neighbour] = true
    }
    return result
  }
}

/// The longest word that fits after any field's name.
let maxPlainWord = 60

/// Whether a word can be written in a header unchanged.
func isPlainWord(_ word: some Collection<UInt8>) -> Bool {
  (1...maxPlainWord).contains(word.count) && word.allSatisfy { (0x21...0x7E).contains($0) }
    && !holdsEncodedWordMark(word)
}

/// Whether a mail program could read a part of the text as an encoded word, `=?…?=`.
func holdsEncodedWordMark(_ text: some Sequence<UInt8>) -> Bool {
  var followsEqualsSign = false
  for byte in text {
    if followsEqualsSign, byte == UInt8(ascii: "?") { return true }
    followsEqualsSign = byte == UInt8(ascii: "=")
  }
  return false
}
