internal import Model
internal import Press
internal import Time

/// What happened in a week, and what needs an operator now.
struct WeekReview {
  private let site: Site
  private let week: Week
  /// One line each.
  private var readers: [String] = []
  private var issues: [String] = []
  private let failures: [String]
  private let tasks: [String]
  private let next: [String]
  private var hasGrown = false

  private static let mostIssues = 100

  init(_ press: PressRun, _ week: Week) throws {
    site = press.site
    self.week = week
    let status = try SiteStatus(press)
    failures = Self.failures(status)
    tasks = Self.tasks(status)
    next = try press.site.digests.compactMap { digest in
      let slot = try Selector(site: press.site, ledger: press.ledger, digest: digest).nextSlot(at: press.now)
      return slot.map { "- \(digest.name): \(press.site.zone.shown($0.due))" }
    }
    if let book = press.ledger as? any DeskBook {
      try readGrowth(book)
      try readIssues(press, book)
    }
  }

  /// Whether anything happened, or needs someone.
  var hasNews: Bool { hasGrown || !issues.isEmpty || !failures.isEmpty || !tasks.isEmpty }

  var letter: OperatorNote {
    let parts = [
      part("Readers", readers, or: "- there is no digest"), part("Issues of the week", issues, or: "- none"),
      part("Failures", failures, or: "- none"), part("What to do", tasks, or: "- nothing"),
      part("Next issues", next, or: "- none"),
    ]
    let desk = site.desk.url.map { "\nThe desk: \($0)/\n" } ?? ""
    return OperatorNote(
      subject: "[\(forDisplay(site.title, atMost: 60))] the week to \(week.lastDate)\(urgency)",
      text: "\(week.text) to \(week.lastDate)\n\n" + parts.joined(separator: "\n") + desk)
  }

  private var urgency: String {
    tasks.isEmpty ? "" : tasks.count == 1 ? ": 1 thing to do" : ": \(tasks.count) things to do"
  }

  private func part(_ title: String, _ lines: [String], or none: String) -> String {
    ([title + ":"] + (lines.isEmpty ? [none] : lines)).joined(separator: "\n") + "\n"
  }
}

extension WeekReview {
  private mutating func readGrowth(_ book: any DeskBook) throws {
    for digest in site.digests {
      var sums: [GrowthDay.Kind: Int] = [:]
      for day in try book.growth(of: digest.name, since: week.firstDay) where week.contains(day: day.day) {
        sums[day.kind, default: 0] += day.readers
      }
      let change = sums.reduce(0) { $0 + ($1.key == .come ? $1.value : -$1.value) }
      let kinds = GrowthDay.Kind.allCases.compactMap { kind in sums[kind].map { "\($0) \(kind.inWords)" } }
      hasGrown = hasGrown || !kinds.isEmpty
      let sum = kinds.isEmpty ? "" : ", \(change < 0 ? "" : "+")\(change): " + kinds.joined(separator: ", ")
      readers.append("- \(digest.name): \(try book.mailableReaders(of: digest.name))\(sum)")
    }
  }

  private mutating func readIssues(_ press: PressRun, _ book: any DeskBook) throws {
    let frozen = try press.ledger.issues(of: nil, limit: Self.mostIssues).filter { week.contains($0.frozen) }
    guard !frozen.isEmpty else { return }
    let tallies = try press.ledger.tallies()
    issues = try frozen.reversed().map { issue in
      let after = try book.aftermath(of: issue.id)
      let tally = tallies[issue.id] ?? [:]
      let states = Delivery.State.allCases.compactMap { state in tally[state].map { "\($0) \(state.rawValue)" } }
      let results = [(after.bounced, "returned"), (after.complained, "reported as spam"), (after.left, "left")]
        .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      let parts = (states.isEmpty ? ["for nobody"] : states) + results
      return "- \(issue.digest)#\(issue.number) \"\(forDisplay(issue.subject, atMost: 100))\": "
        + parts.joined(separator: ", ")
    }
  }

  private static func failures(_ status: SiteStatus) -> [String] {
    var lines: [String] = []
    if let letters = status.letters, letters.failed > 0 {
      let reply = letters.reply.map { ", the last with: \(forDisplay($0, atMost: 120))" } ?? ""
      lines.append("- letters to single readers: \(letters.failed) failed\(reply)")
    }
    if status.faults > 0 {
      let faults = status.faults == 1 ? "1 fault" : "\(status.faults) faults"
      lines.append("- files of articles: \(faults); `courant check` lists what is wrong")
    }
    lines += status.sources.map { source in
      "- the source \(source.name) is \(source.state.rawValue)\(source.remark.map { ": \($0)" } ?? "")"
    }
    return lines
  }

  private static func tasks(_ status: SiteStatus) -> [String] {
    let held = status.held.map { "\($0) is held; `courant release \($0)` sends it" }
    return (status.doubts + status.alerts + held + status.losses).map { "- " + $0 }
  }
}

extension GrowthDay.Kind {
  fileprivate var inWords: String {
    switch self {
    case .come: "came"
    case .left: "left"
    case .bounce: "bounced"
    case .complaint: "complained"
    case .forgotten: "erased"
    case .operator: "removed by operators"
    }
  }
}
