internal import Model
internal import Text
internal import Time

/// The replies of each large destination in the last 28 days, in its own words.
struct DestinationsPage: Encodable {
  struct Row: Encodable {
    /// Empty for all the others together.
    let domain: String
    let counts: [String: Int]
    /// Null if it is not held.
    let held_until: String?
    /// Most frequent first, each with its count among the newest.
    let replies: [Reply]
  }

  struct Reply: Encodable {
    let text: String
    let count: Int
  }

  let since: String
  let destinations: [Row]

  static let days = 28
  static let most = 50
  /// How many of the newest replies are examined.
  static let newest = 2_000
  static let mostReplies = 3

  init(_ ledger: any DeskLedger, at now: Instant) throws {
    let first = Int(now.seconds / 86_400) - Self.days + 1
    since = Instant(seconds: Int64(first) * 86_400).civil.isoDate
    let holds = try ledger.destinations()
    let replies = Dictionary(grouping: try ledger.newestReplies(limit: Self.newest), by: \.domain)
    destinations = try ledger.destinationTallies(since: first, limit: Self.most).map { tally in
      Row(
        domain: tally.domain,
        counts: Dictionary(uniqueKeysWithValues: tally.counts.map { ($0.rawValue, $1) }),
        held_until: holds[tally.domain].flatMap { $0.until > now ? $0.until.rfc3339 : nil },
        replies: Self.frequent(replies[tally.domain] ?? []))
    }
  }

  /// Replies that mean the same count as one; the newest of them is shown.
  private static func frequent(_ replies: [DestinationReply]) -> [Reply] {
    let nobody = EmailAddress(localPart: "nobody", domain: "example.invalid")!
    let groups = Dictionary(grouping: replies) { reply in
      SameWords(Model.Reply(stage: .finalDot, code: 0, text: reply.text), to: reply.address ?? nobody)
    }
    return groups.values.sorted { ($1.count, $0[0].text) < ($0.count, $1[0].text) }.prefix(mostReplies)
      .map { Reply(text: $0[0].text, count: $0.count) }
  }

  func page(_ clock: DeskClock) -> DeskPage {
    var page = DeskPage("Destinations")
    var part = DeskPart(
      .plain, "", "Since \(since), for the domains of most readers. Each try that was deferred counts.")
    let outcomes = DestinationTally.Outcome.allCases
    var table = DeskTable("Messages by domain", ["Domain"] + outcomes.map(\.rawValue) + ["Held until"])
    table.rows = destinations.map { row in
      let held = row.held_until.flatMap { Instant(rfc3339: $0) }.map(clock.shown)
      let counts = outcomes.map { DeskTable.Cell(row.counts[$0.rawValue] ?? 0) }
      return [DeskTable.Cell(name(row))] + counts + [DeskTable.Cell(held ?? "")]
    }
    if destinations.isEmpty { part.texts.append("Nothing was sent.") } else { part.tables = [table] }
    page.parts = [part] + [answers].compactMap(\.self)
    page.command = "courant status"
    page.json = "/destinations.json"
    page.place = "/destinations"
    return page
  }

  private func name(_ row: Row) -> String { row.domain.isEmpty ? "all others" : row.domain }

  private var answers: DeskPart? {
    let answered = destinations.filter { !$0.replies.isEmpty }
    if answered.isEmpty { return nil }
    var part = DeskPart(.plain, "In the servers' words")
    var table = DeskTable(
      "The most frequent of the newest \(grouped(Self.newest)) replies", ["Domain", "Times", "Reply"])
    table.rows = answered.flatMap { row in
      row.replies.map { reply in [.init(name(row)), .init(reply.count), .init(forDisplay(reply.text, atMost: 300))] }
    }
    part.tables = [table]
    return part
  }
}
