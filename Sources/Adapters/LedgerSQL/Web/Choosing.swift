package import Model
package import Time

extension SQLLedger {
  package func save(
    _ choices: ReaderChoices, by token: String, under limits: LetterLimits, at now: Instant
  ) throws -> SavedChoices? {
    guard let id = tokens.number(.subscription, in: token) else { return nil }
    return try write { db in
      guard let reader = try db.int64(orNil: "SELECT subscriber FROM subscription WHERE id = \(id)"),
        let before = try account(ofSubscriber: reader, db)
      else { return nil }
      let saving = ChoiceSaving(ledger: self, choices: choices, reader: reader, before: before, now: now, db: db)
      let asked = try saving.save(under: limits)
      guard let after = try account(ofSubscriber: reader, db) else { return nil }
      return SavedChoices(before: before, after: after, asked: asked)
    }
  }
}

/// Carries out a reader's choices, within a transaction.
private struct ChoiceSaving {
  let ledger: SQLLedger
  let choices: ReaderChoices
  let reader: Int64
  let before: ReaderAccount
  let now: Instant
  let db: any SQLConnection

  /// Returns the digests that are requested by letter.
  func save(under limits: LetterLimits) throws -> [String] {
    try speak(choices.language)
    let wanted = Dictionary(choices.digests.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    var left: [String] = []
    for subscription in before.subscriptions where subscription.status != .ended {
      if let wanted = wanted[subscription.digest] {
        try follow(wanted, instead: subscription)
      } else {
        try leave(subscription.digest)
        if subscription.status == .confirmed { left.append(subscription.digest) }
      }
    }
    let held = before.subscriptions.filter { $0.status == .confirmed }.map(\.digest)
    let new = choices.digests.filter { wanted[$0.digest] == $0 && !held.contains($0.digest) }
    let changed = try change(from: left, to: new)
    let asked = try ask(new.filter { !changed.contains($0.digest) }, under: limits)
    let kept = held.filter { wanted[$0] != nil }
    for digest in left { try handOver(digest, to: new.map(\.digest) + kept.filter { areAlike($0, digest) }) }
    return asked
  }

  private func areAlike(_ one: String, _ other: String) -> Bool {
    choices.families.contains { $0.contains(one) && $0.contains(other) }
  }

  /// Exchanges each digest that was left for at most one of its family. Returns the new ones.
  private func change(from left: [String], to new: [WantedDigest]) throws -> Set<String> {
    var rest = left
    var changed: Set<String> = []
    for wanted in new {
      guard let place = rest.firstIndex(where: { areAlike($0, wanted.digest) }) else { continue }
      let event = ConsentEvent(.changed, at: now, digest: wanted.digest, origin: choices.origin)
      try ledger.change(rest.remove(at: place), to: wanted, of: reader, before.address, described(event, wanted), db)
      changed.insert(wanted.digest)
    }
    // The links in every earlier email lead to the successor, even if one digest replaces two.
    for digest in rest {
      guard let heir = changed.sorted().first(where: { areAlike($0, digest) }) else { continue }
      try SQLLedger.link(digest, to: heir, of: reader, db)
    }
    return changed
  }

  private func handOver(_ digest: String, to others: [String]) throws {
    let ids = try others.compactMap { try SQLLedger.subscription(of: reader, to: $0, db) }
    guard let former = try SQLLedger.subscription(of: reader, to: digest, db) else { return }
    try SQLLedger.handOver(former, to: ids, at: now, db)
  }

  private func speak(_ language: String?) throws {
    if language == before.language { return }
    try db.execute("UPDATE subscriber SET language = \(language) WHERE id = \(reader)")
    try add(.changed)
  }

  private func follow(_ wanted: WantedDigest, instead own: AccountSubscription) throws {
    if wanted.follows == own.follows { return }
    try db.execute(
      """
      UPDATE subscription SET feeds = \(wanted.follows.text)
      WHERE subscriber = \(reader) AND digest = \(wanted.digest)
      """)
    // For a pending one, the request is the event.
    if own.status == .confirmed { try add(.changed, wanted) }
  }

  private func leave(_ digest: String) throws {
    let id = try db.int64("SELECT id FROM subscription WHERE subscriber = \(reader) AND digest = \(digest)")
    try SQLLedger.leave(id, of: reader, origin: choices.origin, at: now, db)
  }

  private func ask(_ wanted: [WantedDigest], under limits: LetterLimits) throws -> [String] {
    if wanted.isEmpty { return [] }
    var request = ReaderRequest(.subscribe(wanted), from: before.address)
    request.language = choices.language
    request.origin = choices.origin
    request.words = choices.words
    let rule = RequestRule(offered: Set(wanted.map(\.digest)), under: limits, at: now)
    var settling = RequestSettling(
      ledger: ledger, rule: rule, traffic: try SQLLedger.traffic(at: now, db), now: now, db: db)
    try settling.settle(request)
    // A reader who saves twice is not a stranger: a letter that must wait is not counted as limited.
    try SQLLedger.count(["letters": settling.done.letters], at: now, db)
    return settling.done.letters > 0 ? wanted.map(\.digest) : []
  }

  private func add(_ kind: ConsentEvent.Kind, _ wanted: WantedDigest? = nil) throws {
    let event = ConsentEvent(kind, at: now, digest: wanted?.digest, origin: choices.origin)
    try SQLLedger.add(described(event, wanted), of: .subscriber(reader), db)
  }

  private func described(_ event: ConsentEvent, _ wanted: WantedDigest?) -> ConsentEvent {
    var event = event
    event.follows = wanted?.follows
    event.language = choices.language
    event.words = choices.words.isEmpty ? nil : choices.words
    return event
  }
}
