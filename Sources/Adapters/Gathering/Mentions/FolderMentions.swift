internal import Model
internal import Settings

extension FolderSource {
  /// All that is published of an article, and the values that its author wrote in front matter, are shown.
  func mentions(
    in bytes: [UInt8], _ article: Article, _ settings: SettingTable, _ siblings: SiblingLinks
  ) -> FileMentions? {
    // For a bundle's index that is read only to determine whether it is published.
    if siblings.isNone { return nil }
    let recording = [article.audio?.url, article.audio?.transcript]
    let links = [article.image?.url, article.link, article.citation?.url] + recording
    let addresses = links.compactMap(\.self) + article.attachments.map(\.url)
    let published = [article.body, article.title, article.summary] + addresses + settings.strings
    return FileMentions(
      of: String(decoding: bytes, as: UTF8.self), published: published.joined(separator: "\n"), from: siblings)
  }

  /// If a file has no published article, everything it names is hidden. Nil if it cannot be read.
  func mentions(inHidden path: String, _ siblings: SiblingLinks) -> FileMentions? {
    (try? root.read(path)).flatMap { mentions(inHidden: $0, siblings) }
  }

  func mentions(inHidden bytes: [UInt8], _ siblings: SiblingLinks) -> FileMentions? {
    if siblings.isNone { return nil }
    return FileMentions(ofHidden: String(decoding: bytes, as: UTF8.self), from: siblings)
  }
}
