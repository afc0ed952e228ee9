internal import Model
internal import Settings
internal import Text

extension SettingReader {
  /// `podcast` of a feed file; nil if there is none, or if it cannot be used, which is reported.
  func podcast(_ key: String, base: String) -> Podcast? {
    guard let section = table(key) else { return nil }
    let image = section.podcastImage("image", base: base)
    let category = section.podcastCategory("category")
    let author = section.line("author")
    let owner = section.mailbox("owner")
    let isExplicit = section.boolean("explicit")
    let kind = section.choice("type", of: Podcast.Kind.self)
    let isLocked = section.boolean("locked")
    let guid = section.uuid("guid")
    guard let image, let category else { return nil }
    var podcast = Podcast(image: image, category: category[0], subcategory: category.count > 1 ? category[1] : nil)
    podcast.author = author
    podcast.owner = owner
    podcast.isExplicit = isExplicit ?? false
    podcast.kind = kind ?? .episodic
    podcast.isLocked = isLocked
    podcast.guid = guid
    return podcast
  }

  private func podcastImage(_ key: String, base: String) -> String? {
    guard let address = required(key, example: #""/podcast.jpg""#, { picture($0, base: base) }) else { return nil }
    let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
    if [".jpg", ".jpeg", ".png"].contains(where: path.hasSuffix) { return address }
    report(key, "`\(key)` must be a JPEG or PNG image, square, of 1400 to 3000 pixels; directories accept no other")
    return nil
  }

  /// A category, and perhaps its subcategory.
  private func podcastCategory(_ key: String) -> [String]? {
    guard let text = required(key, example: #""Health & Fitness/Medicine""#, { line($0) }) else { return nil }
    let parts = text.split(separator: "/", maxSplits: 1).map { String($0).trimmed }
    guard let first = parts.first, let within = Podcast.categories[first] else {
      let hint = choice(for: parts.first ?? text, among: Podcast.categories.keys.sorted())
      report(key, "`\(parts.first ?? text)` is not one of Apple's categories\(hint)")
      return nil
    }
    guard parts.count > 1, !within.contains(parts[1]) else { return parts }
    report(key, "`\(parts[1])` is not a category of `\(first)`\(choice(for: parts[1], among: within.sorted()))")
    return nil
  }

  /// What was meant, or all that is possible.
  private func choice(for text: String, among all: [String]) -> String {
    let meant = suggestion(for: text, among: all)
    if !meant.isEmpty { return meant }
    return all.isEmpty ? ", which has none" : "; choose one of: " + all.joined(separator: ", ")
  }

  private func uuid(_ key: String) -> String? {
    guard let text = string(key) else { return nil }
    let plain = text.lowercased()
    if plain.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil { return plain }
    report(key, "`\(key)` must be a UUID, for example \"917393e3-1b1e-5cef-ace4-edaa54e1f810\"")
    return nil
  }
}
