import Time

/// The times of polling.
enum PollPace {
  static let day = Duration.seconds(86_400)
  static let hour = Duration.seconds(3600)
  /// Hints of a server never make a pause longer than this.
  static let longestPause = day
  /// `Retry-After` is honoured up to this.
  static let longestWait = day * 7
  /// For a source that has never sent a validator, so that every response is a complete document.
  static let withoutValidators = hour * 6
  /// Then a request without validators shows whether the server still notices changes.
  static let longestConditional = day * 8

  /// One hour, doubled with each further time, up to a day.
  ///
  /// - Parameter times: from 1.
  static func backOff(_ times: Int) -> Duration {
    min(hour * (1 << min(max(times - 1, 0), 5)), day)
  }

  /// 0–10 % of a pause, always the same for one source, in whole seconds.
  static func jitter(of source: String, within pause: Duration) -> Duration {
    // The highest bits of this hash depend on all letters.
    let thousandths = Int64((fnv1a(source) >> 32) % 101)
    return .seconds(pause.components.seconds * thousandths / 1000)
  }
}

extension PollRule {
  /// The pause after a success: `every`, lengthened by hints from the server and the document.
  func usualPause(_ state: PollState) -> Duration {
    var hints = [state.freshFor.map { Duration.seconds($0) }, state.pace?.period]
    hints.append(state.pace?.minutes.map { Duration.seconds(60) * max(0, min($0, 10_080)) })
    let longest = hints.compactMap { $0 }.max() ?? .zero
    var pause = max(every, min(longest, PollPace.longestPause))
    if state.begun != nil, !state.hasOfferedValidators { pause = max(pause, PollPace.withoutValidators) }
    return pause
  }

  /// The pause after a failed poll: never shorter than after a success.
  func pauseAfterFailure(_ state: PollState) -> Duration {
    let pause = max(usualPause(state), PollPace.backOff(state.failures))
    return pause + PollPace.jitter(of: source, within: pause)
  }
}

extension PaceHints {
  /// The first instant from `start` in an hour and on a day that are not skipped. A set that forbids everything is
  /// ignored.
  func firstAllowed(from start: Instant) -> Instant {
    let hours = skippedHours.isSuperset(of: 0...23) ? [] : skippedHours
    let days = skippedDays.isSuperset(of: 1...7) ? [] : skippedDays
    var instant = start
    for _ in 0...(8 * 24) {
      let civil = instant.civil
      let weekday = civil.weekday == .sunday ? 7 : civil.weekday.rawValue
      if !hours.contains(civil.hour), !days.contains(weekday) { return instant }
      instant = Instant(seconds: instant.seconds - Int64(civil.minute * 60 + civil.second) + 3600)
    }
    return start
  }
}
