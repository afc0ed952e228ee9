internal import Model

/// The kinds of events that a history of consent has for each subscription.
struct ConsentHistory {
  /// The kinds of events, one bit each, by the hash of address and digest.
  private var kinds: [Int: UInt16] = [:]

  mutating func insert(_ event: HistoricEvent) {
    guard let digest = event.event.digest else { return }
    kinds[Self.number(event.address, digest), default: 0] |= Self.bit(event.event.kind)
  }

  /// Whether the history explains how the subscription in a row came to its status.
  func tells(_ row: Enrolment) -> Bool {
    guard let known = kinds[Self.number(row.address, row.digest)] else { return false }
    if row.suppression != nil { return true }
    let telling: [ConsentEvent.Kind] =
      switch row.status {
      case .confirmed: [.confirmed, .imported, .returned]
      case .ended: [.left]
      case .pending, nil: [.asked]
      }
    return telling.contains { known & Self.bit($0) != 0 }
  }

  private static func bit(_ kind: ConsentEvent.Kind) -> UInt16 {
    1 << UInt16(ConsentEvent.Kind.allCases.firstIndex(of: kind) ?? 15)
  }

  private static func number(_ address: EmailAddress, _ digest: String) -> Int {
    var hasher = Hasher()
    hasher.combine(address.canonical)
    hasher.combine(digest)
    return hasher.finalize()
  }
}
