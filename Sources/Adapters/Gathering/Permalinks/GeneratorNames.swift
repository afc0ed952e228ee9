/// Jekyll's `slugify`, default mode: letters and digits in lower case, `-` for any other run.
func plainSlug(_ text: String) -> String { jekyllSlug(text.lowercased()) { _ in false } }

/// Jekyll's `slugify`, mode *pretty* with its case: the characters that paths may have also stay.
func prettySlug(_ text: String) -> String { jekyllSlug(text) { "._~!$&'()+,;=@".unicodeScalars.contains($0) } }

private func jekyllSlug(_ text: String, _ keeps: (Unicode.Scalar) -> Bool) -> String {
  var slug = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType == .decimal || keeps(scalar) {
      slug.append(scalar)
    } else if slug.last != "-" {
      slug.append("-")
    }
  }
  if slug.first == "-" { slug.removeFirst() }
  if slug.last == "-" { slug.removeLast() }
  return String(slug)
}

/// Hugo's `urlize`: lower case; letters, digits, marks and `._#+~-@` stay, white space between them becomes `-`.
func hugoName(_ text: String) -> String {
  var name = String.UnicodeScalarView()
  var isSpaced = false
  for scalar in text.lowercased().unicodeScalars {
    let properties = scalar.properties
    if properties.isWhitespace {
      isSpaced = !name.isEmpty && name.last != "-"
      continue
    }
    let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
    let isLetter = properties.isAlphabetic || properties.numericType == .decimal
    guard isLetter || isMark || "._#+~-@".unicodeScalars.contains(scalar) else { continue }
    if isSpaced, scalar != "-" { name.append("-") }
    isSpaced = false
    name.append(scalar)
  }
  return String(name)
}
