/// Latin letters that are not accented forms of ASCII letters, in lower case, and how they are written in ASCII.
package let latinLetters: [Unicode.Scalar: String] = [
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t",
]

/// The text with every lower-case Latin letter in ASCII: `cafe` for `café`. All other characters are unchanged.
package func withoutAccents(_ text: String) -> String {
  var plain = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      plain.unicodeScalars.append(scalar)
    } else if let letters = latinLetters[scalar] {
      plain += letters
    } else if let letter = accentedLetter(scalar) {
      plain.append(letter)
    } else if !isAccent(scalar, after: plain) {
      plain.unicodeScalars.append(scalar)
    }
  }
  return plain
}

/// `e` for `é`, whose name is LATIN SMALL LETTER E WITH ACUTE.
private func accentedLetter(_ scalar: Unicode.Scalar) -> Character? {
  let start = "LATIN SMALL LETTER "
  guard let name = scalar.properties.name, name.hasPrefix(start) else { return nil }
  let words = name.dropFirst(start.count).split(separator: " ")
  guard words.count > 2, words[0].count == 1, words[1] == "WITH" else { return nil }
  return Character(words[0].lowercased())
}

private func isAccent(_ scalar: Unicode.Scalar, after text: String) -> Bool {
  scalar.properties.generalCategory == .nonspacingMark && text.unicodeScalars.last?.isASCII == true
}
