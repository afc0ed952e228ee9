internal import Foundation

/// A label of an article, with the slug by which labels are compared.
package struct Topic: Hashable, Sendable, Codable {
  /// As written by the author, for display.
  package let label: String
  package let slug: TopicSlug

  package init(_ label: String) {
    self.label = label
    slug = TopicSlug(label)
  }

  package static func == (a: Topic, b: Topic) -> Bool { a.slug == b.slug }
  package func hash(into hasher: inout Hasher) { hasher.combine(slug) }

  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(label)
  }
}

/// A topic's label without differences in spelling: NFKC, case-folded, each run of dashes and
/// spaces replaced by one `-`.
///
/// "P‐glycoprotein" (U+2010), "P-glycoprotein" and "p–glycoprotein" (U+2013) are the same topic.
package struct TopicSlug: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let text: String

  package init(_ label: String) {
    text = label.utf8.allSatisfy { $0 < 0x80 } ? Self.slug(ascii: label) : Self.whole(Self.slug(label))
  }

  /// The slug that earlier versions made of a label, if it was another one, so that its addresses still work: "i̇stanbul"
  /// with U+0307, "ışık" with its first letter, and the Thai vowel am in two characters.
  package static func former(_ label: String) -> TopicSlug? {
    if label.utf8.allSatisfy({ $0 < 0x80 }) { return nil }
    let former = Self.slug(label)
    return former == Self.whole(former) ? nil : TopicSlug(text: former)
  }

  private init(text: String) { self.text = text }

  /// Without the dot that case folding leaves over an `i`, with an `i` for the `ı` whose capital is `I` in Turkish, and with the
  /// vowels am of Thai and Lao, which NFKC takes apart.
  private static func whole(_ slug: String) -> String {
    var scalars = slug.unicodeScalars
    for (apart, one) in [("i\u{307}", "i"), ("ı", "i"), ("\u{E4D}\u{E32}", "\u{E33}"), ("\u{ECD}\u{EB2}", "\u{EB3}")] {
      scalars.replace(apart.unicodeScalars, with: one.unicodeScalars)
    }
    return String(scalars).precomposedStringWithCanonicalMapping
  }

  /// The same result as ``slug(_:)`` for ASCII, without looking up Unicode properties.
  private static func slug(ascii label: String) -> String {
    var slug: [UInt8] = []
    var isBetweenWords = false
    for byte in label.utf8 {
      if byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") {
        isBetweenWords = true
      } else {
        if isBetweenWords, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
        isBetweenWords = false
        slug.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func slug(_ label: String) -> String {
    // Compatibility mapping first, then case folding; only full case folding turns "ß" into "ss".
    let folded = label.precomposedStringWithCompatibilityMapping
      .folding(options: .caseInsensitive, locale: nil)
      .precomposedStringWithCompatibilityMapping
    var slug = String.UnicodeScalarView()
    var isBetweenWords = false
    for scalar in folded.unicodeScalars {
      if Self.separates(scalar) {
        isBetweenWords = true
      } else if !scalar.properties.isDefaultIgnorableCodePoint {  // soft hyphens, zero-width spaces and joiners
        if isBetweenWords, !slug.isEmpty { slug.append("-") }
        isBetweenWords = false
        slug.append(scalar)
      }
    }
    return String(slug)
  }

  /// Spaces, control characters, `_`, all dashes (`-`, U+2010–U+2015 and similar) and the minus sign U+2212.
  private static func separates(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .dashPunctuation, .control: true
    default: scalar == "_" || scalar == "\u{2212}" || scalar.properties.isWhitespace
    }
  }

  package var description: String { text }
  package static func < (a: TopicSlug, b: TopicSlug) -> Bool { a.text < b.text }
}
