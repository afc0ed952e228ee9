internal import ByteScan

/// Which way a language is written.
package enum WritingDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// - Parameter language: BCP 47. A script subtag (`az-Arab`, `ku-Latn`) outweighs the language's usual script.
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

  /// Of the page's sides, where lines start and end.
  package var start: String { self == .leftToRight ? "left" : "right" }
  package var end: String { self == .leftToRight ? "right" : "left" }

  private static let languages: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
  ]
  private static let scripts: Set<String> = ["adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"]
}

extension WritingDirection {
  /// Whether a text has letters that are written the other way.
  ///
  /// The standard library does not tell a character's bidirectional class, so the blocks of the right-to-left scripts
  /// (UAX 9, default classes R and AL) stand here; every other letter is left-to-right.
  package func isCrossed(by text: String) -> Bool {
    if self == .leftToRight, text.isASCII { return false }
    return text.unicodeScalars.contains {
      Self.isRightToLeft($0) ? self == .leftToRight : self == .rightToLeft && $0.properties.isAlphabetic
    }
  }

  /// The direction in which most letters of a text run; `usual` where there are as many of both.
  ///
  /// `dir="auto"` looks at the first letter alone, and turns an Arabic title around that begins with "MRI".
  package init(of text: String, usual: WritingDirection) {
    if text.isASCII {
      self = text.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) } ? .leftToRight : usual
      return
    }
    var balance = 0
    for scalar in text.unicodeScalars where Self.isAlphabetic(scalar) {
      balance += Self.isRightToLeft(scalar) ? 1 : -1
    }
    self = balance == 0 ? usual : balance > 0 ? .rightToLeft : .leftToRight
  }

  private static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x41...0x5A).contains(scalar.value & 0xDF) : scalar.properties.isAlphabetic
  }

  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      scalar.properties.isAlphabetic
    default: false
    }
  }
}

extension Language {
  /// A value that stands in a sentence: framed by U+2068 and U+2069 (UAX 9) if it has letters of the other direction,
  /// which would otherwise drag the signs around it along.
  package func isolated(_ value: String) -> String {
    direction.isCrossed(by: value) ? "\u{2068}\(value)\u{2069}" : value
  }
}
