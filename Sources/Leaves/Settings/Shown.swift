/// A part of a file for use in a message: between backticks, with code points for invisible
/// characters, and cut if too long.
func shownInSentence(_ text: String) -> String {
  guard !text.isEmpty else { return "\"\"" }
  var shown = "`"
  for scalar in text.unicodeScalars.prefix(40) {
    if isVisible(scalar) { shown.unicodeScalars.append(scalar) } else { shown += codePoint(scalar) }
  }
  return shown + (text.unicodeScalars.dropFirst(40).isEmpty ? "`" : "…`")
}

/// For example `U+0007`.
func codePoint(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16, uppercase: true)
  return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
  case .spaceSeparator: scalar == " "
  default: true
  }
}
