package import Model
internal import Synchronization
package import Time

/// A ledger that fails as if the process were killed before or after its n-th write. From then on every call fails, so
/// that no clean-up runs that a killed process could not run.
///
/// Each function of a port says whether it reads or writes, and is forwarded. Those of the press book, of readers and of
/// deliveries have a file each.
package final class StoppingLedger: Sendable {
  package enum Moment: Hashable, Sendable, CustomStringConvertible {
    /// The write is lost.
    case before(Int)
    /// The write is durable, but its caller gets no result.
    case after(Int)
    /// The first write of this function is lost.
    case beforeFirst(of: String)

    package var description: String {
      switch self {
      case .before(let write): "before write \(write)"
      case .after(let write): "after write \(write)"
      case .beforeFirst(let function): "before the first write of \(function)"
      }
    }
  }

  package struct Stopped: Error {}

  let ledger: any Ledger
  private let moment: Moment?
  private let unreadable: String?
  private let interruption: (function: String, happens: @Sendable () throws -> Void)?
  private let machine: String?
  private let claimsPages: Bool
  private let state = Mutex(State())

  private struct State {
    var writes = 0
    var isStopped = false
    var place = ""
    var lookups = 0
    var reads: [String: Int] = [:]

    mutating func stop(_ function: String) -> Stopped {
      isStopped = true
      place = function
      return Stopped()
    }
  }

  /// Whether that write has been reached.
  package var isStopped: Bool { state.withLock { $0.isStopped } }
  /// The function that made the last write.
  package var place: String { state.withLock { $0.place } }

  private init(
    _ ledger: any Ledger, moment: Moment? = nil, unreadable: String? = nil,
    interruption: (function: String, happens: @Sendable () throws -> Void)? = nil, machine: String? = nil,
    claimsPages: Bool = false
  ) {
    self.ledger = ledger
    self.moment = moment
    self.unreadable = unreadable
    self.interruption = interruption
    self.machine = machine
    self.claimsPages = claimsPages
  }

  package convenience init(_ ledger: any Ledger, stopping moment: Moment) { self.init(ledger, moment: moment) }

  /// Does not stop, but every read by this function fails, as on a broken disk.
  package convenience init(_ ledger: any Ledger, unreadable function: String) {
    self.init(ledger, moment: nil, unreadable: function)
  }

  /// Does not stop, but an external change happens directly after each write by this function.
  package convenience init(
    _ ledger: any Ledger, after function: String, happens: @escaping @Sendable () throws -> Void
  ) {
    self.init(ledger, interruption: (function, happens))
  }

  /// Does not stop, but several machines share it, and this is the name of one.
  package convenience init(_ ledger: any Ledger, on machine: String) { self.init(ledger, machine: machine) }

  /// Does not stop. If asked for the file with a page or id, it may name one that does not exist, so that gathering compares files
  /// with all articles.
  package convenience init(_ ledger: any Ledger, claimingAllPages: Bool) {
    self.init(ledger, claimsPages: claimingAllPages)
  }

  /// How often this function read the ledger.
  package func reads(by function: String) -> Int { state.withLock { $0.reads[function, default: 0] } }

  /// How many pages and ids of articles were looked up; those that were claimed do not count.
  package var lookups: Int { state.withLock { $0.lookups } }

  func claimed(_ places: [FilePlace]) -> [FilePlace] {
    if claimsPages { return places + [FilePlace(source: "none", path: "none.md")] }
    state.withLock { $0.lookups += 1 }
    return places
  }
}

extension StoppingLedger {
  func read<Result>(
    function: String = #function, _ body: (any Ledger) throws -> Result
  ) throws -> Result {
    if isStopped { throw Stopped() }
    state.withLock { $0.reads[function, default: 0] += 1 }
    if function == unreadable { throw LedgerError("the ledger cannot be read: disk I/O error") }
    return try body(ledger)
  }

  func write<Result>(
    function: String = #function, _ body: (any Ledger) throws -> Result
  ) throws -> Result {
    let number = try state.withLock { state in
      if state.isStopped { throw Stopped() }
      state.writes += 1
      if moment == .before(state.writes) || moment == .beforeFirst(of: function) { throw state.stop(function) }
      return state.writes
    }
    let result = try body(ledger)
    if moment == .after(number) { throw state.withLock { $0.stop(function) } }
    if let interruption, interruption.function == function { try interruption.happens() }
    return result
  }
}

extension StoppingLedger: RunLock, NoteBook, SiteSecret {
  package func withRunLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try read { try $0.withRunLock(body) }
  }

  package func withDeliveryLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try read { try $0.withDeliveryLock(body) }
  }

  package func withSharedDeliveryLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try read { try $0.withSharedDeliveryLock(body) }
  }

  package var isShared: Bool { machine != nil || ledger.isShared }
  package func sendingFault(clock: Instant) throws -> String? { try read { try $0.sendingFault(clock: clock) } }

  package func note(_ key: String) throws -> String? { try read { try $0.note(key) } }
  package func setNote(_ key: String, _ value: String) throws { try write { try $0.setNote(key, value) } }
  package var secret: [UInt8] { ledger.secret }
}

extension StoppingLedger: OutsideBook {
  package func beginRun(at now: Instant) throws -> Int { try write { try $0.beginRun(at: now) } }
  package func loss() throws -> LedgerLoss? { try read { try $0.loss() } }
  package func lostIssues() throws -> [LostIssue] { try read { try $0.lostIssues() } }
  package func lostRenames() throws -> [LostRename] { try read { try $0.lostRenames() } }
  package func name(ofDigestOnce old: String) throws -> String? { try read { try $0.name(ofDigestOnce: old) } }
  package func lostDepartures() throws -> Int { try read { try $0.lostDepartures() } }
  package func doubtful() throws -> [DoubtfulDelivery] { try read { try $0.doubtful() } }
  package func settle(accepted deliveries: [Delivery.ID], reply: String, at now: Instant) throws -> Int {
    try write { try $0.settle(accepted: deliveries, reply: reply, at: now) }
  }
  package func doubtfulDeliveries() throws -> Int { try read { try $0.doubtfulDeliveries() } }

  package func restore(_ issues: [LostIssue], sendingAgain: Bool, at now: Instant) throws -> Restored {
    try write { try $0.restore(issues, sendingAgain: sendingAgain, at: now) }
  }
}

extension StoppingLedger: MachineBook {
  package func workingMachines() throws -> [WorkingMachine] { try read { try $0.workingMachines() } }
  package var thisMachine: String? { machine ?? ledger.thisMachine }
}

extension StoppingLedger: ClockBook {
  package func latestMoment() throws -> Instant? { try read { try $0.latestMoment() } }
  package func undoFuture(after now: Instant) throws -> Int { try write { try $0.undoFuture(after: now) } }
}

extension StoppingLedger: PruneBook {
  package func prunable(before then: Instant) throws -> Pruned { try read { try $0.prunable(before: then) } }
  package func prune(before then: Instant, atMost limit: Int) throws -> Pruned {
    try write { try $0.prune(before: then, atMost: limit) }
  }
}

extension StoppingLedger: PauseBook {
  package func sendingPause() throws -> SendingPause? { try read { try $0.sendingPause() } }
  package func pauseSending(_ pause: SendingPause) throws { try write { try $0.pauseSending(pause) } }
  package func resumeSending() throws -> SendingPause? { try write { try $0.resumeSending() } }
}

extension StoppingLedger: AuditBook {
  package func record(_ act: Act) throws { try write { try $0.record(act) } }

  package func acts(
    since: Instant?, about reader: EmailAddress?, before page: RecordedAct.ID?, limit: Int
  ) throws -> [RecordedAct] {
    try read { try $0.acts(since: since, about: reader, before: page, limit: limit) }
  }
}

extension StoppingLedger: AlertBook {
  package func knownAlerts() throws -> [KnownAlert] { try read { try $0.knownAlerts() } }
  package func setKnownAlerts(_ alerts: [KnownAlert]) throws { try write { try $0.setKnownAlerts(alerts) } }

  package func queue(_ note: OperatorNote, to operators: [EmailAddress], at now: Instant) throws {
    try write { try $0.queue(note, to: operators, at: now) }
  }

  package func lettersAsked(after instant: Instant) throws -> Int {
    try read { try $0.lettersAsked(after: instant) }
  }
}

extension StoppingLedger: WebhookBook {
  package func keepEvents(for names: Set<String>) throws { try write { try $0.keepEvents(for: names) } }
  package func webhooks() throws -> [WebhookState] { try read { try $0.webhooks() } }
  package func record(_ state: WebhookState) throws { try write { try $0.record(state) } }

  package func events(
    after number: Int64, of kinds: Set<WebhookEvent.Kind>, limit: Int
  ) throws -> [WebhookEvent] {
    try read { try $0.events(after: number, of: kinds, limit: limit) }
  }

  package func countEvents(after number: Int64, of kinds: Set<WebhookEvent.Kind>) throws -> Int {
    try read { try $0.countEvents(after: number, of: kinds) }
  }

  package func recordSentIssues(at now: Instant) throws { try write { try $0.recordSentIssues(at: now) } }
  package func deleteTakenEvents() throws { try write { try $0.deleteTakenEvents() } }

  package func withWebhookLock<Result>(_ body: () throws -> Result) throws -> Result? {
    try read { try $0.withWebhookLock(body) }
  }
}
