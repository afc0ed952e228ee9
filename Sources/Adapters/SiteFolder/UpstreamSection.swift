internal import Model
internal import Settings
internal import Time

extension UpstreamSettings {
  private enum DateFormat: String, CaseIterable {
    case us = "US"
    case dayFirst = "day first"
  }

  /// Reads `[sources.NAME]` of a source with `url` or `kind`; nil if it cannot be used at all. Mistakes are reported.
  init?(_ name: String, _ section: SettingReader) {
    let written = section.setting("kind") == nil ? .feed : section.choice("kind", of: SourceKind.self)
    if let written { SourceKey.refuse(for: written, in: section) }
    let kind = written.flatMap { Kind($0, section) }
    let url = section.sourceURL(of: written)
    self.init(name: name, kind: kind ?? .feed, url: url ?? "")
    readTopics(section)
    readChoices(section, isScholarly: written?.isScholarly == true)
    readDates(section)
    readAccess(section)
    guard kind != nil, url != nil else { return nil }
  }

  private mutating func readTopics(_ section: SettingReader) {
    topics = section.topicTexts("topics")?.map(\.text) ?? []
    topicMap = section.setting("topic_map") == nil ? [:] : section.table("topic_map")?.topicMap() ?? [:]
    topicsFrom = section.choice("topics_from", of: TopicsFrom.self) ?? topicsFrom
    splitsCategories = section.boolean("split_categories") ?? false
  }

  private mutating func readChoices(_ section: SettingReader, isScholarly: Bool) {
    only = section.itemRules("only")
    not = section.itemRules("not")
    content = section.choice("content", of: Content.self) ?? (isScholarly ? .summary : .full)
    firstNews = section.choice("new_source", of: FirstNews.self) ?? firstNews
    maxNew = section.integer("max_new", in: 1...10_000, example: 50) ?? maxNew
    updates = section.choice("updates", of: Updates.self) ?? updates
    isMirror = section.boolean("mirror") ?? false
    keepsIDs = section.boolean("keep_ids") ?? false
    guessesBodies = section.boolean("heuristics") ?? false
    title = section.line("title")
  }

  private mutating func readDates(_ section: SettingReader) {
    every = section.duration("every", atLeast: "15m", atMost: "31d", example: "1h") ?? every
    future = section.choice("future", of: Future.self) ?? future
    readsUSDates = section.choice("date_format", of: DateFormat.self).map { $0 == .us }
    zone = section.zone("time_zone") ?? .utc
  }
}

extension SettingReader {
  /// The source's category = the topic that is meant.
  fileprivate func topicMap() -> [TopicSlug: Topic] {
    var map: [TopicSlug: Topic] = [:]
    var written: [TopicSlug: String] = [:]
    for entry in table.entries {
      let slug = TopicSlug(entry.key)
      guard let meant = string(entry.key) else { continue }
      if slug.text.isEmpty || TopicSlug(meant).text.isEmpty {
        report(at: entry.keyPosition, "a topic needs at least one letter or digit")
      } else if let earlier = written.updateValue(entry.key, forKey: slug) {
        report(at: entry.keyPosition, "`\(entry.key)` and `\(earlier)` are the same category; remove one")
      } else {
        map[slug] = Topic(meant)
      }
    }
    return map
  }
}
