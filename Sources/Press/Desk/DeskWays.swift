package import Model
package import Press
package import Text
package import Time

/// The desk's access to everything outside the ledger.
package struct DeskWays: Sendable {
  /// How long the ledger may take before an operator gets a different response.
  package var patience: Duration = .seconds(5)
  /// A run of the site on this ledger, which is only queried, never run; nil until valid settings have been read.
  package var press: @Sendable (any Ledger, Instant) -> PressRun? = { _, _ in nil }
  /// Sends a message to an operator.
  package var send: @Sendable (Parcel) async throws -> Outcome = { _ in
    .unsent(RelayFailure(sentence: "no relay", isPermanent: true))
  }
  /// The findings of `courant check --offline` about the sender, and those about DNS.
  package var senderFindings: @Sendable () async -> [Finding] = { [] }
  /// Called with each act of an operator, in the transaction that performs it.
  package var record: @Sendable (Act, any DeskLedger) throws -> Void = { act, ledger in try ledger.record(act) }
  /// Called with a sentence about a request that an operator should know about.
  package var report: @Sendable (String) -> Void = { _ in }
  /// Authorises forms of operators whom the web server in front signed in; different in each process.
  package var formKey: [UInt8] = []
  /// Called after a letter was requested, so that it is sent soon.
  package var recorded: @Sendable () -> Void = {}
  /// What this process counts itself, for `/metrics`.
  package var moreMetrics: @Sendable () -> [MetricFamily] = { [] }
  /// Limits the links that are mailed; of this process.
  package var links = LinkLimits()
  /// Does something after the answer, so that its time reveals nothing.
  package var later: @Sendable (@escaping @Sendable () async -> Void) -> Void = { work in Task { await work() } }
  package var randomSecret: @Sendable () -> String? = { nil }

  package init() {}
}
