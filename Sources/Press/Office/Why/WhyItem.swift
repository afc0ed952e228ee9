internal import Model

/// Articles that came over the network, and items that did not become one.
extension Why {
  /// Where an article came from and by which keys it is known; nil if it is from a folder.
  func upstreamLines(_ place: ShelvedPlace) throws -> [String]? {
    guard let source = site.upstreams.first(where: { $0.name == place.source }) else { return nil }
    let keys = try aliases(of: source).filter { $0.article == place.id }.map { shown(key: $0.key) }.sorted()
    let known = keys.isEmpty ? [] : ["known there by " + keys.joined(separator: ", ")]
    return ["from source \(source.name): \(source.kind.name) \(source.url)"] + known + ruleLines(source)
  }

  /// Explains a guid, a link or a paper that an upstream source showed; nil if none did.
  func explanation(ofItem text: String) throws -> Explanation? {
    let keys: Set<String> = [ItemKey.guid(text), ItemKey.link(text), ItemKey.paper(text)]
    for source in site.upstreams {
      guard let alias = try aliases(of: source).first(where: { keys.contains($0.key) }) else { continue }
      if let id = alias.article, let article = try ledger.article(id) { return try explanation(of: article) }
      let line = "\(text): an item of source \(source.name) that is no article"
      let why = "it was left out when it was first seen, or two articles have this key"
      return Explanation(kind: .item, subject: text, lines: [line, why] + ruleLines(source))
    }
    return nil
  }

  private func ruleLines(_ source: UpstreamSettings) -> [String] {
    var lines: [String] = []
    if !source.only.isEmpty { lines.append("only items with " + listed(source.only)) }
    if !source.not.isEmpty { lines.append("no items with " + listed(source.not)) }
    return lines
  }

  private func listed(_ rules: [ItemRule]) -> String { rules.map { "\"\($0.text)\"" }.joined(separator: " or ") }

  private func aliases(of source: UpstreamSettings) throws -> [ItemAlias] {
    try items?.aliases(of: source.name) ?? []
  }

  /// The kind of a key in words; see ``ItemKey``.
  private func shown(key: String) -> String {
    guard let colon = key.firstIndex(of: ":") else { return key }
    let value = key[key.index(after: colon)...]
    return switch key[..<colon] {
    case "G": "id \(value)"
    case "D": "paper \(value)"
    case "L": "link \(value)"
    case "T": "title and day \(value)"
    case "C": "text \(value.prefix(12))"
    default: "address \(value)"
    }
  }
}
