internal import Model

extension DeliveryTables {
  /// The condition, with its `AND`, on a delivery that is not set aside; empty if nothing is.
  func isNot(_ aside: SetAside) -> SQL {
    let single = aside.deliveries.map { SQLArgument.integer($0.number) }
    let deliveries: SQL = single.isEmpty ? "" : "AND id NOT IN (\(arguments: single))"
    let issues = isLetters ? isNoLetter(of: aside) : isNoIssue(of: aside)
    return "\(sql: issues) \(sql: deliveries)"
  }

  private func isNoIssue(of aside: SetAside) -> SQL {
    let issues = Self.issues(of: aside)
    return issues.text.isEmpty ? "" : "AND issue NOT IN (\(sql: issues))"
  }

  private func isNoLetter(of aside: SetAside) -> SQL {
    let kinds: SQL = aside.letters ? "AND kind = 'welcome'" : ""
    let issues = Self.issues(of: aside)
    let welcomes: SQL = issues.text.isEmpty ? "" : "AND (kind <> 'welcome' OR issue NOT IN (\(sql: issues)))"
    return "\(sql: kinds) \(sql: welcomes)"
  }

  /// Selects the ids of issues that are set aside; empty if none is.
  private static func issues(of aside: SetAside) -> SQL {
    var conditions: [SQL] = aside.digests.isEmpty ? [] : ["digest IN (\(list: aside.digests.sorted()))"]
    conditions += aside.issues.map { "digest = \($0.digest) AND number = \($0.number)" }
    guard let first = conditions.first else { return "" }
    let all = conditions.dropFirst().reduce("(\(sql: first))" as SQL) { "\(sql: $0) OR (\(sql: $1))" }
    return "SELECT id FROM issue WHERE \(sql: all)"
  }
}
