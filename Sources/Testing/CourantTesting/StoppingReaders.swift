package import Model
package import Time

extension StoppingLedger: ConsentLog, ReaderBook {
  package func enrol(_ rows: [Enrolment], offered: Set<String>?, at now: Instant) throws -> [EnrolmentResult] {
    try write { try $0.enrol(rows, offered: offered, at: now) }
  }

  package func carry(_ events: [HistoricEvent]) throws -> [HistoricResult] {
    try write { try $0.carry(events) }
  }

  package func end(token: String, at now: Instant) throws -> EndedSubscription? {
    try write { try $0.end(token: token, at: now) }
  }

  package func end(_ address: EmailAddress, digest: String?, at now: Instant) throws -> Int {
    try write { try $0.end(address, digest: digest, at: now) }
  }

  package func lift(_ address: EmailAddress) throws -> Suppression.Reason? { try write { try $0.lift(address) } }

  package func change(_ old: EmailAddress, to new: EmailAddress, at now: Instant) throws -> AddressChange {
    try write { try $0.change(old, to: new, at: now) }
  }

  package func forget(_ address: EmailAddress, at now: Instant) throws -> Bool {
    try write { try $0.forget(address, at: now) }
  }

  package func suppression(of address: EmailAddress) throws -> Suppression? {
    try read { try $0.suppression(of: address) }
  }

  package func subscriptions(of address: EmailAddress) throws -> [Subscription] {
    try read { try $0.subscriptions(of: address) }
  }

  package func addressee(_ address: EmailAddress, digest: String) throws -> (Addressee, Following)? {
    try read { try $0.addressee(address, digest: digest) }
  }

  package func forEachSubscription(digest: String?, _ body: (Subscription) throws -> Void) throws {
    try read { try $0.forEachSubscription(digest: digest, body) }
  }

  package func followings() throws -> [String: [Following: Int]] { try read { try $0.followings() } }

  package func counts(of digest: String) throws -> [Subscription.Standing: Int] {
    try read { try $0.counts(of: digest) }
  }

  package func paused(in digest: String) throws -> Int { try read { try $0.paused(in: digest) } }

  package func namelessSuppressions() throws -> Int { try read { try $0.namelessSuppressions() } }
}

extension StoppingLedger: NameBook {
  package func followedSets() throws -> [String: [Following]] { try read { try $0.followedSets() } }
  package func recordedDigests() throws -> [String] { try read { try $0.recordedDigests() } }

  package func rename(digest old: String, to new: String, at now: Instant) throws -> RenamedDigest {
    try write { try $0.rename(digest: old, to: new, at: now) }
  }

  package func rename(feed old: Feed.Name, to new: Feed.Name, at now: Instant) throws -> Int {
    try write { try $0.rename(feed: old, to: new, at: now) }
  }

  package func retired() throws -> Set<ReaderFacingName> { try read { try $0.retired() } }

  package func retire(_ name: ReaderFacingName, at now: Instant) throws {
    try write { try $0.retire(name, at: now) }
  }

  package func unretire(_ names: Set<ReaderFacingName>) throws { try write { try $0.unretire(names) } }
}
