internal import Foundation
internal import MIME
internal import Text

/// Counted in characters when an edition is rendered, so that it is cut after a word; in scalars when a message is.
let maxSubjectLength = 200

/// A subject that mail programs display well: one line of at most ``maxSubjectLength`` scalars.
func messageSubject(_ text: String) throws(MessageFault) -> HeaderField {
  let line = messageLine(text, maxScalars: maxSubjectLength)
  return try messageFault(in: "Subject") { () throws(HeaderFault) in HeaderField("Subject", try HeaderText(line)) }
}

/// External text as one line for a header: NFC (RFC 5198 §3), single spaces, no invisible characters that can reverse
/// the line or hide a part of it; cut between characters with `…` if it is too long.
func messageLine(_ text: String, maxScalars: Int) -> String {
  if isMessageLine(text, maxScalars: maxScalars) { return text }
  var line = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !isDeceptive(scalar) {
    let isSpace = scalar.properties.generalCategory == .control || separators.contains(scalar)
    if !isSpace { line.append(scalar) } else if let last = line.last, last != " " { line.append(" ") }
  }
  if line.last == " " { line.removeLast() }
  return String(line).precomposedStringWithCanonicalMapping.cut(toScalars: maxScalars)
}

/// Whether text already has this form, as nearly every name does: words of ASCII separated by single spaces.
private func isMessageLine(_ text: String, maxScalars: Int) -> Bool {
  var isSpace = true
  for byte in text.utf8 {
    guard (0x20...0x7E).contains(byte), !(isSpace && byte == 0x20) else { return false }
    isSpace = byte == 0x20
  }
  return !isSpace && text.utf8.count <= maxScalars
}

private let separators: Set<Unicode.Scalar> = [" ", "\u{2028}", "\u{2029}"]

/// Directional overrides and embeddings (UAX 9), zero-width characters that join nothing, U+FFFD and noncharacters. The
/// joiners of emoji and of Arabic and Indic scripts (U+200C, U+200D) stay, and so do directional marks.
private func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x202A...0x202E, 0x2066...0x2069, 0x200B, 0x2060, 0xFEFF, 0xFFFD: true
  default: scalar.properties.isNoncharacterCodePoint
  }
}
