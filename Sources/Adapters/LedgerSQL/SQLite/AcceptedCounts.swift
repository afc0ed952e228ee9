internal import Model
internal import Time

/// What the operators' pages count of messages that were accepted.
struct AcceptedCounts {
  /// When messages were accepted, in seconds since 1970.
  private var moments: [Int64: ClosedRange<Int64>] = [:]
  private var messages: [DestinationOnDay: Int] = [:]

  /// - Parameter rows: one per message, with `issue`, `domain`, and in `changed` when it was accepted.
  init(_ rows: [SQLRow]) throws {
    for row in rows {
      let accepted = try row.int64("changed")
      let issue = try row.int64("issue")
      let known = moments[issue] ?? accepted...accepted
      moments[issue] = min(known.lowerBound, accepted)...max(known.upperBound, accepted)
      messages[DestinationOnDay(day: accepted / 86_400, domain: try row.text("domain")), default: 0] += 1
    }
  }

  func add(to db: any SQLConnection) throws {
    for (issue, moments) in moments {
      try db.execute(
        """
        INSERT INTO issue_pace (issue, first, last) VALUES (\(issue), \(moments.lowerBound), \(moments.upperBound))
        ON CONFLICT (issue) DO UPDATE SET
          first = CASE WHEN excluded.first < issue_pace.first THEN excluded.first ELSE issue_pace.first END,
          last = CASE WHEN excluded.last > issue_pace.last THEN excluded.last ELSE issue_pace.last END
        """)
    }
    for (place, count) in messages {
      try db.execute(
        """
        INSERT INTO destination_day (day, domain, outcome, messages) VALUES (
          \(place.day), coalesce((SELECT domain FROM great_destination WHERE domain = \(place.domain)), ''), 'accepted',
          \(count))
        ON CONFLICT (day, domain, outcome) DO UPDATE SET messages = destination_day.messages + excluded.messages
        """)
    }
  }

  private struct DestinationOnDay: Hashable {
    /// Days since 1970.
    let day: Int64
    let domain: String
  }
}
