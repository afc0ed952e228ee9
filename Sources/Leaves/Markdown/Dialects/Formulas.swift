internal import Text

/// Formulas in TeX: `$…$`, `$$…$$`, `\(…\)`, `\[…\]`. Their source is shown as code.
extension DialectScan {
  /// Reads a formula that begins with `$`.
  mutating func takeFormula() -> Bool {
    guard !source.isEscaped, !isInWord else { return false }
    if source.starts(with: "$$") { return takeDisplay(opening: 2, closing: "$$", isSure: true) }
    guard let end = source.endOfInlineFormula() else { return false }
    // GitHub's form, which emphasis cannot split: $`…`$.
    let inside = source.words(from: source.position + 1, to: end).trimming(characters: "`")
    output += inlineFormula(inside).utf8
    source.skip(end + 1 - source.position)
    return true
  }

  /// Reads a formula that begins with a backslash: `\(…\)`, or `\[…\]`; some programs require two backslashes.
  mutating func takeBackslash() -> Bool {
    guard !source.isEscaped else { return false }
    for (opening, closing) in [("\\\\(", "\\\\)"), ("\\(", "\\)")] where source.starts(with: opening) {
      return takeInline(opening, closing)
    }
    for (opening, closing) in [("\\\\[", "\\\\]"), ("\\[", "\\]")] where source.starts(with: opening) {
      return takeDisplay(opening: opening.utf8.count, closing: closing, isSure: false)
    }
    return takeEnvironment()
  }

  private mutating func takeInline(_ opening: String, _ closing: String) -> Bool {
    let start = source.position + opening.utf8.count
    guard let end = source.find(closing, from: start) else { return false }
    let inside = source.words(from: start, to: end)
    // Without characters of a formula, these are merely escaped brackets.
    guard opening.utf8.count > 2 || hasSigns(inside), isFormula(inside, isSure: opening.utf8.count > 2) else {
      return false
    }
    output += inlineFormula(inside).utf8
    source.skip(end + closing.utf8.count - source.position)
    return true
  }

  /// Within a line of text it becomes an inline formula, because kramdown uses two dollars for all formulas.
  private mutating func takeDisplay(opening: Int, closing: String, isSure: Bool) -> Bool {
    let start = source.position + opening
    guard let end = source.find(closing, from: start) else { return false }
    let inside = source.words(from: start, to: end)
    guard isSure ? !inside.trimmed.isEmpty : hasSigns(inside) && isFormula(inside, isSure: opening > 2) else {
      return false
    }
    source.skip(end + closing.utf8.count - source.position)
    if hasLineForItself { writeBlock(displayFormula(inside)) } else { output += inlineFormula(oneLine(inside)).utf8 }
    return true
  }

  /// `\begin{align} … \end{align}`, without other delimiters.
  private mutating func takeEnvironment() -> Bool {
    guard source.starts(with: "\\begin{"), isAlone else { return false }
    let start = source.position
    let name = source.words(from: start + 7, to: start + 60).prefix { $0.isLetter || $0 == "*" }
    guard !name.isEmpty, let end = source.find("\\end{\(name)}", from: start) else { return false }
    let inside = source.words(from: start, to: end) + "\\end{\(name)}"
    source.skip(end + 6 + name.utf8.count - start)
    writeBlock(displayFormula(inside))
    return true
  }

  /// Whether a letter or digit directly precedes: `US$5`.
  private var isInWord: Bool {
    guard let last = output.last else { return false }
    return isLetter(last) || (0x30...0x39).contains(last) || last >= 0x80 && !endsInSign
  }

  /// Whether the last character is a dash, a quotation mark or another punctuation character outside ASCII.
  private var endsInSign: Bool {
    let text = String(decoding: output.suffix(4), as: UTF8.self)
    return text.unicodeScalars.last.map { !$0.properties.isAlphabetic && $0 != "\u{FFFD}" } ?? false
  }
}

/// A display formula as a block, without the quotation characters around it.
func displayFormula(_ source: String) -> String {
  let lines = withoutEmptyComments(source).split(whereSeparator: \.isNewline).map { line in
    String(line.drop { $0 == " " || $0 == "\t" || $0 == ">" }).trimmed
  }
  let text = lines.filter { !$0.isEmpty }.map { literalText($0) }.joined(separator: "&#10;")
  return "<pre><code class=\"language-math\">\(text)</code></pre>"
}

/// Removes the empty comments that ``HiddenScan`` leaves in place of others.
func withoutEmptyComments(_ source: String) -> String { source.replacing("<!-- -->", with: "") }

/// Whether the text between two delimiters is a formula, not money, a path or a remark.
///
/// - Parameter isSure: whether the delimiters rarely have another meaning.
func isFormula(_ text: String, isSure: Bool) -> Bool {
  let text = text.trimmed
  guard !text.isEmpty, text.utf8.count <= 2_000 else { return false }
  if text.contains("\\") { return text.contains { $0.isLetter || $0 == "," || $0 == "|" } }
  if isSure { return true }
  let words = text.split { !$0.isLetter }
  let isProse = hasTwoWords(text)
  if text.contains(where: { "^_".contains($0) }) { return !isProse }
  let longest = words.lazy.filter { !isFunction($0) }.map(\.count).max() ?? 0
  if longest >= 3 || isProse { return false }
  // `5 and 6`: amounts of money on both sides.
  return text.first.map { !$0.isNumber || text.contains { "=<>+*/()|≤≥×·".contains($0) } || !text.contains(" ") }
    ?? false
}

private func hasSigns(_ text: String) -> Bool { text.contains { "\\^_={}<>+".contains($0) } }

private func isFunction(_ word: Substring) -> Bool {
  [
    "sin", "cos", "tan", "log", "exp", "min", "max", "lim", "mod", "det", "gcd", "arg", "sup", "inf", "Pr", "Var",
    "poly",
  ]
  .contains(word)
}

/// Whether two words of prose are next to each other.
private func hasTwoWords(_ text: String) -> Bool {
  var hadWord = false
  for word in text.split(separator: " ") {
    let isWord = word.count >= 2 && word.allSatisfy { $0.isLetter || ",.;:".contains($0) } && !isFunction(word)
    if isWord && hadWord { return true }
    hadWord = isWord
  }
  return false
}
