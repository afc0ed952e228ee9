internal import Model

/// The desks of the editions that are being sent. Deliveries leave in the order of their editions, so a few are enough
/// however many sets of feeds the readers follow.
struct EditionDesks {
  private static let most = 8

  private struct Key: Hashable {
    let digest: String
    let issueNumber: Int
    let feeds: [Feed.Name]
  }

  private var desks: [Key: EditionDesk] = [:]

  /// Throws ``Session/Unprintable`` if the edition must not be mailed, and the ledger's error if it cannot be read.
  mutating func desk(for claim: Claim, _ press: PressRun) throws -> EditionDesk {
    let key = Key(digest: claim.digest, issueNumber: claim.issueNumber, feeds: claim.editionFeeds)
    if let desk = desks[key] { return desk }
    if desks.count == Self.most { desks = [:] }
    let desk = try EditionDesk(press, claim)
    desks[key] = desk
    return desk
  }
}
