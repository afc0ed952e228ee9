/// A set of small numbers, 0–63, for example the minutes that a cron field allows: bit n represents n.
struct CronValues: Hashable, Sendable {
  private var bits: UInt64 = 0

  init() {}

  init(_ values: some Sequence<Int>) {
    for value in values { insert(value) }
  }

  mutating func insert(_ value: Int) { bits |= 1 << UInt64(value) }
  mutating func formUnion(_ other: CronValues) { bits |= other.bits }
  mutating func formIntersection(_ other: CronValues) { bits &= other.bits }

  func contains(_ value: Int) -> Bool { bits & 1 << UInt64(value) != 0 }

  /// The least member that is not below `value`.
  func first(from value: Int) -> Int? {
    let rest = value < 64 ? bits >> UInt64(value) : 0
    return rest == 0 ? nil : value + rest.trailingZeroBitCount
  }

  /// The largest member that is not above `value`.
  func last(upTo value: Int) -> Int? {
    guard value >= 0 else { return nil }
    let rest = bits << UInt64(63 - value)
    return rest == 0 ? nil : value - rest.leadingZeroBitCount
  }
}
