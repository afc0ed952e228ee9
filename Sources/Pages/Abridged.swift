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

/// `A`, `A and B`, `A, B and C`.
func enumerated(_ names: [String]) -> String {
  guard let last = names.last, names.count > 1 else { return names.first ?? "" }
  return names.dropLast().joined(separator: ", ") + " and " + last
}

/// `1 article`, `5 articles`.
package func articleCount(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }
