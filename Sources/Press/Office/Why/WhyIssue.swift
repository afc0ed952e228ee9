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
    let issues = try ledger.issues(of: digest, limit: nil)
    if let issue = issues.first(where: { $0.number == number }) { return try explanation(of: issue) }
    guard !issues.isEmpty || site.digest(digest) != nil else { return nil }
    let newest = issues.first.map { "its newest issue is \(digest)#\($0.number)" } ?? "it has no issue yet"
    throw Unknown(sentence: "the digest \(digest) has no issue \(number): \(newest)")
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
    lines.append("mails: \(states.isEmpty ? "none, since nobody was to get it" : states.joined(separator: ", "))")
    if let cancelled = issue.cancelled { lines.append("cancelled \(local(cancelled)): what had not left stays") }
    return Explanation(kind: .issue, subject: name, lines: lines)
  }

  /// The issue with this page, even under its digest's old name.
  func issue(withPage page: String) throws -> RecordedIssue? {
    guard PagePath.isIssue(page) else { return nil }
    return try ledger.issues(of: nil, limit: nil)
      .first { PagePath.issue(digest: $0.frozenAs, number: $0.number).file == page }
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
    let slots = try ledger.slots(of: parts[0])
    guard !slots.isEmpty || site.digest(parts[0]) != nil else { return nil }
    guard let recorded = slots.first(where: { $0.slot.wallTime == wallTime }) else {
      throw Unknown(
        sentence:
          "the digest \(parts[0]) has no slot \(wallTime) so far; `courant schedule` shows its last and its next")
    }
    return Explanation(kind: .slot, subject: recorded.slot.key, lines: [try sentence(recorded)])
  }

  private func sentence(_ recorded: RecordedSlot) throws -> String {
    let key = recorded.slot.key
    switch recorded.state {
    case .issued:
      let issue = try ledger.issues(of: recorded.slot.digest, limit: nil).first { $0.slot == recorded.slot }
      return "\(key): issued" + (issue.map { " as \($0.digest)#\($0.number)" } ?? "")
    case .empty: return "\(key): nothing was new, so nobody was mailed"
    case .missed: return "\(key): missed: nothing ran in time, and its news waited for the next slot"
    case .merged: return "\(key): its news went into the issue of a later slot"
    case .skipped: return "\(key): let go, because nothing ran in time and catch_up is \"skip\""
    case .held:
      return "\(key): held, because \(counted(recorded.news, "article")) would be news; `courant release \(key)` sends "
        + "it, `courant cancel \(key)` lets the news go"
    case .released: return "\(key): released; the next run sends it"
    case .cancelled: return "\(key): cancelled: its news is never mailed"
    }
  }
}
