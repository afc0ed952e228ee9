/// When a digest falls due: the five fields of crontab(5) or a nickname such as `@weekly`, in a zone's wall-clock time.
///
/// Day of the month and day of the week, both restricted, match either; a field that begins with `*` counts as
/// unrestricted. `L` is the last day of a month. What happens where clocks change is told at ``Firing``.
package struct CronExpression: Hashable, Sendable {
  /// As written.
  package let source: String
  let fields: CronFields

  package init(_ text: String) throws(CronError) {
    source = text
    fields = try CronSyntax.fields(of: text)
  }

  /// The first firing strictly after `instant`; nil if it never fires (30 February).
  package func next(after instant: Instant, in zone: Zone) -> Firing? {
    followsElapsedTime ? nextByElapsedTime(after: instant, in: zone) : nextByClock(after: instant, in: zone)
  }

  /// The last firing strictly before `instant`; nil if it never fires.
  package func previous(before instant: Instant, in zone: Zone) -> Firing? {
    followsElapsedTime ? previousByElapsedTime(before: instant, in: zone) : previousByClock(before: instant, in: zone)
  }
}
