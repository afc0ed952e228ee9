/// A date split into numbers, words and punctuation, which ``WrittenDate/init(foreign:isUS:)`` interprets.
struct DatePieces {
  enum Piece: Hashable {
    case number(Int, digits: Int)
    /// In lower case.
    case word(String)
    case sign(Unicode.Scalar)
  }

  private(set) var all: [Piece] = []

  /// Nil for a string longer than any date.
  init?(_ text: String) {
    guard text.utf8.count <= 100 else { return nil }
    var scalars = Substring(text).unicodeScalars
    while let first = scalars.first {
      if first == "(", let end = scalars.firstIndex(of: ")") {
        // JavaScript appends the name of the zone: `GMT+0100 (Central European Standard Time)`.
        scalars = scalars[end...].dropFirst()
      } else if Self.isDigit(first) {
        let digits = scalars.prefix(while: Self.isDigit)
        guard let number = Int(String(digits)) else { return nil }
        append(number, digits: digits.count)
        scalars = scalars.dropFirst(digits.count)
      } else if Self.isLetter(first) {
        let letters = scalars.prefix { Self.isLetter($0) || $0 == "_" }
        all += Self.words(String(letters).lowercased())
        scalars = scalars.dropFirst(letters.count)
      } else {
        if !first.properties.isWhitespace { all.append(.sign(first)) }
        scalars = scalars.dropFirst()
      }
    }
  }

  /// Twelve or fourteen digits are a day followed by its time.
  private mutating func append(_ number: Int, digits: Int) {
    guard digits == 12 || digits == 14 else { return all.append(.number(number, digits: digits)) }
    let time = digits == 12 ? 10_000 : 1_000_000
    all += [.number(number / time, digits: 8), .word("t"), .number(number % time, digits: digits - 8)]
  }

  /// `年`, `月` and `日` are used where other languages have punctuation.
  private static func words(_ word: String) -> [Piece] {
    switch word {
    case "年", "月", "년", "월": [.sign("-")]
    case "日", "일": []
    default: [.word(word)]
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(Unicode.Scalar(UInt8(scalar.value) | 0x20)) : scalar.properties.isAlphabetic
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

// MARK: - Removing pieces

extension DatePieces {
  /// Removes the time of day, with AM or PM and the zone after it. Nil if there is none; if the time is
  /// invalid, a part of it remains.
  mutating func takeTime() -> (hour: Int, minute: Int, second: Int, zone: DateZone?)? {
    guard let start = startOfTime else { return nil }
    var rest = all[start...]
    var time = clock(&rest)
    if let half = half(&rest) {
      // 13 PM is not a valid time.
      time.hour = (1...12).contains(time.hour) ? time.hour % 12 + half : -1
    }
    let zone = DateZone(&rest)
    // The separator between the date and its time has no meaning.
    let before = all[..<start]
    let joint = [.word("t"), .word("at"), .sign(",")].contains(before.last ?? .word("")) ? 1 : 0
    all = Array(before.dropLast(joint)) + Array(rest)
    return (time.hour, time.minute, time.second, zone)
  }

  private var startOfTime: Int? {
    all.indices.first { index in
      guard case .number(_, let digits) = all[index] else { return false }
      let next = index + 1 < all.count ? all[index + 1] : nil
      if case .word(let word)? = next, Self.halves[word] != nil, digits <= 2 { return true }
      if index > 0, all[index - 1] == .word("t"), [2, 4, 6].contains(digits) { return true }
      return next == .sign(":") && digits <= 2
    }
  }

  private func clock(_ rest: inout ArraySlice<Piece>) -> (hour: Int, minute: Int, second: Int) {
    guard case .number(let first, let digits)? = rest.popFirst() else { return (-1, 0, 0) }
    if digits == 4 { return (first / 100, first % 100, 0) }
    if digits == 6 { return (first / 10_000, first / 100 % 100, min(first % 100, 59)) }
    var parts = [first]
    while parts.count < 3, rest.first == .sign(":"), case .number(let part, digits: 2)? = rest.dropFirst().first {
      parts.append(part)
      rest = rest.dropFirst(2)
    }
    if parts.count == 3, [.sign("."), .sign(",")].contains(rest.first), case .number? = rest.dropFirst().first {
      rest = rest.dropFirst(2)
    }
    parts += [0, 0]
    return (parts[0], parts[1], parts[2] == 60 ? 59 : parts[2])
  }

  /// 0 for the morning, 12 for the afternoon: `AM`, `p.m.`.
  private func half(_ rest: inout ArraySlice<Piece>) -> Int? {
    guard case .word(let word)? = rest.first else { return nil }
    if let half = Self.halves[word] {
      rest = rest.dropFirst()
      return half
    }
    let dotted: [Piece] = [.word(word), .sign("."), .word("m"), .sign(".")]
    guard let half = Self.halves[word + "m"], rest.starts(with: dotted) else { return nil }
    rest = rest.dropFirst(dotted.count)
    return half
  }

  private static let halves = ["am": 0, "pm": 12]
}
