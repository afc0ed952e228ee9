/// When a digest is due: the five fields of crontab(5) or a nickname such as `@weekly`, in a zone's wall-clock time.
///
/// If day of the month and day of the week are both restricted, a day matches either; a field that begins with `*`
/// counts as unrestricted. `L` is the last day of a month. ``Firing`` describes the behaviour at clock changes.
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
