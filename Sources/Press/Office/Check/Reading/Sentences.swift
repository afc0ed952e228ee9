extension ReadingWords {
  /// The sentences of text whose lines are blocks: paragraphs, list items, headings.
  ///
  /// A sentence ends at `.`, `!`, `?`, `…` or `؟`, with the quotation marks and brackets after it, if a space and
  /// something other than a small letter follow. A point after an abbreviation, a single letter or, in German, a number
  /// ends none.
  func sentences(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).flatMap(sentences(ofLine:))
  }

  private func sentences(ofLine line: Substring) -> [Substring] {
    var sentences: [Substring] = []
    var start = line.startIndex
    var position = line.startIndex
    while position < line.endIndex {
      let sign = line[position]
      position = line.index(after: position)
      guard Self.ends.contains(sign) else { continue }
      let end = line[position...].firstIndex { !Self.closing.contains($0) } ?? line.endIndex
      let rest = line[end...].drop { $0 == " " || $0 == "\u{A0}" }
      guard rest.isEmpty || rest.startIndex > end, rest.first?.isLowercase != true else { continue }
      if sign == ".", !rest.isEmpty, isAbbreviation(line[start..<position].dropLast()) { continue }
      sentences.append(line[start..<end])
      start = rest.startIndex
      position = start
    }
    sentences.append(line[start...])
    return sentences.filter { $0.contains { $0.isLetter } }
  }

  private static let ends: Set<Character> = [".", "!", "?", "…", "؟"]
  private static let closing: Set<Character> = [
    "\"", "'", "”", "’", "»", "“", "›", ")", "]", "\u{2069}", ".", "!", "?",
  ]

  /// The words of a sentence as they are written, without the punctuation around them. Addresses are left out.
  static func words(of sentence: Substring) -> [Substring] {
    sentence.split(whereSeparator: \.isWhitespace).compactMap { part in
      if part.contains("/"), part.contains(".") { return nil }
      let start = part.firstIndex { $0.isLetter || $0.isNumber }
      let end = part.lastIndex { $0.isLetter || $0.isNumber || $0 == "%" }
      guard let start, let end, start <= end else { return nil }
      return part[start...end]
    }
  }
}
