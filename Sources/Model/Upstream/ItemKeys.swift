internal import Time

/// All keys of one item.
package struct ItemKeys: Hashable, Sendable {
  package let guid: String?
  package let papers: [String]
  let movedGuid: String?
  let guidPath: String?
  let link: String?
  let title: String
  let content: String?
  /// For an item without guid and link: a hash of everything in it.
  let whole: String?
  /// Days since 1970; nil if it is undated.
  let day: Int64?
  /// The title without case, accents and punctuation.
  let foldedTitle: String
  /// The form in which the text of two items of one fetch is compared; empty if there is none.
  let text: String

  /// - Parameters:
  ///   - places: the URLs of the site and of the source. A guid that is one of them, or the front page of their host, does not
  ///     identify the item.
  ///   - hash: SHA-256 in base32.
  package init(_ item: UpstreamItem, at places: [String] = [], hash: (String) -> String) {
    let own = item.guid.flatMap { ItemKey.isPlace($0, of: item, at: places) ? nil : $0 }
    guid = own.map { ItemKey.guid($0) }
    papers = item.papers.map { ItemKey.paper($0) }
    movedGuid = own.flatMap { ItemKey.movedGuid($0) }
    guidPath = own.flatMap { ItemKey.guidPath($0) }
    let address = item.link.flatMap { ItemKey.isHome($0) ? nil : $0 }
    link = address.map { ItemKey.link($0) }
    day = item.published.map { $0.seconds / 86_400 }
    title = ItemKey.title(item.title, on: day)
    foldedTitle = ItemKey.title(item.title, on: nil)
    let normal = item.normalText
    text = normal.isEmpty ? "" : hash(normal)
    content = normal.count >= Self.leastText ? ItemKey.content(text) : nil
    let isBare = own == nil && link == nil
    whole = isBare ? "X:" + hash([item.title, normal, item.link ?? "", "\(day ?? 0)"].joined(separator: "\u{0}")) : nil
  }

  /// Shorter text may easily be the same by chance.
  private static let leastText = 200

  /// Strongest first.
  package var all: [String] {
    let strong = [guid].compactMap { $0 } + papers
    return strong + [movedGuid, guidPath, link, title, content, whole].compactMap { $0 }
  }

  /// The key of its title on the days before and after.
  var titlesNearby: [String] {
    guard let day else { return [] }
    let words = foldedTitle.dropFirst(2)
    return [Int64]([-2, -1, 1, 2]).map { "T:\(day + $0) \(words)" }
  }
}

extension UpstreamItem {
  /// The words of its text without markup, separated by single spaces: of the body, otherwise of the summary.
  package var normalText: String {
    String(decoding: wordBytes(ofHTML: body.isEmpty ? summary : body), as: UTF8.self)
  }
}

// MARK: - Keys without meaning

extension [ItemKeys] {
  /// Keys that different items of one fetch share, so that they identify none of them.
  var ambiguous: Set<String> {
    var holders: [String: [Int]] = [:]
    for (position, keys) in enumerated() {
      for key in Set(keys.all) { holders[key, default: []].append(position) }
    }
    let shared = holders.filter { $1.count > 1 }
    return Set(shared.filter { isAmbiguous($0, among: $1.map { self[$0] }) }.keys)
  }

  private func isAmbiguous(_ key: String, among items: [ItemKeys]) -> Bool {
    let titles = Set(items.map(\.foldedTitle))
    switch key.prefix(2) {
    // Two versions of a preprint may have different titles; a whole feed with one number is a mistake.
    case "D:": return titles.count > 2
    case "G:", "g:": return titles.count > 1 || items.differ { $0.link != $1.link && !$0.hasText(of: $1) }
    case "L:", "p:": return titles.count > 1 || items.differ { $0.day != $1.day && !$0.hasText(of: $1) }
    case "T:": return items.differ { $0.isApart(from: $1) && !$0.hasText(of: $1) }
    default: return titles.count > 1
    }
  }

  private func differ(_ areDifferent: (ItemKeys, ItemKeys) -> Bool) -> Bool {
    guard let first else { return false }
    return dropFirst().contains { areDifferent(first, $0) }
  }
}

extension ItemKeys {
  fileprivate func hasText(of other: ItemKeys) -> Bool { !text.isEmpty && text == other.text }

  /// Whether their source distinguishes them.
  fileprivate func isApart(from other: ItemKeys) -> Bool {
    (guid != nil && other.guid != nil && guid != other.guid) || link != other.link || whole != other.whole
  }
}
