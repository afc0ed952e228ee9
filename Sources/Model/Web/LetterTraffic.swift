package import Time

/// Counts of recent letters, for ``LetterLimits``. They come from the ledger, not from the memory of a process.
package struct LetterTraffic: Hashable, Sendable {
  /// How long ``LetterLimits/perNetwork`` and its neighbours count.
  package static let hour = Duration.seconds(3600)
  /// How long letters to one address count.
  package static let memory = Duration.seconds(30 * 86_400)

  private static let day = Duration.seconds(86_400)

  /// Letters in the last hour, by the network of the request; requests without one are not counted here.
  package private(set) var networks: [String: Int] = [:]
  /// Letters in the last hour, by the domain of the address.
  package private(set) var domains: [String: Int] = [:]
  /// Letters in the last hour.
  package private(set) var site = 0

  package init() {}

  /// Counts letters of the last hour.
  package mutating func add(_ letters: Int = 1, from network: String, to domain: String) {
    if !network.isEmpty { networks[network, default: 0] += letters }
    domains[domain, default: 0] += letters
    site += letters
  }

  /// Whether another letter of a kind may be created. The minimum interval applies only to letters of the same kind, so a
  /// reader who has just confirmed can ask for another link at once.
  ///
  /// - Parameter earlier: the letters to the address within ``memory``.
  package func allows(
    _ kind: Letter.Kind, to address: EmailAddress, from network: String, earlier: [RecentLetter],
    under limits: LetterLimits, at now: Instant
  ) -> Bool {
    let moments = earlier.map(\.asked)
    if earlier.contains(where: { $0.kind == kind && $0.asked > now - limits.spacing }) { return false }
    if moments.count(where: { $0 > now - Self.day }) >= limits.perDay { return false }
    if moments.count(where: { $0 > now - Self.memory }) >= limits.perMonth { return false }
    if !network.isEmpty, networks[network, default: 0] >= limits.perNetwork { return false }
    return domains[address.domain, default: 0] < limits.perDomain && site < limits.perSite
  }
}

/// A letter to an address, as limits see it.
package struct RecentLetter: Hashable, Sendable {
  package let kind: Letter.Kind
  package let asked: Instant

  package init(_ kind: Letter.Kind, asked: Instant) {
    self.kind = kind
    self.asked = asked
  }
}
