/// Parses the day of a foreign date, after its time was removed.
struct ForeignDay {
  let isUS: Bool
  let hasTime: Bool

  private typealias Piece = DatePieces.Piece
  private typealias Number = (value: Int, digits: Int)

  func read(_ pieces: [DatePieces.Piece]) -> CivilTime? {
    guard isPlain(pieces) else { return nil }
    var values = pieces.filter { piece in !isSign(piece) && !isFiller(piece) }
    let isWeekdayNamed = pieces.contains { isWeekday($0) }
    if let position = values.firstIndex(where: { month($0) != nil }), let month = month(values.remove(at: position)) {
      guard let numbers = numbers(values), numbers.count == 2 else { return nil }
      return named(month, at: position, numbers, mayBeShort: isWeekdayNamed && hasTime)
    }
    if values.count > 1, values[1] == .word("w") {
      values.remove(at: 1)
      return numbers(values).flatMap(week)
    }
    return numbers(values).flatMap { numbered($0, isSlashed: pieces.contains(.sign("/"))) }
  }
}

// MARK: - Forms

extension ForeignDay {
  /// The month is a name; the year has four digits, or two as in RFC 822.
  private func named(_ month: Int, at position: Int, _ numbers: [Number], mayBeShort: Bool) -> CivilTime? {
    let first = numbers[0]
    let second = numbers[1]
    if first.digits <= 2, second.digits == 4, position < 2 { return CivilTime(second.value, month, first.value) }
    if first.digits == 4, second.digits <= 2, position == 1 { return CivilTime(first.value, month, second.value) }
    guard mayBeShort, position == 1, first.digits <= 2, second.digits == 2 else { return nil }
    return CivilTime(second.value + (second.value < 50 ? 2000 : 1900), month, first.value)
  }

  private func numbered(_ numbers: [Number], isSlashed: Bool) -> CivilTime? {
    let values = numbers.map(\.value)
    switch numbers.map(\.digits) {
    case [8]: return CivilTime(values[0] / 10_000, values[0] / 100 % 100, values[0] % 100)
    case [7]: return ordinal(year: values[0] / 1000, day: values[0] % 1000)
    case [4, 3]: return ordinal(year: values[0], day: values[1])
    case let digits where digits.count == 3 && digits[0] == 4 && digits[1] <= 2 && digits[2] <= 2:
      return CivilTime(values[0], values[1], values[2])
    case let digits where digits.count == 3 && digits[0] <= 2 && digits[1] <= 2 && digits[2] == 4:
      return yearLast(values, isSlashed: isSlashed)
    default: return nil
    }
  }

  /// Month or day first: only a day after the twelfth is unambiguous. Month first is allowed only for
  /// sources that declare it.
  private func yearLast(_ values: [Int], isSlashed: Bool) -> CivilTime? {
    if isUS, isSlashed, values[0] <= 12 { return CivilTime(values[2], values[0], values[1]) }
    let isClear = values[0] > 12 || values[0] == values[1]
    return isClear ? CivilTime(values[2], values[1], values[0]) : nil
  }

  /// The day of a year, 1-based.
  private func ordinal(year: Int, day: Int) -> CivilTime? {
    let first = CivilTime(year, 1, 1).daysSince1970
    let civil = CivilTime(secondsSince1970: Int64(first + day - 1) * 86_400)
    return civil.year == year ? civil : nil
  }

  /// ISO 8601: `2026-W44-7`. The first week of a year contains 4 January; day 1 is Monday.
  private func week(_ numbers: [Number]) -> CivilTime? {
    var values = numbers.map(\.value)
    if numbers.map(\.digits) == [4, 3] { values = [values[0], values[1] / 10, values[1] % 10] }
    guard values.count == 3, (1...53).contains(values[1]), (1...7).contains(values[2]) else { return nil }
    let fourth = CivilTime(values[0], 1, 4)
    let sinceMonday = (fourth.weekday.rawValue + 6) % 7
    let days = fourth.daysSince1970 - sinceMonday + (values[1] - 1) * 7 + values[2] - 1
    let thursday = CivilTime(secondsSince1970: Int64(days - values[2] + 4) * 86_400)
    return thursday.year == values[0] ? CivilTime(secondsSince1970: Int64(days) * 86_400) : nil
  }
}

// MARK: - Pieces

extension ForeignDay {
  /// Punctuation occurs only between two values or after an abbreviation, and only common characters are allowed.
  private func isPlain(_ pieces: [Piece]) -> Bool {
    guard let first = pieces.first, !isSign(first) else { return false }
    let marks = pieces.filter(isSign)
    guard marks.allSatisfy({ [.sign("-"), .sign("/"), .sign("."), .sign(",")].contains($0) }) else { return false }
    if let last = pieces.last, last == .sign("-") || last == .sign("/") { return false }
    return !zip(pieces, pieces.dropFirst()).contains {
      isSign($0) && isSign($1) && ($0 != .sign(".") || $1 == .sign("."))
    }
  }

  private func isSign(_ piece: Piece) -> Bool { if case .sign = piece { true } else { false } }

  /// Nil if any piece is not a number.
  private func numbers(_ values: [Piece]) -> [Number]? {
    let numbers = values.compactMap { value -> Number? in
      if case .number(let number, let digits) = value { (number, digits) } else { nil }
    }
    return numbers.count == values.count ? numbers : nil
  }

  /// Redundant words: a weekday, `1st`, `of`.
  private func isFiller(_ piece: Piece) -> Bool {
    isWeekday(piece) || ["st", "nd", "rd", "th", "the", "of", "on"].contains { piece == .word($0) }
  }

  private func isWeekday(_ piece: Piece) -> Bool { place(of: piece, among: Self.weekdays) != nil }

  private func month(_ piece: Piece) -> Int? { place(of: piece, among: Self.months).map { $0 + 1 } }

  /// Matches the whole name or its first three or four letters.
  private func place(of piece: Piece, among names: [String]) -> Int? {
    guard case .word(let word) = piece else { return nil }
    return names.firstIndex { $0 == word || (3...4).contains(word.utf8.count) && $0.hasPrefix(word) }
  }

  private static let weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]
}
