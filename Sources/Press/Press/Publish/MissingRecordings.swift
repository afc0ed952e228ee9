internal import Foundation
internal import Model
internal import PublicPlace

/// Recordings and transcripts at addresses of the site where there is no file. Podcast programs show such an episode as broken.
extension PressRun {
  /// - Parameter files: everything that is published.
  func missingRecordings(of visible: [ShelvedArticle], among files: [PublicFile]) throws -> [Finding] {
    let named = visible.lazy.filter { $0.article.audio != nil }.flatMap { recordings(of: $0.article) }
    if named.isEmpty { return [] }
    let paths = Set(files.flatMap(\.paths))
    let missing = named.filter { !paths.contains($0.path) }
    let published = missing.isEmpty ? [:] : try ledger.publishedFiles()
    return missing.compactMap { path, title in
      // The operator may have put it there; but one that an earlier run published will be removed.
      if published[path] == nil, output.mayExist(path) { return nil }
      let sentence =
        "does not exist, but is the recording or the transcript of “\(title)”; add it, or correct `audio` or `transcript`"
      return Finding("static/" + path, sentence)
    }
  }

  /// Paths under `public/`, with the article's title.
  private func recordings(of article: Article) -> [(path: String, title: String)] {
    let base = site.address("")
    return [article.audio?.url, article.audio?.transcript].compactMap { address in
      guard let address, address.hasPrefix(base) else { return nil }
      let written = address.dropFirst(base.count).prefix { $0 != "?" && $0 != "#" }
      return (written.removingPercentEncoding ?? String(written), article.title)
    }
  }
}
