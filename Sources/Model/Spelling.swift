/// The candidate nearest to `word`, if it is near enough to be a slip of the finger: at most a third of the word away,
/// and at least one edit is always allowed. Two swapped neighbours count as one edit.
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

/// Optimal string alignment: insertion, deletion, substitution and the swap of two neighbours cost one each.
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      let replaced = rows[i][j] + (a[i] == b[j] ? 0 : 1)
      let isSwap = i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]
      let swapped = isSwap ? rows[i - 1][j - 1] + 1 : replaced
      row.append(min(replaced, swapped, rows[i][j + 1] + 1, row[j] + 1))
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
