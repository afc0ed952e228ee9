import CourantTesting
import Foundation
import LedgerSQL
import Model
import Press
import PressTesting
import Testing
import Time

/// Simulated months in which readers pause, and change between weekly, daily and monthly at random moments, even between
/// freezing and delivery; digests are removed and renamed just after their last reader changed; articles are hidden for some
/// days. A model without a ledger computes what each reader must have received.
@Suite struct MovingMonthsTests {
  @Test func eachArticleComesOnceWhateverReadersChange() throws {
    var numbers = SeededNumbers()
    var months = try SimulatedMonths(&numbers)
    try months.live(days: 60, &numbers)
    // Long enough for each digest to deliver all remaining articles.
    try months.live(days: 35, changing: false, &numbers)
    months.compare(seed: numbers.seed)
    #expect(months.moves > 20)
    #expect(months.movesBeforeDelivery > 1)
    #expect(months.pauses > 1)
    #expect(months.removals > 0)
    #expect(months.renames > 0)
    #expect(months.hidings > 2)
  }
}

/// The articles one reader must get, by the rules alone.
private struct ModelReader {
  var digest: String
  let topics: Set<String>
  var pausedUntil: Instant?
  /// Articles that have appeared and been in no email yet.
  var pending: Set<String> = []
  /// Articles in an email that is frozen but not sent.
  var waiting: Set<String> = []
  var received: Set<String> = []
  /// Articles in an issue during a pause, which is not made up for (decision 0069): they may come later, or never.
  var skipped: Set<String> = []

  func isPaused(at now: Instant) -> Bool { pausedUntil.map { $0 > now } ?? false }

  mutating func freeze(at now: Instant, without hidden: Set<String>) {
    if isPaused(at: now) {
      skipped.formUnion(pending)
      pending = []
    } else {
      waiting.formUnion(pending.subtracting(hidden))
      pending.formIntersection(hidden)
    }
  }

  mutating func send(at now: Instant) {
    if isPaused(at: now) { skipped.formUnion(waiting) } else { received.formUnion(waiting) }
    waiting = []
  }

  mutating func move(to other: String) {
    digest = other
    pending.formUnion(waiting)
    waiting = []
  }

  mutating func pause(until moment: Instant) {
    pausedUntil = moment
    skipped.formUnion(waiting)
    waiting = []
  }
}

private struct SimulatedMonths {
  private static let digests = ["daily", "monthly", "weekly"]
  private static let settings = ["daily": "0 7 * * *", "monthly": "0 7 1 * *", "weekly": "0 7 * * MON"]
    .mapValues { "cron = \"\($0)\"\nmax_articles = 200\nhold_above = 500\nlookback = \"40d\"\n" }
  private static let follows = ["*", "ms", "*", "pd", "*", "*"]

  private let room: MovingRoom
  private var readers: [String: ModelReader] = [:]
  /// By digest, the articles that none of its issues has included.
  private var unsettled: [String: Set<String>] = [:]
  private var now = Instant.at("2026-11-22T00:00:00Z")
  private var articles: [String] = []
  /// The articles that came before the changes ended.
  private var compared: [String] = []
  private(set) var moves = 0
  private(set) var movesBeforeDelivery = 0
  private(set) var pauses = 0
  private(set) var removals = 0
  private(set) var renames = 0
  private(set) var hidings = 0
  /// The current names of the digests.
  private var names = Dictionary(uniqueKeysWithValues: digests.map { ($0, $0) })
  /// Digests that are not in the settings and have no readers.
  private var removed: Set<String> = []
  private var files: [String: (date: String, topics: [String])] = [:]
  /// Hidden articles, and when they are shown again.
  private var hidden: [String: Instant] = [:]

  init(_ numbers: inout SeededNumbers) throws {
    let site = try SampleSite(feeds: ["ms": ["ms"], "pd": ["pd"]], digests: Self.settings)
    // Pages are not tested here, and each run would check them.
    let schedule = site.folder.text("schedule.conf") ?? ""
    try site.folder.write(schedule.replacing("[site]", with: "[site]\npages = false"), to: "schedule.conf")
    try site.folder.write("", to: "articles/.keep")
    var rows: [Enrolment] = []
    for (number, follows) in Self.follows.enumerated() {
      let address = "r\(number)@example.org"
      let digest = Self.digests[Int.random(in: 0..<3, using: &numbers)]
      rows.append(.confirmed(address, digest: digest, follows: follows))
      readers[address] = ModelReader(digest: digest, topics: follows == "*" ? ["ms", "pd"] : [follows])
    }
    room = try MovingRoom(site, readers: rows)
    try room.run("2026-11-22T12:00:00Z", only: .digests)
  }

  mutating func live(days: Int, changing: Bool = true, _ numbers: inout SeededNumbers) throws {
    for _ in 0..<days {
      now = now + .seconds(86_400)
      try appear(1 + Int.random(in: 0...1, using: &numbers) * (changing ? 1 : 0), &numbers, isSure: !changing)
      try changeSite(changing, &numbers)
      let morning = now + .seconds(7 * 3600 + 5)
      try room.run(morning.rfc3339, only: .digests)
      freeze(at: morning)
      if changing { try change(at: morning + .seconds(600), isBeforeDelivery: true, &numbers) }
      try room.run((morning + .seconds(3600)).rfc3339, only: .deliveries)
      for address in readers.keys { readers[address]?.send(at: morning + .seconds(3600)) }
      if changing { try change(at: now + .seconds(Int64.random(in: 36_000...80_000, using: &numbers)), &numbers) }
    }
    if changing { compared = articles }
  }

  /// Adds articles before seven in the morning.
  private mutating func appear(_ count: Int, _ numbers: inout SeededNumbers, isSure: Bool) throws {
    for _ in 0..<count where isSure || Int.random(in: 0..<4, using: &numbers) > 0 {
      let name = "x\(articles.count)"
      let topics = [["ms"], ["pd"], ["ms", "pd"]][Int.random(in: 0..<3, using: &numbers)]
      let date = (now + .seconds(Int64.random(in: 0...20_000, using: &numbers))).rfc3339
      files[name] = (date, topics)
      try write(name)
      articles.append(name)
      for digest in Self.digests { unsettled[digest, default: []].insert(name) }
      for (address, reader) in readers where !reader.topics.isDisjoint(with: topics) {
        readers[address]?.pending.insert(name)
      }
    }
  }

  private func write(_ name: String) throws {
    guard let file = files[name] else { return }
    let more = ["link: https://news.example.org/\(name)"] + (hidden[name] == nil ? [] : ["draft: true"])
    try room.site.article(name, dated: file.date, topics: file.topics, more: more)
  }

  /// Hides and shows articles, and removes, renames and brings back digests.
  private mutating func changeSite(_ changing: Bool, _ numbers: inout SeededNumbers) throws {
    for (name, until) in hidden where until <= now || !changing {
      hidden[name] = nil
      try write(name)
    }
    if changing, let name = articles.suffix(12).randomElement(using: &numbers), hidden[name] == nil {
      hidden[name] = now + .seconds(86_400 * Int64.random(in: 1...9, using: &numbers))
      try write(name)
      hidings += 1
    }
    for digest in Self.digests {
      if removed.contains(digest) {
        if !changing || Int.random(in: 0..<8, using: &numbers) == 0 { removed.remove(digest) }
      } else if changing, !readers.values.contains(where: { $0.digest == digest }),
        Int.random(in: 0..<3, using: &numbers) == 0
      {
        removed.insert(digest)
        removals += 1
      } else if changing, Int.random(in: 0..<20, using: &numbers) == 0 {
        try rename(digest)
      }
    }
    try schedule()
  }

  private mutating func rename(_ digest: String) throws {
    let name = "\(digest)-\(renames)"
    _ = try room.ledger.rename(digest: names[digest] ?? digest, to: name, at: now)
    names[digest] = name
    renames += 1
  }

  /// Writes the current digests into the settings.
  private func schedule() throws {
    let text = room.site.folder.text("schedule.conf") ?? ""
    let head = text.split(separator: "\n[digest.", maxSplits: 1)[0]
    let open = Self.digests.filter { !removed.contains($0) }
    let sections = open.map { "\n[digest.\(names[$0] ?? $0)]\n\(Self.settings[$0] ?? "")" }
    let settings = head + sections.joined()
    guard settings != text else { return }
    try room.site.folder.write(String(settings), to: "schedule.conf")
    try room.newsroom.reopen()
  }

  private mutating func freeze(at moment: Instant) {
    let civil = room.newsroom.settings.zone.civil(at: moment)
    let isMonday = (moment.seconds / 86_400) % 7 == 4
    let due = ["daily"] + (isMonday ? ["weekly"] : []) + (civil.isoDate.hasSuffix("-01") ? ["monthly"] : [])
    for digest in due where !removed.contains(digest) {
      guard let all = unsettled[digest], !all.subtracting(hidden.keys).isEmpty else { continue }
      unsettled[digest] = all.intersection(hidden.keys)
      for (address, reader) in readers where reader.digest == digest {
        readers[address]?.freeze(at: moment, without: Set(hidden.keys))
      }
    }
  }

  private mutating func change(
    at moment: Instant, isBeforeDelivery: Bool = false, _ numbers: inout SeededNumbers
  ) throws {
    for address in readers.keys.sorted() where Int.random(in: 0..<12, using: &numbers) == 0 {
      guard let reader = readers[address] else { continue }
      if Int.random(in: 0..<5, using: &numbers) == 0 {
        if reader.isPaused(at: moment) { continue }
        let until = moment + .seconds(86_400 * Int64.random(in: 2...20, using: &numbers))
        _ = try room.ledger.pause(until: until, by: room.token(address), at: moment)
        readers[address]?.pause(until: until)
        pauses += 1
      } else {
        let others = Self.digests.filter { $0 != reader.digest && !removed.contains($0) }
        guard let other = others.randomElement(using: &numbers) else { continue }
        try room.move(address, to: names[other] ?? other, at: moment, among: Set(names.values))
        readers[address]?.move(to: other)
        moves += 1
        if isBeforeDelivery { movesBeforeDelivery += 1 }
      }
    }
  }

  func compare(seed: UInt64) {
    for (address, reader) in readers.sorted(by: { $0.key < $1.key }) {
      let mails = room.received(address).flatMap(\.self)
      let twice = Dictionary(grouping: mails, by: \.self).filter { $1.count > 1 }.keys.sorted()
      #expect(twice == [], "seed \(seed), \(address): came twice")
      let got = Set(mails).intersection(compared)
      let must = reader.received.subtracting(reader.skipped).intersection(compared)
      #expect(must.subtracting(got).sorted() == [], "seed \(seed), \(address): did not come")
      let may = reader.received.union(reader.skipped)
      #expect(got.subtracting(may).sorted() == [], "seed \(seed), \(address): came and must not")
    }
  }
}
