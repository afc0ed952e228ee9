package import Model
package import Press
package import Time

/// The desk's access to everything outside the ledger.
package struct DeskWays: Sendable {
  /// How long the ledger may take before an operator gets another answer.
  package var patience: Duration = .seconds(5)
  /// A run of the site on this ledger, which is only asked, never run; nil until valid settings have been read.
  package var press: @Sendable (any Ledger, Instant) -> PressRun? = { _, _ in nil }
  /// Sends a message to an operator.
  package var send: @Sendable (Parcel) async throws -> Outcome = { _ in
    .unsent(RelayFailure(sentence: "no relay", isPermanent: true))
  }
  /// The findings of `courant check --offline` about the sender, and of DNS.
  package var senderFindings: @Sendable () async -> [Finding] = { [] }
  /// Called with each act of an operator, in the transaction that does it.
  package var record: @Sendable (DeskAct, any DeskLedger) throws -> Void = { _, _ in }
  /// Called with a sentence about a request that an operator should know of.
  package var report: @Sendable (String) -> Void = { _ in }
  /// Authorises forms of operators whom the web server in front signed in; different in each process.
  package var formKey: [UInt8] = []
  /// Called after a letter was asked for, so that it leaves soon.
  package var recorded: @Sendable () -> Void = {}
  package var randomSecret: @Sendable () -> String? = { nil }

  package init() {}
}

/// One thing that an operator did at the desk.
package struct DeskAct: Hashable, Sendable {
  /// Each is also a command, or a part of one.
  package enum Verb: String, CaseIterable, Sendable {
    case signIn = "sign-in"
    case signOut = "sign-out"
    case release, cancel, resend
    case sendTest = "send-test"
    case endSubscription = "end-subscription"
    case suppress, forget
    case sendLink = "send-link"
  }

  package let verb: Verb
  /// The operator's name.
  package let by: String
  /// The client's address; `socket` if it is unknown.
  package let from: String
  package let at: Instant
  /// An issue, a slot or a digest; of a reader, the number, so that erasing a reader leaves no address here.
  package let about: String
  package var before = ""
  package var after = ""

  package init(_ verb: Verb, by name: String, from machine: String, about: String, at now: Instant) {
    self.verb = verb
    by = name
    from = machine
    self.about = about
    at = now
  }

  /// One line for a log.
  package var sentence: String {
    let change = before.isEmpty && after.isEmpty ? "" : " (\(before) → \(after))"
    return "desk: \(by), from \(from): \(verb.rawValue) \(about)\(change)"
  }
}
