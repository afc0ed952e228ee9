extension WrittenDate {
  /// Reads the two forms that nearly all feeds have, byte by byte: `Mon, 23 Nov 2026 06:00:00 GMT` (RFC 822) and
  /// `2026-11-23T06:00:00Z` (RFC 3339), with zones such as `+0100` and `+01:00`. Splitting a date into pieces takes twenty times
  /// as long.
  ///
  /// Nil for everything else, which another reader may understand.
  package init?(usual text: String) {
    var text = text
    guard let found = text.withUTF8({ unsafe UsualDate($0)?.date }) else { return nil }
    self = found
  }
}

private struct UsualDate {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private(set) var date: WrittenDate?

  @unsafe init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count >= 20, bytes.count <= 31 else { return nil }
    unsafe self.bytes = bytes
    guard var civil = unsafe bytes[4] == UInt8(ascii: "-") ? takeDay() : takeNamedDay() else { return nil }
    guard let hour = takeNumber(2), take(":"), let minute = takeNumber(2), take(":"), let second = takeNumber(2) else {
      return nil
    }
    civil.hour = hour
    civil.minute = minute
    civil.second = second
    if take("."), !skipDigits() { return nil }
    guard let offset = takeOffset(), place == bytes.count, (1990...2200).contains(civil.year), civil.isValid else {
      return nil
    }
    date = WrittenDate(civil, hasTime: true, offset: offset)
  }

  /// `2026-11-23T`
  private mutating func takeDay() -> CivilTime? {
    guard let year = takeNumber(4), take("-"), let month = takeNumber(2), take("-"), let day = takeNumber(2), take("T")
    else { return nil }
    return CivilTime(year, month, day)
  }

  /// `Mon, 23 Nov 2026 `
  private mutating func takeNamedDay() -> CivilTime? {
    guard unsafe bytes[3] == UInt8(ascii: ","), unsafe bytes[0..<3].allSatisfy(Self.isLetter) else { return nil }
    place = 4
    guard take(" "), let day = takeNumber(2) ?? takeNumber(1), take(" "), let month = takeMonth(), take(" "),
      let year = takeNumber(4), take(" ")
    else { return nil }
    return CivilTime(year, month, day)
  }

  private mutating func takeMonth() -> Int? {
    guard place + 3 <= bytes.count else { return nil }
    var name: UInt32 = 0
    for _ in 0..<3 {
      name = unsafe name << 8 | UInt32(bytes[place])
      place += 1
    }
    return Self.months.firstIndex(of: name).map { $0 + 1 }
  }

  /// `Jan` to `Dec`.
  private static let months = "JanFebMarAprMayJunJulAugSepOctNovDec".utf8.reduce(into: [UInt32]()) { months, letter in
    if letter < 0x61 { months.append(0) }
    months[months.count - 1] = months[months.count - 1] << 8 | UInt32(letter)
  }

  /// `Z`, ` GMT`, ` UTC`, `+01:00` or ` +0100`, in seconds east of UTC.
  private mutating func takeOffset() -> Int? {
    _ = take(" ")
    if take("Z") { return 0 }
    if take("G") { return take("M") && take("T") ? 0 : nil }
    if take("U") { return take("T") && take("C") ? 0 : nil }
    let isWest = take("-")
    guard isWest || take("+"), let hours = takeNumber(2) else { return nil }
    _ = take(":")
    guard let minutes = takeNumber(2), hours <= 14, minutes < 60 else { return nil }
    return (isWest ? -60 : 60) * (hours * 60 + minutes)
  }

  /// Nil, and nothing is taken, if there are fewer digits.
  private mutating func takeNumber(_ digits: Int) -> Int? {
    guard place + digits <= bytes.count else { return nil }
    var number = 0
    for offset in 0..<digits {
      let digit = unsafe bytes[place + offset] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    place += digits
    return number
  }

  /// Whether there is a digit.
  private mutating func skipDigits() -> Bool {
    let start = place
    while takeNumber(1) != nil {}
    return place > start
  }

  private mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard place < bytes.count, unsafe bytes[place] == UInt8(ascii: sign) else { return false }
    place += 1
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
