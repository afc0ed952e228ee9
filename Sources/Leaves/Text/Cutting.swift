extension String {
  /// At most `limit` characters, ending at a word with "…" if something is cut.
  ///
  /// A character may have any number of combining marks, so the result also has at most four times as many code points.
  package func cut(to limit: Int) -> String {
    let scalars = unicodeScalars
    let most = scalars.index(scalars.startIndex, offsetBy: 4 * limit, limitedBy: scalars.endIndex) ?? scalars.endIndex
    if most < scalars.endIndex, self[..<most].count <= limit { return self[..<most] + "…" }
    guard let end = index(startIndex, offsetBy: limit, limitedBy: endIndex), end < endIndex else { return self }
    let last = index(before: end)
    var words = self[..<last]
    if !self[last].isWhitespace { words = words.prefix(upTo: words.lastIndex(of: " ") ?? last) }
    while let sign = words.last, sign.isWhitespace || ",;:–—-".contains(sign) { words.removeLast() }
    return words + "…"
  }

  /// At most `limit` code points, ending between two characters with "…" if something is cut.
  package func cut(toScalars limit: Int) -> String {
    guard unicodeScalars.count > limit else { return self }
    var kept = ""
    var count = 1  // for the "…"
    for character in self {
      count += character.unicodeScalars.count
      if count > limit { break }
      kept.append(character)
    }
    if kept.isEmpty { kept.unicodeScalars.append(contentsOf: unicodeScalars.prefix(limit - 1)) }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}
