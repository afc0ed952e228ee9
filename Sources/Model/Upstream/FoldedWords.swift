internal import Foundation

/// The words of a string without case, accents and punctuation. Each Han or kana character is a word, because nothing
/// separates words there.
package func foldedWords(_ text: String) -> [String] {
  var words: [String] = []
  var word = String.UnicodeScalarView()
  for scalar in text.folding(options: foldings, locale: nil).unicodeScalars {
    let isIdeograph = scalar.properties.isIdeographic || (0x3040...0x30FF).contains(scalar.value)
    if !isIdeograph, isPartOfWord(scalar) {
      word.append(scalar)
      continue
    }
    if !word.isEmpty { words.append(String(word)) }
    word = String.UnicodeScalarView()
    if isIdeograph { words.append(String(scalar)) }
  }
  if !word.isEmpty { words.append(String(word)) }
  return words
}

private let foldings: String.CompareOptions = [.caseInsensitive, .diacriticInsensitive, .widthInsensitive]

private func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.isASCII { return ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar) }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
    .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
    return true
  default: return false
  }
}
