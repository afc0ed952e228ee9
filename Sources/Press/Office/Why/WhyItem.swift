internal import Model
internal import Time

/// Articles that came over the network, and items that did not become one.
extension Why {
  /// Where an article came from and by which keys it is known; nil if it is from a folder.
  func upstreamLines(_ place: ShelvedPlace) throws -> [String]? {
    guard let source = site.upstreams.first(where: { $0.name == place.source }) else { return nil }
    let aliases = try ledger.aliases(of: source.name).filter { $0.article == place.id }
    let keys = aliases.map { shown(key: $0.key) }.sorted()
    let known = keys.isEmpty ? [] : ["known there by " + keys.joined(separator: ", ")]
    let sights = try ledger.items([place.id]).map { item in
      dates(of: item) + (item.source == source.name ? "" : " (source \(item.source))")
    }
    return ["from source \(source.name): \(source.kind.name) \(source.url)"] + known + sights + ruleLines(source)
  }

  /// Explains a guid, a link or a paper that an upstream source showed; nil if none did.
  func explanation(ofItem text: String) throws -> Explanation? {
    let keys = [ItemKey.guid(text), ItemKey.link(text), ItemKey.paper(text)]
    for source in site.upstreams {
      for alias in try ledger.aliases(keys, of: source.name) {
        guard let id = alias.article else { return tombstone(text, source) }
        if let article = try ledger.article(id) { return try explanation(of: article) }
        return try explanation(of: ledger.items([id]), called: text)
      }
    }
    return try explanation(of: ledger.items([Article.ID(text)]), called: text)
  }

  /// Explains items that are not articles.
  private func explanation(of items: [RecordedItem], called text: String) throws -> Explanation? {
    guard let item = items.first else { return nil }
    let held = try ledger.heldArticles().contains { $0.id == item.id && $0.released == nil }
    let reason =
      if let rule = item.leftOutBy {
        "left out by \(rule)" + (isStill(rule, of: item.source) ? "" : Self.ofEarlierSettings)
      } else if held {
        "waits, because its source brought too many at once; `courant release \(item.source)` lets them in"
      } else {
        "not an article of the site any more: it was withdrawn, or its source was removed"
      }
    let lines = ["\(text): \(shownTitle(item.title)), an item of source \(item.source)", dates(of: item), reason]
    return Explanation(kind: .item, subject: item.id.text, lines: lines)
  }

  private static let ofEarlierSettings =
    ", which is not in schedule.conf any more; if its source shows it again, it becomes an article, but not news"

  private func isStill(_ rule: String, of source: String) -> Bool {
    site.upstreams.first { $0.name == source }?.has(rule: rule) ?? true
  }

  private func tombstone(_ text: String, _ source: UpstreamSettings) -> Explanation {
    let reason = "two articles had this key, or it is a page that was there before the source was first read"
    return Explanation(kind: .item, subject: text, lines: ["\(text): no article of source \(source.name)", reason])
  }

  private func dates(of item: RecordedItem) -> String {
    let theirs = item.theirDate.map { "its source dated it \(local($0))" } ?? "its source gave no date"
    return "first seen \(local(item.firstSeen)); \(theirs)"
  }

  private func ruleLines(_ source: UpstreamSettings) -> [String] {
    var lines: [String] = []
    if !source.only.isEmpty { lines.append("only items with " + listed(source.only)) }
    if !source.not.isEmpty { lines.append("no items with " + listed(source.not)) }
    return lines
  }

  /// `title “salt” of 2026-11-20`, from the days since 1970 and the folded title.
  private func titleKey(_ value: Substring) -> String {
    let parts = value.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, let day = Int64(parts[0]) else { return "title “\(value)”" }
    return "title “\(parts[1])” of \(CivilTime(secondsSince1970: day * 86_400).isoDate)"
  }

  private func listed(_ rules: [ItemRule]) -> String { rules.map { "\"\($0.text)\"" }.joined(separator: " or ") }

  /// The kind of a key in words; see ``ItemKey``.
  private func shown(key: String) -> String {
    guard let colon = key.firstIndex(of: ":") else { return key }
    let value = key[key.index(after: colon)...]
    return switch key[..<colon] {
    case "G": "id \(value)"
    case "D": "paper \(value)"
    case "L": "link \(value)"
    case "T": titleKey(value)
    case "C": "text \(value.prefix(12))"
    default: "address \(value)"
    }
  }
}
