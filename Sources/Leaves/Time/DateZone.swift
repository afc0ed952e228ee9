/// The zone after a time, as other programs write it: `Z`, `UTC`, `+0100`, `GMT+01:00`, `EST`, `Europe/Berlin`.
enum DateZone: Hashable {
  /// Seconds east of UTC.
  case offset(Int)
  case named(Zone)

  /// Removes the zone from the front; nil, with nothing removed, if there is none.
  init?(_ rest: inout ArraySlice<DatePieces.Piece>) {
    var after = rest
    let isBracketed = after.first == .sign("[")
    if isBracketed { after = after.dropFirst() }
    guard let zone = Self.named(&after) ?? Self.offset(&after) else { return nil }
    if isBracketed, after.popFirst() != .sign("]") { return nil }
    self = zone
    rest = after
    // In `+01:00[Europe/Berlin]` the number is exact.
    if !isBracketed, rest.first == .sign("["), let end = rest.firstIndex(of: .sign("]")) {
      rest = rest[end...].dropFirst()
    }
  }

  /// Seconds east of UTC at a given wall-clock time.
  func offset(at civil: CivilTime) -> Int {
    switch self {
    case .offset(let seconds): seconds
    case .named(let zone): Int(civil.secondsSince1970 - zone.firstInstant(atOrAfter: civil).seconds)
    }
  }

  private static func named(_ rest: inout ArraySlice<DatePieces.Piece>) -> DateZone? {
    guard case .word(let word)? = rest.first else { return nil }
    if case .word(let city)? = rest.dropFirst(2).first, rest.dropFirst().first == .sign("/") {
      guard let name = zoneNames[word + "/" + city], let zone = Zone(name) else { return nil }
      rest = rest.dropFirst(3)
      return .named(zone)
    }
    guard let hours = hours[word] else { return nil }
    rest = rest.dropFirst()
    // `GMT+0100`
    return (hours == 0 ? offset(&rest) : nil) ?? .offset(Int(hours * 3600))
  }

  private static func offset(_ rest: inout ArraySlice<DatePieces.Piece>) -> DateZone? {
    guard case .sign(let sign)? = rest.first, sign == "+" || sign == "-",
      case .number(let number, let digits)? = rest.dropFirst().first
    else { return nil }
    var minutes = digits == 4 ? number / 100 * 60 + number % 100 : number * 60
    var length = 2
    if digits <= 2, rest.dropFirst(2).first == .sign(":"), case .number(let part, digits: 2)? = rest.dropFirst(3).first
    {
      minutes += part
      length = 4
    }
    guard digits == 4 || digits <= 2, minutes <= 18 * 60 else { return nil }
    rest = rest.dropFirst(length)
    return .offset((sign == "-" ? -60 : 60) * minutes)
  }

  private static let zoneNames = Dictionary(Zone.knownNames.map { ($0.lowercased(), $0) }) { first, _ in first }

  /// Hours east of UTC. RFC 2822 §4.3 defines the American names. Ambiguous names are left out: `BST`, `IST`.
  private static let hours: [String: Double] = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2, "eet": 2,
    "eest": 3, "msk": 3, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "est": -5, "edt": -4,
    "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
  ]
}
