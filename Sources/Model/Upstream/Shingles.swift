/// How alike two strings are: the share of their runs of five words that both have, from 0 to 1. Nil if one has no words.
///
/// A string of fewer words is one run.
package func likeness(_ a: String, _ b: String) -> Double? {
  let some = shingles(a)
  let others = shingles(b)
  if some.isEmpty || others.isEmpty { return nil }
  return 2 * Double(some.intersection(others).count) / Double(some.count + others.count)
}

private let length = 5

private func shingles(_ text: String) -> Set<ArraySlice<Substring>> {
  let words = text.split(separator: " ")
  if words.isEmpty { return [] }
  if words.count <= length { return [words[...]] }
  return Set((0...(words.count - length)).map { words[$0..<($0 + length)] })
}
