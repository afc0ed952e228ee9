package import Time

/// The processes that use a ledger at this moment.
package protocol MachineBook: AnyObject, Sendable {
  /// Those with a role whose lease has not ended, by host and process; none if only one machine can use the ledger.
  func workingMachines() throws -> [WorkingMachine]

  /// The host name of this machine; nil if only one machine can use the ledger.
  var thisMachine: String? { get }
}

extension MachineBook {
  /// The key of a note that each machine keeps for itself, if several share the ledger.
  package func ownKey(_ key: String) -> String { thisMachine.map { "\(key) \($0)" } ?? key }
}

/// A process that uses the ledger, and what it does.
package struct WorkingMachine: Hashable, Sendable {
  package enum Work: String, CaseIterable, Sendable {
    case run, delivery, letters, webhooks

    /// What the process does, as a verb.
    package var verb: String {
      switch self {
      case .run: "gathers, publishes and freezes"
      case .delivery: "delivers"
      case .letters: "sends letters"
      case .webhooks: "informs webhooks"
      }
    }
  }

  package let host: String
  /// Its number on that host.
  package let process: Int64
  /// Nil if a newer version does something that this one does not know.
  package let work: Work?
  /// When others may take over unless the process renews its lease, by the ledger's clock.
  package let until: Instant

  package init(host: String, process: Int64, work: Work?, until: Instant) {
    self.host = host
    self.process = process
    self.work = work
    self.until = until
  }

  package var verb: String { work?.verb ?? "works" }
}

extension WorkingMachine: CustomStringConvertible {
  /// `news1, process 4711: delivers`
  package var description: String { "\(host), process \(process): \(verb)" }
}
