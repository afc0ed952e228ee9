internal import Time

/// The dates of one feed: an ambiguous date is read as the others suggest.
struct FeedDates {
  private let zone: Zone
  private let order: DayOrder?

  /// - Parameter dates: all dates of the feed, as written.
  init(_ context: FeedContext, of dates: some Sequence<String>) {
    zone = context.zone
    order = context.order ?? DayOrder(of: dates.lazy.filter(mayShowOrder))
  }

  func instant(_ written: String?) -> Instant? {
    written.flatMap { WrittenDate(ofFeed: $0, order: order) }?.instant(in: zone)
  }
}

/// Whether the date may show whether a feed writes the day or the month first. Most dates begin with a year and do not.
private func mayShowOrder(_ date: String) -> Bool {
  let start = date.utf8.prefix(4)
  let isYear = start.count == 4 && start.allSatisfy { (0x30...0x39).contains($0) }
  return !isYear && date.utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
    && WrittenDate(usual: date) == nil
}
