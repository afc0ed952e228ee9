internal import Model
internal import Settings

/// The settings of `[site]` for feeds.
extension SiteLook {
  init(_ section: SettingReader, base: String) {
    self.init()
    icon = section.picture("icon", base: base)
    logo = section.picture("logo", base: base)
    favicon = section.picture("favicon", base: base)
    copyright = section.line("copyright")
  }
}

extension SettingReader {
  /// The absolute URL of an image; the setting may be a path on the site.
  func picture(_ key: String, base: String) -> String? {
    guard let text = string(key) else { return nil }
    if isWebAddress(text) { return text }
    if text.wholeMatch(of: /\/?[A-Za-z0-9._~-]([A-Za-z0-9._~!$&'()*+,;=@\/-]|%[0-9A-Fa-f]{2})*/) != nil {
      return base + (text.hasPrefix("/") ? "" : "/") + text
    }
    report(
      key, "`\(key)` must be the URL of an image, for example \"/icon.png\" or \"https://cdn.example.org/icon.png\"")
    return nil
  }

  /// The absolute URL of a feed on another site.
  func feedAddress(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if isWebAddress(text) { return text }
    report(key, "`\(key)` must be the URL of a feed, for example \"https://journal.example.org/atom.xml\"")
    return nil
  }

  /// The absolute URL of a page.
  func pageAddress(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    if isWebAddress(text) { return text }
    report(key, "`\(key)` must be the URL of a page, for example \"https://example.org/ann/\"")
    return nil
  }

  /// WebSub hubs: one URL or a list.
  func hubs(_ key: String) -> [String] {
    var hubs: [String] = []
    for (text, setting) in strings(key, acceptsOne: true) ?? [] {
      if !isWebAddress(text) {
        report(at: setting.position, "`\(key)` must be the URL of a hub, for example \"https://hub.example.org/\"")
      } else if hubs.contains(text) {
        report(at: setting.position, "this hub is listed twice; remove one")
      } else {
        hubs.append(text)
      }
    }
    return hubs
  }

  /// `topic_feeds`, and the keys that require it.
  func topicFeeds() -> TopicFeeds? {
    let isWanted = boolean("topic_feeds") ?? false
    let minimum = integer("topic_feed_articles", in: 1...10_000, example: TopicFeeds.defaultMinimum)
    if !isWanted, setting("topic_feed_articles") != nil {
      let sentence = "`topic_feed_articles` has no effect without topic_feeds = true"
      warn(at: position(of: "topic_feed_articles"), sentence)
    }
    return isWanted ? TopicFeeds(minimum: minimum ?? TopicFeeds.defaultMinimum) : nil
  }
}

/// Absolute http(s) URL with a host, in the characters allowed in a URL (RFC 3986 §2), without a fragment or login.
func isWebAddress(_ text: String) -> Bool {
  text.wholeMatch(
    of: /(?i:https?):\/\/[A-Za-z0-9.\[\]:-]+([\/?]([A-Za-z0-9._~!$&'()*+,;=:@\/?-]|%[0-9A-Fa-f]{2})*)?/) != nil
}
