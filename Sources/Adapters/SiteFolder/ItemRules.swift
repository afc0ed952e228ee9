internal import Model
internal import Settings
internal import Text

extension SettingReader {
  /// The rules of `only` or `not`: one string or a list.
  func itemRules(_ key: String) -> [ItemRule] {
    guard let rows = strings(key, acceptsOne: true) else { return [] }
    if rows.isEmpty, key == "only" { report(key, "`only` is empty, which leaves everything in; remove it") }
    var rules: [ItemRule] = []
    for (text, setting) in rows {
      do throws(RuleFault) {
        let rule = try ItemRule(written: text)
        if rules.contains(rule) {
          report(at: setting.position, "this rule is listed twice; remove one")
        } else {
          rules.append(rule)
        }
      } catch {
        let offset = text.utf8.distance(from: text.startIndex, to: error.part.startIndex)
        report(at: setting.position(ofByte: offset), error.sentence)
      }
    }
    return rules
  }
}

/// A mistake in a rule, with the part that is wrong.
private struct RuleFault: Error {
  let part: Substring
  let sentence: String
}

extension ItemRule {
  private static let example = "\"title: multiple sclerosis\""

  /// `FIELD: WORDS`.
  fileprivate init(written text: String) throws(RuleFault) {
    let fields = Field.allCases.map(\.rawValue)
    guard let colon = text.firstIndex(of: ":") else {
      let sentence = "a rule is a field, a colon and words, for example \(Self.example); found \"\(text)\""
      throw RuleFault(part: text[...], sentence: sentence)
    }
    let name = text[..<colon].trimmed
    guard let field = Field(rawValue: name) else {
      let hint = suggestion(for: name, among: fields)
      let sentence = "`\(name)` is not a field of a rule (\(fields.joined(separator: ", ")))\(hint)"
      throw RuleFault(part: text[...], sentence: sentence)
    }
    let written = text[text.index(after: colon)...]
    let words = written.split(whereSeparator: \.isWhitespace)
    for word in words { try Self.check(word) }
    guard !words.isEmpty else {
      throw RuleFault(part: written, sentence: "this rule has no words, so it matches nothing; write some")
    }
    self.init(field: field, words: words.joined(separator: " "))
  }

  private static func check(_ word: Substring) throws(RuleFault) {
    let stem = word.last == "*" ? word.dropLast() : word
    if let star = stem.firstIndex(of: "*") {
      throw RuleFault(part: word[star...], sentence: "`*` matches any ending, so it must be the last of a word")
    }
    let hasSense = stem.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    if !hasSense { throw RuleFault(part: word, sentence: "`\(word)` has no letter or digit; remove it") }
  }
}
