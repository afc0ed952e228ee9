import CourantTesting
import Foundation
import Testing

@testable import Time

/// Random expressions against ``CronReference``. Set `COURANT_SEED` to repeat a run.
@Suite struct CronRandomTests {
  @Test func randomSchedulesAgreeWithTheReferenceAroundChangesOfClocks() throws {
    var random = SeededNumbers()
    let zones = Zone.knownNames.sorted()
    for _ in 0..<60 {
      let zone = try #require(zones.randomElement(using: &random).flatMap(Zone.init))
      // Since 1973 every offset is a whole number of minutes, which the reference needs (Liberia was the last).
      let start = Instant(seconds: Int64.random(in: 100_000_000..<2_500_000_000, using: &random) / 60 * 60)
      let change = firstChange(after: start, in: zone) ?? start
      let clock = minutes(from: change - .seconds(4 * 86_400), days: 6, in: zone)
      for _ in 0..<4 { try compare(.random(hourly: 0.5, using: &random), over: clock, in: zone, using: &random) }
    }
  }

  @Test(arguments: ["Europe/London", "Australia/Lord_Howe"])
  func randomSchedulesAgreeWithTheReferenceOverTwoYears(name: String) throws {
    var random = SeededNumbers()
    let zone = try #require(Zone(name))
    let clock = minutes(from: try instant("2026-03-01T00:00:00Z"), days: 731, in: zone)
    for _ in 0..<3 { try compare(.random(hourly: 0, using: &random), over: clock, in: zone, using: &random) }
  }
}

private extension CronRandomTests {
  typealias Clock = [(instant: Instant, wall: Int)]

  /// The clock's values, minute by minute, in minutes since 1970.
  func minutes(from start: Instant, days: Int, in zone: Zone) -> Clock {
    (0..<days * 1440).map {
      let instant = start + .seconds($0 * 60)
      return (instant, (Int(instant.seconds) + zone.offset(at: instant)) / 60)
    }
  }

  /// By looking at the offset day by day, then minute by minute; within two years.
  func firstChange(after start: Instant, in zone: Zone) -> Instant? {
    let days = (0..<731).map { start + .seconds($0 * 86_400) }
    return days.first { zone.offset(at: $0) != zone.offset(at: $0 + .seconds(86_400)) }.flatMap { day in
      (1...1440).map { day + .seconds($0 * 60) }.first { zone.offset(at: day) != zone.offset(at: $0) }
    }
  }

  /// The first two days of `clock` only show which times came before.
  func compare(
    _ reference: CronReference, over clock: Clock, in zone: Zone, using random: inout SeededNumbers
  ) throws {
    let comment: Comment = "\(reference.text) in \(zone.name) from \(clock[0].instant.rfc3339), seed \(random.seed)"
    let cron = try CronExpression(reference.text)
    let (start, end) = (clock[2880].instant, clock[clock.count - 1].instant)
    let expected = reference.firings(clock, in: zone).filter { $0.due > start }

    var forward: [CronExpression.Firing] = []
    while let firing = cron.next(after: forward.last?.due ?? start, in: zone), firing.due <= end {
      forward.append(firing)
    }
    #expect(forward == expected, comment)

    var backward: [CronExpression.Firing] = []
    let past = end + .seconds(1)
    while let firing = cron.previous(before: backward.last?.due ?? past, in: zone), firing.due > start {
      backward.append(firing)
    }
    #expect(backward == expected.reversed(), comment)

    for _ in 0..<10 {
      let now = Instant(seconds: Int64.random(in: start.seconds...end.seconds, using: &random))
      let next = cron.next(after: now, in: zone).flatMap { $0.due <= end ? $0 : nil }
      #expect(next == expected.first { $0.due > now }, comment)
      let previous = cron.previous(before: now, in: zone).flatMap { $0.due > start ? $0 : nil }
      #expect(previous == expected.last { $0.due < now }, comment)
    }
  }
}
