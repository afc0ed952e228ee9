/// The built-in phrases of one language.
struct Wording: Sendable {
  /// BCP 47.
  let tag: String
  let words: [String: String]
}

extension Wording {
  static let all = [
    english, german, french, spanish, arabic, dutch, polish, portuguese, italian, russian, ukrainian, turkish, hebrew,
    hindi, japanese, simplifiedChinese, traditionalChinese,
  ]

  private static let byTag = Dictionary(all.map { ($0.tag.lowercased(), $0) }) { $1 }

  /// Nil if neither the language nor a more general one has built-in phrases.
  static func found(for tag: String) -> Wording? { lookUpRanges(tag).lazy.compactMap { byTag[$0] }.first }
}
