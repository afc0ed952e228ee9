/// The intended character for U+0080–U+009F in an author's text; any other character is returned unchanged. Nil for the
/// five that have no meaning.
///
/// No one writes C1 controls. They are the quotes, dashes and dots of windows-1252 that a program read as ISO 8859-1,
/// or `&#146;` in an old blog. HTML reads such references this way (§13.2.5.80), and so do feed readers.
package func meaning(ofC1 scalar: Unicode.Scalar) -> Unicode.Scalar? {
  guard (0x80..<0xA0).contains(scalar.value) else { return scalar }
  let meant = windows1252[Int(scalar.value) - 0x80]
  return meant == " " ? nil : meant
}

private let windows1252 = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars)
