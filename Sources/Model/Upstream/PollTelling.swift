package import Time

/// A source that has failed for more than a day, or was never read.
package struct SourceTrouble: Hashable, Sendable {
  /// Begins in lower case, and has no full stop.
  package let sentence: String
  /// Whether it is reported now; then ``PollState/reported`` becomes the time of the report.
  package let isToldNow: Bool

  package init(sentence: String, isToldNow: Bool) {
    self.sentence = sentence
    self.isToldNow = isToldNow
  }
}

extension PollRule {
  /// Nil if the source is well, or has failed for less than a day. Otherwise the run ends with exit code 69; the
  /// failure is reported once, then weekly. That of a source that was never read is reported at once, because its
  /// settings may be wrong.
  ///
  /// - Parameter shown: how operators read an instant.
  package func trouble(
    _ state: PollState, at now: Instant, shown: (Instant) -> String = { $0.rfc3339 }
  ) -> SourceTrouble? {
    guard !state.isEnded, let failure = state.failure, let since = state.troubledSince else { return nil }
    let wasNeverRead = state.succeeded == nil && state.failures > 0
    guard wasNeverRead || now - since >= PollPace.day - Self.runJitter else { return nil }
    let isToldNow = state.reported.map { now - $0 >= PollPace.day * 7 - Self.runJitter || $0 > now } ?? true
    let never = state.begun == nil ? "never been read" : "not been read at this url yet"
    let words = state.succeeded.map { "not been read since " + shown($0) } ?? never
    return SourceTrouble(sentence: "\(failure); it has \(words)", isToldNow: isToldNow)
  }

  /// A run that cron starts daily may come a little earlier than the one before; a whole day would then become two.
  private static let runJitter = Duration.seconds(300)

  /// A sentence if the source was never this quiet: five times its usual pause between two articles, and a week at
  /// least. Begins in lower case, and has no full stop.
  package func quiet(_ state: PollState, at now: Instant) -> String? {
    guard !state.isEnded, let news = state.news, let gap = state.usualGap else { return nil }
    let silence = now - news
    guard silence >= max(.seconds(gap) * 5, PollPace.day * 7) else { return nil }
    let usual = days(.seconds(gap))
    let period = usual.hasPrefix("1 ") ? String(usual.dropFirst(2)) : usual
    return "nothing new for \(days(silence)); usually there is something every \(period)"
  }

  func sentence(ofStatus code: Int, _ answer: FetchAnswer) -> String {
    if answer.isChallenge {
      return "its server wants proof that a person is asking (\(code), a challenge of Cloudflare)"
    }
    switch code {
    case 401: return "it wants a user and a password (401); set user and password_file"
    case 403: return "the server refuses to show it (403)"
    case 404: return "there is nothing at its url (404)"
    case 500...599: return "the server has a fault (\(code))"
    default: return "the server answered \(code)"
    }
  }
}

extension PollState {
  /// The first failure. A host that asks to be left alone counts as failing only after a week.
  fileprivate var troubledSince: Instant? { failingSince ?? waitingSince.map { $0 + PollPace.day * 6 } }

  /// When the last news came, and how long that usually takes: the median of the gaps between the dates in the document,
  /// otherwise the average of those seen.
  mutating func noteNews(_ document: PollReading.Document, at now: Instant) {
    let dates = Set(document.dates.filter { $0 <= now }).sorted()
    let isFirst = begun == nil
    if isFirst { news = dates.last ?? now }
    let gaps = zip(dates.dropFirst(), dates).map { ($0 - $1).components.seconds }.sorted()
    if gaps.count >= 3 { usualGap = max(1, gaps[gaps.count / 2]) }
    guard document.hasNews, !isFirst else { return }
    if gaps.count < 3, let news {
      let gap = max(1, (now - news).components.seconds)
      usualGap = usualGap.map { ($0 * 3 + gap) / 4 } ?? gap
    }
    news = now
  }
}

/// Whole days, rounded; hours below two days.
private func days(_ time: Duration) -> String {
  let hours = max(1, (time.components.seconds + 1800) / 3600)
  if hours < 48 { return hours == 1 ? "1 hour" : hours == 24 ? "1 day" : "\(hours) hours" }
  return "\((hours + 12) / 24) days"
}
