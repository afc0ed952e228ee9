internal import Foundation
internal import Model
internal import PublicPlace

/// Files at addresses of the site that articles and settings name, but that are not there: recordings, without which podcast
/// programs show a broken episode, transcripts and images.
extension PressRun {
  /// - Parameter files: everything that is published.
  func missingFiles(of visible: [ShelvedArticle], among files: [PublicFile]) throws -> [Finding] {
    let named = namedFiles(of: visible)
    if named.isEmpty { return [] }
    let paths = Set(files.flatMap(\.paths))
    let missing = named.filter { !paths.contains($0.path) }
    let published = missing.isEmpty ? [:] : try ledger.publishedFiles()
    return missing.compactMap { path, sentence in
      // The operator may have put it there; but one that an earlier run published will be removed.
      if published[path] == nil, output.mayExist(path) { return nil }
      return Finding("static/" + path, "does not exist, but " + sentence)
    }
  }

  /// Paths under `public/`, with a sentence that says who names them.
  func namedFiles(of visible: [ShelvedArticle]) -> [(path: String, sentence: String)] {
    recordings(of: visible) + pictures
  }

  private func recordings(of visible: [ShelvedArticle]) -> [(path: String, sentence: String)] {
    visible.lazy.map(\.article).filter { $0.audio != nil }.flatMap { article in
      [article.audio?.url, article.audio?.transcript].compactMap(publicPath).map { path in
        (
          path,
          "is the recording or the transcript of “\(article.title)”; add it, or correct `audio` or `transcript`"
        )
      }
    }
  }

  private var pictures: [(path: String, sentence: String)] {
    let ofSite = [("icon", site.look.icon), ("logo", site.look.logo), ("favicon", site.look.favicon)]
      .map { (key: $0, address: $1, place: "[site] of schedule.conf") }
    let ofFeeds = site.feeds.map { (key: "icon", address: $0.icon, place: "feeds/\($0.name).toml") }
    let ofPodcasts = site.feeds.map { (key: "image", address: $0.podcast?.image, place: "feeds/\($0.name).toml") }
    return (ofSite + ofFeeds + ofPodcasts).compactMap { key, address, place in
      publicPath(address).map { ($0, "`\(key)` in \(place) names it; add it, or correct `\(key)`") }
    }
  }

  /// Under `public/`; nil if the address is not one of this site.
  func publicPath(_ address: String?) -> String? {
    let base = site.address("")
    guard let address, address.hasPrefix(base) else { return nil }
    let written = address.dropFirst(base.count).prefix { $0 != "?" && $0 != "#" }
    return written.removingPercentEncoding ?? String(written)
  }
}
