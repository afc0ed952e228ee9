/// Mail that stays in the queue because its messages cannot be made or signed at present. All other mail leaves.
package struct SetAside: Hashable, Sendable {
  /// Digests, by the names they have now: their issues, or among letters the welcomes with an issue of them.
  package var digests: Set<String>
  /// Letters that are not welcomes.
  package var letters: Bool
  /// Single issues.
  package private(set) var issues: Set<ClaimedIssue> = []
  /// Single messages.
  package private(set) var deliveries: Set<Delivery.ID> = []

  package init(digests: Set<String> = [], letters: Bool = false) {
    self.digests = digests
    self.letters = letters
  }

  package static let nothing = SetAside()

  package var isEmpty: Bool { self == .nothing }

  /// How many were found one by one.
  var count: Int { issues.count + deliveries.count }

  /// Sets aside the whole issue of a claim; of letters, which have none, the single letter. Returns whether that is new.
  package mutating func insertIssue(of claim: Claim) -> Bool {
    if Letter.id(of: claim.delivery) != nil { return insert(claim.delivery) }
    return issues.insert(claim.issue).inserted
  }

  /// Returns whether it is new.
  package mutating func insert(_ delivery: Delivery.ID) -> Bool { deliveries.insert(delivery).inserted }

  /// Whether a claim was set aside after it was made.
  func contains(_ claim: Claim) -> Bool { issues.contains(claim.issue) || deliveries.contains(claim.delivery) }
}
