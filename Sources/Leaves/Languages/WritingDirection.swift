internal import Text

/// The direction in which a language is written.
package enum WritingDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// - Parameter language: BCP 47. A script subtag (`az-Arab`, `ku-Latn`) overrides the language's usual script.
  package init(language: String) {
    if language.utf8.count == 2 {
      self = Self.languages.contains(language.lowercased()) ? .rightToLeft : .leftToRight
      return
    }
    let subtags = language.lowercased().split(separator: "-").map(String.init)
    let script = subtags.dropFirst().prefix { $0.utf8.count != 1 }.first {
      $0.utf8.count == 4 && $0.utf8.allSatisfy { $0 > 0x39 }
    }
    let isRightToLeft = script.map(Self.scripts.contains) ?? Self.languages.contains(subtags.first ?? "")
    self = isRightToLeft ? .rightToLeft : .leftToRight
  }

  /// The sides of the page where lines start and end.
  package var start: String { self == .leftToRight ? "left" : "right" }
  package var end: String { self == .leftToRight ? "right" : "left" }

  private static let languages: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
  ]
  private static let scripts: Set<String> = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]
}

extension WritingDirection {
  /// Whether the text contains letters of the other direction outside isolates.
  package func isCrossed(by text: String) -> Bool {
    if self == .leftToRight, text.isASCII { return false }
    var isolates = Isolates()
    return text.unicodeScalars.contains { scalar in
      isolates.pass(scalar)
      return !isolates.areOpen && Self(ofLetter: scalar).map { $0 != self } ?? false
    }
  }

  /// The direction of a separate string: `usual`, that of the site, if the first letter or a third of all letters have
  /// it; otherwise the other one. Without letters, `usual`.
  ///
  /// `dir="auto"` considers only the first letter, and reverses an Arabic title that begins with "MRI". The majority of
  /// letters would reverse a title that names an English book. Letters in an isolate do not count (UAX 9, rule P2).
  package init(of text: String, usual: WritingDirection) {
    if text.isASCII {
      self = text.utf8.contains(where: isASCIILetter) ? .leftToRight : usual
      return
    }
    var isFirst = true
    var asUsual = 0
    var otherwise = 0
    var isolates = Isolates()
    for scalar in text.unicodeScalars {
      isolates.pass(scalar)
      guard !isolates.areOpen, let direction = Self(ofLetter: scalar) else { continue }
      if isFirst, direction == usual {
        self = usual
        return
      }
      isFirst = false
      if direction == usual { asUsual += 1 } else { otherwise += 1 }
    }
    self = 2 * asUsual >= otherwise ? usual : usual.opposite
  }

  /// The result of `dir="auto"`: the direction of the first letter that is not in an isolate; left
  /// to right if there is none.
  package init(ofFirstLetterIn text: String) {
    var isolates = Isolates()
    for scalar in text.unicodeScalars {
      isolates.pass(scalar)
      guard !isolates.areOpen, let direction = Self(ofLetter: scalar) else { continue }
      self = direction
      return
    }
    self = .leftToRight
  }

  private var opposite: WritingDirection { self == .leftToRight ? .rightToLeft : .leftToRight }

  /// The direction of a letter, or of a mark that counts as one (UAX 9, classes L, R and AL). Nil for digits,
  /// punctuation and emoji, which take the direction of their neighbours.
  ///
  /// The standard library has no property for a character's bidirectional class, so these are the blocks whose
  /// characters are R or AL unless they are marks.
  private init?(ofLetter scalar: Unicode.Scalar) {
    if scalar.isASCII {
      guard scalar.value < 0x80, isASCIILetter(UInt8(scalar.value)) else { return nil }
      self = .leftToRight
      return
    }
    switch scalar.value {
    case 0x200E: self = .leftToRight
    case 0x200F, 0x061C: self = .rightToLeft
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      guard !Self.isWeak(scalar) else { return nil }
      self = .rightToLeft
    default:
      guard Self.isLetter(scalar) else { return nil }
      self = .leftToRight
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber,
      .spacingMark:
      true
    default: false
    }
  }

  /// Whether a character in a right-to-left block has no strong direction: marks, Arabic digits
  /// and neutral punctuation.
  private static func isWeak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .unassigned: return true
    default: return weak.contains { $0.contains(scalar.value) }
    }
  }

  /// Characters that are neither R nor AL (DerivedBidiClass.txt), except for marks and format characters.
  private static let weak: [ClosedRange<UInt32>] = [
    0x0606...0x0607, 0x0609...0x060A, 0x060C...0x060C, 0x060E...0x060F, 0x0660...0x066C, 0x06DE...0x06DE,
    0x06E9...0x06E9, 0x06F0...0x06F9, 0x07F6...0x07F9, 0xFB29...0xFB29, 0xFD3E...0xFD4F, 0xFDCF...0xFDCF,
    0xFDFD...0xFDFF, 0x1091F...0x1091F, 0x10B39...0x10B3F, 0x10D30...0x10D39, 0x10E60...0x10E7E, 0x1EEF0...0x1EEF1,
  ]
}

/// The isolates (UAX 9) that are open at a position of a string.
private struct Isolates {
  private var count = 0
  var areOpen: Bool { count > 0 }

  mutating func pass(_ scalar: Unicode.Scalar) {
    if (0x2066...0x2068).contains(scalar.value) { count += 1 }
    if scalar.value == 0x2069, count > 0 { count -= 1 }
  }
}

private func isASCIILetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

extension Language {
  /// A value within a sentence: framed by U+2068 and U+2069 (UAX 9) if it has letters of the other direction, which
  /// would otherwise move the punctuation around it.
  package func isolated(_ value: String) -> String {
    direction.isCrossed(by: value) ? "\u{2068}\(value)\u{2069}" : value
  }
}
