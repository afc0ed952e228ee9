import CourantTesting
import Model
import Synchronization
import Time

/// A desk in memory, with the rules of ``ReaderDesk`` that are visible to pages.
final class MemoryDesk: ReaderDesk {
  struct Broken: Error {}

  struct State {
    var requests: [ReaderRequest] = []
    var accounts: [EmailAddress: ReaderAccount] = [:]
    var events: [EmailAddress: [ConsentEvent]] = [:]
    var issues: [EmailAddress: [SentIssue]] = [:]
    var permits: [String: Permit] = [:]
    /// Readers by feed token.
    var feedTokens: [String: EmailAddress] = [:]
    var documents: [PrivateDocument] = []
    var suppressed: Set<EmailAddress> = []
    /// Tokens of readers who were erased.
    var erased: Set<String> = []
    var counts: [String: Int] = [:]
    var changes = 0
    /// How many parts each transaction had.
    var together: [Int] = []
    var isBroken = false
    /// Held while the ledger is locked.
    var movesAsked: [EmailAddress] = []
  }

  private let state: Mutex<State>

  init() { state = Mutex(State()) }

  /// Tokens have 39 letters and digits.
  static func token(_ name: String) -> String { (name + String(repeating: "x", count: 39)).prefix(39).lowercased() }

  var seen: State { state.withLock { $0 } }

  func breakDown(_ isBroken: Bool = true) { state.withLock { $0.isBroken = isBroken } }

  /// A confirmed reader; returns the token of their subscription.
  @discardableResult func add(
    _ address: String, _ digest: String = "weekly", _ follows: Following = .all,
    status: Subscription.Status = .confirmed,
    language: String? = nil
  ) -> String {
    let mailbox = mailbox(address)
    let token = Self.token(String(address.prefix { $0 != "@" }) + digest)
    state.withLock { state in
      var account = state.accounts[mailbox] ?? ReaderAccount(address: mailbox, name: nil, language: language)
      var subscription = AccountSubscription(digest: digest, follows: follows, status: status, token: token)
      subscription.consentAt = status == .pending ? nil : .at("2026-11-01T10:00:00Z")
      account.subscriptions.append(subscription)
      state.accounts[mailbox] = account
    }
    return token
  }

  @discardableResult func permit(
    _ purpose: Permit.Purpose, _ address: String, _ wanted: [WantedDigest] = [WantedDigest("weekly")],
    at now: Instant = .at("2026-11-29T10:00:00Z")
  ) -> String {
    let token = Self.token(purpose.rawValue.replacing("-", with: "") + String(address.prefix { $0 != "@" }))
    state.withLock { state in
      var permit = Permit(
        purpose, id: Permit.ID(Int64(state.permits.count)), address: mailbox(address), issued: now)
      permit.wanted = wanted
      state.permits[token] = permit
    }
    return token
  }

  func together(_ body: () throws -> Void) throws {
    let before = seen.changes
    try body()
    state.withLock { $0.together.append($0.changes - before) }
  }

  private func write<Result>(_ body: (inout State) throws -> sending Result) throws -> sending Result {
    try state.withLock { state in
      if state.isBroken { throw Broken() }
      state.changes += 1
      return try body(&state)
    }
  }

  private func read<Result>(_ body: (State) throws -> sending Result) throws -> sending Result {
    try state.withLock { state in
      if state.isBroken { throw Broken() }
      return try body(state)
    }
  }

  func record(_ requests: [ReaderRequest], at now: Instant) throws { try write { $0.requests += requests } }

  func settleRequests(
    _ limit: Int, offered: Set<String>, under limits: LetterLimits, at now: Instant
  ) throws -> SettledRequests { SettledRequests() }

  func eraseLapsed(at now: Instant) throws -> Int { 0 }

  func endPauses(at now: Instant) throws -> Int { 0 }

  func permit(_ token: String) throws -> Permit? { try read { $0.permits[token.lowercased()] } }

  private func use<Result: Hashable & Sendable>(
    _ token: String, _ purpose: Permit.Purpose, at now: Instant,
    _ act: (inout State, Permit) -> PermitAnswer<Result>
  ) throws -> PermitAnswer<Result> {
    try write { state in
      guard var permit = state.permits[token], permit.purpose == purpose else { return .unknown }
      guard now < permit.lapses else { return .lapsed }
      permit.used = permit.used ?? now
      state.permits[token] = permit
      return act(&state, permit)
    }
  }

  func fate(ofPermit token: String, at now: Instant) throws -> PermitFate {
    try read { state in
      guard let permit = state.permits[token.lowercased()] else { return PermitFate(.unknown) }
      let account = state.accounts[permit.address]
      let isHeld = account?.subscriptions.contains { $0.status == .confirmed } ?? false
      let isDone = permit.used != nil && isHeld && permit.purpose != .access && permit.purpose != .comeBack
      var fate = PermitFate(isDone ? .done : now < permit.lapses ? .open : .lapsed)
      fate.purpose = permit.purpose
      fate.account = account
      return fate
    }
  }

  func confirm(
    _ token: String, origin: String, welcoming: Set<String>, at now: Instant
  ) throws -> PermitAnswer<ReaderAccount> {
    try use(token, .confirm, at: now) { state, permit in
      guard !state.suppressed.contains(permit.address), var account = state.accounts[permit.address] else {
        return .over
      }
      guard account.subscriptions.contains(where: { $0.status != .ended }) else { return .over }
      account.subscriptions = account.subscriptions.map { $0.with(.confirmed) }
      state.accounts[permit.address] = account
      account.welcomed = permit.wanted.map(\.digest).filter(welcoming.contains)
      return .done(account)
    }
  }

  func refuse(_ token: String, at now: Instant) throws -> PermitAnswer<EmailAddress> {
    try use(token, .confirm, at: now) { state, permit in
      state.suppressed.insert(permit.address)
      state.accounts[permit.address] = nil
      return .done(permit.address)
    }
  }

  func comeBack(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try use(token, .comeBack, at: now) { state, permit in
      guard var account = state.accounts[permit.address] else { return .over }
      let names = permit.wanted.map(\.digest)
      account.subscriptions = account.subscriptions.map { names.contains($0.digest) ? $0.with(.confirmed) : $0 }
      state.accounts[permit.address] = account
      return .done(account)
    }
  }

  func account(accessedBy token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try read { state in
      guard let permit = state.permits[token], permit.purpose == .access else { return .unknown }
      guard now < permit.lapses else { return .lapsed }
      return state.accounts[permit.address].map { .done($0) } ?? .over
    }
  }

  func askToMove(
    to new: EmailAddress, by access: String, under limits: LetterLimits, at now: Instant
  ) throws -> PermitAnswer<EmailAddress> {
    try use(access, .access, at: now) { state, _ in
      state.movesAsked.append(new)
      return .done(new)
    }
  }

  func move(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try use(token, .newAddress, at: now) { state, permit in
      guard let old = state.accounts.keys.first, let account = state.accounts[old] else { return .over }
      var moved = ReaderAccount(address: permit.address, name: account.name, language: account.language)
      moved.subscriptions = account.subscriptions
      state.accounts = [permit.address: moved]
      return .done(moved)
    }
  }

  func moveBack(_ token: String, at now: Instant) throws -> PermitAnswer<ReaderAccount> {
    try use(token, .oldAddress, at: now) { state, permit in
      guard let new = state.accounts.keys.first, let account = state.accounts[new] else { return .over }
      var moved = ReaderAccount(address: permit.address, name: account.name, language: account.language)
      moved.subscriptions = account.subscriptions
      state.accounts = [permit.address: moved]
      return .done(moved)
    }
  }

  func erase(_ token: String, at now: Instant) throws -> PermitAnswer<EmailAddress> {
    try use(token, .access, at: now) { state, permit in
      state.erased.formUnion(state.accounts[permit.address]?.subscriptions.map(\.token) ?? [])
      state.accounts[permit.address] = nil
      state.permits[token] = nil
      return .done(permit.address)
    }
  }

  func account(of token: String) throws -> ReaderAccount? { try read { $0.account(of: token) } }

  func hasMade(_ token: String) -> Bool {
    state.withLock { $0.erased.contains(token.lowercased()) || $0.account(of: token) != nil }
  }

  func leave(_ token: String, all: Bool, origin: String, at now: Instant) throws -> Left? {
    try write { state in
      if state.erased.contains(token.lowercased()) { return Left([], isNew: false) }
      guard var account = state.account(of: token) else { return nil }
      let ended = account.subscriptions.filter { all || $0.token == token.lowercased() }
      let isNew = ended.contains { $0.status != .ended }
      account.subscriptions = account.subscriptions.map { subscription in
        ended.contains(subscription) ? subscription.with(.ended) : subscription
      }
      state.accounts[account.address] = account
      var left = Left(ended.map(\.digest), isNew: isNew)
      guard isNew else { return left }
      let permit = Self.token("comeback" + account.address.localPart)
      var back = Permit(.comeBack, id: Permit.ID(99), address: account.address, issued: now)
      back.wanted = ended.map { WantedDigest($0.digest, $0.follows) }
      state.permits[permit] = back
      left.comeBack = permit
      return left
    }
  }

  func save(
    _ choices: ReaderChoices, by token: String, under limits: LetterLimits, at now: Instant
  ) throws -> SavedChoices? {
    try write { state in
      guard let before = state.account(of: token) else { return nil }
      var after = ReaderAccount(address: before.address, name: before.name, language: choices.language)
      var asked: [String] = []
      let left = before.subscriptions.map(\.digest).filter { old in !choices.digests.contains { $0.digest == old } }
      let isChange = { (new: String) in
        choices.families.contains { family in family.contains(new) && left.contains(where: family.contains) }
      }
      for old in before.subscriptions {
        let wanted = choices.digests.first { $0.digest == old.digest }
        let again: Subscription.Status = isChange(old.digest) ? .confirmed : .pending
        let status: Subscription.Status = wanted == nil ? .ended : old.status == .ended ? again : old.status
        if status == .pending { asked.append(old.digest) }
        after.subscriptions.append(
          AccountSubscription(
            digest: old.digest, follows: wanted?.follows ?? old.follows, status: status, token: old.token))
      }
      for wanted in choices.digests where !before.subscriptions.contains(where: { $0.digest == wanted.digest }) {
        let isChange = isChange(wanted.digest)
        if !isChange { asked.append(wanted.digest) }
        let own = Self.token(before.address.localPart + wanted.digest)
        let status: Subscription.Status = isChange ? .confirmed : .pending
        after.subscriptions.append(
          AccountSubscription(digest: wanted.digest, follows: wanted.follows, status: status, token: own))
      }
      state.accounts[before.address] = after
      return SavedChoices(before: before, after: after, asked: asked)
    }
  }

  func pause(until: Instant?, by token: String, at now: Instant) throws -> ReaderAccount? {
    try write { state in
      guard var account = state.account(of: token) else { return nil }
      account.pausedUntil = until
      state.accounts[account.address] = account
      return account
    }
  }

  func consentEvents(of address: EmailAddress) throws -> [ConsentEvent] { try read { $0.events[address] ?? [] } }

  func forEachConsentEvent(_ body: (EmailAddress, ConsentEvent) throws -> Void) throws {}

  func issues(to address: EmailAddress) throws -> [SentIssue] { try read { $0.issues[address] ?? [] } }

  func add(_ issue: SentIssue, to address: String) {
    state.withLock { $0.issues[mailbox(address), default: []].append(issue) }
  }

  func add(_ event: ConsentEvent, of address: String) {
    state.withLock { $0.events[mailbox(address), default: []].append(event) }
  }

  func count(_ counts: [String: Int], at now: Instant) throws {
    try write { $0.counts.merge(counts, uniquingKeysWith: +) }
  }

  func counts(of day: Instant) throws -> [String: Int] { try read { $0.counts } }
}

extension MemoryDesk: PrivateFeedBook {
  func record(privateDocuments: [PrivateDocument], at now: Instant) throws {
    try write { state in
      state.documents = privateDocuments.map { document in
        var document = document
        document.changed = now
        return document
      }
    }
  }

  func privateDocument(of feed: Feed.Name, _ format: Feed.Format) throws -> PrivateDocument? {
    try read { $0.documents.first { $0.feed == feed && $0.format == format } }
  }

  func follows(ofFeedToken token: String) throws -> [WantedDigest] {
    try read { state in
      let account = state.feedTokens[token.lowercased()].flatMap { state.accounts[$0] }
      return account?.confirmed ?? []
    }
  }

  func newFeedToken(for address: EmailAddress, at now: Instant) throws -> NewFeedToken? {
    let token = Self.token("feed" + address.localPart)
    try write { $0.feedTokens[token] = address }
    return NewFeedToken(token, follows: try follows(ofFeedToken: token))
  }

  func newFeedToken(for letter: Letter.ID, at now: Instant) throws -> NewFeedToken? { nil }

  func feedTokenDate(of address: EmailAddress) throws -> Instant? {
    try read { $0.feedTokens.values.contains(address) ? .at("2026-11-01T10:00:00Z") : nil }
  }

  func revokeFeedTokens(of address: EmailAddress?) throws -> Int {
    try write { state in
      let before = state.feedTokens.count
      state.feedTokens = state.feedTokens.filter { address != nil && $0.value != address }
      return before - state.feedTokens.count
    }
  }
}

extension MemoryDesk.State {
  fileprivate func account(of token: String) -> ReaderAccount? {
    accounts.values.first { $0.subscriptions.contains { $0.token == token.lowercased() } }
  }
}

extension AccountSubscription {
  fileprivate func with(_ status: Subscription.Status) -> AccountSubscription {
    var changed = AccountSubscription(digest: digest, follows: follows, status: status, token: token)
    changed.consentAt = consentAt
    return changed
  }
}
