internal import Model

/// The readers with a no in the file, for one digest or for all.
struct Noes {
  /// Hashes of address and digest, or of the address alone if it must never be mailed again. If two collide by chance,
  /// both are excluded, which is the harmless mistake.
  private var numbers = Set<Int>()

  var isEmpty: Bool { numbers.isEmpty }

  mutating func insert(_ row: Enrolment) {
    numbers.insert(row.suppression == nil ? Self.number(row.address, row.digest) : Self.number(row.address, nil))
  }

  func contains(_ row: Enrolment) -> Bool {
    if isEmpty { return false }
    return numbers.contains(Self.number(row.address, row.digest)) || numbers.contains(Self.number(row.address, nil))
  }

  private static func number(_ address: EmailAddress, _ digest: String?) -> Int {
    var hasher = Hasher()
    hasher.combine(address.canonical)
    hasher.combine(digest)
    return hasher.finalize()
  }
}
