internal import Model

/// Of whom the file says no: by digest, or altogether.
struct Noes {
  /// Of address and digest; of the address alone if it is never to be mailed again. Two that share a number by chance are
  /// both left out, which is the harmless mistake.
  private var numbers = Set<Int>()

  var isEmpty: Bool { numbers.isEmpty }

  mutating func insert(_ row: Enrolment) {
    numbers.insert(row.suppression == nil ? Self.number(row.address, row.digest) : Self.number(row.address, nil))
  }

  func contains(_ row: Enrolment) -> Bool {
    numbers.contains(Self.number(row.address, row.digest)) || numbers.contains(Self.number(row.address, nil))
  }

  private static func number(_ address: EmailAddress, _ digest: String?) -> Int {
    var hasher = Hasher()
    hasher.combine(address.canonical)
    hasher.combine(digest)
    return hasher.finalize()
  }
}
