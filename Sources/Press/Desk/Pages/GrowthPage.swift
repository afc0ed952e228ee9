internal import Model
internal import Text
internal import Time

/// The growth of a digest's readership over the last 52 weeks.
struct GrowthPage: Encodable {
  struct Week: Encodable {
    /// Its first day, in UTC.
    let from: String
    var come = 0
    var left = 0
    var bounced = 0
    var complained = 0
    /// Removed by the operator, erased, or refused all mail themselves.
    var removed = 0
    /// At its end.
    var readers = 0
  }

  let digest: String
  let readers: Int
  let weeks: [Week]

  static let length = 52

  init(of digest: String, _ ledger: any DeskBook, at now: Instant) throws {
    self.digest = digest
    let today = Int(now.seconds / 86_400)
    let start = today - 7 * Self.length + 1
    readers = try ledger.mailableReaders(of: digest)
    let days = try ledger.growth(of: digest, since: start)
    weeks = Self.weeks(from: start, days, until: readers)
  }

  /// Computed from today's number back to the first week, so that the newest number is exact.
  private static func weeks(from start: Int, _ days: [GrowthDay], until readers: Int) -> [Week] {
    var weeks = (0..<length).map { Week(from: Instant(seconds: Int64(start + 7 * $0) * 86_400).civil.isoDate) }
    for day in days {
      // Changes dated in the future belong to the current week.
      weeks[min((day.day - start) / 7, length - 1)].add(day)
    }
    var end = readers
    for index in weeks.indices.reversed() {
      weeks[index].readers = end
      end -= weeks[index].net
    }
    return weeks
  }

  func page(others: [String]) -> DeskPage {
    var page = DeskPage("Readers of \(digest)")
    var part = DeskPart()
    let first = weeks.first?.readers ?? 0
    let label =
      "From \(DeskText.readers(first)) in the week of \(weeks.first?.from ?? "") to \(DeskText.readers(readers)) today"
    part.texts = [label + "."]
    part.charts = [
      DeskChart(label: label, values: weeks.map(\.readers), first: grouped(first), last: grouped(readers))
    ]
    part.tables = [table]
    part.links = others.filter { $0 != digest }.map {
      DeskLink("Readers of \($0)", "/growth?digest=" + percentEncoded($0))
    }
    page.parts = [part]
    page.command = "courant status"
    page.json = "/growth.json?digest=" + percentEncoded(digest)
    page.place = "/growth"
    return page
  }

  private var table: DeskTable {
    var table = DeskTable(
      "Week by week, newest first",
      ["Week of", "Readers at its end", "Came", "Left", "Bounced", "Complained", "Removed"])
    table.rows = weeks.reversed().map { week in
      let numbers = [week.readers, week.come, week.left, week.bounced, week.complained, week.removed]
      return [DeskTable.Cell(week.from)] + numbers.map { DeskTable.Cell($0) }
    }
    table.isFolded = true
    return table
  }
}

extension GrowthPage.Week {
  fileprivate mutating func add(_ day: GrowthDay) {
    switch day.kind {
    case .come: come += day.readers
    case .left: left += day.readers
    case .bounce: bounced += day.readers
    case .complaint: complained += day.readers
    case .forgotten, .operator: removed += day.readers
    }
  }

  fileprivate var net: Int { come - left - bounced - complained - removed }
}
