/// What the ledger records of rates and the warm-up plan between messages: values by key, empty if nothing was sent.
package struct ThrottleRecords: Hashable, Sendable {
  static let pace = "pace"
  static let warmUp = "warm_up"
  static func pace(of domain: String?) -> String { domain.map { "pace \($0)" } ?? pace }

  package private(set) var values: [String: String]

  package init(_ values: [String: String] = [:]) { self.values = values }

  subscript(key: String) -> String {
    get { values[key] ?? "" }
    set { values[key] = newValue }
  }
}

/// The messages of each day since a plan to warm up began.
struct WarmUpDays: Sendable {
  /// Earliest first.
  private(set) var all: [(day: String, sent: Int)] = []

  init() {}

  /// `DAY MESSAGES`, one day a line; other lines are ignored.
  init(_ record: String) {
    all = record.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 2, let sent = Int(words[1]) else { return nil }
      return (String(words[0]), sent)
    }
  }

  var record: String { all.map { "\($0.day) \($0.sent)" }.joined(separator: "\n") }
  var isEmpty: Bool { all.isEmpty }

  mutating func count(_ messages: Int, on today: String) {
    if all.last?.day != today { all.append((today, 0)) }
    all[all.count - 1].sent = max(0, all[all.count - 1].sent + messages)
  }
}
