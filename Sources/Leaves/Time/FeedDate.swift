/// Which of two numbers is the day: `03/04/2026` is 3 April or March 4.
package enum DayOrder: Sendable {
  case dayFirst, monthFirst

  /// The order that these dates of one source have in common: one of them must have a number above twelve. Nil if none
  /// does, or if they contradict each other.
  package init?(of dates: some Sequence<String>) {
    let clear = Set(dates.compactMap { FeedDay.clearOrder(of: $0) })
    guard clear.count == 1, let order = clear.first else { return nil }
    self = order
  }
}

/// Parses dates in feeds and pages, more tolerantly than those of articles, because there is no author to ask.
extension WrittenDate {
  /// Reads every form of ISO 8601, RFC 822 and 2822, and what programs and people write instead, in any order and with
  /// names of months in twelve languages. Weekdays and unknown words are ignored; an unknown zone is as if missing.
  ///
  /// Nil for days that do not exist, years before 1990, and numbers in an order that neither they nor `order` show. A
  /// missing day or month is the first.
  package init?(ofFeed text: String, order: DayOrder? = nil) {
    guard let date = WrittenDate(usual: text) ?? WrittenDate(inPieces: text, order) else { return nil }
    self = date
  }

  init?(inPieces text: String, _ order: DayOrder?) {
    guard let pieces = DatePieces(text)?.all else { return nil }
    if let seconds = Self.epochSeconds(pieces) {
      self.init(CivilTime(secondsSince1970: seconds), hasTime: true, offset: 0)
      return
    }
    var time = FeedTime(pieces)
    guard var civil = FeedDay(time.rest, order).civil, (1990...2200).contains(civil.year) else { return nil }
    let isEndOfDay = time.hour == 24 && time.minute == 0 && time.second == 0
    if isEndOfDay { time.hour = 0 }
    civil.hour = time.hour
    civil.minute = time.minute
    civil.second = time.second
    guard civil.isValid else { return nil }
    if isEndOfDay { civil = CivilTime(secondsSince1970: civil.secondsSince1970 + 86_400) }
    self.init(civil, hasTime: time.isFound, offset: time.zone?.offset(at: civil))
  }

  /// Ten digits are seconds since 1970, thirteen are milliseconds.
  private static func epochSeconds(_ pieces: [DatePieces.Piece]) -> Int64? {
    guard pieces.count == 1, case .number(let number, let digits) = pieces[0] else { return nil }
    switch digits {
    case 10 where number >= 631_152_000: return Int64(number)
    case 13 where number >= 631_152_000_000: return Int64(number / 1000)
    default: return nil
    }
  }
}
