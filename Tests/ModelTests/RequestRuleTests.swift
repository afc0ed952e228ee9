import CourantTesting
import Model
import Testing
import Time

/// The consequences of a request from the web: a table of cases, then random histories.
@Suite struct RequestRuleTests {
  private static let now = Instant.at("2026-11-23T07:00:00Z")
  private static let ann = mailbox("ann@example.org")

  private static func reader(
    _ statuses: [String: Subscription.Status], suppression: Suppression.Reason? = nil, departed: Set<String> = []
  ) -> KnownReader {
    KnownReader(
      person: statuses.isEmpty ? nil : .init(name: nil, language: nil),
      subscriptions: statuses.mapValues { status in
        HeldSubscription(
          status: status, follows: "ms", consent: status == .pending ? nil : now, ended: status == .ended ? now : nil)
      }, suppression: suppression, departed: departed)
  }

  private static func outcome(
    _ request: ReaderRequest, _ known: KnownReader, offered: Set<String> = ["weekly", "daily"],
    earlier: [RecentLetter] = [], traffic: LetterTraffic = LetterTraffic()
  ) -> RequestOutcome {
    RequestRule(offered: offered, under: LetterLimits(), at: now)
      .outcome(of: request, for: known, earlier: earlier, traffic: traffic)
  }

  /// The outcome in words: the kind of letter, what it is about, what becomes pending, and the permit.
  private static func words(_ outcome: RequestOutcome) -> String {
    switch outcome {
    case .nothing: "nothing"
    case .limited: "limited"
    case .letter(let plan):
      ([plan.kind.rawValue] + plan.wanted.map { "\($0.digest) \($0.follows.text)" }
        + plan.pending.map { "pending \($0.digest)" } + [plan.permit.map { "permit \($0.rawValue)" } ?? "no permit"]
        + (plan.asks ? ["asks"] : [])).joined(separator: ", ")
    }
  }

  private typealias Asking = ([String: Subscription.Status], Suppression.Reason?, Set<String>, [String], String)

  private static let asking: [Asking] = [
    ([:], nil, [], ["weekly"], "confirm, weekly *, pending weekly, permit confirm, asks"),
    ([:], nil, [], ["weekly", "weekly"], "confirm, weekly *, pending weekly, permit confirm, asks"),
    ([:], nil, [], ["closed"], "nothing"),
    ([:], nil, [], [], "nothing"),
    ([:], nil, ["weekly"], ["weekly"], "confirm, weekly *, permit confirm, asks"),
    (["weekly": .pending], nil, [], ["weekly"], "confirm, weekly *, pending weekly, permit confirm, asks"),
    (["weekly": .confirmed], nil, [], ["weekly"], "already-following, weekly *, no permit"),
    (
      ["weekly": .confirmed], nil, [], ["weekly", "daily"],
      "confirm, daily *, pending daily, permit confirm, asks"
    ),
    (["weekly": .ended], nil, [], ["weekly"], "confirm, weekly *, permit confirm, asks"),
    (["weekly": .ended], nil, [], ["daily"], "confirm, daily *, pending daily, permit confirm, asks"),
    (["weekly": .confirmed], .bounce, [], ["daily"], "nothing"),
    (["weekly": .confirmed], .complaint, [], ["weekly"], "nothing"),
    ([:], .operatorRequest, [], ["weekly"], "nothing"),
    ([:], .forgotten, [], ["weekly"], "nothing"),
  ]

  @Test(arguments: asking.indices) func everyCaseGetsItsAnswer(_ row: Int) {
    let (statuses, suppression, departed, wanted, expected) = Self.asking[row]
    let request = ReaderRequest(.subscribe(wanted.map { WantedDigest($0) }), from: Self.ann)
    let known = Self.reader(statuses, suppression: suppression, departed: departed)
    #expect(Self.words(Self.outcome(request, known)) == expected)
  }

  private static let lost: [([String: Subscription.Status], Suppression.Reason?, String)] = [
    ([:], nil, "link, permit confirm"),
    (["weekly": .confirmed], nil, "link, permit access"),
    (["weekly": .ended], nil, "link, permit access"),
    (["weekly": .ended, "daily": .pending], nil, "link, permit access"),
    (["weekly": .pending], nil, "confirm, weekly ms, permit confirm"),
    (["weekly": .confirmed], .bounce, "nothing"),
    ([:], .forgotten, "nothing"),
  ]

  @Test(arguments: lost.indices) func aLostLinkIsAnsweredByCase(_ row: Int) {
    let (statuses, suppression, expected) = Self.lost[row]
    let request = ReaderRequest(.findLink, from: Self.ann)
    #expect(Self.words(Self.outcome(request, Self.reader(statuses, suppression: suppression))) == expected)
  }

  /// Seconds before now at which letters went to the address.
  @Test(arguments: [
    ([], true), ([599], false), ([600], true), ([0], false), ([-60], false),
    ([700, 1400, 2100], false), ([700, 1400, 86_400], true), ([86_399, 80_000, 70_000], false),
    (Array(repeating: 2 * 86_400, count: 5), true), (Array(repeating: 2 * 86_400, count: 6), false),
    (Array(repeating: 30 * 86_400, count: 6), true),
  ])
  func lettersToOneAddressAreLimited(_ earlier: [Int], _ isAllowed: Bool) {
    let letters = earlier.map { RecentLetter(.confirm, asked: Self.now - .seconds($0)) }
    let request = ReaderRequest(.subscribe([.weekly]), from: Self.ann)
    let outcome = Self.outcome(request, Self.reader([:]), earlier: letters)
    #expect((outcome == .limited) == !isAllowed)
  }

  /// A reader who has just confirmed can ask for their data; one who asked for a lost link without having one can subscribe.
  @Test func onlyLettersOfTheSameKindKeepADistance() {
    let now = Self.now
    let lost = ReaderRequest(.findLink, from: Self.ann)
    let wish = ReaderRequest(.subscribe([.weekly]), from: Self.ann)
    let reader = Self.reader(["weekly": .confirmed])
    #expect(Self.outcome(lost, reader, earlier: [RecentLetter(.confirm, asked: now)]) != .limited)
    #expect(Self.outcome(lost, reader, earlier: [RecentLetter(.link, asked: now)]) == .limited)
    #expect(Self.outcome(wish, Self.reader([:]), earlier: [RecentLetter(.link, asked: now)]) != .limited)
    let three = [Letter.Kind.confirm, .alreadyFollowing, .oldAddress].map { RecentLetter($0, asked: now) }
    #expect(Self.outcome(lost, reader, earlier: three) == .limited)
  }

  @Test func anHourIsLimitedByNetworkDomainAndSite() {
    var request = ReaderRequest(.subscribe([.weekly]), from: Self.ann)
    request.network = "192.0.2.0/24"
    let limits = LetterLimits()
    let cases: [(Int, String, String, Bool)] = [
      (limits.perNetwork - 1, "192.0.2.0/24", "other.example", true),
      (limits.perNetwork, "192.0.2.0/24", "other.example", false),
      (limits.perNetwork, "198.51.100.0/24", "other.example", true),
      (limits.perDomain - 1, "", "example.org", true), (limits.perDomain, "", "example.org", false),
      (limits.perSite - 1, "", "other.example", true), (limits.perSite, "", "other.example", false),
    ]
    for (count, network, domain, isAllowed) in cases {
      var traffic = LetterTraffic()
      traffic.add(count, from: network, to: domain)
      let outcome = Self.outcome(request, Self.reader([:]), traffic: traffic)
      #expect((outcome == .limited) == !isAllowed, "\(count) from \(network) to \(domain)")
    }
    request.network = ""
    var traffic = LetterTraffic()
    traffic.add(limits.perNetwork, from: "", to: "other.example")
    #expect(Self.outcome(request, Self.reader([:]), traffic: traffic) != .limited)
  }

  /// Sixty days of random requests and events.
  @Test func nobodySuppressedIsMailedAndNoLimitIsEverExceeded() {
    var numbers = SeededNumbers()
    let limits = LetterLimits()
    var letters: [String: [RecentLetter]] = [:]
    var all: [(at: Instant, domain: String)] = []
    var now = Self.now
    for _ in 0..<20_000 {
      now = now + .seconds(Int.random(in: 0..<260, using: &numbers))
      let domain = "d\(Int.random(in: 0..<3, using: &numbers)).example"
      let name = "r\(Int.random(in: 0..<40, using: &numbers))"
      let address = mailbox("\(name)@\(domain)")
      let statuses: [String: Subscription.Status] = ["weekly", "daily"].reduce(into: [:]) { statuses, digest in
        statuses[digest] = (Subscription.Status.allCases.map(Optional.some) + [nil]).randomElement(using: &numbers)!
      }
      let reasons = Suppression.Reason.allCases.map(Optional.some) + Array(repeating: nil, count: 12)
      let suppression = reasons.randomElement(using: &numbers) ?? nil
      let known = Self.reader(statuses, suppression: suppression)
      let wanted = [WantedDigest.weekly, .daily, WantedDigest("closed")].shuffled(using: &numbers).prefix(2)
      var request = ReaderRequest(Bool.random(using: &numbers) ? .findLink : .subscribe(Array(wanted)), from: address)
      request.network = "192.0.\(Int.random(in: 0..<4, using: &numbers)).0/24"
      var traffic = LetterTraffic()
      for letter in all.suffix(500) where letter.at > now - LetterTraffic.hour {
        traffic.add(from: "", to: letter.domain)
      }
      let own = letters[address.canonical, default: []]
      let rule = RequestRule(offered: ["weekly", "daily"], under: limits, at: now)
      let outcome = rule.outcome(of: request, for: known, earlier: own, traffic: traffic)
      guard case .letter(let plan) = outcome else { continue }
      #expect(suppression == nil)
      #expect(!plan.wanted.contains { $0.digest == "closed" })
      #expect(plan.pending.allSatisfy { statuses[$0.digest] == nil || statuses[$0.digest] == .pending })
      #expect(plan.wanted.isEmpty || plan.kind == .alreadyFollowing || plan.permit == .confirm)
      letters[address.canonical, default: []].append(RecentLetter(plan.kind, asked: now))
      all.append((now, domain))
      let alike = letters[address.canonical, default: []].filter { $0.kind == plan.kind }
      #expect(alike.count { $0.asked > now - limits.spacing } == 1)
      let moments = letters[address.canonical, default: []].map(\.asked)
      #expect(moments.count { $0 > now - .seconds(86_400) } <= limits.perDay)
      #expect(moments.count { $0 > now - LetterTraffic.memory } <= limits.perMonth)
      let hour = all.suffix(500).filter { $0.at > now - LetterTraffic.hour }
      #expect(hour.count <= limits.perSite && hour.count { $0.domain == domain } <= limits.perDomain)
    }
    #expect(all.count > 100)
  }
}
