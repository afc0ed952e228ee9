internal import Time

/// Results from connections, and the turn that records them.
extension Round {
  /// What follows once the turn is written: answers to connections, and reports.
  struct Unconfirmed {
    var asking: [(delivery: Delivery.ID, connection: Int)] = []
    var tries: [Try] = []
  }

  /// Answers the connections' questions and records their results, all in one turn.
  mutating func receive(_ words: [Word]) {
    unconfirmed = Unconfirmed()
    for word in words {
      switch word {
      case .asks(let delivery, let connection): unconfirmed.asking.append((delivery, connection))
      case .carried(let claim, _, let connection): cameBack(claim, connection)
      }
    }
    for case .carried(let claim, let result, let connection) in words {
      guard let outcome = result.outcome else {
        untried(claim, result)
        continue
      }
      let one = attempt(claim, outcome, over: connection)
      unconfirmed.tries.append(one)
    }
    turn.at = now
    turn.attempts += unconfirmed.tries.map(\.attempt)
    turn.committing = unconfirmed.asking.map(\.delivery)
    throttles.report(to: &turn)
    renewLease()
    if !turn.isEmpty { order(.write(turn)) }
  }

  /// Renews the lease when half of it has passed, so that no one takes the claims of a living worker.
  private mutating func renewLease() {
    guard untilRenewal <= .zero else { return }
    renewed = elapsed
    turn.lease = lease.until
  }

  var untilRenewal: Duration { Worker.lease / 2 - (elapsed - renewed) }

  mutating func cameBack(_ claim: Claim, _ connection: Int) {
    loads.remove(claim, from: connection)
    backlog.cameBack(claim)
    throttles.ended(claim.addressee.address.domain)
  }

  private mutating func untried(_ claim: Claim, _ result: Carried) {
    switch result {
    case .withdrawn(let isDropped):
      throttles.giveBack(claim.addressee.address.domain)
      if isDropped { report(.dropped) } else { end(.failed) }
    case .unmailable(let reason):
      throttles.giveBack(claim.addressee.address.domain)
      setAside(claim, wholeIssue: false, because: reason)
    case .failed: end(.failed)
    case .unwritten, .outcome: break  // the ending says why it was not written
    }
  }

  mutating func written(_ mayGo: Set<Delivery.ID>) {
    let confirmed = unconfirmed
    unconfirmed = Unconfirmed()
    turn = Turn(by: worker, at: now)
    for (delivery, connection) in confirmed.asking {
      order(.reply(mayGo.contains(delivery) ? .go : .withdrawn, over: connection))
    }
    for one in confirmed.tries { judge(one) }
  }

  /// The results are written once more at the end, without committing any message.
  mutating func unwritten() {
    let refused = unconfirmed
    unconfirmed = Unconfirmed()
    turn.committing = []
    end(.failed)
    for (_, connection) in refused.asking { order(.reply(.unwritten, over: connection)) }
  }

  mutating func unmade(_ claim: Claim, _ reason: String?, _ connection: Int) {
    cameBack(claim, connection)
    throttles.giveBack(claim.addressee.address.domain)
    guard let reason else {
      turn.returning.append(claim.delivery)
      return end(.failed)
    }
    setAside(claim, wholeIssue: true, because: reason)
  }
}
