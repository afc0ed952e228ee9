/// The day of a foreign date, after its time was removed.
struct FeedDay {
  typealias Piece = DatePieces.Piece

  private let order: DayOrder?
  private let pieces: [Piece]
  private let numbers: [(value: Int, digits: Int)]

  init(_ pieces: [Piece], _ order: DayOrder?) {
    self.order = order
    self.pieces = pieces
    numbers = pieces.compactMap {
      guard case .number(let value, let digits) = $0 else { return nil }
      return (value, digits)
    }
  }

  /// Its hour is 0. Nil if the pieces say no day; fields may be out of range.
  var civil: CivilTime? {
    if let place = monthPlace { return named(place) }
    if pieces.contains(.word("w")) { return week }
    switch numbers.map(\.digits) {
    case [8]:
      let number = numbers[0].value
      return CivilTime(number / 10_000, number / 100 % 100, number % 100)
    case [7]: return ordinal(numbers[0].value / 1000, numbers[0].value % 1000)
    case [4, 3]: return ordinal(numbers[0].value, numbers[1].value)
    case [4] where season != nil || !hasWords: return CivilTime(numbers[0].value, season ?? 1, 1)
    case [4, 1] where !hasWords, [4, 2] where !hasWords: return CivilTime(numbers[0].value, numbers[1].value, 1)
    case [1, 4] where !hasWords, [2, 4] where !hasWords: return CivilTime(numbers[1].value, numbers[0].value, 1)
    case let digits where digits.count >= 3: return numbered
    default: return nil
    }
  }
}

// MARK: - Forms

extension FeedDay {
  /// `mar` is also a Tuesday; of `May-Jun` the first counts.
  private var monthPlace: (month: Int, index: Int)? {
    let found = pieces.indices.compactMap { index -> (month: Int, index: Int)? in
      guard case .word(let word) = pieces[index], let month = FeedWords.month(word) else { return nil }
      return (month, index)
    }
    if found.count > 1, pieces[found[0].index] == .word("mar") { return found[1] }
    return found.first
  }

  private func named(_ place: (month: Int, index: Int)) -> CivilTime? {
    let year = numbers.firstIndex { $0.digits == 4 }
    if let year {
      let day = numbers.enumerated().first { $0.offset != year && $0.element.digits <= 2 }?.element.value
      return CivilTime(numbers[year].value, place.month, day ?? 1)
    }
    guard numbers.count >= 2, numbers[0].digits <= 2, numbers[1].digits == 2 else { return nil }
    return CivilTime(Self.fullYear(numbers[1].value), place.month, numbers[0].value)
  }

  private static func fullYear(_ short: Int) -> Int { short + (short < 50 ? 2000 : 1900) }

  private var numbered: CivilTime? {
    let values = numbers.prefix(3).map(\.value)
    let digits = numbers.prefix(3).map(\.digits)
    if digits[0] == 4 { return CivilTime(values[0], values[1], values[2]) }
    guard digits[0] <= 2, digits[1] <= 2, digits[2] == 4 || digits[2] == 2 else { return nil }
    let year = digits[2] == 4 ? values[2] : Self.fullYear(values[2])
    if firstSign == "." { return CivilTime(year, values[1], values[0]) }
    // Two digits with dashes could also begin with the year.
    guard digits[2] == 4 || firstSign == "/" else { return nil }
    guard let order = Self.clearOrder(values) ?? order ?? (values[0] == values[1] ? .dayFirst : nil) else { return nil }
    return order == .dayFirst
      ? CivilTime(year, values[1], values[0]) : CivilTime(year, values[0], values[1])
  }

  /// What separates the first two numbers.
  private var firstSign: Unicode.Scalar? {
    pieces.lazy.compactMap { piece -> Unicode.Scalar? in
      guard case .sign(let sign) = piece, "./-".unicodeScalars.contains(sign) else { return nil }
      return sign
    }.first
  }

  private static func clearOrder(_ values: [Int]) -> DayOrder? {
    if values[0] > 12, values[1] <= 12 { return .dayFirst }
    if values[1] > 12, values[0] <= 12 { return .monthFirst }
    return nil
  }

  static func clearOrder(of text: String) -> DayOrder? {
    guard let pieces = DatePieces(text)?.all else { return nil }
    let day = FeedDay(FeedTime(pieces).rest, nil)
    guard day.monthPlace == nil, day.numbers.count >= 3, day.numbers[0].digits <= 2, day.numbers[1].digits <= 2,
      day.firstSign != "."
    else { return nil }
    return clearOrder(day.numbers.map(\.value))
  }

  private var hasWords: Bool {
    pieces.contains { piece in
      if case .word = piece { true } else { false }
    }
  }

  private func ordinal(_ year: Int, _ day: Int) -> CivilTime? {
    guard (1...366).contains(day) else { return nil }
    let civil = CivilTime(secondsSince1970: Int64(CivilTime(year, 1, 1).daysSince1970 + day - 1) * 86_400)
    return civil.year == year ? civil : nil
  }

  /// ISO 8601: `2026-W44-7`, `2026-W44`. The first week of a year contains 4 January; day 1 is Monday.
  private var week: CivilTime? {
    var values = numbers.map(\.value)
    if numbers.map(\.digits) == [4, 3] { values = [values[0], values[1] / 10, values[1] % 10] }
    if values.count == 2 { values.append(1) }
    guard values.count == 3, (1...53).contains(values[1]), (1...7).contains(values[2]) else { return nil }
    let fourth = CivilTime(values[0], 1, 4)
    let sinceMonday = (fourth.weekday.rawValue + 6) % 7
    let days = fourth.daysSince1970 - sinceMonday + (values[1] - 1) * 7 + values[2] - 1
    return CivilTime(secondsSince1970: Int64(days) * 86_400)
  }

  /// The first month of a journal's season.
  private var season: Int? {
    let seasons = ["spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12]
    return pieces.lazy.compactMap { piece -> Int? in
      guard case .word(let word) = piece else { return nil }
      return seasons[word]
    }.first
  }
}
