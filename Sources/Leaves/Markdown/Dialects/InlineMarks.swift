internal import Text

/// Inline marks that CommonMark does not have.
extension DialectScan {
  /// `==words==`.
  mutating func takeHighlight() -> Bool {
    guard source.starts(with: "=="), !endsInWord, output.last != UInt8(ascii: "="), !isInAddress,
      let end = source.endOfMark("==")
    else { return false }
    output += "<mark>".utf8
    source.skip(2)
    // Ends are nested: a mark that begins inside also ends inside.
    due.append((end, "</mark>", isMark: true))
    return true
  }

  /// `10^6^` and `H~2~O`. Between spaces, `~words~` is struck through, as on GitHub.
  mutating func takeRaised(_ sign: UInt8) -> Bool {
    if sign == UInt8(ascii: "^"), takeNoteHere() { return true }
    guard let end = source.endOfRaised(sign), !isInAddress, let last = output.last, last != sign else { return false }
    let inside = source.words(from: source.position + 1, to: end)
    let isNumber = inside.allSatisfy { $0.isNumber || "+-−".contains($0) }
    if sign == UInt8(ascii: "^") {
      guard endsInWord || last == UInt8(ascii: ")") || isNumber, isNumber || !source.isWord(at: end + 1) else {
        return false
      }
      output += "<sup>\(literalText(inside))</sup>".utf8
    } else {
      guard isLetter(last) || last == UInt8(ascii: ")"), isNumber || inside.utf8.count <= 4 else { return false }
      output += "<sub>\(literalText(inside))</sub>".utf8
    }
    source.skip(end + 1 - source.position)
    return true
  }

  /// Pandoc's and Obsidian's `^[words of the note]`.
  private mutating func takeNoteHere() -> Bool {
    guard source.starts(with: "^["), let end = source.endOfBrackets(from: source.position + 1), notes.count < 1_000
    else {
      return false
    }
    let words = source.words(from: source.position + 2, to: end).split(whereSeparator: \.isNewline).joined(
      separator: " ")
    guard !words.trimmed.isEmpty else { return false }
    output += "[^written-here-\(notes.count)]".utf8
    notes.append(words)
    source.skip(end + 1 - source.position)
    return true
  }

  /// `:smile:`, and divisions `:::` of unknown meaning.
  mutating func takeColon() -> Bool {
    if source.starts(with: ":::"), isAlone { return takeDivision() }
    guard !endsInWord, output.last != UInt8(ascii: ":"), let name = source.emojiName, !isInAddress else { return false }
    if let emoji = EmojiNames.character(name) {
      output += emoji.utf8
      source.skip(name.utf8.count + 2)
      return true
    }
    let isName = name.utf8.count > 2 && name.utf8.contains(where: isLetter)
    if isName { report(":\(name):", .shown, at: place) }
    return false
  }

  /// A line `::: name`, or the line that ends such a division.
  private mutating func takeDivision() -> Bool {
    let place = place
    let line = String(decoding: source.restOfLine, as: UTF8.self)
    let words = line.drop { $0 == ":" }.trimmed
    guard !line.dropFirst(3).contains(":::") || words.isEmpty else { return false }
    source.skip(line.utf8.count)
    if !words.isEmpty { report("::: \(words)", .unwrapped, at: place) }
    return true
  }

  private var endsInWord: Bool {
    output.last.map { isLetter($0) || (0x30...0x39).contains($0) || $0 >= 0x80 } ?? false
  }
}
