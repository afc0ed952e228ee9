package import Time

/// Which facts need an operator, and how bad that is.
extension AlertFacts {
  /// The most urgent first.
  ///
  /// - Parameter shown: a time as the site's clock shows it.
  package func alerts(_ shown: (Instant) -> String) -> [Alert] {
    [stale(shown), relay(shown)].compactMap(\.self) + space + complaints + failures + [storm].compactMap(\.self)
      + certificate(shown) + outsideFaults + [backup.map { Alert(.backup, $0) }].compactMap(\.self)
      + webhooks.compactMap { $0.alert(at: now, shown) }
  }

  private func stale(_ shown: (Instant) -> String) -> Alert? {
    guard let lastRun, now - lastRun > runWithin else { return nil }
    return Alert(
      .stale, since: lastRun,
      "the last run began at \(shown(lastRun)), longer ago than `run_within` of [alerts]; start cron or the timer again"
    )
  }

  /// A relay that restarts is not worth a letter.
  private static let patience = Duration.seconds(900)

  private func relay(_ shown: (Instant) -> String) -> Alert? {
    guard let relay, now - relay.since >= Self.patience else { return nil }
    let sender = machine.map { " from \($0)" } ?? ""
    return Alert(
      .relay, about: machine ?? "", since: relay.since,
      "the relay has taken no mail\(sender) since \(shown(relay.since)): \(relay.sentence)")
  }
}

// MARK: - The machine

extension AlertFacts {
  private static let mega: Int64 = 1 << 20
  /// Below the first, something soon fails; below the second, a run may fail at any time.
  private static let littleSpace = 500 * mega
  private static let leastSpace = 100 * mega

  private var space: [Alert] {
    guard let disk else { return [] }
    let place = machine.map { "\($0): " } ?? ""
    let free = "\(place)only \(disk.free / Self.mega) MB of disk are free"
    if disk.free < Self.leastSpace { return [space("\(free); make room", level: 2)] }
    if disk.free < Self.littleSpace { return [space("\(free); make room")] }
    guard disk.free < disk.ledger else { return [] }
    return [space("\(free), and the ledger has \(disk.ledger / Self.mega) MB, so a backup does not fit; make room")]
  }

  private func space(_ sentence: String, level: Int = 1) -> Alert {
    Alert(.disk, about: machine ?? "", level: level, sentence)
  }

  private static let day = Duration.seconds(86_400)

  private func certificate(_ shown: (Instant) -> String) -> [Alert] {
    guard let host = outside.host, let end = outside.certificateEnds, end - now < Self.day * 14 else { return [] }
    let level = end <= now ? 3 : end - now < Self.day * 3 ? 2 : 1
    let verb = level == 3 ? "ended" : "ends"
    let sentence = "the certificate of \(host) \(verb) on \(shown(end)); renew it, and let the web server read it again"
    return [Alert(.certificate, about: host, level: level, sentence)]
  }

  private var outsideFaults: [Alert] {
    [outside.site.map { Alert(.site, $0) }].compactMap(\.self)
      + outside.keys.map { Alert(.key, about: String($0.prefix { $0 != " " }), $0) }
  }
}

// MARK: - Readers

extension AlertFacts {
  /// Fewer requests beyond a limit are people who were impatient.
  private static let mostLimited = 20

  private var storm: Alert? {
    guard signUps.limited >= Self.mostLimited || signUps.lettersInHour * 2 > signUps.mostInHour else { return nil }
    return Alert(
      .signUps,
      "someone may be signing up strangers: \(signUps.lettersInHour) letters were asked for in the last hour, and "
        + "\(signUps.limited) requests today were beyond a limit; see docs/web.md for the limits and `blocked_domains`")
  }

  /// Google: "below 0.1 %, and never 0.3 % or higher". In thousandths; single complaints prove nothing.
  private static let complaintLimits = [(perMille: 3, atLeast: 3, level: 2), (perMille: 1, atLeast: 2, level: 1)]

  private var complaints: [Alert] {
    destinations.compactMap { tally in
      let accepted = tally.counts[.accepted] ?? 0
      let complained = tally.counts[.complained] ?? 0
      let limit = Self.complaintLimits.first { complained >= $0.atLeast && complained * 1000 >= accepted * $0.perMille }
      guard let limit else { return nil }
      let place = tally.domain.isEmpty ? "the smaller destinations" : tally.domain
      let share = accepted == 0 ? "" : " (\(percent(complained, of: accepted)))"
      return Alert(
        .complaints, about: tally.domain, level: limit.level,
        "\(complained) of \(accepted) messages to \(place) in the last \(Self.complaintDays) days were reported as "
          + "spam\(share); providers expect less than 0.1 %, and block from 0.3 %; ask readers who never chose this to "
          + "confirm again, or mail less often")
    }
  }

  private static let mostFailedPercent = 2
  private static let leastFailed = 5

  private var failures: [Alert] {
    issues.filter { $0.failed >= Self.leastFailed && $0.failed * 100 > $0.deliveries * Self.mostFailedPercent }
      .map { issue in
        Alert(
          .failures, about: issue.issue,
          "\(issue.failed) of \(issue.deliveries) messages of \(issue.issue) failed "
            + "(\(percent(issue.failed, of: issue.deliveries))); above 2 % providers distrust a sender; "
            + "`courant why \(issue.issue)` has their words")
      }
  }

  /// Rounded down: `0.30 %`.
  private func percent(_ part: Int, of whole: Int) -> String {
    let hundredths = part * 10_000 / whole
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
  }
}

extension WebhookTrouble {
  private static let patience = Duration.seconds(3600)

  fileprivate func alert(at now: Instant, _ shown: (Instant) -> String) -> Alert? {
    guard now - since >= Self.patience else { return nil }
    let events = waiting == 1 ? "1 event waits" : "\(waiting) events wait"
    return Alert(
      .webhook, about: name, since: since,
      "[webhooks.\(name)] has taken no event since \(shown(since)): \(sentence); \(events)")
  }
}
