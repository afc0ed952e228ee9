package import Model

extension SubscriberSheet {
  /// The result of an import.
  package struct Result {
    package internal(set) var tally: [EnrolmentResult: Int] = [:]
    /// The first ``mostFaults`` faults.
    package internal(set) var faults: [Fault] = []
    /// The number of all faults, by kind.
    package internal(set) var faultCounts: [String: Int] = [:]
    /// Rows that are not confirmed because their cell is neither a yes nor a no.
    package internal(set) var silent = 0
    /// Notices about how the file was read.
    package internal(set) var notices: [String] = []

    package static let mostFaults = 50

    mutating func add(_ fault: SheetRows.Fault) {
      if faults.count < Self.mostFaults { faults.append(Fault(line: fault.line, sentence: fault.sentence)) }
      faultCounts[fault.kind, default: 0] += 1
    }

    package var faultCount: Int { faultCounts.values.reduce(0, +) }

    package var summary: String {
      let names: [(EnrolmentResult, String)] = [
        (.added, "added"), (.changed, "changed"), (.unchanged, "unchanged"), (.ended, "recorded as ended"),
        (.staysEnded, "unsubscribed earlier and not brought back"), (.suppressed, "suppressed"),
      ]
      let parts = names.compactMap { kind, name in tally[kind].map { "\($0) \(name)" } }
      let skipped = faultCount == 0 ? [] : ["\(faultCount) skipped" + ofUnknownStatus]
      let unsaid = silent == 0 ? [] : ["\(silent) not confirmed because a yes is missing"]
      let all = parts + unsaid + skipped
      return all.isEmpty ? "no rows" : all.joined(separator: ", ")
    }

    private var ofUnknownStatus: String {
      faultCounts[SheetRow.unknownStatus].map { " (\($0) \(SheetRow.unknownStatus))" } ?? ""
    }

    /// How many more faults there are than in ``faults``, by kind; nil if there are none.
    package var restOfFaults: String? {
      guard faultCount > faults.count else { return nil }
      let kinds = faultCounts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      let all = kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
      return "and \(faultCount - faults.count) more rows skipped; in total \(all)"
    }
  }
}
