internal import Text
internal import XML

extension FeedDocument {
  /// Removes items whose texts have so many HTML tags that parsing them would take seconds.
  ///
  /// A document has room for 200,000 tags. An item that does not fit is left out altogether: without its text, it could replace
  /// the complete one of an earlier fetch. Later items may still fit.
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
    let others = count > 1 ? " and \(count - 1) more are" : " is"
    let sentence =
      "its items have more than 200,000 HTML tags in total; “\(first.title.cut(to: 80))”\(others) left out"
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
