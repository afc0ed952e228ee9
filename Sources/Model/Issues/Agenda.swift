package import Time

/// What a digest's schedule requires at a given moment.
package enum Agenda: Hashable, Sendable {
  /// No slot has fallen due since the last one recorded.
  case nothing
  /// `slot` is sent now; `passed` (oldest first) fell due earlier and was never processed.
  case due(slot: Slot, passed: [Slot])
  /// Slots fell due, but all of them longer ago than `late_within`; their articles wait for the next slot.
  case missed([Slot])
}

/// The maximum number of slots listed, counted from the newest, after a machine was down: one row per minute for years would
/// help no one.
private let mostSlotsListed = 500

extension Digest {
  /// The agenda at `now` for a digest first seen at `since` and whose newest recorded slot fell due at `last`.
  ///
  /// A new digest starts with the next slot: one that fell due at or before `since` is never due.
  package func agenda(since: Instant, last: Instant?, now: Instant, zone: Zone) -> Agenda {
    var slots: [Slot] = []
    var cursor = max(since, last ?? since)
    while let slot = slot(after: cursor, zone: zone), slot.due <= now {
      slots.append(slot)
      if slots.count > 2 * mostSlotsListed { slots.removeFirst(mostSlotsListed) }
      cursor = slot.due
    }
    slots = slots.suffix(mostSlotsListed)
    guard let latest = slots.last else { return .nothing }
    return now - latest.due <= lateWithin ? .due(slot: latest, passed: slots.dropLast()) : .missed(slots)
  }

  /// The first slot strictly after `instant`; nil if the schedule never fires again.
  package func slot(after instant: Instant, zone: Zone) -> Slot? {
    cron.next(after: instant, in: zone).map { Slot(digest: name, wallTime: $0.wallTime, due: $0.due) }
  }

  /// The last slot strictly before `instant`.
  package func slot(before instant: Instant, zone: Zone) -> Slot? {
    cron.previous(before: instant, in: zone).map { Slot(digest: name, wallTime: $0.wallTime, due: $0.due) }
  }
}
