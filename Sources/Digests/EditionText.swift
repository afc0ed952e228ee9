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
  // Most lines, and much quicker: no character takes more columns than bytes.
  if line.utf8.count <= most, line.utf8.last != 0x20, !line.unicodeScalars.contains(where: breaksLines) {
    return line.isEmpty ? [] : [String(line)]
  }
  return wrapped(String(line), columns: most).utf8.split(separator: UInt8(ascii: "\n")).map { String(Substring($0)) }
}

private func breaksLines(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
}
