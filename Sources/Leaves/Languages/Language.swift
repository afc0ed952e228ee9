internal import Synchronization

/// The language of a site: its phrases, and its forms of dates, numbers and lists.
///
/// Digits are always ASCII, even in Arabic, because they appear next to URLs, DOIs and study
/// numbers, which use only these.
package struct Language: Sendable {
  /// The site's tag (BCP 47); the phrases may be those of a more general tag.
  package let tag: String
  package let direction: WritingDirection
  /// Nil if there are no built-in phrases; English ones are used then.
  let wording: Wording?
  let forms: LanguageForms
  package let own: [String: String]

  package static let english = Language("en")

  /// - Parameters:
  ///   - tag: BCP 47; `de-AT` has the phrases and forms of `de` (RFC 4647 §3.4).
  ///   - own: the site's replacements, already checked by ``fault(in:for:)``.
  package init(_ tag: String, own: [String: String] = [:]) {
    self.tag = tag
    self.own = own
    direction = WritingDirection(language: tag)
    let found = Found.known(tag)
    wording = found.wording
    forms = found.forms
  }

  /// What is built in for a tag, kept because pages ask for their language many times.
  private struct Found {
    private static let cache = Mutex<[String: Found]>([:])
    private static let most = 1_000

    let wording: Wording?
    let forms: LanguageForms

    static func known(_ tag: String) -> Found {
      if let known = cache.withLock({ $0[tag] }) { return known }
      let found = Found(wording: Wording.found(for: tag), forms: LanguageForms.found(for: tag))
      cache.withLock { if $0.count < most { $0[tag] = found } }
      return found
    }
  }

  /// The tags of the languages that have built-in phrases, English first.
  package static let builtIn = Wording.all.map(\.tag)

  /// What the language calls itself, as in a menu: `Deutsch`. The tag if that is unknown.
  package var name: String {
    let isKnown = !forms.name.isEmpty && lookUpRanges(tag).contains(forms.tag.lowercased())
    return isKnown ? forms.name : tag
  }

  /// The tags, in lower case, whose phrases serve a language, the nearest first (RFC 4647 §3.4).
  package static func ranges(of tag: String) -> [String] { lookUpRanges(tag) }

  /// All keys, in alphabetical order.
  package var keys: [String] {
    let plain = Wording.english.words.keys.filter { Self.countedName($0) == nil }
    let counted = Self.countedNames.flatMap { name in forms.plurals.forms.map { "\(name)_\($0.rawValue)" } }
    return (Set(plain + counted).union(forms.words.keys)).sorted()
  }

  /// The phrase as written, with its placeholders; nil if the key does not exist.
  package func word(_ key: String) -> String? {
    if let own = own[key] { return builtIn(key) == nil ? nil : own }
    return builtIn(key)
  }

  /// Without the site's replacements: English if the language has none.
  func builtIn(_ key: String) -> String? {
    if let word = wording?.words[key] ?? forms.words[key] { return word }
    if let name = Self.countedName(key) {
      return isFormOfCounted(key) ? Wording.english.words[name + "_other"] : nil
    }
    return Wording.english.words[key]
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
    let form = "\(name)_\(forms.plurals.form(of: count).rawValue)"
    let other = "\(name)_other"
    let english = "\(name)_\(LanguageForms.english.plurals.form(of: count).rawValue)"
    let written = own[form] ?? wording?.words[form] ?? own[other] ?? Wording.english.words[english]
    return written.flatMap { Phrase($0) }?.filled(["count": "\(count)"]) ?? ""
  }

  /// `23 November 2026`.
  package func date(day: Int, month: Int, year: Int) -> String {
    guard let name = word("month_\(month)") else { return "" }
    let pattern = own["date"] == nil ? forms.date : phrase("date")
    return pattern?.filled { place in
      switch place {
      case "day": day == 1 ? word("first_day") ?? "1" : "\(day)"
      case "month": name
      case "year": "\(year)"
      default: ""
      }
    } ?? ""
  }

  /// `2 September 2026` for `2026-09-02`, `September 2026` for `2026-09`; any other form is returned unchanged.
  package func date(written: String) -> String {
    let parts = written.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = parts.map(\.utf8.count)
    guard lengths == [4, 2, 2] || lengths == [4, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      (1...12).contains(month)
    else { return written }
    if parts.count == 2 { return date(month: month, year: year) }
    guard let day = Int(parts[2]), (1...31).contains(day) else { return written }
    return date(day: day, month: month, year: year)
  }

  /// `November 2026`: the date without its day, and without what belongs to the day.
  private func date(month: Int, year: Int) -> String {
    let pattern = own["date"] ?? forms.words["date"] ?? "{month} {year}"
    guard let name = pattern.firstRange(of: "{month}"), let number = pattern.firstRange(of: "{year}") else { return "" }
    let isYearFirst = number.lowerBound < name.lowerBound
    let rest = isYearFirst ? pattern[..<name.lowerBound] : pattern[name.upperBound...]
    let around = String(rest).replacing(/\{day\}[^{]*/, with: "").replacing(/^,? *,/, with: "")
    let whole: String = isYearFirst ? around + self.month(month) : self.month(month) + around
    return String(whole.replacing("{year}", with: "\(year)").trimmingPrefix(" "))
  }

  /// `November`, in the form used alone.
  package func month(_ month: Int) -> String { word("month_alone_\(month)") ?? "" }

  /// `4.5`, or `4` for a whole number.
  package func decimal(tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10)\(word("decimal_point") ?? ".")\(tenths % 10)"
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
    guard forms.tag == "es", word == " y " else { return word }
    return name.lowercased().prefixMatch(of: /i|í|hi(?![aeo])|hí/) == nil ? word : " e "
  }
}

// MARK: - Counted phrases

extension Language {
  /// `articles` and so on, of which a language has one phrase for each plural form.
  static let countedNames = ["about_minutes", "and_more", "articles", "minutes", "more_articles"]

  /// `articles` for `articles_few`.
  static func countedName(_ key: String) -> String? {
    guard let mark = key.lastIndex(of: "_"), PluralRules.Form(rawValue: String(key[key.index(after: mark)...])) != nil
    else {
      return nil
    }
    let name = String(key[..<mark])
    return countedNames.contains(name) ? name : nil
  }

  /// Whether the key is that of a plural form that the language has.
  private func isFormOfCounted(_ key: String) -> Bool {
    forms.plurals.forms.contains { key.hasSuffix("_\($0.rawValue)") }
  }
}
