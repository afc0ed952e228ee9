internal import Time

/// The dates of one feed: what is not clear in one is read as the others show.
struct FeedDates {
  private let zone: Zone
  private let order: DayOrder?

  /// - Parameter dates: all dates of the feed, as written.
  init(_ context: FeedContext, of dates: [String]) {
    zone = context.zone
    order = context.order ?? DayOrder(of: dates.lazy.filter { $0.contains("/") || $0.contains("-") })
  }

  func instant(_ written: String?) -> Instant? {
    written.flatMap { WrittenDate(ofFeed: $0, order: order) }?.instant(in: zone)
  }
}
