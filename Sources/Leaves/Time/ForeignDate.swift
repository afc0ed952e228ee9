/// The only parser for dates as other people and programs write them.
extension WrittenDate {
  /// Parses forms that can mean only one day: ISO 8601 in all its forms, RFC 2822, those of JavaScript and
  /// `date`, `2026/11/01`, `November 1, 2026`, `1 Nov 2026`, with a 12-hour or 24-hour time and a zone;
  /// Unix seconds of ten digits.
  ///
  /// `01/02/2026` could mean two days and is nil, unless `isUS` is true. So is a date without a
  /// day, or with any other word.
  package init?(foreign text: String, isUS: Bool = false) {
    if let date = WrittenDate(text) ?? (isUS ? WrittenDate(us: text) : nil) {
      self = date
      return
    }
    guard var pieces = DatePieces(text) else { return nil }
    if let seconds = Self.unixSeconds(pieces.all) {
      self.init(CivilTime(secondsSince1970: seconds), hasTime: true, offset: 0)
      return
    }
    let time = pieces.takeTime()
    guard var civil = ForeignDay(isUS: isUS, hasTime: time != nil).read(pieces.all) else { return nil }
    civil.hour = time?.hour ?? 0
    civil.minute = time?.minute ?? 0
    civil.second = time?.second ?? 0
    guard civil.isValid else { return nil }
    self.init(civil, hasTime: time != nil, offset: time?.zone?.offset(at: civil))
  }

  /// Ten digits are seconds since 1970; thirteen, as in JavaScript, are milliseconds.
  private static func unixSeconds(_ pieces: [DatePieces.Piece]) -> Int64? {
    guard pieces.count == 1, case .number(let number, let digits) = pieces[0], digits == 10 || digits == 13 else {
      return nil
    }
    let seconds = digits == 10 ? number : number / 1000
    return seconds >= 100_000_000 ? Int64(seconds) : nil
  }
}
