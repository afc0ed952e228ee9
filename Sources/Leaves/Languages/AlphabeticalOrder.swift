internal import Text

/// The order of words in a language's alphabet: what lists of a few hundred words need of the Unicode Collation Algorithm (UTS 10),
/// with the letters that CLDR's collations place differently.
///
/// Case and accents are ignored, except for accented letters that the language regards as separate: `ö` counts as `o` in German, but
/// follows `z` in Swedish.
/// Hiragana and katakana are equal. Chinese characters are in the order of Unicode.
package struct AlphabeticalOrder: Sendable {
  /// The places of separate letters.
  private let letters: [Unicode.Scalar: Place]

  private typealias Place = (base: Unicode.Scalar, rank: UInt32)

  /// - Parameter language: a tag; only its first part counts.
  package init(language: String) {
    let name = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    var letters: [Unicode.Scalar: Place] = [:]
    for group in Self.alphabets[name] ?? [] {
      let scalars = Array(group.unicodeScalars)
      for (rank, letter) in scalars.dropFirst().enumerated() { letters[letter] = (scalars[0], UInt32(rank) + 1) }
    }
    self.letters = letters
  }

  /// Sorts like its text. Texts that differ only in case or accents have equal keys.
  package struct Key: Comparable, Sendable {
    fileprivate let places: [UInt32]

    package static func < (a: Key, b: Key) -> Bool { a.places.lexicographicallyPrecedes(b.places) }
  }

  package func key(of text: String) -> Key {
    var places: [UInt32] = []
    for character in lowercased(text) {
      let scalars = composed(character)
      if let place = letters[scalars[0]] {
        places.append(place.base.value << 8 | place.rank)
        continue
      }
      for scalar in withoutAccents(String(String.UnicodeScalarView(scalars))).unicodeScalars {
        if let plain = Self.plain(scalar) { places.append(plain.value << 8) }
      }
    }
    return Key(places: places)
  }

  /// In Turkish and Azerbaijani, the small letter of `I` is `ı`.
  private func lowercased(_ text: String) -> String {
    letters["ı"] == nil ? text.lowercased() : text.replacing("I", with: "ı").lowercased()
  }

  /// A letter and its accents as one scalar if there is one.
  private func composed(_ character: Character) -> [Unicode.Scalar] {
    let scalars = Array(character.unicodeScalars)
    guard scalars.count > 1 else { return scalars }
    // Characters are equal if they are canonically equivalent.
    let one = letters.keys.first { Character($0) == character }
    return one.map { [$0] } ?? scalars
  }

  /// Nil if the scalar does not count.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x30A1...0x30F6: return Unicode.Scalar(scalar.value - 0x60)  // katakana
    case 0x0451: return "\u{435}"  // ё
    case 0x0386...0x03CE: return greek[scalar] ?? scalar
    default: break
    }
    switch scalar.properties.generalCategory {
    // From U+0900 on, these are vowel signs of Indian scripts; below, accents, Hebrew points and Arabic vowel marks.
    case .nonspacingMark: return scalar.value < 0x0900 ? nil : scalar
    case .spaceSeparator, .dashPunctuation, .connectorPunctuation: return " "
    case .otherPunctuation, .initialPunctuation, .finalPunctuation, .openPunctuation, .closePunctuation, .format:
      return nil
    default: return scalar
    }
  }

  private static let greek: [Unicode.Scalar: Unicode.Scalar] = [
    "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι", "ό": "ο", "ύ": "υ", "ϋ": "υ", "ΰ": "υ", "ώ": "ω",
    "ς": "σ",
  ]

  /// Each text is a letter and those that follow it, in their order.
  private static let alphabets: [String: [String]] = [
    "az": ["cç", "eə", "gğ", "hxı", "kq", "oö", "sş", "uü"], "be": ["иі", "уў"], "bs": ["cčć", "dđ", "sš", "zž"],
    "cs": ["cč", "rř", "sš", "zž"], "da": ["zæøå"], "eo": ["cĉ", "gĝ", "hĥ", "jĵ", "sŝ", "uŭ"], "es": ["nñ"],
    "et": ["sšzž", "wõäöü"], "eu": ["nñ"], "fi": ["zåäö"], "fo": ["aá", "dð", "ií", "oó", "uú", "yý", "zæø"],
    "gl": ["nñ"],
    "hr": ["cčć", "dđ", "sš", "zž"], "hu": ["oö", "uü"],
    "is": ["aá", "dð", "eé", "ií", "oó", "uú", "yý", "zþæöå"], "lt": ["cč", "sš", "zž"],
    "lv": ["cč", "gģ", "kķ", "lļ", "nņ", "sš", "zž"], "nb": ["zæøå"], "nn": ["zæøå"], "no": ["zæøå"],
    "pl": ["aą", "cć", "eę", "lł", "nń", "oó", "sś", "zźż"], "ro": ["aăâ", "iî", "sș", "tț"],
    "sk": ["aä", "cč", "oô", "sš", "zž"], "sl": ["cčć", "dđ", "sš", "zž"], "sq": ["cç", "eë"], "sv": ["zåäö"],
    "tr": ["cç", "gğ", "hı", "oö", "sş", "uü"], "uk": ["гґ", "еє", "иії"],
    "vi": ["aăâ", "dđ", "eê", "oôơ", "uư"],
  ]
}
