internal import Digests
internal import Model
internal import Time

/// The first step of a run that mails: what readers asked for on the web, and what ends by itself.
extension PressRun {
  /// A dry run only ends pauses, because they decide who is mailed.
  ///
  /// - Parameter mayAnswer: whether letters may be sent.
  func answerReaders(_ mayAnswer: Bool, _ report: inout RunReport) throws {
    _ = try ledger.endPauses(at: now)
    if isRehearsal { return }
    report.lapsed = try ledger.eraseLapsed(at: now)
    guard mayAnswer, case .success(let signers) = signers else { return }
    var round = LetterRound(site, templates, themes, signers: signers, ledger: ledger, courier: ways.courier)
    round.stop = ways.stop
    round.stopwatch = ways.stopwatch
    round.announce = ways.announce
    try round.settle(at: now, &report)
    try round.send(at: now, &report)
    try reportLimits(&report)
  }

  /// Once a day.
  private func reportLimits(_ report: inout RunReport) throws {
    let key = "letters limited, reported"
    let limited = try ledger.counts(of: now)["letters limited"] ?? 0
    let day = now.civil.isoDate
    guard limited > 0, try ledger.note(key) != day else { return }
    report.notices.append(
      "[web]: \(limited == 1 ? "1 request" : "\(limited) requests") for a letter exceeded a limit today and got none; "
        + "if these were readers, raise the limits")
    try ledger.setNote(key, day)
  }
}

extension RunReport {
  /// Adds a report about letters.
  mutating func add(letters report: RunReport) {
    problems += report.problems
    notices += report.notices
    codes.formUnion(report.codes)
    letters.merge(report.deliveries, uniquingKeysWith: +)
  }

  /// Parts of ``summary``.
  var lettersSummary: [String] {
    var parts: [String] = []
    if requests.count > 0 { parts.append(requests.count == 1 ? "1 request" : "\(requests.count) requests") }
    let states = Delivery.State.allCases.compactMap { state in letters[state].map { "\($0) \(state.rawValue)" } }
    if !states.isEmpty { parts.append("letters: " + states.joined(separator: ", ")) }
    if lapsed > 0 { parts.append("\(lapsed) never confirmed and erased") }
    return parts
  }
}
