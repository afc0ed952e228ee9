internal import Digests
internal import Model
internal import Time

/// The first step of a run that mails: handles what readers asked for on the web, and what ends automatically.
extension PressRun {
  /// A dry run only ends pauses, because they decide who is mailed.
  ///
  /// - Parameter mayAnswer: whether letters may be sent.
  func answerReaders(_ mayAnswer: Bool, _ report: inout RunReport) throws {
    _ = try ledger.endPauses(at: now)
    if isRehearsal { return }
    report.lapsed = try ledger.eraseLapsed(at: now)
    guard mayAnswer else { return }
    let round = letterRound
    try reportFailedLetters(&report)
    try round.settle(at: now, &report)
    try round.send(at: now, &report)
    try noteFailedLetters()
    try reportWaitingLetters(&report)
    try reportLimits(&report)
    try reportUnknownTokens(&report)
    try reportErased(&report)
  }

  var letterRound: LetterRound {
    var round = LetterRound(site, templates, themes, signers: signers, ledger: ledger, courier: ways.courier)
    round.stop = ways.stop
    round.stopwatch = ways.stopwatch
    round.announce = ways.announce
    round.log = ways.log
    return round
  }

  private static let failuresNoted = "letters failed, reported"
  private static let week = Duration.seconds(7 * 86_400)
  /// Roughly how long a reader who asked for a letter keeps checking for it.
  private static let patience = Duration.seconds(3600)

  private func failedLetters() throws -> LetterTally {
    let noted = try ledger.note(Self.failuresNoted).flatMap { Instant(rfc3339: $0) }
    return try ledger.letterTally(failedSince: noted ?? now - Self.week)
  }

  /// Reports letters that failed outside of runs: `courant serve` printed them where no one may look.
  private func reportFailedLetters(_ report: inout RunReport) throws {
    let tally = try failedLetters()
    guard tally.failed > 0 else { return }
    let number = tally.failed == 1 ? "1 letter" : "\(tally.failed) letters, the last of them"
    let address = tally.lastAddress.map { " to \($0)" } ?? ""
    let reply = tally.lastReply.map { " (\(Bounce.cleaned($0)))" } ?? ""
    report.fail("letters: \(number)\(address) could not be delivered\(reply)", .badContent, lasts: false)
  }

  /// Marks all failures as reported, because the round has reported its own.
  private func noteFailedLetters() throws {
    guard let last = try failedLetters().lastFailure else { return }
    try ledger.setNote(Self.failuresNoted, last.rfc3339)
  }

  /// Reports waiting letters once a day.
  private func reportWaitingLetters(_ report: inout RunReport) throws {
    let tally = try ledger.letterTally(failedSince: now)
    guard let since = tally.waitingSince, since < now - Self.patience, try isFirstToday("letters waiting, reported")
    else {
      return
    }
    let number = tally.waiting == 1 ? "1 has" : "\(tally.waiting) have"
    report.fail(
      "letters: \(number) been waiting since \(site.zone.shown(since)), so readers cannot confirm; check the relay",
      .waiting,
      lasts: false)
  }

  /// Reports unknown tokens once a day. People cut off a few links; when there are many, a proxy or mail program does.
  private func reportUnknownTokens(_ report: inout RunReport) throws {
    let unknown = try ledger.counts(of: now)["unknown tokens"] ?? 0
    guard unknown > 20, try isFirstToday("unknown tokens, reported") else { return }
    report.notices.append(
      "[web]: \(unknown) links with unknown tokens were opened today; if readers complain, see whether something cuts the "
        + "links (`courant check --web`)")
  }

  /// Reports how many readers erased their data, not which ones.
  private func reportErased(_ report: inout RunReport) throws {
    let key = "readers erased, reported"
    let day = now.civil.isoDate
    let erased = try ledger.counts(of: now)["erased"] ?? 0
    let noted = try ledger.note(key)?.split(separator: " ") ?? []
    let reported = noted.count == 2 && noted[0] == day ? Int(noted[1]) ?? 0 : 0
    guard erased > reported else { return }
    let readers = erased - reported == 1 ? "1 reader" : "\(erased - reported) readers"
    report.notices.append("[web]: \(readers) erased everything that was kept about them")
    try ledger.setNote(key, "\(day) \(erased)")
  }

  /// Whether this is the first report of its kind today (UTC).
  private func isFirstToday(_ key: String) throws -> Bool {
    let day = now.civil.isoDate
    guard try ledger.note(key) != day else { return false }
    try ledger.setNote(key, day)
    return true
  }

  /// Once a day.
  private func reportLimits(_ report: inout RunReport) throws {
    let limited = try ledger.counts(of: now)["letters limited"] ?? 0
    guard limited > 0, try isFirstToday("letters limited, reported") else { return }
    report.notices.append(
      "[web]: \(limited == 1 ? "1 request" : "\(limited) requests") for a letter exceeded a limit today and got none; "
        + "if these were readers, raise `letters_per_hour`, `letters_per_network` or `letters_per_domain` in [web]; "
        + "the limits for one address stay (docs/web.md)")
  }
}

extension RunReport {
  /// Adds a report about letters.
  mutating func add(letters report: RunReport) {
    problems += report.problems
    notices += report.notices
    codes.formUnion(report.codes)
    relay = report.relay ?? relay
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
