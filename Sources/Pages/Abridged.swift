extension String {
  /// One line of at most `limit` characters, cut after a word if there is one to cut after; `…` says that it is cut.
  package func abridged(to limit: Int) -> String {
    let line = split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard line.count > limit else { return line }
    let head = line.prefix(limit - 1)
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return cut.reversed().drop { ",;:.–—-".contains($0) }.reversed() + "…"
  }

  /// What is left without white space at both ends.
  package var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { String(rest[...$0]) } ?? ""
  }
}
