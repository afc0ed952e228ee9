/// Plain text with lines of at most 72 columns where there is a space to break at.
///
/// Words, and so addresses and blanks, are never broken. A line that goes on begins with the spaces that its first
/// part began with. Spaces at the end of lines are dropped; lines end in LF.
func wrapped(_ text: String, columns: Int = 72) -> String {
  text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .flatMap { lines(of: $0, columns: columns) }
    .joined(separator: "\n")
}

private func lines(of full: Substring, columns: Int) -> [String] {
  let line = full.lastIndex { $0 != " " }.map { full[...$0] } ?? ""
  if line.count <= columns { return [String(line)] }
  let indent = String(line.prefix { $0 == " " })
  let words = line.split(separator: " ")
  var current = indent + (words.first ?? "")
  var lines: [String] = []
  for word in words.dropFirst() {
    if current.count + 1 + word.count <= columns {
      current += " " + word
    } else {
      lines.append(current)
      current = indent + word
    }
  }
  return lines + [current]
}
