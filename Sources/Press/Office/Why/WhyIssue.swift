internal import Model
internal import Presentation
internal import Press

/// The content of an issue, and the results of its deliveries and its slot.
extension Why {
  /// Explains `weekly#12`, `weekly/12`, the URL of its page, or a slot such as `weekly@2026-11-23T07:00`; nil for a
  /// text that names no issue and no slot.
  func explanation(ofIssue text: String) throws -> Explanation? {
    if let slot = try explanation(ofSlot: text) { return slot }
    guard let (digest, number) = name(ofIssue: text) else { return nil }
    if let issue = try ledger.issue(digest, number: number) { return try explanation(of: issue) }
    let newest = try ledger.issues(of: digest, limit: 1).first
    guard newest != nil || site.digest(digest) != nil else { return nil }
    let hint = newest.map { "its newest issue is \(digest)#\($0.number)" } ?? "it has no issue yet"
    throw Unknown(sentence: "digest \(digest) has no issue \(number); \(hint)")
  }

  func explanation(of issue: RecordedIssue) throws -> Explanation {
    let name = "\(issue.digest)#\(issue.number)"
    var lines = ["\(name): \(shownTitle(issue.subject))"]
    lines.append("of the slot \(issue.slot.key), frozen \(local(issue.frozen))")
    lines.append("read at \(site.address(PagePath.issue(digest: issue.frozenAs, number: issue.number)))")
    let articles = try ledger.content(of: issue.id).articles.map { pasteable($0.id.text) }
    lines.append("\(counted(articles.count, "article")): \(articles.joined(separator: ", "))")
    let tally = try ledger.tally(of: issue.id)
    let states = Delivery.State.allCases.compactMap { state in tally[state].map { "\($0) \(state.rawValue)" } }
    lines.append("deliveries: \(states.isEmpty ? "none, because it had no readers" : states.joined(separator: ", "))")
    if let cancelled = issue.cancelled { lines.append("cancelled \(local(cancelled)): unsent messages were not sent") }
    return Explanation(kind: .issue, subject: name, lines: lines)
  }

  /// The issue with this page, even under its digest's old name.
  func issue(withPage page: String) throws -> RecordedIssue? {
    let parts = page.split(separator: "/").map(String.init)
    guard PagePath.isIssue(page), parts.count == 4, let number = Int(parts[2]) else { return nil }
    return try ledger.issue(frozenAs: parts[1], number: number)
  }

  private func name(ofIssue text: String) -> (digest: String, number: Int)? {
    let parts = text.split(omittingEmptySubsequences: false) { "#/".contains($0) }
    guard parts.count == 2, !parts[0].isEmpty, let number = Int(parts[1]), number > 0 else { return nil }
    return (String(parts[0]), number)
  }

  private func explanation(ofSlot text: String) throws -> Explanation? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[1].wholeMatch(of: /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/) != nil else { return nil }
    let wallTime = parts[1].replacing(" ", with: "T")
    guard let recorded = try ledger.slot(of: parts[0], at: wallTime) else {
      guard try site.digest(parts[0]) != nil || ledger.newestSlot(of: parts[0]) != nil else { return nil }
      throw Unknown(
        sentence:
          "digest \(parts[0]) has no slot \(wallTime) yet; `courant schedule` shows its last and next")
    }
    return Explanation(kind: .slot, subject: recorded.slot.key, lines: [try sentence(recorded)])
  }

  private func sentence(_ recorded: RecordedSlot) throws -> String {
    let key = recorded.slot.key
    switch recorded.state {
    case .issued:
      let issue = try ledger.issue(of: recorded.slot)
      return "\(key): issued" + (issue.map { " as \($0.digest)#\($0.number)" } ?? "")
    case .empty: return "\(key): nothing was new, so nothing was mailed"
    case .missed: return "\(key): missed: no run in time; its articles waited for the next slot"
    case .merged: return "\(key): merged: its articles went into the issue of a later slot"
    case .skipped: return "\(key): skipped: no run in time, and catch_up is \"skip\""
    case .held:
      return "\(key): held, because it has \(counted(recorded.news, "new article")); `courant release \(key)` mails "
        + "them, `courant cancel \(key)` discards them"
    case .released: return "\(key): released; the next run sends it"
    case .cancelled: return "\(key): cancelled: its articles are never mailed"
    }
  }
}
