/// Plain text in lines of at most this many columns, if it can be broken: at spaces, and next to
/// Chinese or Japanese characters.
///
/// Words and URLs are never broken, nor are blanks. A continuation line has the indentation of the first line. Spaces
/// at the end of lines are dropped; lines end in LF.
package func wrapped(_ text: String, columns most: Int = 72) -> String {
  text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    .flatMap { lines(of: $0, most: most) }
    .joined(separator: "\n")
}

private func lines(of full: Substring, most: Int) -> [String] {
  let line = full.lastIndex { $0 != " " }.map { full[...$0] } ?? ""
  if columns(of: line) <= most { return [String(line)] }
  let indent = String(line.prefix { $0 == " " })
  var lines: [String] = []
  var current = indent
  var width = indent.count
  var isEmpty = true
  for word in line.split(separator: " ") {
    for (index, part) in parts(of: word).enumerated() {
      let space = index == 0 && !isEmpty ? " " : ""
      let partWidth = columns(of: part)
      if !isEmpty, width + space.count + partWidth > most {
        lines.append(current)
        current = indent + part
        width = indent.count + partWidth
      } else {
        current += space + part
        width += space.count + partWidth
      }
      isEmpty = false
    }
  }
  return keepingIsolates(lines + [current])
}

/// An isolate ends with its line (UAX 9, BD9 and P1), so one that continues is closed and reopened on the next line.
private func keepingIsolates(_ lines: [String]) -> [String] {
  let isIsolate = { (scalar: Unicode.Scalar) in (0x2066...0x2069).contains(scalar.value) }
  guard lines.contains(where: { $0.unicodeScalars.contains(where: isIsolate) }) else { return lines }
  var open = String.UnicodeScalarView()
  return lines.map { line in
    let begin = String(open)
    for scalar in line.unicodeScalars where isIsolate(scalar) {
      if scalar.value < 0x2069 { open.append(scalar) } else { _ = open.popLast() }
    }
    return begin + line + String(repeating: "\u{2069}", count: open.count)
  }
}

/// A word split wherever a line may end in it. A URL is one part, up to the end of the word.
private func parts(of word: Substring) -> [Substring] {
  if word.utf8.allSatisfy({ $0 < 0xE2 }) { return [word] }  // nothing from U+2000 on
  let end = addressStart(in: word) ?? word.endIndex
  var parts: [Substring] = []
  var start = word.startIndex
  var index = start
  while index < end, word.index(after: index) < word.endIndex {
    let next = word.index(after: index)
    if next <= end, mayBreak(after: word[index], before: word[next]) {
      parts.append(word[start..<next])
      start = next
    }
    index = next
  }
  return parts + [word[start...]]
}

/// The position of the scheme of `https://…`.
private func addressStart(in word: Substring) -> Substring.Index? {
  word.firstRange(of: "://").map { sign in
    word[..<sign.lowerBound].lastIndex { !($0.isASCII && $0.isLetter) }.map { word.index(after: $0) } ?? word.startIndex
  }
}
