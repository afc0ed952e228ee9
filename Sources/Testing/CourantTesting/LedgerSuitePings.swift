internal import Model
internal import Time

extension LedgerSuite {
  static let pingCases: [LedgerSuite] = [
    LedgerSuite("aPingStaysUntilItIsEndedAndIsDueFromItsLastChange") { ledger in
      let ping = { (hub: String, document: String, minutes: Int64) in
        Ping(hub: hub, document: document, since: morning + .seconds(60 * minutes))
      }
      try ledger.record(pings: [ping("h2", "a", 0), ping("h1", "b", 0), ping("h1", "a", 0)])
      try ledger.record(pings: [ping("h1", "a", 5)])
      let all = [ping("h1", "a", 5), ping("h1", "b", 0), ping("h2", "a", 0)]
      try expect(try ledger.pings(), all, "the pings")
      try ledger.end(pings: [ping("h1", "b", 9), ping("nobody", "a", 0)])
      try expect(try ledger.pings(), [all[0], all[2]], "the pings that are left")
      try ledger.end(pings: all)
      try expect(try ledger.pings(), [], "no pings")
    }
  ]
}
