package import Time

/// The dates of an item at first sight. They never change afterwards.
package struct FirstSight: Hashable, Sendable {
  package let published: Instant
  package let updated: Instant?

  /// A source's clock may be this much ahead.
  static let skew = Duration.seconds(600)

  /// - Parameter place: in the document, from 0: of items without a date, the first is the newest.
  package init(of item: UpstreamItem, place: Int, future: UpstreamSettings.Future, at now: Instant) {
    let isAhead = item.published.map { $0 > now + Self.skew } ?? false
    if let date = item.published, !isAhead || future == .embargo {
      published = date
    } else if isAhead {
      published = now
    } else {
      published = now - .seconds(Int64(place))
    }
    updated = FirstSight.change(item.updated, after: published, at: now)
  }

  /// Their date of the last change, if it can be true.
  package static func change(_ updated: Instant?, after last: Instant, at now: Instant) -> Instant? {
    guard let updated, updated > last, updated <= now + skew else { return nil }
    return updated
  }
}

extension UpstreamSettings {
  /// Whether an item of the first fetch is past for a digest.
  ///
  /// - Parameters:
  ///   - date: as the source gave it; nil if it gave none.
  ///   - settled: the newest slot of the digest whose news is settled; nil before the first. Then the selection itself leaves
  ///     out articles older than the digest.
  package func isPast(_ date: Instant?, settledThrough settled: Instant?) -> Bool {
    switch firstNews {
    case .all: return false
    case .none: return true
    case .sinceLastIssue:
      guard let date else { return true }
      return settled.map { date <= $0 } ?? false
    }
  }
}

/// What becomes of the unknown items of a later fetch.
package struct Flood: Hashable, Sendable {
  package enum Fate: Hashable, Sendable { case news, past, held }

  private let isFlood: Bool
  private let newestKnown: Instant?
  private let isTooMany: Bool

  /// - Parameters:
  ///   - unknown: the dates of the unknown items; nil for one without a date.
  ///   - count: the number of all items in the fetch.
  ///   - newestKnown: the newest date of an earlier article of the source.
  ///   - most: `max_new`.
  package init(unknown: [Instant?], of count: Int, newestKnown: Instant?, most: Int) {
    isFlood = unknown.count >= 10 && unknown.count * 2 > count
    self.newestKnown = newestKnown
    let isOld = isFlood ? newestKnown : nil
    let left = unknown.count { date in
      guard let date, let isOld else { return true }
      return !Self.isOld(date, isOld)
    }
    isTooMany = left > most
  }

  /// Whether an item is older than the newest known one, or is that item under another name. A date without a time does not
  /// order two items of the same day.
  private static func isOld(_ date: Instant, _ newest: Instant) -> Bool {
    date < newest || (date == newest && date.seconds % 86_400 != 0)
  }

  package func fate(of date: Instant?) -> Fate {
    if isFlood, let date, let newestKnown, Self.isOld(date, newestKnown) { return .past }
    return isTooMany ? .held : .news
  }
}
