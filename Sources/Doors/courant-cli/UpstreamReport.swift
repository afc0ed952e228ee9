import Model
import Press
import Time

/// The items of a source that is not a feed, as readable text.
struct UpstreamReport {
  let zone: Zone

  func show(_ document: UpstreamDocument, called name: String) {
    print("title     \(document.title)")
    if let home = document.home { print("site      \(home)") }
    print("items     \(document.items.count)")
    for item in document.items { show(item) }
    if !document.unread.isEmpty { print("unread    \(document.unread.count) pages") }
    if document.remarks.isEmpty { return }
    print("")
    for remark in document.remarks { print("\(name): \(remark)") }
  }

  private func show(_ item: UpstreamItem) {
    print("")
    print((item.published.map { zone.shown($0) + "  " } ?? "") + item.title)
    let lengths = [
      item.body.isEmpty ? nil : "body of \(item.body.count) characters",
      item.summary.isEmpty ? nil : "summary of \(item.summary.count)",
    ]
    let facts: [(name: String, text: String?)] = [
      ("link", item.link), ("id", item.guid), ("by", item.authors.joined(separator: ", ")),
      ("topics", item.categories.joined(separator: ", ")), ("has", lengths.compactMap(\.self).joined(separator: ", ")),
      ("image", item.image?.url), ("papers", item.papers.joined(separator: ", ")),
    ]
    for fact in facts {
      guard let text = fact.text, !text.isEmpty else { continue }
      print("  \(fact.name)\(String(repeating: " ", count: 8 - fact.name.count))\(text)")
    }
  }
}
