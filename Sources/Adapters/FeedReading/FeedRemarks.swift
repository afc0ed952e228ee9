internal import Text
internal import Time

/// Oddities of a feed, in addition to those found while reading.
func remarks(on document: FeedDocument) -> [FeedRemark] {
  var remarks = document.remarks
  let items = document.items
  if items.isEmpty { remarks.append(FeedRemark(line: 0, sentence: "it has no items")) }
  if document.title.isEmpty { remarks.append(FeedRemark(line: 0, sentence: "it has no title")) }
  remarks += repeated(items)
  remarks += first(items, "without an id and a link; only its title identifies it") {
    $0.id == nil && $0.link == nil
  }
  remarks += first(items, "without a link") { $0.link == nil && $0.id != nil }
  remarks += first(items, "without a title; its first words are used") { !$0.hasTitle }
  remarks += first(items, "without a date") { $0.published == nil && $0.unreadableDate == nil }
  remarks += lost(items)
  remarks += atMost20(items) { item in
    item.unreadableDate.map { FeedRemark(line: item.line, sentence: "the date `\($0.cut(to: 60))` cannot be read") }
  }
  return remarks.sorted { $0.line < $1.line }
}

/// One remark for all items of a kind, at the line of the first.
private func first(
  _ items: [FeedItem], _ sentence: String, where isMeant: (FeedItem) -> Bool
) -> [FeedRemark] {
  guard let first = items.first(where: isMeant) else { return [] }
  let count = items.count(where: isMeant)
  let more = count > 1 ? " (\(count) items)" : ""
  return [FeedRemark(line: first.line, sentence: "an item \(sentence)\(more)")]
}

/// Items of whose text a part is missing.
private func lost(_ items: [FeedItem]) -> [FeedRemark] {
  atMost20(items) { item in
    let isTooDeep = item.body?.isTooDeep ?? item.summary?.isTooDeep ?? false
    guard item.isCut || isTooDeep else { return nil }
    let why = item.isCut ? "is longer than 1 MB" : "has elements nested more than 240 deep"
    return FeedRemark(
      line: item.line,
      sentence:
        "the text of “\(item.title.cut(to: 80))” \(why), so only its beginning is used; the rest is at its link, "
        + "and content = \"summary\" takes summaries only")
  }
}

private func atMost20(_ items: [FeedItem], _ remark: (FeedItem) -> FeedRemark?) -> [FeedRemark] {
  var remarks: [FeedRemark] = []
  for item in items where remarks.count < 20 {
    if let found = remark(item) { remarks.append(found) }
  }
  return remarks
}

private func repeated(_ items: [FeedItem]) -> [FeedRemark] {
  var lines: [String: Int] = [:]
  lines.reserveCapacity(items.count)
  var remarks: [FeedRemark] = []
  for item in items where remarks.count < 20 {
    guard let id = item.id else { continue }
    if let line = lines[id] {
      let place = line > 0 ? "the item in line \(line)" : "another item"
      remarks.append(FeedRemark(line: item.line, sentence: "its id `\(id.cut(to: 60))` is also that of \(place)"))
    } else {
      lines[id] = item.line
    }
  }
  return remarks
}
