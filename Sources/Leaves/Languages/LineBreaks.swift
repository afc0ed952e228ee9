/// Whether a line may end inside a word without spaces, as in Chinese and Japanese: a simple subset of UAX 14.
///
/// A line may end next to an ideograph or kana (class ID and similar), except before a closing or after an opening
/// character (LB13, LB14), before small kana and marks that never begin a line (LB21, CJ and NS), and next to a
/// no-break space (LB12). Korean breaks at its spaces; Thai, Lao and Khmer would need a dictionary and do not break.
package func mayBreak(after left: Character, before right: Character) -> Bool {
  (isIdeographic(left) || isIdeographic(right)) && !staysTogether(left, right)
}

/// Whether a line must not end between two characters, in any script: after an opening or before a closing character.
package func staysTogether(_ left: Character, _ right: Character) -> Bool { opens(left) || closes(right) }

private func isIdeographic(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first, scalar.value >= 0x2E80 else { return false }
  switch scalar.value {
  case 0x2E80...0x312F, 0x3190...0x4DBF, 0x4E00...0xA4CF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF9F,
    0x1B000...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    return true
  default: return false
  }
}

private func opens(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first else { return false }
  switch scalar.properties.generalCategory {
  case .openPunctuation, .initialPunctuation, .currencySymbol: return true
  default: return isGlue(scalar) || (0x2066...0x2068).contains(scalar.value)
  }
}

private func closes(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first else { return false }
  switch scalar.properties.generalCategory {
  case .closePunctuation, .finalPunctuation: return true
  default: return isGlue(scalar) || scalar.value == 0x2069 || neverFirst.contains(scalar)
  }
}

/// No-break spaces, word joiner and zero width no-break space.
private func isGlue(_ scalar: Unicode.Scalar) -> Bool {
  [0x00A0, 0x202F, 0x2007, 0x2060, 0xFEFF].contains(scalar.value)
}

private let neverFirst = Set(
  "!%,.:;?\"'…‥·—、。，．・：；！？％‰℃゛゜ゝゞ々〻ーヽヾ〜～ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡､･ｰ".unicodeScalars)
