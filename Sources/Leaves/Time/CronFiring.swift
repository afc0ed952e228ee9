extension CronExpression {
  /// One time at which a schedule fires.
  ///
  /// There are two rules for clock changes, as in Vixie cron:
  /// - **By the clock**, if the hours are named (`30 1 * * *`): a wall time is due at the first instant at which the
  ///   clock has reached it. A wall time that occurs twice fires only the first time, and one that is skipped fires
  ///   when the gap ends. Wall times that become due at the same instant, those in a gap and the one at its end, fire
  ///   once, under the earliest of them.
  /// - **By elapsed time**, if the hour field begins with `*` (`*/15 * * * *`): it fires whenever the clock shows a
  ///   matching time, so in both halves of a repeated hour and never in a skipped one.
  package struct Firing: Hashable, Sendable {
    /// `2026-11-23T07:00`, even if that time does not exist. Unique within a schedule: the second firing of a wall time
    /// ends in its offset, `2026-10-25T01:00+00:00`.
    package let wallTime: String
    package let due: Instant
  }

  /// Whether the hour field is a wildcard.
  var followsElapsedTime: Bool { fields.wild.contains(.hour) }
}

// MARK: By the clock

extension CronExpression {
  func nextByClock(after instant: Instant, in zone: Zone) -> Firing? {
    fields.next(after: zone.latestShown(upTo: instant)).map { wall in
      Firing(wallTime: wall.minuteText, due: zone.firstInstant(atOrAfter: wall))
    }
  }

  func previousByClock(before instant: Instant, in zone: Zone) -> Firing? {
    guard let wall = fields.last(upTo: zone.latestShown(upTo: instant - .seconds(1))) else { return nil }
    // `wall` is the latest of several wall times that may be due at that instant; next(after:) finds the earliest.
    return nextByClock(after: zone.firstInstant(atOrAfter: wall) - .seconds(1), in: zone)
  }
}

// MARK: By elapsed time

extension CronExpression {
  func nextByElapsedTime(after instant: Instant, in zone: Zone) -> Firing? {
    var start = instant + .seconds(1)
    while true {
      // From `start` until the next change the offset is constant.
      let offset = zone.offset(at: start)
      let shown = CivilTime(secondsSince1970: start.seconds - 1 + Int64(offset))
      guard let wall = fields.next(after: shown) else { return nil }
      let due = Instant(seconds: wall.secondsSince1970 - Int64(offset))
      guard let change = zone.change(after: start), change <= due else { return firing(wall, due, in: zone) }
      start = change
    }
  }

  func previousByElapsedTime(before instant: Instant, in zone: Zone) -> Firing? {
    var end = instant - .seconds(1)
    while true {
      let offset = zone.offset(at: end)
      guard let wall = fields.last(upTo: zone.civil(at: end)) else { return nil }
      let due = Instant(seconds: wall.secondsSince1970 - Int64(offset))
      let start = zone.startOfEvenTime(upTo: end)
      if due >= start { return firing(wall, due, in: zone) }
      end = start - .seconds(1)
    }
  }

  private func firing(_ wall: CivilTime, _ due: Instant, in zone: Zone) -> Firing {
    let isFirst = zone.firstInstant(atOrAfter: wall) == due
    let suffix = isFirst ? "" : offsetText(zone.offset(at: due))
    return Firing(wallTime: wall.minuteText + suffix, due: due)
  }
}

private extension CivilTime {
  /// `2026-11-23T07:00`.
  var minuteText: String { "\(isoDate)T\(twoDigits(hour)):\(twoDigits(minute))" }
}

/// `+05:45`, for seconds east of UTC.
private func offsetText(_ offset: Int) -> String {
  let minutes = abs(offset) / 60
  return "\(offset < 0 ? "-" : "+")\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
}
