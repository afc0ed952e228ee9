import ArgumentParser
import LedgerSQL
import Model
import Press

/// An issue as an operator writes it: `weekly#12`.
struct IssueName {
  let digest: String
  let number: Int

  init(_ text: String) throws {
    let parts = text.split(separator: "#").map(String.init)
    guard parts.count == 2, let number = Int(parts[1]) else {
      throw CommandError("`\(text)` is not an issue: it is written digest#number, such as weekly#12")
    }
    digest = parts[0]
    self.number = number
  }
}

extension SQLLedger {
  /// The issue of that name; throws a sentence for the operator.
  func issue(named text: String) throws -> RecordedIssue {
    let name = try IssueName(text)
    guard let recorded = try issue(name.digest, number: name.number) else {
      throw CommandError("the ledger has no issue \(text); `courant status` lists those it has")
    }
    return recorded
  }
}
