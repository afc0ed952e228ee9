/// How the ledger is kept (`[ledger]` in `schedule.conf`).
package struct LedgerSettings: Hashable, Sendable {
  /// Nil for the file in `var/`.
  package var server: LedgerServer?
  /// How long `courant prune` keeps who got which issue; nil to keep it for good.
  package var keep: Duration?
  /// A run reports it if there is no newer backup; nil if nobody wants to know.
  package var backupWithin: Duration?
  package var gather = Gathering.one

  /// Which machines gather, publish and freeze, if several share the ledger.
  package enum Gathering: String, CaseIterable, Sendable {
    /// The first that did, until an operator names another.
    case one
    /// Any, one at a time: they all have the same articles.
    case any
  }

  package init() {}
}
