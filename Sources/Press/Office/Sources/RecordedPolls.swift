package import Model

/// What the ledger records of upstream sources, by their names.
package func recordedPolls(in ledger: AnyObject) throws -> [String: PollState] {
  try sourceBook(of: ledger)?.pollStates() ?? [:]
}

func sourceBook(of ledger: AnyObject) -> (any SourceBook)? { ledger as? any SourceBook }
