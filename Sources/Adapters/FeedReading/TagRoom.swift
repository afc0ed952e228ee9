internal import Text
internal import XML

extension FeedDocument {
  /// Leaves out items whose texts have too many tags: parsing them would take seconds.
  ///
  /// A document has room for 200,000 tags in all. An item that does not fit is not read at all, since without its text it might
  /// replace what an earlier document had; those after it may still fit.
  mutating func leaveOutCostlyItems() {
    var room = HTMLSanitizer.mostTags
    var first: FeedItem?
    var count = 0
    items.removeAll { item in
      let tags = item.countOfTags
      guard tags > room else {
        room -= tags
        return false
      }
      first = first ?? item
      count += 1
      return true
    }
    guard let first else { return }
    isComplete = false
    let more = count > 1 ? " and \(count - 1) more items are" : " is"
    let sentence =
      "the texts of its items have more than 200,000 tags in all; “\(first.title.cut(to: 80))”\(more) not read"
    remarks.append(FeedRemark(line: first.line, sentence: sentence))
  }
}

extension FeedItem {
  fileprivate var countOfTags: Int {
    [summary, body].reduce(0) { count, text in
      guard let text, text.kind == .html else { return count }
      return count + HTMLSanitizer.countOfTags(text.value)
    }
  }
}
