package import Model

extension ReaderBook {
  /// A reader's subscriptions, for the record of acts: `weekly confirmed, daily ended; suppressed (operator)`.
  package func standing(of address: EmailAddress) throws -> String {
    let follows = try subscriptions(of: address).map { "\($0.digest) \($0.status.rawValue)" }
    let suppressed = try suppression(of: address).map { "suppressed (\($0.reason.rawValue))" }
    let parts = [follows.joined(separator: ", "), suppressed ?? ""].filter { !$0.isEmpty }
    return parts.isEmpty ? "unknown" : parts.joined(separator: "; ")
  }
}
