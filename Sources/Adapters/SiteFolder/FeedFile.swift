internal import Model
internal import Settings
internal import Text

extension Feed {
  /// Reads a feed file; nil if it cannot be used. Mistakes are reported.
  init?(_ name: Name, _ file: SettingReader, _ site: Site) {
    let title = file.required("title", example: #""Our news""#, file.line)
    let description = file.required("description", example: #""What readers find here.""#, file.line)
    let topics = file.topicRule(site)
    let authors = file.authors("authors")
    let content = file.choice("content", of: Feed.Content.self)
    let language = file.language("language")
    let languages = file.languages("languages")
    let podcast = file.podcast("podcast", base: site.url)
    let formats = file.formats("formats")
    let limit = file.integer("limit", in: 1...10_000, example: 50)
    let archive = file.integer("archive", in: 0...10_000, example: 50)
    let icon = file.picture("icon", base: site.url)
    let isPrivate = file.boolean("private")
    guard let title, let description else { return nil }
    self.init(name: name, title: title, description: description, topics: topics)
    self.authors = authors
    self.content = content ?? self.content
    self.language = language ?? (languages?.count == 1 ? languages?.first : nil)
    self.languages = languages.map { LanguageChoice($0, siteLanguage: site.language) }
    self.podcast = podcast
    self.formats = formats ?? self.formats
    self.limit = limit ?? self.limit
    self.archive = archive ?? self.limit
    self.icon = icon
    self.isPrivate = isPrivate ?? false
  }
}

extension SettingReader {
  fileprivate func topicRule(_ site: Site) -> TopicRule {
    let rule = TopicRule(
      anyOf: anyTopic(site), allOf: slugs("all_topics", site) ?? [], noneOf: slugs("not_topics", site) ?? [])
    if let contradiction = rule.allOf.intersection(rule.noneOf).min() {
      report("not_topics", "topic `\(contradiction)` is also in `all_topics`, so no article can match; remove one")
    }
    return rule
  }

  /// Nil for every article.
  private func anyTopic(_ site: Site) -> Set<TopicSlug>? {
    guard let topics = topicTexts("topics") else { return nil }
    guard topics.contains(where: { $0.text == "*" }) else {
      if case .array(let written)? = setting("topics")?.value, written.isEmpty {
        report("topics", "`topics` is empty, so no article can match; write [\"*\"] for every article")
      }
      return Set(site.topics(written: topics.map(\.text)).map(\.slug))
    }
    if topics.count > 1 { report("topics", "\"*\" means every topic, so it must be the only entry") }
    return nil
  }

  private func slugs(_ key: String, _ site: Site) -> Set<TopicSlug>? {
    guard let topics = topicTexts(key) else { return nil }
    for topic in topics where topic.text == "*" {
      report(at: topic.setting.position, "\"*\" is allowed only in `topics`; remove it")
    }
    return Set(site.topics(written: topics.map(\.text)).map(\.slug))
  }

  /// Compared like topics: capitals, kinds of dash and spaces do not matter.
  fileprivate func authors(_ key: String) -> Set<TopicSlug>? {
    guard let names = strings(key) else { return nil }
    if case .array(let written)? = setting(key)?.value, written.isEmpty {
      report(key, "`\(key)` is empty, so no article can match; remove it to take articles by everyone")
    }
    for name in names where TopicSlug(name.text).text.isEmpty {
      report(at: name.setting.position, "`\(key)` must name people; found \"\(name.text)\"")
    }
    return Set(names.map { TopicSlug($0.text) })
  }

  fileprivate func formats(_ key: String) -> [Feed.Format]? {
    guard let words = strings(key) else { return nil }
    let known = Feed.Format.allCases.map(\.rawValue)
    let formats = words.compactMap { word in
      let format = Feed.Format(rawValue: word.text)
      if format == nil {
        let hint = suggestion(for: word.text, among: known)
        report(at: word.setting.position, "`\(word.text)` is not a format (rss, atom, json)\(hint)")
      }
      return format
    }
    if words.isEmpty { report(key, "`\(key)` is empty; list at least one of rss, atom and json") }
    return Feed.Format.allCases.filter(formats.contains)
  }
}
