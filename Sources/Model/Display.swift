/// External text as one line, safe to show in a terminal, a log or an email from cron: a reader's name, a
/// server's reply, a file's name. Characters that would control a terminal or reorder the text become
/// U+FFFD; a tab becomes a space. Isolates, which Courant itself puts around text of the other direction, are left out.
///
/// - Parameter most: the maximum number of scalars; if some are omitted, the last one is "…".
package func forDisplay(_ text: String, atMost most: Int = .max) -> String {
  if text.utf8.count <= most, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  var shown = String.UnicodeScalarView()
  var count = 0
  for scalar in text.unicodeScalars where !(0x2066...0x2069).contains(scalar.value) {
    guard count < most else {
      shown.removeLast()
      shown.append("…")
      break
    }
    shown.append(displayed(scalar))
    count += 1
  }
  return String(shown)
}

private func displayed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.properties.generalCategory {
  case .control: scalar == "\t" ? " " : "\u{FFFD}"
  // These join and separate letters in Persian and Indic scripts, and join emoji.
  case .format where scalar == "\u{200C}" || scalar == "\u{200D}": scalar
  case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: "\u{FFFD}"
  default: scalar
  }
}
