/// Whether a string has at least one visible character, other than white space, control, format and filler characters,
/// and marks without a base letter. Names such as titles need one.
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

/// Characters that show nothing: the empty Braille pattern, the object replacement and the replacement character.
private let blanks: Set<Unicode.Scalar> = ["\u{2800}", "\u{FFFC}", "\u{FFFD}"]
