/// The candidate nearest to `word` by Levenshtein distance, if it is near enough to be a slip of the finger:
/// at most a third of the word, and at least one edit is always allowed.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let allowed = max(1, word.count / 3)
  return candidates.map { (distance: editDistance(word.lowercased(), $0.lowercased()), word: $0) }
    .filter { $0.distance <= allowed }
    .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?
    .word
}

/// " Did you mean `x`?" or nothing: the end of a sentence about an unknown name.
package func suggestion(for word: String, among candidates: some Sequence<String>) -> String {
  nearest(to: word, among: candidates).map { " Did you mean `\($0)`?" } ?? ""
}

private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
  var row = Array(0...b.count)
  for i in a.indices {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let cost = a[i] == b[j] ? diagonal : 1 + min(diagonal, row[j], row[j + 1])
      diagonal = row[j + 1]
      row[j + 1] = cost
    }
  }
  return row[b.count]
}
