package import Time

/// What operators did, at the desk or on the command line. Append-only: nothing in it is ever changed or deleted.
package protocol AuditBook: AnyObject, Sendable {
  /// Records an act. Called in the transaction that performs it (``Transactions/together(_:)``), or directly before.
  func record(_ act: Act) throws

  /// The newest acts first, at most `limit`.
  ///
  /// - Parameters:
  ///   - since: only acts from then on; nil for all.
  ///   - reader: only acts about the reader with this address, under any address they had; nil for all.
  ///   - page: only acts recorded before this one, which is the last on the previous page; nil for the first page.
  func acts(
    since: Instant?, about reader: EmailAddress?, before page: RecordedAct.ID?, limit: Int
  ) throws -> [RecordedAct]
}

extension AuditBook {
  /// Acts about anyone and anything.
  package func acts(since: Instant?, before page: RecordedAct.ID?, limit: Int) throws -> [RecordedAct] {
    try acts(since: since, about: nil, before: page, limit: limit)
  }
}

/// Combines several changes into one transaction.
package protocol Transactions: AnyObject, Sendable {
  /// Runs `body` in one transaction, which includes every ledger function it calls. If one of them throws, only that one is
  /// undone, so `body` may continue.
  ///
  /// - Throws: any error of `body` or of the transaction; then none of it happened.
  func together(_ body: () throws -> Void) throws
}

/// An act as recorded.
package struct RecordedAct: Hashable, Sendable {
  package struct ID: Hashable, Sendable {
    package let number: Int64
    package init(_ number: Int64) { self.number = number }
  }

  package let id: ID
  package let by: Operator
  package let at: Instant
  /// See ``Act/Verb``. A later version may have recorded others.
  package let verb: String
  package let target: RecordedTarget
  package let before: String?
  package let after: String?

  package init(
    _ id: ID, _ verb: String, by operator: Operator, at moment: Instant, on target: RecordedTarget, before: String?,
    after: String?
  ) {
    self.id = id
    self.verb = verb
    by = `operator`
    at = moment
    self.target = target
    self.before = before
    self.after = after
  }
}

/// What a recorded act was done to.
package struct RecordedTarget: Hashable, Sendable, CustomStringConvertible {
  /// See ``Act/Target/kind``.
  package let kind: String
  /// See ``Act/Target/name``.
  package let name: String?
  /// The reader's number, even if the reader has been erased since; nil if the act is about no reader, or about an otherwise
  /// unknown address.
  package let reader: Subscriber.ID?

  package init(kind: String, name: String?, reader: Subscriber.ID?) {
    self.kind = kind
    self.name = name
    self.reader = reader
  }

  /// `weekly#12`, `reader 17 (a…@e…e.org)`, `ledger`.
  package var description: String {
    switch (kind, name, reader) {
    case ("reader", let name?, let reader?): "reader \(reader.number) (\(name))"
    case ("issue", let name?, _), ("slot", let name?, _): name
    case (_, let name?, _): "\(kind) \(name)"
    case (_, nil, _): kind
    }
  }
}
