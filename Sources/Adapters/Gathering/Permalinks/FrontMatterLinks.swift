internal import Model
internal import Settings
internal import Text
internal import Time

extension FrontMatter {
  /// The values that decide the article's address on the operator's own site; nil without a title or a date.
  ///
  /// - Parameters:
  ///   - path: as in ``LinkValues/path``.
  ///   - folders: the folders above Jekyll's `_posts`, which are categories too.
  func linkValues(for generator: SiteGenerator?, path: String, folders: [String]) -> LinkValues? {
    guard let title, let date else { return nil }
    return LinkValues(
      generator: generator, title: title, date: zone.civil(at: date), path: path, slug: plainText("slug"),
      permalink: permalink(for: generator), categories: folders + linkCategories)
  }

  /// Jekyll's `permalink`, Hugo's `url`. Eleventy's, which hold template marks, cannot be worked out.
  private func permalink(for generator: SiteGenerator?) -> String? {
    let keys =
      switch generator {
      case .jekyll: ["permalink"]
      case .hugo: ["url"]
      case nil: ["permalink", "url"]
      }
    return keys.lazy.compactMap(plainText).first { !$0.contains("{") }
  }

  private func plainText(_ key: String) -> String? {
    guard let text = reader.setting(key)?.string?.trimmed, !text.isEmpty else { return nil }
    return text
  }

  /// A string under `categories` holds several, separated by spaces.
  private var linkCategories: [String] {
    let one = reader.setting("category").map(strings(of:)) ?? []
    guard let text = reader.setting("categories")?.string else {
      return one + (reader.setting("categories").map(strings(of:)) ?? [])
    }
    return one + text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension FolderSource {
  /// The URL on the operator's own site; nil if Courant renders the pages of the source's articles, or the article lacks a part
  /// that its URL needs.
  func ownLink(of matter: FrontMatter) -> String? {
    guard kind == .articles, let links else { return nil }
    let path = (folder.isEmpty ? "" : folder + "/") + matter.place.name
    let top = (try? generated.get())?.top ?? ""
    let below = top.isEmpty ? path : path.hasPrefix(top + "/") ? String(path.dropFirst(top.count + 1)) : path
    let isHugo = settings.generator == .hugo
    let folders = settings.generator == .jekyll ? categories(above: below) : []
    let values = matter.linkValues(
      for: settings.generator, path: isHugo ? below : matter.place.name, folders: folders)
    return values.flatMap(links.link(of:))
  }

  private func categories(above path: String) -> [String] {
    let folders = path.split(separator: "/").dropLast().map(String.init)
    return folders.firstIndex(of: "_posts").map { Array(folders[..<$0]) } ?? []
  }
}
