/// The candidate nearest to `word`, if it is near enough to be a typo: at most a third of the characters differ, and
/// one edit is always allowed. Swapping two neighbours counts as one edit.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let wrong = Array(word.lowercased().unicodeScalars)
  // No name is this long, and the time for comparing is proportional to the product of the lengths.
  guard wrong.count <= 100 else { return nil }
  let allowed = max(1, word.count / 3)
  var nearest: (distance: Int, word: String)?
  for candidate in candidates {
    let right = Array(candidate.lowercased().unicodeScalars)
    // Each extra letter costs one edit.
    guard abs(right.count - wrong.count) <= allowed else { continue }
    let found = (distance: editDistance(wrong, right), word: candidate)
    guard found.distance <= allowed else { continue }
    if let best = nearest, (best.distance, best.word) <= (found.distance, found.word) { continue }
    nearest = found
  }
  return nearest?.word
}

/// "; did you mean `x`?" or an empty string: the end of a message about an unknown name.
package func suggestion(for word: String, among candidates: some Sequence<String>) -> String {
  nearest(to: word, among: candidates).map { "; did you mean `\($0)`?" } ?? ""
}

/// Optimal string alignment: insertion, deletion, substitution and the swap of two neighbours cost one each.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
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
