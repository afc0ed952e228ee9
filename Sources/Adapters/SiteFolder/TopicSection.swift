internal import Model
internal import Settings

/// `[topics]`: the topic as written by authors = the topic that is meant.
func topicAliases(in schedule: SettingReader) -> [TopicSlug: Topic] {
  guard let section = schedule.table("topics") else { return [:] }
  var aliases: [TopicSlug: Topic] = [:]
  var written: [TopicSlug: String] = [:]
  for entry in section.table.entries {
    let slug = TopicSlug(entry.key)
    guard let meant = section.string(entry.key) else { continue }
    if slug.text.isEmpty || TopicSlug(meant).text.isEmpty {
      section.report(at: entry.keyPosition, "a topic needs at least one letter or digit")
    } else if let earlier = written.updateValue(entry.key, forKey: slug) {
      let sentence = "`\(entry.key)` and `\(earlier)` are the same topic (`\(slug)`); remove one"
      section.report(at: entry.keyPosition, sentence)
    } else {
      aliases[slug] = Topic(meant)
    }
  }
  refuseChains(aliases, section)
  return aliases
}

/// Aliases are applied once, so an alias of an alias would not work as written.
private func refuseChains(_ aliases: [TopicSlug: Topic], _ section: SettingReader) {
  for entry in section.table.entries {
    guard let meant = aliases[TopicSlug(entry.key)], let next = aliases[meant.slug], next.slug != meant.slug else {
      continue
    }
    section.report(at: entry.setting.position, "`\(meant.label)` is itself an alias; write \"\(next.label)\"")
  }
}

extension SettingReader {
  /// A list of topics; those that consist only of dashes and spaces are reported.
  func topicTexts(_ key: String) -> [(text: String, setting: Setting)]? {
    texts(key)?.filter { topic in
      if !TopicSlug(topic.text).text.isEmpty { return true }
      report(at: topic.setting.position, "a topic needs at least one letter or digit")
      return false
    }
  }
}
