internal import Model
internal import Time

extension DeliveryTables {
  /// Due deliveries, split into those to send and those that are no longer wanted.
  func read(
    _ addressed: SQL, _ db: any SQLConnection
  ) throws -> (claims: [ClaimedDelivery], unwanted: [Int64]) {
    var issues: [Int64: ClaimedIssue] = [:]
    var claims: [ClaimedDelivery] = []
    var unwanted: [Int64] = []
    for row in try db.rows(addressed) {
      let id = try row.int64("issue")
      let issue = try issues[id] ?? self.issue(id, db)
      issues[id] = issue
      if try row.bool("is_wanted"), let claim = try ClaimedDelivery(row, of: issue) {
        claims.append(claim)
      } else {
        unwanted.append(try row.int64("id"))
      }
    }
    return (claims, unwanted)
  }

  /// Selects the row of `claim` if it still belongs to this worker.
  func isClaim(of delivery: Delivery.ID, by worker: Worker) -> SQL {
    "delivery = \(delivery.number) AND worker = \(worker.number)"
  }
}

extension ClaimedDelivery {
  /// Nil if the address is invalid.
  init?(_ row: SQLRow, of issue: ClaimedIssue) throws {
    guard let address = try row.text(orNil: "written").flatMap({ EmailAddress($0) }) else { return nil }
    let earlier = EarlierAttempts(
      count: try row.int("attempts"), uncertain: try row.int("uncertain"),
      first: try row.instant(orNil: "first_attempt"))
    self.init(
      id: .init(try row.int64("id")), issue: issue, edition: try row.text("feeds"),
      subscription: try row.int64("subscription"), name: try row.text(orNil: "name"), address: address,
      signedUp: try row.instant(orNil: "signed_up"), earlier: earlier)
  }
}
