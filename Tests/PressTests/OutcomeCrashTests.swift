import CourantTesting
import LedgerSQL
import Model
import Press
import PressTesting
import Testing

/// Like ``CrashTests``, with a relay that defers one reader, leaves another without an answer and refuses a third.
@Suite struct OutcomeCrashTests {
  /// The deferred and the uncertain one fall due again in the second run.
  private static let runs = ["2026-11-23T07:00:05Z", "2026-11-23T07:10:00Z", "2026-11-23T13:00:00Z"]
  private static let readers = ["ann@example.org", "bob@example.org", "cy@example.org", "dee@example.org"]

  @Test func afterAnyCrashNoReaderIsSkippedAndEachRepetitionWasReported() throws {
    try stopEverywhere(mail: "") { newsroom, moment in
      let tally = try newsroom.ledger.tally(of: nil)
      #expect(tally == [.accepted: 3, .refused: 1], "\(moment)")
      for reader in Self.readers.dropLast() {
        let copies = newsroom.taken(reader)
        let silences = reader == "cy@example.org" ? 1 : 0
        #expect((1...1 + silences + newsroom.reports(of: reader)).contains(copies.count), "\(reader), \(moment)")
        #expect(Set(copies).count == 1, "\(reader)'s copies differ, \(moment)")
      }
    }
  }

  @Test func underSkipNoReaderIsMailedTwiceAndSkippedReadersAreNamed() throws {
    try stopEverywhere(mail: "uncertain = \"skip\"\n") { newsroom, moment in
      let tally = try newsroom.ledger.tally(of: nil)
      #expect(tally[.accepted, default: 0] + tally[.uncertain, default: 0] == 3 && tally[.refused] == 1, "\(moment)")
      for reader in Self.readers.dropLast() {
        let copies = newsroom.taken(reader).count
        #expect(copies == 1 || (copies == 0 && newsroom.reports(of: reader) == 1), "\(reader), \(moment)")
      }
    }
  }

  /// Delivers one frozen issue once for each write and each side of it, then the rest five hours later, on a working ledger.
  private func stopEverywhere(mail: String, check: (Newsroom, StoppingLedger.Moment) throws -> Void) throws {
    let site = try SampleSite(mail: mail)
    try site.article("a", dated: "2026-11-20")
    let opened = try OpenedSite(folder: site.path)
    let frozen = site.path + "/frozen.sqlite"
    try freeze(site, opened, in: frozen)
    var stops = 0
    for isBefore in [true, false] {
      for write in 1... {
        let moment: StoppingLedger.Moment = isBefore ? .before(write) : .after(write)
        let newsroom = try Newsroom(
          site, readers: [], ledger: SQLLedger(copying: frozen), opened: opened,
          relay: { answer($0.description, $1) })
        let hasStopped = try newsroom.deliver(Self.runs, stopping: moment)
        try check(newsroom, moment)
        #expect(newsroom.taken("dee@example.org") == [], "\(moment)")
        #expect(try newsroom.suppressed(Self.readers.dropLast()) == [], "\(moment)")
        guard hasStopped else {
          #expect(try newsroom.suppressed(Self.readers) == ["dee@example.org"])
          #expect(newsroom.announced.count == 1)  // cy's, by the relay
          break
        }
        stops += 1
      }
    }
    #expect(stops >= 20)
  }

  private func freeze(_ site: SampleSite, _ opened: OpenedSite, in path: String) throws {
    let newsroom = try Newsroom(
      site, readers: Self.readers.map { .confirmed($0) }, ledger: SQLLedger(path: path), opened: opened)
    _ = try newsroom.run("2026-11-22T12:00:00Z", only: .digests)
    #expect(try newsroom.run("2026-11-23T07:00:05Z", only: .digests).issues.map(\.deliveries) == [4])
  }
}

/// The relay's reply to a reader's first message, and to later ones.
private func answer(_ reader: String, _ before: Int) -> Outcome {
  switch (reader, before) {
  case ("bob@example.org", 0): .deferred(Reply(stage: .recipient, code: 451, status: "4.7.1", text: "try again later"))
  case ("cy@example.org", 0): .uncertain("the relay left without an answer")
  case ("dee@example.org", _): .refused(Reply(stage: .recipient, code: 550, status: "5.1.1", text: "no such mailbox"))
  default: .accepted(Reply(stage: .finalDot, code: 250, text: "taken"))
  }
}

extension Newsroom {
  /// Delivers in these runs. Returns whether the ledger stopped in one of them.
  fileprivate func deliver(_ runs: [String], stopping moment: StoppingLedger.Moment) throws -> Bool {
    let stopping = StoppingLedger(ledger, stopping: moment)
    for now in runs { _ = try run(now, only: .deliveries, on: stopping.isStopped ? nil : stopping) }
    _ = try run("2026-11-23T18:00:00Z", only: .deliveries)
    return stopping.isStopped
  }

  /// The messages to a reader that the relay accepted, with or without a reply.
  fileprivate func taken(_ reader: String) -> [[UInt8]] {
    let given = mails.filter { $0.recipient.description == reader }.map(\.message)
    return given.enumerated().compactMap { before, message in
      switch answer(reader, before) {
      case .accepted, .uncertain: message
      case .deferred, .refused, .unsent: nil
      }
    }
  }

  /// How often a run reported a reader's mail as uncertain because of a stopped run.
  fileprivate func reports(of reader: String) -> Int {
    announced.count { $0.hasPrefix("\(reader): the last run ended mid-exchange") }
  }

  fileprivate func suppressed(_ readers: some Sequence<String>) throws -> [String] {
    try readers.filter { try ledger.suppression(of: mailbox($0)) != nil }
  }
}
