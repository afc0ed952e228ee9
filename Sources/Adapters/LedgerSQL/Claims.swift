package import Model
package import Time

/// The table `claim`: the deliveries that workers have taken. A delivery whose reader has unsubscribed or is
/// suppressed, or whose issue was cancelled, is never claimed, and is removed before its final dot if it already was.
extension SQLLedger {
  package func claim(
    _ limit: Int, except: Set<String>, without aside: SetAside, under lease: Lease, at now: Instant
  ) throws -> [Claim] {
    let wanted = WantedDeliveries(limit, except: except, without: aside, at: now)
    let taken = try writeDelivering { db in
      try hands.settleAccepted(db)
      return try hands.claim(wanted, under: lease, db)
    }
    if let last = taken.map(\.id.number).max() { pulse?.noted(claimed: last) }
    return taken.map(claim)
  }

  private func claim(_ claimed: ClaimedDelivery) -> Claim {
    let token = tokens.token(.subscription, of: claimed.subscription)
    return Claim(
      delivery: claimed.id, issue: claimed.issue, edition: EditionKey(claimed.edition),
      addressee: Addressee(
        name: claimed.name, address: claimed.address, token: token, signedUp: claimed.signedUp),
      earlier: claimed.earlier)
  }

  package func unclaim(_ deliveries: [Delivery.ID], of worker: Worker) throws {
    try writeDelivering { db in try hands.unclaim(deliveries, of: worker, db) }
  }
}
