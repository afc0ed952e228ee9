/// Which form of a counted phrase a whole number requires: the cardinal rules of CLDR 45, as far as counts of articles
/// need them (the form `many` of French and Spanish begins at a million and is left out).
enum PluralRule: Sendable {
  /// English, German, Spanish: one form for 1, one for all other numbers.
  case one
  /// French: one form for 0 and 1, one for all other numbers.
  case zeroAndOne
  /// Arabic: six forms, by the last two digits.
  case arabic

  enum Form: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other
  }

  var forms: [Form] { self == .arabic ? Form.allCases : [.one, .other] }

  /// - Parameter count: not negative.
  func form(of count: Int) -> Form {
    switch self {
    case .one: count == 1 ? .one : .other
    case .zeroAndOne: count <= 1 ? .one : .other
    case .arabic: Self.arabicForm(of: count)
    }
  }

  /// Whether the form is used for only a single number.
  func isOfOneNumber(_ form: Form) -> Bool {
    switch self {
    case .one: form == .one
    case .zeroAndOne: false
    case .arabic: [.zero, .one, .two].contains(form)
    }
  }

  private static func arabicForm(of count: Int) -> Form {
    switch (count, count % 100) {
    case (0, _): .zero
    case (1, _): .one
    case (2, _): .two
    case (_, 3...10): .few
    case (_, 11...99): .many
    default: .other
    }
  }
}
