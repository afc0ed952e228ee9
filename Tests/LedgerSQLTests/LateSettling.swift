import Model
import Time

@testable import LedgerSQL

/// Claims until nothing that was accepted is left to settle, as later turns do.
///
/// The server process of a connection that was cut can hold the settling lock for about 40 ms more. Meanwhile no turn settles.
func settleRest(_ ledger: SQLLedger, _ lease: Lease, at now: Instant, seenBy direct: SQLLedger) throws {
  for _ in 0..<100_000 {
    let rest = try direct.read { try $0.int("SELECT count(*) FROM claim WHERE accepted IS NOT NULL") }
    if rest == 0 { return }
    _ = try ledger.claim(9, except: [], without: .nothing, under: lease, at: now)
  }
}
