internal import Languages

/// The text part as readers get it: lines of at most `most` columns, underlined headings, no trailing debris.
///
/// A line of `===` or `---` right below text becomes an underline as long as what it underlines. There are never more
/// than two blank lines together, and none at the end but one.
func mailText(_ rendered: String, columns most: Int = 72) -> String {
  var (lines, heading) = ([String](), [String]())
  for source in rendered.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
    if !heading.isEmpty, source == "===" || source == "---" {
      let width = heading.map { columns(of: $0) }.max() ?? 0
      lines.append(String(repeating: String(source.prefix(1)), count: max(3, min(width, most))))
      heading = []
      continue
    }
    heading = wrapped(String(source), columns: most).split(separator: "\n").map(String.init)
    if !heading.isEmpty { lines += heading } else if lines.suffix(2) != ["", ""] { lines.append("") }
  }
  while lines.last == "" { lines.removeLast() }
  return lines.joined(separator: "\n") + "\n"
}
