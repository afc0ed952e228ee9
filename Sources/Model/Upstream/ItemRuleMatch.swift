extension UpstreamSettings {
  /// The rule that leaves an item out, as written in settings; nil if it is let in.
  ///
  /// - Parameter topics: of its article.
  package func leavesOut(_ item: UpstreamItem, topics: [Topic]) -> String? {
    if only.isEmpty, not.isEmpty { return nil }
    var words = ItemWords(item, topics: topics)
    for rule in not where words.match(rule) { return Self.words(not: rule) }
    if only.isEmpty { return nil }
    for rule in only where words.match(rule) { return nil }
    return wordsOfOnly
  }

  /// Whether a rule is in these settings as ``leavesOut(_:topics:)`` has named it.
  package func has(rule: String) -> Bool {
    rule == wordsOfOnly && !only.isEmpty || not.contains { Self.words(not: $0) == rule }
  }

  private static func words(not rule: ItemRule) -> String { "not = \"\(rule.text)\"" }

  private var wordsOfOnly: String { "only = " + only.map { "\"\($0.text)\"" }.joined(separator: ", ") }
}

/// The words of an item by field; a rule matches if a string of its field has its words in their order.
///
/// A body may be a megabyte and a source may have hundreds of rules, so each field is folded once, when a rule first needs it.
package struct ItemWords {
  private let item: UpstreamItem
  private let topics: [Topic]
  private let fold: (String) -> [String]
  /// Of each text of a field.
  private var words: [ItemRule.Field: [[String]]] = [:]

  /// - Parameter fold: as ``foldedWords(_:)``.
  package init(_ item: UpstreamItem, topics: [Topic], fold: @escaping (String) -> [String] = foldedWords) {
    self.item = item
    self.topics = topics
    self.fold = fold
  }

  package mutating func match(_ rule: ItemRule) -> Bool {
    let wanted = WantedWord.words(of: rule.words)
    if wanted.isEmpty { return false }
    return words(of: rule.field).contains { words in
      guard words.count >= wanted.count else { return false }
      return (0...(words.count - wanted.count)).contains { start in
        zip(wanted, words[start...]).allSatisfy { $0.matches($1) }
      }
    }
  }

  private mutating func words(of field: ItemRule.Field) -> [[String]] {
    if let known = words[field] { return known }
    let folded = strings(of: field).map(fold)
    words[field] = folded
    return folded
  }

  private func strings(of field: ItemRule.Field) -> [String] {
    switch field {
    case .title: [item.title]
    case .text: [item.summary, String(decoding: wordBytes(ofHTML: item.body), as: UTF8.self)]
    case .topic: topics.map(\.label) + item.categories
    case .author: item.authors
    case .link: item.link.map { [$0] } ?? []
    }
  }
}

/// One word of a rule.
private struct WantedWord {
  let word: String
  /// Whether any ending may follow.
  let isBeginning: Bool

  static func words(of text: String) -> [WantedWord] {
    text.split(whereSeparator: \.isWhitespace).flatMap { part in
      let words = foldedWords(String(part))
      return words.indices.map { position in
        WantedWord(word: words[position], isBeginning: part.hasSuffix("*") && position == words.count - 1)
      }
    }
  }

  func matches(_ other: String) -> Bool { isBeginning ? other.hasPrefix(word) : other == word }
}
