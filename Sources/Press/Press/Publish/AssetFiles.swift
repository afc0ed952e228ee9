internal import Foundation
internal import Gathering
internal import Model

/// Images and documents next to the articles, published under the same relative path.
extension PressRun {
  /// Without what belongs to a hidden bundle or folder (see ``Concealment``) and what only hidden text names (see
  /// ``HiddenMentions``).
  func assets(_ visible: [ShelvedArticle]) throws -> [PublicAsset] {
    let found = try gatheredSources().map { settings in
      (FolderSource(settings: settings, site: site, root: folder), try gathered(settings.name))
    }
    if found.allSatisfy(\.1.assets.isEmpty) { return [] }
    let visibleIDs = Set(visible.map(\.id))
    let shown = Set(try ledger.places().filter { visibleIDs.contains($0.id) }.map(\.path))
    let mentions = try mentions(in: found.map(\.0.name), shown)
    return try found.filter { !$0.1.assets.isEmpty }.flatMap { source, listing in
      let unnamed = mentions.concealed(among: listing.assets.map(\.path), of: source)
      return try assets(of: source, listing, shown).filter { !unnamed.contains($0.original) }
    }
  }

  /// Of all sources together, since articles of one may show files of another.
  private func mentions(in sources: [String], _ shown: Set<String>) throws -> HiddenMentions {
    var mentions = HiddenMentions()
    for source in sources {
      for (path, text) in try ledger.mentions(of: source) {
        mentions.add(FileMentions(text), of: source, isVisible: shown.contains(path))
      }
    }
    let stems = Set(shown.map(EasyVersions.stem))
    for (source, found) in try readEasyVersions() {
      let published = Set(found.versions.map(\.stem)).intersection(stems)
      for named in found.mentions {
        mentions.add(named.files, of: source, isVisible: published.contains(named.stem))
      }
    }
    return mentions
  }

  /// By their paths under `public/`: the absolute paths of the files that are published there.
  package func publishedAssets() throws -> [String: String] {
    let visible = try ledger.shelvedArticles().filter { $0.article.isVisible(at: now) }
    var files: [String: String] = [:]
    for asset in try assets(visible) where files[asset.path] == nil {
      if case .copied(let original, _) = asset.file.source { files[asset.path] = folder + "/" + original }
    }
    for file in statics.files where files[file.path] == nil { files[file.path] = folder + "/" + file.original }
    return files
  }

  /// All that are on record, also those that are not shown at present.
  func recordedAssets() throws -> [PublicAsset] {
    try gatheredSources().flatMap { settings in
      let source = FolderSource(settings: settings, site: site, root: folder)
      return try (ledger.assets(of: settings.name) ?? []).map { asset in
        let stamp = FileStamp(text: asset.stamp) ?? .unknown
        return PublicAsset(path: source.publicPath(ofAsset: asset.path), original: asset.path, stamp: stamp) {
          () throws(UnreadableFile) in try source.open(asset.path)
        }
      }
    }
  }

  /// The sources in `schedule.conf`, and those that it no longer names but whose articles stay.
  func gatheredSources() throws -> [SourceSettings] {
    let named = Set(site.sources.map(\.name))
    let retired = try ledger.foldersOfSources().filter { !named.contains($0.key) }.sorted { $0.key < $1.key }
    return site.sources + retired.map { SourceSettings(name: $0.key, folder: $0.value) }
  }

  /// The files of a source as last gathered: an unreachable source keeps its files.
  private func gathered(_ source: String) throws -> Listing {
    var listing = Listing()
    let paths = try ledger.stamps(of: source).keys.map(\.text).sorted()
    listing.articles = paths.map { ListedFile(path: $0, stamp: .unknown) }
    listing.assets = (try ledger.assets(of: source) ?? []).map { asset in
      ListedFile(path: asset.path, stamp: FileStamp(text: asset.stamp) ?? .unknown)
    }
    return listing
  }

  private func assets(of source: FolderSource, _ listing: Listing, _ shown: Set<String>) throws -> [PublicAsset] {
    let concealment = Concealment(try ledger.note(Self.concealment(of: source.name)) ?? "")
    let isConcealed = concealment.judge(articles: listing.articles.map(\.path), shown: shown, at: now)
    return listing.assets.filter { !isConcealed($0.path) }.map { asset in
      let publicPath = source.publicPath(ofAsset: asset.path)
      return PublicAsset(path: publicPath, original: asset.path, stamp: asset.stamp) {
        () throws(UnreadableFile) in try source.open(asset.path)
      }
    }
  }
}

/// A file that is copied to `public/` unchanged.
struct PublicAsset {
  /// Relative to `public/`.
  let path: String
  /// Relative to the site folder.
  let original: String
  let stamp: FileStamp
  let open: PictureShelf.Opening

  /// In bytes.
  var length: Int64 { stamp.size }

  var file: PublicFile { PublicFile(copy: path, of: original, stamp: stamp.text, open: open) }
}
