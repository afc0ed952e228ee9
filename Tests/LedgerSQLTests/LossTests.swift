@testable import CourantTesting
import Foundation
@testable import LedgerSQL
import Model
import Testing
import Time

private let now = Instant.at("2026-11-23T07:00:05Z")

/// An incomplete ledger reports it until the loss is restored.
@Suite struct LossTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/courant.sqlite" }

  init() throws { folder = try TemporaryFolder() }

  private func open(machine: String? = nil) throws -> SQLLedger { try SQLLedger(path: path, machine: machine) }

  private func copy(_ file: String, to other: String) throws {
    let target = folder.path + "/" + other
    try? FileManager.default.removeItem(atPath: target)
    try FileManager.default.copyItem(atPath: folder.path + "/" + file, toPath: target)
  }

  /// A run by which the ledger has an issue to two readers, all of it claimed.
  private func sendingLedger() throws -> (SQLLedger, [Claim]) {
    let ledger = try open()
    _ = try ledger.beginRun(at: now)
    return (ledger, try LedgerSuite.claims(["ann@example.org", "bob@example.org", "cy@example.org"], of: ledger))
  }

  @Test func aLedgerThatWasClosedLacksNothing() throws {
    do { _ = try sendingLedger() }
    #expect(try open().loss() == nil)
    #expect(try SQLLedger(copying: path).loss() == nil)
  }

  /// The state that `kill -9` leaves: the files as they are at this instant.
  @Test func aLedgerWhoseRunWasKilledLacksNothingWhileItsLogIsThere() throws {
    let (ledger, _) = try sendingLedger()
    for ending in ["", "-wal"] { try copy("courant.sqlite\(ending)", to: "killed.sqlite\(ending)") }
    try copy("courant.pulse", to: "killed.pulse")
    try copy("courant.journal", to: "killed.journal")
    #expect(try SQLLedger(path: folder.path + "/killed.sqlite").loss() == nil)
    _ = ledger
  }

  @Test func aLedgerWithADeletedLogReportsItAndTheDoubtfulDeliveries() throws {
    let (ledger, claims) = try sendingLedger()
    try copy("courant.sqlite", to: "killed.sqlite")
    try copy("courant.pulse", to: "killed.pulse")
    try copy("courant.journal", to: "killed.journal")
    _ = ledger
    let found = try SQLLedger(path: folder.path + "/killed.sqlite")
    #expect(try found.loss()?.cause == .older)
    #expect(try found.loss()?.claimed == claims.map(\.delivery.number).max())
    // It does not heal by being used.
    for _ in 0..<50 { try found.setNote("k", "\(UUID())") }
    #expect(try SQLLedger(path: folder.path + "/killed.sqlite").loss()?.cause == .older)
  }

  @Test func anOldCopyInPlaceOfTheLedgerLacksWhatCameAfterIt() throws {
    do { _ = try open().enrol([.confirmed("ann@example.org")], at: now) }
    try copy("courant.sqlite", to: "backup")
    do { _ = try open().end(mailbox("ann@example.org"), digest: "weekly", at: now) }
    try copy("backup", to: "courant.sqlite")
    #expect(try SQLLedger(copying: path).loss() == LedgerLoss(.older, writes: 1, claimed: 0))
    #expect(try open().loss() == LedgerLoss(.older, writes: 1, claimed: 0))
    #expect(try open().restore([], sendingAgain: false, at: now) == Restored(departures: 1, issues: 0, doubtful: 0))
    #expect(try open().loss() == nil)
    #expect(try open().counts(of: "weekly") == [.ended: 1])
  }

  /// A backup is copied over the database while the -wal of a killed run is next to it.
  @Test func anOldDatabaseNextToANewLogIsFound() throws {
    do { _ = try open().enrol([.confirmed("zoe@example.org")], at: now) }
    try copy("courant.sqlite", to: "killed.sqlite")
    let (ledger, _) = try sendingLedger()
    try copy("courant.sqlite-wal", to: "killed.sqlite-wal")
    try copy("courant.pulse", to: "killed.pulse")
    _ = ledger
    switch Result(catching: { try SQLLedger(path: folder.path + "/killed.sqlite").loss()?.cause }) {
    case .success(let cause): #expect(cause == .older)
    case .failure(let error): #expect(error is LedgerError)  // it is malformed and reported
    }
  }

  @Test func aNewLedgerKeepsTheSecretAndTheDepartures() throws {
    let secret = try open().secret
    do {
      let ledger = try open()
      _ = try ledger.beginRun(at: now)
      _ = try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: now)
      _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: now)
      _ = try ledger.end(mailbox("bob@example.org"), digest: nil, at: now)
    }
    for file in folder.files() where file.hasPrefix("courant.sqlite") { try folder.remove(file) }
    let ledger = try open()
    #expect(ledger.secret == secret)
    #expect(try ledger.loss()?.cause == .replaced)
    #expect(try ledger.restore([], sendingAgain: false, at: now).departures == 3)
    #expect(
      try ledger.enrol([.confirmed("ann@example.org"), .confirmed("bob@example.org")], at: now) == [
        .staysEnded, .staysEnded,
      ])
    // Nor under another digest's name: it may be a new name of the one they left.
    var renamed = Enrolment.confirmed("ann@example.org")
    renamed.digest = "news"
    #expect(try ledger.enrol([renamed], offered: ["news"], at: now) == [.staysEnded])
    var returning = Enrolment.confirmed("ann@example.org")
    returning.isReturning = true
    #expect(try ledger.enrol([returning], at: now) == [.added])
  }

  @Test func aCopyOnAnotherMachineWaitsAndAMovedSiteThatNeverMailedDoesNot() throws {
    _ = try open(machine: "one").beginRun(at: now)
    _ = try open(machine: "two").beginRun(at: now)
    #expect(try open(machine: "two").loss() == nil)
    _ = try LedgerSuite.claims(["ann@example.org"], of: open(machine: "two"))
    _ = try open(machine: "one").beginRun(at: now)
    #expect(try open(machine: "one").loss() == LedgerLoss(.moved))
    // A container has no name.
    let taken = try open(machine: "one").restore([], sendingAgain: false, at: now)
    #expect(taken == Restored(departures: 0, issues: 0, doubtful: 1))
    _ = try open(machine: nil).beginRun(at: now)
    _ = try open(machine: "one").beginRun(at: now)
    #expect(try open(machine: "one").loss() == nil)
  }

  @Test func doubtfulDeliveriesAreNotSentAndTheRestAre() throws {
    let (ledger, claims) = try sendingLedger()
    try ledger.write { try SQLLedger.setLoss(LedgerLoss(.older, claimed: claims[1].delivery.number), $0) }
    #expect(try ledger.doubtfulDeliveries() == 2)
    #expect(
      try ledger.restore([], sendingAgain: false, at: now) == Restored(departures: 0, issues: 0, doubtful: 2))
    #expect(try ledger.tally(of: nil) == [.uncertain: 2, .queued: 1])
    #expect(try ledger.claim(9, at: now).map(\.delivery) == [claims[2].delivery])
    // For all this ledger knows, they were never tried; the operator may send them.
    #expect(try ledger.resend(.init(1), to: .refused, at: now)?.uncertain == 2)
    #expect(try ledger.resend(.init(1), to: [.refused, .uncertain], at: now)?.queued == 2)
  }

  @Test func onTheOperatorsWordItIsSentAgain() throws {
    let (ledger, claims) = try sendingLedger()
    try ledger.write { try SQLLedger.setLoss(LedgerLoss(.older), $0) }
    #expect(try ledger.restore([], sendingAgain: true, at: now).doubtful == 3)
    #expect(try ledger.claim(9, at: now).map(\.delivery) == claims.map(\.delivery))
  }

  @Test func tokensOfLostSubscriptionsNeverIdentifyLaterOnes() throws {
    let (ledger, claims) = try sendingLedger()
    _ = try ledger.restore([], sendingAgain: false, at: now)
    _ = try ledger.enrol([.confirmed("dan@example.org")], at: now)
    let token = try ledger.addressee(mailbox("dan@example.org"), digest: "weekly")?.0.token
    #expect(ledger.tokens.number(.subscription, in: try #require(token)) == 1 << 32 + 1)
    #expect(claims.map(\.delivery.number).max() == 3)
    let next = Slot(digest: "weekly", wallTime: "2026-11-30T07:00", due: .at("2026-11-30T07:00:00Z"))
    _ = try ledger.freeze(freezing(number: 2, slot: next, sections: [("all", "b")]), edition: edition)
    #expect(try ledger.claim(9, at: .at("2026-11-30T07:00:05Z")).map(\.delivery.number).min() == 1 << 32 + 1)
  }

  @Test func anIssueOnlyInTheJournalStopsTheMailAndIsRestored() throws {
    do { _ = try sendingLedger() }
    for file in ["courant.sqlite", "courant.pulse"] { try folder.remove(file) }
    let ledger = try open()
    _ = try ledger.beginRun(at: now)
    #expect(try ledger.loss() == LedgerLoss(.lacksIssues))
    let lost = try ledger.lostIssues()
    #expect(lost.map(\.number) == [1])
    #expect(lost.map(\.articles) == [[Article.ID("a")]])
    #expect(try ledger.restore(lost, sendingAgain: false, at: now).issues == 1)
    #expect(try ledger.settled(in: "weekly") == [Article.ID("a")])
    #expect(try ledger.slots(of: "weekly").map(\.state) == [.issued])
    #expect(try ledger.issue("weekly", number: 1)?.identity == "identity of 1")
    #expect(try ledger.nextNumber(of: "weekly") == 2)
    #expect(try ledger.lostIssues() == [])
  }
}
