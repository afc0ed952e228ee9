/// The built-in words of one language, and how it writes dates and numbers.
struct Wording: Sendable {
  /// BCP 47.
  let tag: String
  let words: [String: String]
  let plurals: PluralRule
  /// January first, as they stand in a date.
  let months: [String]
  /// With `{day}`, `{month}` and `{year}`.
  let date: String
  /// The first day of a month, where it is not `1`.
  var firstDay = "1"
  let decimalPoint: String
}

extension Wording {
  static let all = [english, german, french, spanish, arabic]

  /// Each one's date, taken apart.
  static let dates = Dictionary(
    uniqueKeysWithValues: all.compactMap { wording in
      Phrase(wording.date).map { (wording.tag, $0) }
    })

  /// RFC 4647 §3.4 (lookup): the tag is cut from its end until there are words for it; English if there never are.
  static func found(for tag: String) -> Wording {
    if let wording = all.first(where: { $0.tag == tag }) { return wording }
    var subtags = tag.lowercased().split(separator: "-")
    while !subtags.isEmpty {
      let range = subtags.joined(separator: "-")
      if let wording = all.first(where: { $0.tag.lowercased() == range }) { return wording }
      subtags.removeLast()
      if subtags.last?.utf8.count == 1 { subtags.removeLast() }  // a singleton, such as the `u` of `de-u-co-phonebk`
    }
    return english
  }
}
