@testable import CourantTesting
import GRDB
@testable import LedgerSQL
import Model
import Testing
import Time

private let morning = Instant.at("2026-11-23T07:00:05Z")
private let today = Int(morning.seconds / 86_400)
private let day = Duration.seconds(86_400)

/// The counts on the operators' pages.
@Suite struct DeskCountTests {
  /// Its folder exists as long as this value does.
  private let house: SQLiteHouse
  private let ledger: SQLLedger

  init() throws {
    house = try SQLiteHouse()
    ledger = try house.openLedger()
  }

  private func growth() throws -> [String] {
    try ledger.growth(of: "weekly", since: 0).map { "\($0.day - today) \($0.kind.rawValue) \($0.readers)" }
  }

  @Test func comingAndLeavingAreCountedByDay() throws {
    _ = try ledger.enrol(["ann", "bob", "cat", "dan"].map { .confirmed("\($0)@example.org") }, at: morning)
    _ = try ledger.end(mailbox("ann@example.org"), digest: "weekly", at: morning + day)
    _ = try ledger.end(mailbox("bob@example.org"), digest: nil, at: morning + day)
    _ = try ledger.forget(mailbox("cat@example.org"), at: morning + day * 2)
    #expect(try growth() == ["0 come 4", "1 left 1", "1 operator 1", "2 forgotten 1"])
    #expect(try ledger.mailableReaders(of: "weekly") == 1)
  }

  /// The list was built up elsewhere, earlier.
  @Test func importedReadersCameWhenTheyConsented() throws {
    var row = Enrolment.confirmed("ann@example.org")
    row.consentAt = morning - day * 30
    _ = try ledger.enrol([row], at: morning)
    #expect(try growth() == ["-30 come 1"])
  }

  /// Their consent was given for another digest.
  @Test func whoChangesDigestComesToTheOtherOnThatDay() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org", digest: "daily")], at: morning - day * 9)
    let token = try #require(try ledger.addressee(mailbox("ann@example.org"), digest: "daily")).0.token
    var choices = ReaderChoices([WantedDigest("weekly")])
    choices.families = [["daily", "weekly"]]
    _ = try ledger.save(choices, by: token, under: LetterLimits(), at: morning)
    #expect(try growth() == ["0 come 1"])
    #expect(try ledger.mailableReaders(of: "daily") == 0)
  }

  @Test func aRenamedDigestKeepsItsCounts() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org", digest: "old")], at: morning - day)
    _ = try ledger.enrol([.confirmed("bob@example.org")], at: morning - day)
    _ = try ledger.rename(digest: "old", to: "weekly", at: morning)
    #expect(try growth() == ["-1 come 2"])
    #expect(try ledger.growth(of: "old", since: 0) == [])
    try CountTests.expectReadersCounted(ledger)
  }

  @Test func anOlderLedgerIsCountedOnce() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/ledger.sqlite"
    do {
      let database = try DatabaseQueue(path: path)
      try Schema.migrator.migrate(database, upTo: "63 welcomes")
      try database.write { try $0.execute(sql: Self.older) }
    }
    let ledger = try SQLLedger(path: path)
    let growth = try ledger.growth(of: "weekly", since: 0).map { "\($0.day) \($0.kind.rawValue) \($0.readers)" }
    #expect(growth == ["1 come 4", "2 left 1", "3 bounce 1", "3 complaint 1"])
    #expect(try ledger.mailableReaders(of: "weekly") == 1)
    #expect(try ledger.readers(matching: "r3@d", limit: 9).map(\.address) == [mailbox("r3@d.example")])
  }

  /// One stays, one left, one bounced, one complained and left later, one is pending.
  private static let older = """
    WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 5)
      INSERT INTO subscriber (id, address, written, domain, hash, created)
      SELECT id, 'r' || id || '@d.example', 'r' || id || '@d.example', 'd.example', 'h' || id, 1 FROM n;
    INSERT INTO suppression VALUES ('h3', 'bounce', 259300), ('h4', 'complaint', 259300);
    INSERT INTO subscription (id, subscriber, digest, feeds, status, consent, ended) VALUES
      (1, 1, 'weekly', '*', 'confirmed', 86400, NULL), (2, 2, 'weekly', '*', 'ended', 86401, 172900),
      (3, 3, 'weekly', '*', 'confirmed', 86402, NULL), (4, 4, 'weekly', '*', 'ended', 86403, 345700),
      (5, 5, 'weekly', '*', 'pending', NULL, NULL);
    """

  // MARK: - After an issue

  private func sent(_ names: [String]) throws -> [Claim] {
    let claims = try LedgerSuite.claims(names.map { "\($0)@example.org" }, of: ledger)
    return claims
  }

  private func record(_ claim: Claim, _ outcome: Outcome, _ verdict: Model.Verdict, at now: Instant) throws {
    if case .accepted = outcome { _ = try ledger.commit(claim.delivery, at: now) }
    try ledger.record([Attempt(delivery: claim.delivery, at: now, outcome: outcome, verdict: verdict)], at: now)
  }

  private let fine = Outcome.accepted(Reply(stage: .finalDot, code: 250, text: "ok"))

  @Test func whatFollowedAnIssueIsCounted() throws {
    let claims = try sent(["ann", "bob", "cat"])
    for (minutes, claim) in claims.enumerated() {
      try record(claim, fine, .accepted, at: morning + .seconds(60 * minutes))
    }
    _ = try ledger.claim(1, at: morning + day)  // settles what was accepted
    for (claim, kind) in zip(claims, [Bounce.Kind.hard, .complaint]) {
      let bounce = Bounce(kind: kind, words: "no", report: "r").about(
        claim.addressee.address, token: ledger.bounceToken(of: claim.delivery))
      _ = try ledger.record(bounce, at: morning + day)
    }
    _ = try ledger.end(mailbox("cat@example.org"), digest: "weekly", at: morning + day)
    var expected = Aftermath()
    expected.first = morning
    expected.last = morning + .seconds(120)
    expected.bounced = 1
    expected.complained = 1
    expected.left = 1
    #expect(try ledger.aftermath(of: .init(1)) == expected)
    #expect(
      try ledger.destinationTallies(since: today, limit: 9) == [
        DestinationTally("example.org", [.accepted: 3, .bounced: 1, .complained: 1])
      ])
    #expect(try ledger.destinationTallies(since: today + 1, limit: 9).first?.counts[.accepted] == nil)
  }

  @Test func whoDidNotGetAnIssueIsListedWithTheServersWords() throws {
    let claims = try sent(["ann", "bob", "cat"])
    let later = morning + .seconds(60)
    let refusal = Reply(stage: .recipient, code: 550, text: "no such user")
    try record(claims[0], .refused(refusal), .refused, at: later)
    try record(claims[1], .refused(refusal), .refused, at: later)
    let busy = Reply(stage: .recipient, code: 450, text: "busy")
    try record(claims[2], .deferred(busy), .deferred(until: later + day), at: later)
    let refused = try ledger.deliveries(of: .init(1), in: .refused, after: 0, limit: 9)
    #expect(refused.map { $0.address?.description } == ["ann@example.org", "bob@example.org"])
    #expect(refused.allSatisfy { $0.reply == "550 no such user" })
    #expect(try ledger.deliveries(of: .init(1), in: .refused, after: refused[0].id.number, limit: 9) == [refused[1]])
    let deferred = try ledger.deliveries(of: .init(1), in: .deferred, after: 0, limit: 9)
    #expect(deferred.map { $0.address?.description } == ["cat@example.org"])
    #expect(try ledger.newestReplies(limit: 9).map(\.text) == ["450 busy", "550 no such user", "550 no such user"])
    #expect(
      try ledger.destinationTallies(since: 0, limit: 9) == [
        DestinationTally("example.org", [.deferred: 1, .refused: 2])
      ])
  }

  /// The list of destinations stays short, however many domains the readers have.
  @Test func onlyTheGreatestDestinationsAreCountedOneByOne() throws {
    let names = (0..<201).flatMap { number in (0..<(number == 200 ? 1 : 2)).map { "r\($0)@d\(number).example" } }
    let claims = try LedgerSuite.claims(names, of: ledger)
    for claim in claims { try record(claim, fine, .accepted, at: morning) }
    _ = try ledger.claim(1, at: morning + day)
    let found = try ledger.destinationTallies(since: 0, limit: 500)
    #expect(found.count == 201)
    #expect(found.last == DestinationTally("", [.accepted: 1]))
  }

  // MARK: - Searching

  private func find(_ part: String, limit: Int = 9) throws -> [String] {
    try ledger.readers(matching: part, limit: limit).map { $0.address.description }
  }

  @Test func readersAreFoundByAnyPartOfAddressAndName() throws {
    var ann = Enrolment.confirmed("Ann.Smith@mail.example.org")
    ann.name = "Änne O'Neil"
    _ = try ledger.enrol([ann, .confirmed("bob@other.example")], at: morning)
    let wanted = ["Ann.Smith@mail.example.org"]
    for part in ["mith@mai", "SMITH", "ann.smith@mail.example.org", "O'N", "nne o", "änn", "\u{C4}NNE"] {
      #expect(try find(part) == wanted, "\(part)")
    }
    #expect(try find("example").count == 2)
    #expect(try find("example", limit: 1) == wanted)
    // All of its trigrams are present, but not in this order; the others are too short.
    for part in ["nn.smith@ann", "smi", "xyz", "an", "\" OR \"", "%%%"] where part != "smi" {
      #expect(try find(part) == [], "\(part)")
    }
  }

  @Test func aChangedReaderIsFoundByTheirNewPartsOnly() throws {
    _ = try ledger.enrol([.confirmed("ann@example.org")], at: morning)
    _ = try ledger.change(mailbox("ann@example.org"), to: mailbox("bob@example.net"), at: morning)
    #expect(try find("ann@") == [])
    #expect(try find("bob@") == ["bob@example.net"])
    _ = try ledger.forget(mailbox("bob@example.net"), at: morning)
    #expect(try find("bob@") == [])
  }

  @Test func aReaderWithAnotherNameIsStillFoundByTheAddress() throws {
    var ann = Enrolment.confirmed("ann@example.org")
    for name in ["Anna Smith", "Ann Smith", "Ann Jones"] {
      ann.name = name
      _ = try ledger.enrol([ann], at: morning)
      #expect(try find("ann@example") == ["ann@example.org"], "\(name)")
      #expect(try find(name) == ["ann@example.org"])
    }
    #expect(try find("Smith") == [])
  }

  /// The readers of a long list are indexed together, at the end of its transaction.
  @Test func readersOfALongListAreFoundAsIfTheyHadComeOneByOne() throws {
    _ = try ledger.enrol([.confirmed("zoe@before.example"), .confirmed("kim@before.example")], at: morning)
    var rows = (0..<SQLLedger.many).map { Enrolment.confirmed("r\($0)@list.example") }
    var named = Enrolment.confirmed("r7@list.example")
    named.name = "Orsolya"
    var known = Enrolment.confirmed("zoe@before.example")
    known.name = "Zsuzsanna"
    rows += [named, known]
    _ = try ledger.enrol(rows, at: morning)
    #expect(try find("Orsolya") == ["r7@list.example"])
    #expect(try find("Zsuzsanna") == ["zoe@before.example"])
    #expect(try find("kim@") == ["kim@before.example"])
    #expect(try find("@list", limit: 2_000).count == SQLLedger.many)
    named.name = "Piroska"
    _ = try ledger.enrol([named], at: morning)
    #expect(try find("Orsolya") == [])
    #expect(try find("Piroska") == ["r7@list.example"])
    try ledger.write { db in try db.script("INSERT INTO reader_part (reader_part) VALUES ('integrity-check')") }
  }

  /// An erased address must not survive in the file, not even in parts.
  @Test func theIndexHasNothingOfAnErasedReader() throws {
    _ = try ledger.enrol([.confirmed("qzx@example.org"), .confirmed("ann@example.org")], at: morning)
    let has = {
      try ledger.read {
        try $0.int("SELECT count(*) FROM reader_part_data WHERE instr(block, CAST('qzx' AS BLOB)) > 0")
      }
    }
    #expect(try has() == 1)
    _ = try ledger.forget(mailbox("qzx@example.org"), at: morning)
    #expect(try has() == 0)
  }
}
