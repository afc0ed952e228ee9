internal import Markdown
internal import Settings
internal import Text

extension FrontMatter {
  /// Our topics first, then categories and tags of Jekyll and Hugo, then those of Zola.
  mutating func readTopics() -> [String] {
    var topics: [String] = []
    if let setting = reader.setting("topics") {
      topics += strings(of: setting)
      if let text = setting.string, text.contains(",") {
        warn(setting.position, "`topics` is one string and so one topic; for several, write [\(oneLine(text))]")
      }
    }
    topics += labels("category") + words("categories") + labels("tag") + words("tags")
    if case .table(let taxonomies)? = reader.setting("taxonomies")?.value {
      topics += ["categories", "tags", "topics"].compactMap { taxonomies[$0] }.flatMap(strings(of:))
    }
    let keys = ["topics", "tags", "categories", "tag", "category", "taxonomies"]
    let key = keys.first { reader.setting($0) != nil } ?? "topics"
    let names = fitting(topics.map(plain), FieldLimit.topic, count: FieldLimit.topics, key)
    if let name = names.first(where: holdsHiddenText) { refuseHiddenText(name, key) }
    return names
  }

  private func labels(_ key: String) -> [String] { reader.setting(key).map(strings(of:)) ?? [] }

  /// Jekyll splits a string under `categories` and `tags` at spaces; some authors also use commas.
  private func words(_ key: String) -> [String] {
    guard let text = reader.setting(key)?.string else { return labels(key) }
    return text.contains(",")
      ? text.split(separator: ",").map(String.init) : text.split { $0.isWhitespace }.map(String.init)
  }
}
