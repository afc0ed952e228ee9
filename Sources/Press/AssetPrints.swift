internal import Foundation
internal import Gathering
internal import Model

/// Pictures and documents that lie beside the articles, under the same relative path.
extension PressRun {
  /// What belongs to a page bundle is as invisible as its article.
  func assets(_ visible: [ShelvedArticle]) throws -> [PublicAsset] {
    let sources = site.sources.map { FolderSource(settings: $0, site: site, root: folder) }
    // An unreadable source was reported when it was gathered.
    let found = sources.map { ($0, (try? $0.listing()) ?? .empty) }.filter { !$0.1.assets.isEmpty }
    if found.isEmpty { return [] }
    let visibleIDs = Set(visible.map(\.id))
    let shown = Set(try ledger.places().filter { visibleIDs.contains($0.id) }.map(\.path))
    return found.flatMap { assets(of: $0, $1, shown) }
  }

  private func assets(of source: FolderSource, _ listing: Listing, _ shown: Set<String>) -> [PublicAsset] {
    let hidden = Set(listing.articles.map(\.path).filter { isBundle($0) && !shown.contains($0) }.map(parentFolder))
    return listing.assets.filter { !hidden.contains(parentFolder($0.path)) }.compactMap { asset in
      let path = folder + "/" + asset.path
      // Gone since it was listed: the next run sees that.
      guard FileManager.default.isReadableFile(atPath: path) else { return nil }
      let publicPath = source.publicPath(ofAsset: asset.path)
      let print = Print(copy: publicPath, stamp: asset.path + " " + asset.stamp.text) {
        FileManager.default.contents(atPath: path).map { Array($0) } ?? []
      }
      return PublicAsset(path: publicPath, length: asset.stamp.size, print: print)
    }
  }

  private func isBundle(_ path: String) -> Bool { (path as NSString).lastPathComponent.hasPrefix("index.") }
  private func parentFolder(_ path: String) -> String { (path as NSString).deletingLastPathComponent }
}

/// A file that is copied to `public/` as it is.
struct PublicAsset {
  /// Relative to `public/`.
  let path: String
  /// In bytes.
  let length: Int64
  let print: Print
}
