extension String {
  /// One line of at most `limit` characters. Longer text ends in `…` near the limit: after a word, or at another place
  /// where a line may end, for example between two ideographs; inside a word only if otherwise little would remain.
  ///
  /// Reads no further than necessary.
  package func abridged(to limit: Int) -> String {
    var text = self
    return text.withUTF8({ PlainLine($0, limit: limit) })?.text ?? abridgedByCharacters(to: limit)
  }

  /// The same result as ``abridged(to:)``, for any text.
  func abridgedByCharacters(to limit: Int) -> String {
    lineIfLonger(than: limit)?.cut ?? split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The first `limit` characters as one line, if there are more.
  private func lineIfLonger(than limit: Int) -> String? {
    var line = ""
    var count = 0
    var isBetweenWords = false
    for character in self {
      if character.isWhitespace {
        isBetweenWords = count > 0
        continue
      }
      for next in isBetweenWords ? [" ", character] : [character] {
        guard count < limit else { return line }
        count += 1
        line.append(next)
      }
      isBetweenWords = false
    }
    return nil
  }

  /// The line with `…` in place of at least its last character.
  fileprivate var cut: String {
    guard let end = indices.last else { return "…" }
    var head = self[..<lineEnd(before: end)]
    while let last = head.last, last == " " || pauses.contains(last) { head.removeLast() }
    return head + "…"
  }

  /// The last place, not after `end`, where a line may end; if the last third has none, the last place that does not
  /// separate brackets from their content.
  private func lineEnd(before end: Index) -> Index {
    let reach = utf8.count / 3
    var place = end
    var inWord: Index?
    while place > startIndex, utf8.distance(from: place, to: end) <= reach {
      let before = index(before: place)
      let left = self[before]
      let right = self[place]
      if left == " " || right == " " || mayBreak(after: left, before: right) { return place }
      if inWord == nil, !staysTogether(left, right) { inWord = place }
      place = before
    }
    return inWord ?? end
  }
}

/// Characters not wanted before `…`: punctuation that ends a part of a sentence, and opening brackets.
private let pauses = Set(",;:.–—-、。，．；：・([{（［｛「『【〔《〈¿¡")

/// The result of ``String/abridged(to:)`` for text in which every scalar read is a character, so that no Unicode tables
/// are needed to find where a character ends.
private struct PlainLine {
  let text: String

  /// Nil if the text may contain a character of several scalars.
  init?(_ text: UnsafeBufferPointer<UInt8>, limit: Int) {
    var length: (isKnown: Bool, isOverLimit: Bool) = (false, false)
    // A line is never longer than its text, and no character read here has more than three bytes.
    let line = String(unsafeUninitializedCapacity: min(text.count, 3 * limit)) { line in
      let (end, count, isKnown) = Self.write(text, to: line, limit: limit)
      length = (isKnown, count > limit)
      return end
    }
    guard length.isKnown else { return nil }
    self.text = length.isOverLimit ? line.cut : line
  }

  /// - Returns: the number of bytes written; the number of characters in the line, as far as it was read; and whether
  ///   each of them is certainly one character.
  private static func write(
    _ text: UnsafeBufferPointer<UInt8>, to line: UnsafeMutableBufferPointer<UInt8>, limit: Int
  ) -> (end: Int, count: Int, isKnown: Bool) {
    var position = 0
    var end = 0
    var count = 0
    var isBetweenWords = false
    while position < text.count {
      let (scalar, width) = scalar(of: text, at: position)
      guard isCharacter(scalar) else { return (end, count, false) }
      if isBlank(scalar) {
        isBetweenWords = count > 0
        position += width
        continue
      }
      if isBetweenWords {
        count += 1
        if count > limit { break }
        line[end] = 0x20
        end += 1
        isBetweenWords = false
      }
      count += 1
      if count > limit { break }
      for byte in text[position..<(position + width)] {
        line[end] = byte
        end += 1
      }
      position += width
    }
    return (end, count, true)
  }

  /// The scalar that begins at a byte, and its length in bytes; U+FFFD for a scalar of four bytes.
  private static func scalar(of text: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = UInt32(text[index])
    if first < 0x80 { return (first, 1) }
    let rest = { (offset: Int) in UInt32(text[index + offset] & 0x3F) }
    switch first {
    case ..<0xE0: return (first << 6 & 0x7C0 | rest(1), 2)
    case ..<0xF0: return (first << 12 & 0xF000 | rest(1) << 6 | rest(2), 3)
    default: return (0xFFFD, 4)
    }
  }

  /// Letters, punctuation and ideographs that could be joined to their neighbours only by a mark, which is not one of
  /// them (UAX 29): Latin, Greek, Cyrillic; punctuation and currencies; kana and Han.
  private static func isCharacter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x20...0x7E, 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF, 0x370...0x377, 0x37A...0x37F, 0x384...0x482,
      0x48A...0x52F, 0x2010...0x2027, 0x202F...0x203B, 0x203D...0x2048, 0x20A0...0x20C0, 0x3001...0x3029,
      0x3041...0x3096, 0x30A0...0x30FF, 0x4E00...0x9FFF:
      true
    default: false
    }
  }

  /// White space for which ``isCharacter(_:)`` is true.
  private static func isBlank(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x20, 0xA0, 0x202F: true
    default: false
    }
  }
}
