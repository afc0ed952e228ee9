/// The built-in phrases of one language, and its forms of dates and numbers.
struct Wording: Sendable {
  /// BCP 47.
  let tag: String
  let words: [String: String]
  let plurals: PluralRule
  /// January first, in the form used in a date.
  let months: [String]
  /// Contains `{day}`, `{month}` and `{year}`.
  let date: String
  /// How the first day of a month is written, if not `1`.
  var firstDay = "1"
  let decimalPoint: String
}

extension Wording {
  static let all = [english, german, french, spanish, arabic]

  /// The date pattern of each language, parsed.
  static let dates = Dictionary(
    uniqueKeysWithValues: all.compactMap { wording in
      Phrase(wording.date).map { (wording.tag, $0) }
    })

  /// RFC 4647 §3.4 (lookup): the tag is shortened from its end until there are phrases for it; English if none match.
  static func found(for tag: String) -> Wording {
    if let wording = all.first(where: { $0.tag == tag }) { return wording }
    var subtags = tag.lowercased().split(separator: "-")
    while !subtags.isEmpty {
      let range = subtags.joined(separator: "-")
      if let wording = all.first(where: { $0.tag.lowercased() == range }) { return wording }
      subtags.removeLast()
      if subtags.last?.utf8.count == 1 { subtags.removeLast() }  // a singleton, e.g. the `u` of `de-u-co-phonebk`
    }
    return english
  }
}
