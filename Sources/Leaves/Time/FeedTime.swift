/// The time of day in a foreign date, with its zone, and the pieces that are left without them.
struct FeedTime {
  typealias Piece = DatePieces.Piece

  private(set) var isFound = false
  var hour = 0
  private(set) var minute = 0
  private(set) var second = 0
  private(set) var zone: DateZone?
  private(set) var rest: [Piece]

  init(_ pieces: [Piece]) {
    rest = pieces
    guard let start = Self.start(pieces) else { return }
    isFound = true
    var after = pieces[start...]
    let before = Array(pieces[..<start])
    readClock(&after)
    readHalf(&after, before)
    zone = FeedZone.take(&after)
    rest = before + after
  }

  private static func start(_ pieces: [Piece]) -> Int? {
    pieces.indices.first { index in
      guard case .number(_, let digits) = pieces[index] else { return false }
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      if index > 0, pieces[index - 1] == .word("t"), [2, 4, 6].contains(digits) { return true }
      guard digits <= 2 else { return false }
      if case .word(let word)? = next { return ["am", "pm", "h", "uhr"].contains(word) }
      return next == .sign(":")
    }
  }

  /// `7:00`, `07:00:00.5`, `070000`, `7h00`, `7 Uhr`.
  private mutating func readClock(_ after: inout ArraySlice<Piece>) {
    guard case .number(let first, let digits)? = after.popFirst() else { return }
    hour = first
    if digits >= 4 {
      hour = digits == 4 ? first / 100 : first / 10_000
      minute = digits == 4 ? first % 100 : first / 100 % 100
      second = digits == 4 ? 0 : min(first % 100, 59)
      return skipFraction(&after)
    }
    var parts: [Int] = []
    while parts.count < 2, [.sign(":"), .word("h")].contains(after.first),
      case .number(let part, digits: 1...2)? = after.dropFirst().first
    {
      parts.append(part)
      after = after.dropFirst(2)
    }
    minute = parts.first ?? 0
    second = parts.count > 1 ? min(parts[1], parts[1] == 60 ? 59 : parts[1]) : 0
    if parts.count > 1 { skipFraction(&after) }
    if [.word("h"), .word("uhr")].contains(after.first) { after = after.dropFirst() }
  }

  private func skipFraction(_ after: inout ArraySlice<Piece>) {
    guard [.sign("."), .sign(",")].contains(after.first), case .number? = after.dropFirst().first else { return }
    after = after.dropFirst(2)
  }

  /// AM and PM after the time, or in front of it, as in Korean.
  private mutating func readHalf(_ after: inout ArraySlice<Piece>, _ before: [Piece]) {
    var half: Int?
    if case .word(let word)? = after.first {
      let dotted: [Piece] = [.word(word), .sign("."), .word("m")]
      if let found = Self.halves[word] {
        half = found
        after = after.dropFirst()
      } else if let found = Self.halves[word + "m"], after.starts(with: dotted) {
        half = found
        after = after.dropFirst(3)
        if after.first == .sign(".") { after = after.dropFirst() }
      }
    }
    if half == nil, case .word(let word)? = before.last { half = Self.halves[word] }
    guard let half, (1...12).contains(hour) else { return }
    hour = hour % 12 + half
  }

  private static let halves = ["am": 0, "pm": 12, "오전": 0, "오후": 12, "上午": 0, "下午": 12, "午前": 0, "午後": 12]
}

/// The zone after a time: more names and spellings than those of articles.
enum FeedZone {
  typealias Piece = DatePieces.Piece

  static func take(_ rest: inout ArraySlice<Piece>) -> DateZone? {
    // `--0700`
    if isSign(rest.first), isSign(rest.dropFirst().first) { rest = rest.dropFirst() }
    if isSign(rest.first), isFollowedByMonth(rest.dropFirst()) { return nil }
    if let short = short(&rest) { return short }
    if let zone = DateZone(&rest) { return zone }
    guard case .word(let word)? = rest.first else { return nil }
    if let hours = hours[word] {
      rest = rest.dropFirst()
      return .offset(Int(hours * 3600))
    }
    return nil
  }

  private static func isSign(_ piece: Piece?) -> Bool { piece == .sign("+") || piece == .sign("-") }

  /// In `10:00 - 2 Jan 2026` the sign does not belong to a zone.
  private static func isFollowedByMonth(_ rest: ArraySlice<Piece>) -> Bool {
    guard case .word(let word)? = rest.dropFirst().first else { return false }
    return FeedWords.month(word) != nil
  }

  /// `-700`
  private static func short(_ rest: inout ArraySlice<Piece>) -> DateZone? {
    guard isSign(rest.first), case .number(let number, digits: 3)? = rest.dropFirst().first else { return nil }
    let minutes = number / 100 * 60 + number % 100
    let isWest = rest.first == .sign("-")
    rest = rest.dropFirst(2)
    return .offset((isWest ? -60 : 60) * minutes)
  }

  /// Hours east of UTC: what feeds most often mean by names with several meanings, and the letters of RFC 822 §5.
  private static let hours: [String: Double] = {
    var hours: [String: Double] = [
      "bst": 1, "ist": 5.5, "ast": -4, "adt": -3, "akst": -9, "akdt": -8, "hst": -10, "et": -5, "ct": -6, "mt": -7,
      "pt": -8, "at": -4, "met": 1, "mest": 2, "sast": 2, "hkt": 8, "sgt": 8, "pht": 8, "awst": 8, "acst": 9.5,
      "acdt": 10.5, "brt": -3, "art": -3, "nst": -3.5, "ndt": -2.5, "msd": 4, "trt": 3, "wib": 7, "ict": 7,
    ]
    for (place, letter) in "abcdefghiklm".enumerated() { hours[String(letter)] = -Double(place + 1) }
    for (place, letter) in "nopqrstuvwxy".enumerated() { hours[String(letter)] = Double(place + 1) }
    return hours
  }()
}
