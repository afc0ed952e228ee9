internal import Foundation
internal import Gathering
internal import Model

/// Pictures and documents that lie beside the articles, under the same relative path.
extension PressRun {
  /// What belongs to a page bundle, or lies below something hidden, is as invisible as that: see ``Concealment``.
  func assets(_ visible: [ShelvedArticle]) throws -> [PublicAsset] {
    let sources = site.sources.map { FolderSource(settings: $0, site: site, root: folder) }
    // An unreadable source was reported when it was gathered.
    let found = sources.map { ($0, (try? $0.listing()) ?? .empty) }.filter { !$0.1.assets.isEmpty }
    if found.isEmpty { return [] }
    let visibleIDs = Set(visible.map(\.id))
    let shown = Set(try ledger.places().filter { visibleIDs.contains($0.id) }.map(\.path))
    return try found.flatMap { try assets(of: $0, $1, shown) }
  }

  private func assets(of source: FolderSource, _ listing: Listing, _ shown: Set<String>) throws -> [PublicAsset] {
    let concealment = Concealment(try ledger.note(Self.concealment(of: source.name)) ?? "")
    let isConcealed = concealment.judge(articles: listing.articles.map(\.path), shown: shown, at: now)
    return listing.assets.filter { !isConcealed($0.path) }.map { asset in
      let publicPath = source.publicPath(ofAsset: asset.path)
      let print = Print(copy: publicPath, of: asset.path, stamp: asset.stamp.text) { () throws(UnreadableFile) in
        try source.open(asset.path)
      }
      return PublicAsset(path: publicPath, length: asset.stamp.size, print: print)
    }
  }
}

/// A file that is copied to `public/` as it is.
struct PublicAsset {
  /// Relative to `public/`.
  let path: String
  /// In bytes.
  let length: Int64
  let print: Print
}
