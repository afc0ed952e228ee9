/// The language of a site: its phrases, and its forms of dates, numbers and lists.
///
/// Digits are always ASCII, even in Arabic, because they appear next to URLs, DOIs and study
/// numbers, which use only these.
package struct Language: Sendable {
  /// The site's tag (BCP 47); the phrases may be those of a more general tag.
  package let tag: String
  package let direction: WritingDirection
  let wording: Wording
  package let own: [String: String]

  package static let english = Language("en")

  /// - Parameters:
  ///   - tag: BCP 47; English if there are no phrases for it (RFC 4647 §3.4: `de-AT` finds `de`).
  ///   - own: the site's replacements, already checked by ``fault(in:for:)``.
  package init(_ tag: String, own: [String: String] = [:]) {
    self.tag = tag
    self.own = own
    direction = WritingDirection(language: tag)
    wording = Wording.found(for: tag)
  }

  /// All keys, in alphabetical order.
  package var keys: [String] { wording.words.keys.sorted() }

  /// The phrase as written, with its placeholders; nil if the key does not exist.
  package func word(_ key: String) -> String? {
    wording.words[key].map { own[key] ?? $0 }
  }

  /// The phrase with its placeholders filled, for plain text; nil if the key does not exist.
  package func sentence(_ key: String, _ values: [String: String]) -> String? {
    guard let phrase = phrase(key) else { return nil }
    guard borrows(key), direction == .rightToLeft else { return phrase.filled(values.mapValues(isolated)) }
    return framed(phrase.filled(values.mapValues(Language.english.isolated)))
  }

  /// The same without marks of direction, for text that other programs take over; empty if the key does not exist.
  package func plainSentence(_ key: String, _ values: [String: String]) -> String {
    phrase(key)?.filled(values) ?? ""
  }

  /// Like ``word(_:)``, parsed.
  package func phrase(_ key: String) -> Phrase? { word(key).flatMap { Phrase($0) } }
}

extension Language {
  /// `5 articles`: the form that the number requires, out of `NAME_one`, `NAME_other` and so on.
  package func counted(_ name: String, _ count: Int) -> String {
    phrase("\(name)_\(wording.plurals.form(of: count).rawValue)")?.filled(["count": "\(count)"]) ?? ""
  }

  /// `23 November 2026`.
  package func date(day: Int, month: Int, year: Int) -> String {
    guard wording.months.indices.contains(month - 1) else { return "" }
    return Wording.dates[wording.tag]?.filled { place in
      switch place {
      case "day": day == 1 ? wording.firstDay : "\(day)"
      case "month": wording.months[month - 1]
      case "year": "\(year)"
      default: ""
      }
    } ?? ""
  }

  /// `2 September 2026` for `2026-09-02`; any other form is returned unchanged.
  package func date(written: String) -> String {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), (1...31).contains(day), wording.months.indices.contains(month - 1)
    else { return written }
    return date(day: day, month: month, year: year)
  }

  /// `November`, in the form used in a date.
  package func month(_ month: Int) -> String {
    wording.months.indices.contains(month - 1) ? wording.months[month - 1] : ""
  }

  /// `4.5`, or `4` for a whole number.
  package func decimal(tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(wording.decimalPoint)\(tenths % 10)"
  }

  /// `A`, `A and B`, `A, B and C`. A name with the other direction is isolated to keep the order of names.
  package func enumerated(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first.map(isolated) ?? "" }
    let head = names.dropLast().map(isolated).joined(separator: word("list_comma") ?? "")
    return head + framedAnd(before: last) + isolated(last)
  }

  /// A borrowed `and` is framed inside its spaces.
  private func framedAnd(before name: String) -> String {
    let word = and(before: name)
    guard borrows("list_and") else { return word }
    return word.replacing("and", with: framed("and"))
  }

  /// Spanish `y` is `e` before the sound [i]: Ana e Irene, but María y Hiedra.
  private func and(before name: String) -> String {
    let word = word("list_and") ?? ""
    guard wording.tag == "es", word == " y " else { return word }
    return name.lowercased().prefixMatch(of: /i|í|hi(?![aeo])|hí/) == nil ? word : " e "
  }
}
