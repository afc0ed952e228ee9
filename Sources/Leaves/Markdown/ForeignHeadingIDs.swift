internal import Text

/// The ids that other programs give a heading, where they differ from ours: links to it from other articles and from
/// other sites may contain them.
///
/// - Parameters:
///   - words: the text of the heading, on one line.
///   - id: its id here. If the author wrote it, all programs use it, and the result is empty.
package func foreignHeadingIDs(of words: String, named id: String) -> [String] {
  if isTheSameEverywhere(words) { return [] }
  let own = headingID(of: words)
  guard id.utf8.starts(with: own.utf8) else { return [] }
  // `-1` of a repeated heading.
  let number = id.unicodeScalars.dropFirst(own.unicodeScalars.count)
  guard number.isEmpty || number.first == "-" && number.dropFirst().allSatisfy(isDigit) else { return [] }
  var ids: [String] = []
  for rule in foreignRules {
    let foreign = rule(words) + String(number)
    if foreign != id, !ids.contains(foreign), isHeadingID(foreign), foreign != String(number) { ids.append(foreign) }
  }
  return ids
}

/// Whether the words are ASCII letters with single spaces between them: then all programs make the same id.
private func isTheSameEverywhere(_ words: String) -> Bool {
  var previous = UInt8(ascii: " ")
  for byte in words.utf8 {
    let isLetter = (0x41...0x5A).contains(byte & 0xDF)
    guard isLetter || byte == UInt8(ascii: " ") && previous != byte else { return false }
    previous = byte
  }
  return true
}

private let foreignRules: [@Sendable (String) -> String] = [zola, pandoc, kramdown, pythonMarkdown, vuePress]

/// Zola, Docusaurus before 2.0 and others: each run of other characters becomes one `-` (the crate `slug`). Letters that
/// are not Latin are transliterated there, which is not attempted here.
private func zola(_ words: String) -> String {
  let plain = withoutAccents(words.lowercased()).unicodeScalars
  guard !plain.contains(where: { !$0.isASCII && $0.properties.isAlphabetic }) else { return "" }
  return joined(plain) { $0.isASCII && isWordScalar($0) && $0 != "_" }
}

/// Pandoc's `auto_identifiers`: `_`, `-` and `.` stay, other punctuation and all before the first letter do not.
private func pandoc(_ words: String) -> String {
  let kept = words.lowercased().unicodeScalars.filter { isWordScalar($0) || "-. ".unicodeScalars.contains($0) }
  let id = joined(kept) { $0 != " " }.unicodeScalars
  return String(String.UnicodeScalarView(id.drop { !$0.properties.isAlphabetic }))
}

/// kramdown itself (Jekyll uses GitHub's rule, which is ours): only ASCII, from the first letter on.
private func kramdown(_ words: String) -> String {
  var id = String.UnicodeScalarView()
  for scalar in words.unicodeScalars.drop(while: { !isASCIILetter($0) }) {
    if scalar == " " || scalar == "-" {
      id.append("-")
    } else if isASCIILetter(scalar) || isDigit(scalar) {
      id.append(scalar)
    }
  }
  return String(id).lowercased()
}

/// Python-Markdown, MkDocs, Pelican: ASCII words, with one `-` for each run of spaces and dashes.
private func pythonMarkdown(_ words: String) -> String {
  let plain = withoutAccents(words.lowercased()).unicodeScalars.filter { $0.isASCII }
  return joined(plain.filter { isWordScalar($0) || $0 == "-" || $0 == " " }) { isWordScalar($0) }
}

/// VuePress and VitePress: like Zola, but with the letters of all scripts, and `_` before a digit.
private func vuePress(_ words: String) -> String {
  let id = joined(withoutAccents(words.lowercased()).unicodeScalars) { isWordScalar($0) && $0 != "_" }
  return id.unicodeScalars.first.map(isDigit) == true ? "_" + id : id
}

/// The runs of characters that are kept, with one `-` between them.
private func joined(
  _ scalars: some Collection<Unicode.Scalar>, keeping isKept: (Unicode.Scalar) -> Bool
) -> String {
  scalars.split { !isKept($0) }.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
}
