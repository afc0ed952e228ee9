/// Whether a text shows at least one character: something other than white space, controls, formatting and filling characters, and
/// marks without a letter to stand on. What is named, such as a title, must.
package func showsCharacter(_ text: String) -> Bool {
  text.utf8.contains { (0x21...0x7E).contains($0) } || text.unicodeScalars.contains(where: isShown)
}

private func isShown(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.properties.isDefaultIgnorableCodePoint || blanks.contains(scalar) { return false }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator,
    .nonspacingMark,
    .enclosingMark, .spacingMark:
    return false
  default: return true
  }
}

/// Symbols that show nothing: an empty pattern of Braille, and what stands for an object or for a broken character.
private let blanks: Set<Unicode.Scalar> = ["\u{2800}", "\u{FFFC}", "\u{FFFD}"]
