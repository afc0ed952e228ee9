internal import Model
internal import Text

extension FolderSource {
  /// A warning if the article is read at a URL of this site that `courant serve` answers; otherwise nil.
  func answeredLink(of article: Article, at path: String) -> Finding? {
    guard !article.hasPage, article.link.hasPrefix(site.url + "/") else { return nil }
    let below = article.link.dropFirst(site.url.utf8.count + 1).prefix { $0 != "?" && $0 != "#" }
    guard site.isAnswered(String(below)) else { return nil }
    let sentence =
      "its address, /\(below), is a path that `courant serve` answers, so nobody sees it; change its permalink"
    return Finding(printable(path), sentence, weight: .warning)
  }
}
