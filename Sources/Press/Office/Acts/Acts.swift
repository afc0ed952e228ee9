package import Model
package import Time

/// Performs and records what an operator asks for, in one transaction: both happen, or neither.
package struct Acts {
  private let ledger: any AuditBook & Transactions
  private let by: Operator
  private let now: Instant

  package init(of operator: Operator, ledger: any AuditBook & Transactions, now: Instant) {
    by = `operator`
    self.ledger = ledger
    self.now = now
  }

  /// Runs `body`, which may set the act's states before and after, and records the act.
  ///
  /// - Throws: what `body` throws; then nothing has happened, and nothing is recorded.
  package func perform<Result>(
    _ verb: Act.Verb, _ target: Act.Target, _ body: (inout Act) throws -> Result
  ) throws -> Result {
    var act = Act(verb, target, by: by, at: now)
    var result: Result?
    try ledger.together {
      result = try body(&act)
      try ledger.record(act)
    }
    return result!
  }

  /// Records the beginning of an act that takes more than one transaction.
  package func begin(_ verb: Act.Verb, _ target: Act.Target) throws {
    var act = Act(verb, target, by: by, at: now)
    act.after = "begun"
    try ledger.record(act)
  }

  /// Records the end of such an act.
  package func end(_ verb: Act.Verb, _ target: Act.Target, after: String) throws {
    var act = Act(verb, target, by: by, at: now)
    act.after = after
    try ledger.record(act)
  }
}
