package import Time

/// The consequences of a request from the web, given the ledger's record of its address. A pure function, like
/// ``EnrolmentRule``; the person who made the request sees none of this.
///
/// No suppressed address gets a letter, none gets more than the limits allow, and nothing is confirmed here: a request only
/// asks.
package struct RequestRule: Sendable {
  /// The digests that readers may ask for.
  let offered: Set<String>
  let limits: LetterLimits
  let now: Instant

  /// A reader who already follows everything requested gets that answer at most this often.
  private static let reminder = Duration.seconds(86_400)

  package init(offered: Set<String>, under limits: LetterLimits, at now: Instant) {
    self.offered = offered
    self.limits = limits
    self.now = now
  }

  /// - Parameters:
  ///   - earlier: the letters to the address within ``LetterTraffic/memory``.
  ///   - traffic: the letters of the last hour.
  package func outcome(
    of request: ReaderRequest, for known: KnownReader, earlier: [RecentLetter], traffic: LetterTraffic
  ) -> RequestOutcome {
    guard known.suppression == nil, let plan = plan(request, known) else { return .nothing }
    if plan.kind == .alreadyFollowing, isReminded(earlier) { return .nothing }
    guard
      traffic.allows(
        plan.kind, to: request.address, from: request.network, earlier: earlier, under: limits, at: now)
    else {
      return .limited
    }
    return .letter(plan)
  }

  /// Nil if there is nothing to say.
  private func plan(_ request: ReaderRequest, _ known: KnownReader) -> LetterPlan? {
    switch request.kind {
    case .subscribe(let wanted): subscription(Self.once(wanted).filter { offered.contains($0.digest) }, known)
    case .findLink: link(known)
    case .privateFeeds: isReading(known) ? LetterPlan(.privateFeeds, wanted: []) : nil
    }
  }

  private func subscription(_ wanted: [WantedDigest], _ known: KnownReader) -> LetterPlan? {
    if wanted.isEmpty { return nil }
    let new = wanted.filter { known.subscriptions[$0.digest]?.status != .confirmed }
    guard !new.isEmpty else { return LetterPlan(.alreadyFollowing, wanted: wanted) }
    var plan = LetterPlan(.confirm, wanted: new)
    plan.permit = .confirm
    plan.asks = true
    // A reader who left stays unsubscribed until they confirm.
    plan.pending = new.filter { known.isPendingOrNew($0.digest) }
    return plan
  }

  /// A reader gets the link to their page; someone who has not confirmed yet is asked again. All others get the answer that nothing
  /// is known about them, and may refuse all mail.
  private func link(_ known: KnownReader) -> LetterPlan? {
    let states = known.subscriptions.mapValues(\.status)
    let pending = states.filter { $0.value == .pending }.keys.sorted()
    if !pending.isEmpty, pending.count == states.count {
      let wanted = pending.compactMap { digest in
        known.subscriptions[digest].flatMap { Following($0.follows) }.map { WantedDigest(digest, $0) }
      }
      var plan = LetterPlan(.confirm, wanted: wanted)
      plan.permit = .confirm
      return plan
    }
    var plan = LetterPlan(.link, wanted: [])
    plan.permit = states.isEmpty ? .confirm : .access
    return plan
  }

  private func isReading(_ known: KnownReader) -> Bool {
    known.subscriptions.values.contains { $0.status == .confirmed }
  }

  private func isReminded(_ earlier: [RecentLetter]) -> Bool {
    earlier.contains { $0.kind == .alreadyFollowing && $0.asked > now - Self.reminder }
  }

  /// The first wish for each digest counts.
  private static func once(_ wanted: [WantedDigest]) -> [WantedDigest] {
    var seen = Set<String>()
    return wanted.filter { seen.insert($0.digest).inserted }
  }
}

extension KnownReader {
  /// Whether a subscription to the digest may be pending: it is, or there never was one.
  fileprivate func isPendingOrNew(_ digest: String) -> Bool {
    if departed.contains(digest) { return false }
    let status = subscriptions[digest]?.status
    return status == nil || status == .pending
  }
}

package enum RequestOutcome: Hashable, Sendable {
  case letter(LetterPlan)
  /// A limit was reached: nothing changes.
  case limited
  case nothing
}

/// A letter to be created, and what is recorded with it.
package struct LetterPlan: Hashable, Sendable {
  package let kind: Letter.Kind
  /// The digests that it is about.
  package let wanted: [WantedDigest]
  /// The purpose of its permit; nil if it has none.
  package var permit: Permit.Purpose?
  /// Whether the reader requested ``wanted``, which is then an event for each.
  package var asks = false
  /// The subscriptions that are pending from now on, with these feeds.
  package var pending: [WantedDigest] = []

  package init(_ kind: Letter.Kind, wanted: [WantedDigest]) {
    self.kind = kind
    self.wanted = wanted
  }
}
