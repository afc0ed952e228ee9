extension String {
  /// One line of at most `limit` characters, cut after a word if there is one to cut after; `…` says that it is cut.
  ///
  /// Reads no further than it must.
  package func abridged(to limit: Int) -> String {
    guard var head = lineIfLonger(than: limit) else {
      return split(whereSeparator: \.isBlank).joined(separator: " ")
    }
    if let space = head.lastIndex(of: " ") { head = String(head[..<space]) }
    while let last = head.last, ",;:.–—-".contains(last) { head.removeLast() }
    return head + "…"
  }

  /// The first `limit - 1` characters as one line, if there are more than `limit`.
  private func lineIfLonger(than limit: Int) -> String? {
    var (line, count, isBetweenWords) = ("", 0, false)
    for character in self {
      if character.isBlank {
        isBetweenWords = count > 0
        continue
      }
      for next in isBetweenWords ? [" ", character] : [character] {
        guard count < limit else { return line }
        count += 1
        if count < limit { line.append(next) }
      }
      isBetweenWords = false
    }
    return nil
  }

  /// What is left without white space at both ends.
  package var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
  }
}

extension Character {
  /// White space; ASCII without asking Unicode's tables.
  fileprivate var isBlank: Bool {
    guard let ascii = asciiValue else { return isWhitespace }
    return ascii == 0x20 || (0x09...0x0D).contains(ascii)
  }
}
