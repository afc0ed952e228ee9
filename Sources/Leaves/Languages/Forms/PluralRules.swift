/// Which form of a counted phrase a whole number requires: CLDR's cardinal rules (UTS 35, part 3, §5.1), without the form
/// `many` that Romance languages have for millions.
struct PluralRules: Sendable {
  enum Form: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
  }

  /// `n % 10 = 2..4`
  struct Relation: Sendable {
    let divisor: Int?
    let isNegated: Bool
    let ranges: [ClosedRange<Int>]

    func holds(for number: Int) -> Bool {
      let operand = divisor.map { number % $0 } ?? number
      return ranges.contains { $0.contains(operand) } != isNegated
    }
  }

  private struct Rule: Sendable {
    let form: Form
    /// One of these must hold, with all its relations.
    let ways: [[Relation]]

    func holds(for number: Int) -> Bool { ways.contains { $0.allSatisfy { $0.holds(for: number) } } }
  }

  private let rules: [Rule]

  /// - Parameter text: `one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14`; empty if the language has one form only.
  ///   What cannot be parsed is left out.
  init(_ text: String) {
    rules = text.split(separator: ";").compactMap { rule in
      let parts = rule.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let form = Form(rawValue: parts[0].filter { $0 != " " }) else { return nil }
      let ways = Self.split(parts[1], at: "or").map { way in Self.split(way, at: "and").compactMap { Relation($0) } }
      return Rule(form: form, ways: ways)
    }
  }

  private static func split(_ text: Substring, at word: Substring) -> [Substring] {
    text.split(separator: " ").split(separator: word).compactMap { words in
      guard let first = words.first, let last = words.last else { return nil }
      return text[first.startIndex..<last.endIndex]
    }
  }

  /// In the order zero, one, two, few, many, other.
  var forms: [Form] { rules.map(\.form) + [.other] }

  /// - Parameter count: not negative.
  func form(of count: Int) -> Form { rules.first { $0.holds(for: count) }?.form ?? .other }

  /// Whether the form is used for only a single number.
  func isOfOneNumber(_ form: Form) -> Bool { form != .other && (0...300).count { self.form(of: $0) == form } == 1 }
}

extension PluralRules.Relation {
  /// - Parameter text: `n % 10 = 2..4,9`
  init?(_ text: Substring) {
    let words = text.split(separator: " ")
    guard words.count >= 3, words[0] == "n", let last = words.last else { return nil }
    divisor = words.count == 5 && words[1] == "%" ? Int(words[2]) : nil
    let sign = words[words.count - 2]
    guard sign == "=" || sign == "!=", words.count == 3 || divisor != nil else { return nil }
    isNegated = sign == "!="
    ranges = last.split(separator: ",").compactMap { range in
      let ends = range.split(separator: ".", omittingEmptySubsequences: true).compactMap { Int($0) }
      guard let low = ends.first, let high = ends.last, low <= high else { return nil }
      return low...high
    }
  }
}
