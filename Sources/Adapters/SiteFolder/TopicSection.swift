internal import Model
internal import Settings

extension Site {
  /// `[topics]`: other spellings, groups and descriptions of topics.
  mutating func readTopics(in schedule: SettingReader) {
    guard let section = schedule.table("topics") else { return }
    aliases = section.topicAliases()
    topicGroups = section.innerTable("groups").map { $0.topicGroups(self) } ?? []
    topicDescriptions = section.innerTable("descriptions").map { $0.topicDescriptions(self) } ?? [:]
  }
}

extension SettingReader {
  /// The table under `key`; nil if the key is missing or, as a string, an alias.
  fileprivate func innerTable(_ key: String) -> SettingReader? {
    if setting(key)?.string != nil { return nil }
    return table(key)
  }

  /// The topic as written by authors = the topic that is meant.
  fileprivate func topicAliases() -> [TopicSlug: Topic] {
    var aliases: [TopicSlug: Topic] = [:]
    var written: [TopicSlug: String] = [:]
    for entry in table.entries where !isInnerTable(entry) {
      let slug = TopicSlug(entry.key)
      guard let meant = string(entry.key) else { continue }
      if slug.text.isEmpty || TopicSlug(meant).text.isEmpty {
        report(at: entry.keyPosition, "a topic needs at least one letter or digit")
      } else if let earlier = written.updateValue(entry.key, forKey: slug) {
        report(at: entry.keyPosition, "`\(entry.key)` and `\(earlier)` are the same topic (`\(slug)`); remove one")
      } else {
        aliases[slug] = Topic(meant)
      }
    }
    refuseChains(aliases)
    return aliases
  }

  private func isInnerTable(_ entry: SettingTable.Entry) -> Bool {
    guard case .table = entry.setting.value else { return false }
    return ["groups", "descriptions"].contains(entry.key)
  }

  /// Aliases are applied once, so an alias of an alias would not work as written.
  private func refuseChains(_ aliases: [TopicSlug: Topic]) {
    for entry in table.entries {
      guard let meant = aliases[TopicSlug(entry.key)], let next = aliases[meant.slug], next.slug != meant.slug else {
        continue
      }
      report(at: entry.setting.position, "`\(meant.label)` is itself an alias; write \"\(next.label)\"")
    }
  }
}

extension SettingReader {
  /// `[topics.groups]`: the title of a group = its topics. A topic belongs to one group, and is listed there once.
  fileprivate func topicGroups(_ site: Site) -> [TopicGroup] {
    var places: [TopicSlug: String] = [:]
    return table.entries.compactMap { entry in
      if entry.key.allSatisfy(\.isWhitespace) { report(at: entry.keyPosition, "a group of topics needs a title") }
      guard let labels = topicTexts(entry.key) else { return nil }
      var topics: [Topic] = []
      for (text, setting) in labels {
        let topic = site.topics(written: [text])[0]
        if let other = places.updateValue(entry.key, forKey: topic.slug) {
          report(at: setting.position, "topic `\(topic.label)` is already in the group \"\(other)\"; remove one")
        } else {
          topics.append(topic)
        }
      }
      return TopicGroup(title: entry.key, topics: topics)
    }
  }

  /// `[topics.descriptions]`: a topic = what readers find under it.
  fileprivate func topicDescriptions(_ site: Site) -> [TopicSlug: String] {
    var descriptions: [TopicSlug: String] = [:]
    for entry in table.entries {
      guard let text = line(entry.key) else { continue }
      guard let topic = site.topics(written: [entry.key]).first else {
        report(at: entry.keyPosition, "a topic needs at least one letter or digit")
        continue
      }
      if descriptions.updateValue(text, forKey: topic.slug) != nil {
        report(at: entry.keyPosition, "topic `\(topic.label)` has two descriptions; remove one")
      }
    }
    return descriptions
  }
}

extension SettingReader {
  /// A list of topics; those that consist only of dashes and spaces are reported.
  func topicTexts(_ key: String) -> [(text: String, setting: Setting)]? {
    strings(key)?.filter { topic in
      if !TopicSlug(topic.text).text.isEmpty { return true }
      report(at: topic.setting.position, "a topic needs at least one letter or digit")
      return false
    }
  }
}
