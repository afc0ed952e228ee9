package import Model
internal import Text
package import Time

/// A history of consent in a CSV file, as `export --events` writes it, for readers that an import adds.
///
/// The file is read twice: first for faults and kinds of events, then, once the readers are added, for the events.
package struct ConsentSheet {
  package struct Result {
    package fileprivate(set) var tally: [HistoricResult: Int] = [:]
    /// The first ``SubscriberSheet/Result/mostFaults`` faults.
    package fileprivate(set) var faults: [SubscriberSheet.Fault] = []
    package fileprivate(set) var faultCount = 0

    fileprivate mutating func add(_ fault: SubscriberSheet.Fault) {
      if faults.count < SubscriberSheet.Result.mostFaults { faults.append(fault) }
      faultCount += 1
    }

    package var summary: String {
      let parts = [
        tally[.added].map { "\($0) \($0 == 1 ? "event" : "events") of consent added" },
        tally[.known].map { "\($0) known" }, faultCount > 0 ? "\(faultCount) skipped" : nil,
      ].compactMap(\.self)
      return parts.isEmpty ? "no events" : parts.joined(separator: ", ")
    }
  }

  private let file: SheetFile
  private let reader: ConsentRow
  /// The history in the valid rows.
  let history: ConsentHistory

  private static let size = 5_000

  /// Reads the whole file. Throws a ``SubscriberSheet/Fault`` if it is not a history of consent.
  ///
  /// - Parameter now: the current time; no event may be later.
  package init(_ file: SheetFile, at now: Instant) throws {
    self.file = file
    let first = try file.read { piece in
      var rows = CSVReader(piece)
      return rows.next()
    }
    switch first {
    case nil: throw SubscriberSheet.Fault(line: 1, sentence: "the file is empty; its first line must name the columns")
    case .failure(let fault): throw SubscriberSheet.Fault(line: fault.line, sentence: fault.sentence)
    case .success(let row):
      do throws(ConsentRow.Fault) {
        reader = try ConsentRow(header: row.fields, at: now)
      } catch {
        throw SubscriberSheet.Fault(line: row.line, sentence: error.sentence)
      }
    }
    var history = ConsentHistory()
    try Self.forEach(in: file, reader) { row in
      if case .success(let (_, event)) = row { history.insert(event) }
    }
    self.history = history
  }

  /// Adds the events of readers known to the ledger.
  package func carry(into ledger: any ConsentLog) throws -> Result {
    var result = Result()
    var batch: [(line: Int, event: HistoricEvent)] = []
    try Self.forEach(in: file, reader) { row in
      switch row {
      case .failure(let fault): result.add(fault)
      case .success(let (line, event)):
        // A batch has all events of a reader, so that repeated events are distinguished from those of an earlier import.
        if batch.count >= Self.size, batch.last?.event.address != event.address { try flush(&batch, &result, ledger) }
        batch.append((line, event))
      }
    }
    try flush(&batch, &result, ledger)
    return result
  }

  private func flush(
    _ batch: inout [(line: Int, event: HistoricEvent)], _ result: inout Result, _ ledger: any ConsentLog
  ) throws {
    let outcomes = try ledger.carry(batch.map(\.event))
    for (row, outcome) in zip(batch, outcomes) {
      if outcome == .nobody {
        result.add(
          SubscriberSheet.Fault(
            line: row.line, sentence: "column `email`: \(row.event.address) is not a reader here; import them first"))
      } else {
        result.tally[outcome, default: 0] += 1
      }
    }
    batch.removeAll(keepingCapacity: true)
  }

  private static func forEach(
    in file: SheetFile, _ reader: ConsentRow,
    _ body: (Swift.Result<(Int, HistoricEvent), SubscriberSheet.Fault>) throws -> Void
  ) throws {
    try file.read { piece in
      var rows = CSVReader(piece)
      _ = rows.next()
      while let row = rows.next() {
        switch row {
        case .failure(let fault): try body(.failure(SubscriberSheet.Fault(line: fault.line, sentence: fault.sentence)))
        case .success(let row):
          let event = Swift.Result { () throws(ConsentRow.Fault) in try reader.event(row.fields) }
          try body(
            event.map { (row.line, $0) }.mapError { SubscriberSheet.Fault(line: row.line, sentence: $0.sentence) })
        }
      }
    }
  }
}
