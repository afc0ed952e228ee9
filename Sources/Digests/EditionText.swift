internal import Languages

/// The text part as readers get it: lines of at most `most` columns, underlined headings, no trailing debris.
///
/// A line of `===` or `---` right below text becomes an underline as long as what it underlines. There are never more
/// than two blank lines together, and none at the end but one.
func mailText(_ rendered: String, columns most: Int = 72) -> String {
  var (lines, heading) = ([String](), [String]())
  for bytes in rendered.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    let source = Substring(bytes)
    if !heading.isEmpty, source == "===" || source == "---" {
      let width = heading.map { columns(of: $0) }.max() ?? 0
      lines.append(String(repeating: String(source.prefix(1)), count: max(3, min(width, most))))
      heading = []
      continue
    }
    heading = folded(source, columns: most)
    if !heading.isEmpty { lines += heading } else if lines.suffix(2) != ["", ""] { lines.append("") }
  }
  while lines.last == "" { lines.removeLast() }
  return lines.joined(separator: "\n") + "\n"
}

/// The lines that a line becomes; none for a blank one.
private func folded(_ line: Substring, columns most: Int) -> [String] {
  let fits = line.utf8.count <= most && line.utf8.last != 0x20 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) }
  if fits { return line.isEmpty ? [] : [String(line)] }  // most lines, and much quicker
  return wrapped(String(line), columns: most).utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
}
