/// The text part as readers get it: lines of at most 72 columns, underlined headings, no trailing debris.
///
/// A line of `===` or `---` right below text becomes an underline as long as what it underlines. There are never more
/// than two blank lines together, and none at the end but one.
func mailText(_ rendered: String) -> String {
  var (lines, heading) = ([String](), [String]())
  for source in rendered.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    if !heading.isEmpty, source == "===" || source == "---" {
      let width = heading.map(columns).max() ?? 0
      lines.append(String(repeating: String(source.prefix(1)), count: max(3, min(width, 72))))
      heading = []
      continue
    }
    heading = wrapped(String(source)).split(separator: "\n").map(String.init)
    if !heading.isEmpty { lines += heading } else if lines.suffix(2) != ["", ""] { lines.append("") }
  }
  while lines.last == "" { lines.removeLast() }
  return lines.joined(separator: "\n") + "\n"
}

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

private func columns(_ text: String) -> Int { text.count }
