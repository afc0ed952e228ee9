/// How a language writes dates, numbers and lists, and which forms of a counted phrase it has, by CLDR.
struct LanguageForms: Sendable {
  /// BCP 47.
  let tag: String
  /// What the language calls itself, as in a menu; empty if CLDR does not know.
  let name: String
  /// These are phrases too, which a site can replace: `date`, `first_day`, `decimal_point`, `list_comma`, `list_and`,
  /// `quote_open`, `quote_close`, and `month_1` to `month_12` in the form used in a date, `month_alone_1` and so on in
  /// the form used alone.
  let words: [String: String]
  /// The phrase `date`, parsed.
  let date: Phrase?
  let plurals: PluralRules

  /// - Parameter line: what is in ``cldr``, separated by `|`: the tag, the pattern of a date, the decimal point, what is
  ///   between names and before the last one, the quotation marks, the plural rules, the months in a date, and alone, and the name.
  init(line: Substring) {
    let fields = Self.parts(of: line, at: "|")
    tag = fields[0]
    name = fields[10]
    plurals = PluralRules(fields[7])
    var words = [
      "date": fields[1], "first_day": "1", "decimal_point": fields[2], "list_comma": fields[3], "list_and": fields[4],
      "quote_open": fields[5], "quote_close": fields[6],
    ]
    let months = Self.parts(of: fields[8][...], at: ";")
    let alone = fields[9].isEmpty ? months : Self.parts(of: fields[9][...], at: ";")
    for (index, month) in months.enumerated() { words["month_\(index + 1)"] = month }
    for (index, month) in alone.enumerated() { words["month_alone_\(index + 1)"] = month }
    words.merge(Self.ours[fields[0]] ?? [:]) { $1 }
    self.words = words
    date = words["date"].flatMap { Phrase($0) }
  }

  /// By bytes: a month may begin with a combining mark, which is one character with what is before it.
  private static func parts(of line: Substring, at separator: Unicode.Scalar) -> [String] {
    line.utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// Where this house writes otherwise.
  private static let ours = ["en": ["date": "{day} {month} {year}"], "fr": ["first_day": "1er"]]

  static let english = found(for: "en")

  /// The forms of the language, or of the nearest more general tag; those of English if there are none.
  static func found(for tag: String) -> LanguageForms {
    LanguageForms(line: (lookUpRanges(tag) + ["en"]).lazy.compactMap { lines[$0] }.first ?? "")
  }

  /// By bytes, which takes a tenth of the time that searching for characters does.
  private static let lines = Dictionary(
    cldr.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      (Substring(line.prefix { $0 != UInt8(ascii: "|") }).lowercased(), Substring(line))
    }, uniquingKeysWith: { $1 })
}
