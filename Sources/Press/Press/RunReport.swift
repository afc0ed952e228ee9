internal import Bounces
package import Model
internal import Time

/// What a run did and what went wrong: the lines that cron mails, the exit code, and the JSON for scripts.
package struct RunReport: Sendable {
  /// Problems to print, one line each, in order of occurrence.
  package var problems: [String] = []
  /// Notices that are not problems, such as a held issue.
  package var notices: [String] = []
  package var articlesRead = 0
  package var articlesGone = 0
  package var filesWritten: [String] = []
  package var filesRemoved: [String] = []
  package var slots: [RecordedSlot] = []
  package var issues: [FrozenIssue] = []
  package var deliveries: [Delivery.State: Int] = [:]
  /// Letters to individual readers, by outcome.
  package var letters: [Delivery.State: Int] = [:]
  /// Requests from the web that were judged, and subscriptions that were not confirmed in time.
  package var requests = SettledRequests()
  package var lapsed = 0
  /// Messages read from the bounce Maildir, and addresses suppressed because of them.
  package var bouncesRead = 0
  package var bouncesSuppressed = 0
  package var codes: Set<ExitStatus> = []
  /// Whether the relay took mail, as far as this run asked it.
  package internal(set) var relay: RelayNews?
  /// Whether rates or the warm-up plan made mail wait for longer than a minute.
  package internal(set) var isThrottled = false
  /// Whether nothing was done because another run is in progress.
  package var isIdle = false
  /// The ``problems`` that the next run will have again unless the operator acts.
  package private(set) var lasting: Set<String> = []

  /// Lines about readers that were not kept, so that memory does not grow with their number.
  private var omitted = 0

  package init() {}

  /// At most this many lines per kind of message about readers.
  private static let mostReaders = 100

  mutating func tellProblem(_ reader: String) {
    if problems.count < Self.mostReaders { problems.append(reader) } else { omitted += 1 }
  }

  mutating func tellNotice(_ reader: String) {
    if notices.count < Self.mostReaders { notices.append(reader) } else { omitted += 1 }
  }

  /// Adds how many lines about readers are missing.
  mutating func reportOmitted() {
    guard omitted > 0 else { return }
    problems.append("… and \(omitted) more lines like these; `courant why ADDRESS` shows a reader's")
    omitted = 0
  }

  /// An issue frozen by this run.
  package struct FrozenIssue: Hashable, Sendable {
    package let digest: String
    package let number: Int
    package let subject: String
    package let articles: Int
    package let deliveries: Int
  }

  /// - Parameter lasts: whether the next run will have the same problem unless the operator acts.
  package mutating func fail(_ sentence: String, _ code: ExitStatus, lasts: Bool = true) {
    problems.append(sentence)
    codes.insert(code)
    if lasts { lasting.insert(sentence) }
  }

  /// At most this many lines of one kind.
  private static let mostOfAKind = 50

  /// Adds the first of these sentences and how many more there are; `warnings` names where to find all of them.
  ///
  /// - Parameter lasts: whether the next run will have the same problems unless the operator acts.
  package mutating func fail(_ sentences: [String], _ code: ExitStatus, lasts: Bool = true, allOf hint: String) {
    if sentences.isEmpty { return }
    var lines = Array(sentences.prefix(Self.mostOfAKind))
    let rest = sentences.count - lines.count
    if rest > 0 { lines.append("… and \(rest) more like these; \(hint)") }
    problems += lines
    if lasts { lasting.formUnion(lines) }
    codes.insert(code)
  }

  package var exitCode: ExitStatus {
    [.badConfiguration, .unreachable, .waiting, .badContent].first(where: codes.contains) ?? .done
  }
}

/// Process exit codes (sysexits.h).
package enum ExitStatus: Int32, Sendable {
  case done = 0
  case usage = 64
  /// Some content was skipped.
  case badContent = 65
  /// A source or the relay was unreachable.
  case unreachable = 69
  /// Try again later; unsent mail stays queued.
  case waiting = 75
  case badConfiguration = 78
}

extension RunReport {
  /// One line about what was done; nil if nothing was.
  package var summary: String? {
    var parts: [String] = []
    let changed = filesWritten.count + filesRemoved.count
    if changed > 0 { parts.append("\(changed) \(changed == 1 ? "file" : "files") published") }
    for issue in issues {
      parts.append(
        "\(issue.digest) #\(issue.number) \"\(issue.subject)\" to \(issue.deliveries) "
          + (issue.deliveries == 1 ? "reader" : "readers"))
    }
    let states = Delivery.State.allCases.compactMap { state in
      deliveries[state].map { "\($0) \(state.rawValue)" }
    }
    if !states.isEmpty { parts.append(states.joined(separator: ", ")) }
    parts += lettersSummary
    if bouncesRead > 0 {
      parts.append(
        "\(bouncesRead) \(bouncesRead == 1 ? "bounce" : "bounces") read"
          + (bouncesSuppressed > 0 ? ", \(bouncesSuppressed) suppressed" : ""))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension RunReport: Encodable {
  private enum Key: String, CodingKey {
    case exit_code, problems, notices, articles_read, articles_gone, files_written, files_removed, slots, issues
    case deliveries, letters, requests, requests_limited, lapsed, bounces_read, bounces_suppressed
    case digest, slot, due, state, news, number, subject, articles
  }

  package func encode(to encoder: any Encoder) throws {
    var root = encoder.container(keyedBy: Key.self)
    try root.encode(exitCode.rawValue, forKey: .exit_code)
    try root.encode(problems, forKey: .problems)
    try root.encode(notices, forKey: .notices)
    try root.encode(articlesRead, forKey: .articles_read)
    try root.encode(articlesGone, forKey: .articles_gone)
    try root.encode(filesWritten, forKey: .files_written)
    try root.encode(filesRemoved, forKey: .files_removed)
    try root.encode(
      Dictionary(deliveries.map { ($0.rawValue, $1) }, uniquingKeysWith: +), forKey: .deliveries)
    try root.encode(Dictionary(letters.map { ($0.rawValue, $1) }, uniquingKeysWith: +), forKey: .letters)
    try root.encode(requests.count, forKey: .requests)
    try root.encode(requests.limited, forKey: .requests_limited)
    try root.encode(lapsed, forKey: .lapsed)
    try root.encode(bouncesRead, forKey: .bounces_read)
    try root.encode(bouncesSuppressed, forKey: .bounces_suppressed)
    var slots = root.nestedUnkeyedContainer(forKey: .slots)
    for recorded in self.slots {
      var one = slots.nestedContainer(keyedBy: Key.self)
      try one.encode(recorded.slot.key, forKey: .slot)
      try one.encode(recorded.slot.due.rfc3339, forKey: .due)
      try one.encode(recorded.state, forKey: .state)
      try one.encode(recorded.news, forKey: .news)
    }
    var issues = root.nestedUnkeyedContainer(forKey: .issues)
    for issue in self.issues {
      var one = issues.nestedContainer(keyedBy: Key.self)
      try one.encode(issue.digest, forKey: .digest)
      try one.encode(issue.number, forKey: .number)
      try one.encode(issue.subject, forKey: .subject)
      try one.encode(issue.articles, forKey: .articles)
      try one.encode(issue.deliveries, forKey: .deliveries)
    }
  }
}
