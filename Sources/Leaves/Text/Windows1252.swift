/// What U+0080–U+009F stand for where an author's text has them; any other character stands for itself. Nil for the five that
/// stand for nothing.
///
/// Nobody writes C1 controls. They are the quotes, dashes and dots of windows-1252 that a program took for ISO 8859-1, or
/// `&#146;` of an old blog. HTML reads such references so (§13.2.5.80), and so do readers of feeds.
func meaning(ofC1 scalar: Unicode.Scalar) -> Unicode.Scalar? {
  guard (0x80..<0xA0).contains(scalar.value) else { return scalar }
  let meant = windows1252[Int(scalar.value) - 0x80]
  return meant == " " ? nil : meant
}

private let windows1252 = Array("€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ".unicodeScalars)
