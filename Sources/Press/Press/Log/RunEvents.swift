package import Model

extension RunReport {
  /// What a run did, as events: each slot that it recorded, each issue that it froze, and the run.
  package func events(took time: Duration) -> [LogEvent] {
    slots.map(Self.event) + issues.map(Self.event) + [run(time)]
  }

  private static func event(_ slot: RecordedSlot) -> LogEvent {
    var event = LogEvent("slot")
    event.add("digest", slot.slot.digest)
    event.add("slot", slot.slot.wallTime)
    event.add("state", slot.state.rawValue)
    event.add("news", slot.news)
    return event
  }

  private static func event(_ issue: FrozenIssue) -> LogEvent {
    var event = LogEvent("issue")
    event.add("digest", issue.digest)
    event.add("number", issue.number)
    event.add("articles", issue.articles)
    event.add("readers", issue.deliveries)
    return event
  }

  private func run(_ time: Duration) -> LogEvent {
    var event = LogEvent("run")
    event.add("exit", Int(exitCode.rawValue))
    event.add("duration", time)
    event.add("busy", isIdle ? "yes" : nil)
    event.add("problems", problems.count)
    event.add("articles", articlesRead)
    event.add("files", filesWritten.count + filesRemoved.count)
    for state in Delivery.State.allCases {
      if let count = deliveries[state] { event.add("deliveries_\(state.rawValue)", count) }
    }
    event.add(letters: letters)
    event.add("requests", requests.count)
    event.add("bounces", bouncesRead)
    return event
  }

  /// What one turn of `courant serve` did for readers; nil if it did nothing.
  package var turnEvent: LogEvent? {
    guard requests.count > 0 || !letters.isEmpty else { return nil }
    var event = LogEvent("turn")
    event.add("requests", requests.count)
    event.add("limited", requests.limited)
    event.add(letters: letters)
    return event
  }
}

extension LogEvent {
  fileprivate mutating func add(letters: [Delivery.State: Int]) {
    for state in Delivery.State.allCases {
      if let count = letters[state] { add("letters_\(state.rawValue)", count) }
    }
  }
}
