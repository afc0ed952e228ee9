/// Text from outside on one line, as a terminal, a log or a mail from cron may show it: a reader's name, a server's words, a
/// file's name. What a terminal would obey or would set in another order is U+FFFD, a tab is a space.
///
/// - Parameter most: so many scalars at most, the last one "…" if some are missing.
package func forDisplay(_ text: String, atMost most: Int = .max) -> String {
  if text.utf8.count <= most, text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
  var shown = String.UnicodeScalarView()
  var count = 0
  for scalar in text.unicodeScalars {
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
  // Letters of Persian and Indian languages are joined and parted by these, and so are emoji.
  case .format where scalar == "\u{200C}" || scalar == "\u{200D}": scalar
  case .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: "\u{FFFD}"
  default: scalar
  }
}
