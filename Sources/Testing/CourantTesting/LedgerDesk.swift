package import Model
package import Time

/// Shorthand for tests of the desk.
extension ReaderRequest {
  package static func subscribe(_ address: String, _ wanted: WantedDigest...) -> ReaderRequest {
    var request = ReaderRequest(.subscribe(wanted.isEmpty ? [WantedDigest("weekly")] : wanted), from: mailbox(address))
    request.origin = "https://research.example.org/subscribe/"
    request.words = "Yes, mail me."
    request.network = "192.0.2.0/24"
    request.language = "de"
    return request
  }
}

extension WantedDigest {
  package static let weekly = WantedDigest("weekly")
  package static let daily = WantedDigest("daily")
}

/// Both digests of the tests are open.
let openDigests: Set<String> = ["weekly", "daily"]

extension ReaderDesk {
  /// Records and judges a request. Returns the number of letters.
  @discardableResult package func ask(
    _ request: ReaderRequest, offered: Set<String> = ["weekly", "daily"], at now: Instant
  ) throws -> Int {
    try record([request], at: now)
    return try settleRequests(10, offered: offered, under: LetterLimits(), at: now).letters
  }
}

/// The desk and the letters of one ledger.
struct Desk {
  let ledger: any Ledger

  /// The letter that waits longest; it is dropped from the queue as accepted.
  func letter(at now: Instant) throws -> Letter {
    var claims: [Claim] = []
    // A letter that is no longer wanted is dropped instead.
    while claims.isEmpty, try due(at: now) > 0 { claims = try ledger.letterHands.claim(1, at: now) }
    guard let claim = claims.first, let id = Letter.id(of: claim.delivery), let letter = try ledger.letter(id) else {
      throw LedgerSuite.Broken(description: "no letter waits")
    }
    try expect(claim.issue.number, Int(id.number), "the number of its issue")
    try expect(try ledger.letterHands.commit(claim.delivery, at: now), true, "the letter may go")
    try ledger.letterHands.record([accepted(claim, at: now)], at: now)
    return letter
  }

  /// The token of the next letter's permit.
  func permit(at now: Instant) throws -> String {
    guard let permit = try letter(at: now).permit else { throw LedgerSuite.Broken(description: "it has no permit") }
    return permit
  }

  /// Asks, and confirms by the letter. Returns the token of the subscription.
  @discardableResult func join(_ address: String, _ wanted: WantedDigest..., at now: Instant) throws -> String {
    var request = ReaderRequest.subscribe(address)
    request = .init(.subscribe(wanted.isEmpty ? [.weekly] : wanted), from: request.address)
    try ledger.ask(request, at: now)
    var letter = try letter(at: now)
    while letter.address != request.address { letter = try self.letter(at: now) }
    let answer = try ledger.confirm(letter.permit ?? "", origin: "https://research.example.org/confirm/", at: now)
    guard case .done(let account) = answer, let token = account.subscriptions.last?.token else {
      throw LedgerSuite.Broken(description: "\(answer) is not an account")
    }
    return token
  }

  func due(at now: Instant) throws -> Int { try ledger.letterHands.due(at: now) }

  /// `weekly * confirmed`, in the order in which they began.
  func reads(_ address: String) throws -> [String] {
    try ledger.subscriptions(of: mailbox(address)).map { "\($0.digest) \($0.follows.text) \($0.status.rawValue)" }
  }

  /// `asked weekly`.
  func events(of address: String) throws -> [String] {
    try ledger.consentEvents(of: mailbox(address)).map { event in
      ([event.kind.rawValue] + [event.digest].compactMap(\.self)).joined(separator: " ")
    }
  }

  private func accepted(_ claim: Claim, at now: Instant) -> Attempt {
    let reply = Reply(stage: .finalDot, code: 250, status: nil, text: "OK")
    return Attempt(delivery: claim.delivery, at: now, outcome: .accepted(reply), verdict: .accepted)
  }
}

extension Instant {
  /// Minutes later.
  func minutes(_ count: Int) -> Instant { self + .seconds(60 * count) }
  func days(_ count: Int) -> Instant { self + .seconds(86_400 * count) }
}
