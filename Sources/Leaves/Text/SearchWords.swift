/// The words of a string as they are searched for: in lower case, without accents, and with one spelling of letters that
/// people type in several ways.
///
/// Letters and digits of any script are parts of words; everything else separates them. Arabic is written without vowel
/// signs and tatweel, with one form of alef, yeh and heh, as people type it (Unicode 15.1 §9.2).
package func searchWords(_ text: String) -> [String] {
  var folding = SearchFolding()
  var words: [String] = []
  for part in text.lowercased().split(whereSeparator: { !isPartOfWord($0) }) {
    let word = folding.folded(part)
    if !word.isEmpty { words.append(word) }
  }
  return words
}

private func isPartOfWord(_ character: Character) -> Bool {
  if let ascii = character.asciiValue { return isLetterOrDigit(ascii) }
  return character.isLetter || character.isNumber
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
  case UInt8(ascii: "0")...UInt8(ascii: "9"): true
  default: false
  }
}

/// Remembers the folded form of each character, since finding it means looking up its name.
private struct SearchFolding {
  private var known: [Character: String] = [:]

  mutating func folded(_ word: Substring) -> String {
    if word.utf8.allSatisfy({ $0 < 0x80 }) { return String(word) }
    var plain = ""
    for character in word {
      plain += known[character] ?? remember(character)
    }
    return plain
  }

  private mutating func remember(_ character: Character) -> String {
    let folded = Self.fold(character)
    known[character] = folded
    return folded
  }

  private static func fold(_ character: Character) -> String {
    let plain = withoutAccents(String(character))
    var text = ""
    for scalar in plain.unicodeScalars {
      switch scalar {
      case "\u{622}", "\u{623}", "\u{625}", "\u{671}": text.unicodeScalars.append("\u{627}")
      case "\u{649}", "\u{6CC}", "\u{626}": text.unicodeScalars.append("\u{64A}")
      case "\u{629}", "\u{6C1}": text.unicodeScalars.append("\u{647}")
      case "\u{624}": text.unicodeScalars.append("\u{648}")
      case "\u{6A9}": text.unicodeScalars.append("\u{643}")
      case "\u{640}": break
      default: text += digit(scalar) ?? letter(scalar)
      }
    }
    return text
  }

  /// Digits of any script are searched for as ASCII digits.
  private static func digit(_ scalar: Unicode.Scalar) -> String? {
    guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
    return String(Int(value))
  }

  /// Empty for a mark that only changes how the letter before it is spoken.
  private static func letter(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: ""
    default: String(scalar)
    }
  }
}
