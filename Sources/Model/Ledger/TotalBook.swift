/// Counts since the ledger began. They never become less, even when old records are pruned.
package protocol TotalBook: AnyObject, Sendable {
  /// Sorted; counts of nothing are left out.
  func totals() throws -> [Total]
}

/// One count.
package struct Total: Hashable, Comparable, Sendable {
  package enum Subject: String, Sendable {
    /// Bounces; the name is their kind.
    case bounce
    /// Consent events; the name is the digest, or empty, the detail their kind.
    case event
    /// Letters that are no longer waiting; the name is their kind, the detail their state.
    case letter
    /// What ``ReaderDesk/count(_:at:)`` was called with; the name is what was counted.
    case web
  }

  package let subject: Subject
  package let name: String
  package let detail: String
  package let number: Int

  package init(_ subject: Subject, _ name: String, _ detail: String, _ number: Int) {
    self.subject = subject
    self.name = name
    self.detail = detail
    self.number = number
  }

  package static func < (a: Total, b: Total) -> Bool {
    (a.subject.rawValue, a.name, a.detail) < (b.subject.rawValue, b.name, b.detail)
  }
}
