/// Decides how many messages a worker may send now, under the limits that all machines keep together.
///
/// Pure: what is recorded, a request and the ledger's time in; a grant and what is then recorded out. The ledger locks the
/// records in between, so that requests of several workers follow one another. The counts are those of ``Throttles``, under
/// the same keys.
///
/// A quota counts a grant until its last message may have left, so the limit holds wherever an interval begins. A
/// message that is lost with its worker stays counted.
package struct GrantRule {
  package private(set) var records: ThrottleRecords
  /// How many messages other workers have in flight to the domain.
  private let others: Int

  package init(_ records: ThrottleRecords, others: Int) {
    self.records = records
    self.others = others
  }

  /// The keys of the records that requests for these messages read and change, sorted.
  package static func keys(_ domain: String?, under limits: CommonLimits) -> [String] {
    var keys: [String] = []
    if limits.rate != nil { keys.append(ThrottleRecords.pace) }
    // Also locked to count what is in flight.
    if let domain, limits.domain != nil { keys.append(ThrottleRecords.pace(of: domain)) }
    if limits.warmUp != nil { keys.append(ThrottleRecords.warmUp) }
    return keys.sorted()
  }

  /// - Parameter now: by the ledger's clock, in milliseconds since 1970.
  package mutating func grant(_ request: GrantRequest, at now: Int64) -> Grant {
    var paces = paces(request.domain, under: request.limits)
    var plan = WarmUpCount(request.limits, records[ThrottleRecords.warmUp])
    let places = request.limits.domain?.sessions.map { $0 - others - request.inFlight } ?? request.count
    var count = 0
    var rest = Grant.Rest.atOnce
    while count < request.count, rest == .atOnce {
      let opens = paces.values.map { $0.opens(at: now) }.max() ?? now
      if opens > now {
        rest = .after(opens - now)
      } else if plan?.remaining == 0 {
        rest = .tomorrow
      } else if count >= places {
        rest = .whenOthersEnd
      } else {
        for key in paces.keys { paces[key]?.spend(at: now, leavingBy: now + Grant.validity) }
        plan?.count(1)
        count += 1
      }
    }
    keep(paces, plan)
    return Grant(domain: request.domain, count: count, at: now, rest: rest)
  }

  /// Quotas and the plan count these no longer. Evenly spaced messages lose their turn: others may have followed them.
  package mutating func giveBack(_ unused: UnusedGrant) {
    var paces = paces(unused.domain, under: unused.limits)
    var plan = WarmUpCount(unused.limits, records[ThrottleRecords.warmUp])
    for key in paces.keys { paces[key]?.giveBack(unused.count, leavingBy: unused.at + Grant.validity) }
    plan?.count(-unused.count)
    keep(paces, plan)
  }

  private func paces(_ domain: String?, under limits: CommonLimits) -> [String: Pace] {
    var paces: [String: Pace] = [:]
    if let rate = limits.rate { paces[ThrottleRecords.pace] = Pace(rate, record: records[ThrottleRecords.pace]) }
    if let domain, let rate = limits.domain?.rate {
      let key = ThrottleRecords.pace(of: domain)
      paces[key] = Pace(rate, record: records[key])
    }
    return paces
  }

  private mutating func keep(_ paces: [String: Pace], _ plan: WarmUpCount?) {
    for (key, pace) in paces { records[key] = pace.record }
    if let plan { records[ThrottleRecords.warmUp] = plan.days.record }
  }
}

/// Today's step of a plan, and what was sent of it.
private struct WarmUpCount {
  private let plan: WarmUp
  private let today: String
  private(set) var days: WarmUpDays

  /// Nil without a plan.
  init?(_ limits: CommonLimits, _ record: String) {
    guard let plan = limits.warmUp else { return nil }
    self.plan = plan
    today = limits.today
    days = WarmUpDays(record)
  }

  /// Nil once the plan is over.
  var remaining: Int? { plan.remaining(on: today, after: days.all) }

  mutating func count(_ messages: Int) {
    guard remaining != nil else { return }
    days.count(messages, on: today)
  }
}
