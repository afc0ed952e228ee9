internal import Files
internal import Foundation
internal import Gathering
internal import Model
internal import Pages
internal import Pictures
internal import Synchronization

/// The images next to articles and pages, and their sizes: each is read when a page first shows it.
final class PictureShelf: Sendable {
  typealias Opening = @Sendable () throws(UnreadableFile) -> OpenFile

  private struct Entry {
    let stamp: String
    let open: Opening
  }

  /// The beginning of the images' URLs.
  private let base: String
  /// By path under `public/`.
  private let entries: [String: Entry]
  /// The paths of the files that each article shows.
  private let shown: [Article.ID: Set<String>]
  private let known = Mutex<[String: PictureSize?]>([:])

  init(_ assets: [PublicAsset], _ standing: StandingPages, shown: [Article.ID: Set<String>], on site: Site) {
    base = site.address("")
    self.shown = shown
    var entries: [String: Entry] = [:]
    for asset in assets { entries[asset.path] = Entry(stamp: asset.stamp.text, open: asset.open) }
    for asset in standing.assets { entries[asset.path] = Entry(stamp: asset.stamp.text, open: asset.open) }
    self.entries = entries
  }

  /// Changes whenever an image of the article does.
  func key(of article: Article.ID) -> [String] {
    guard let paths = shown[article] else { return [] }
    return paths.sorted().compactMap { path in entries[path].map { path + " " + $0.stamp } }
  }

  var sizes: PictureSizes { PictureSizes { self.size(ofPictureAt: $0) } }

  private func size(ofPictureAt url: String) -> PictureSize? {
    guard url.hasPrefix(base) else { return nil }
    let written = url.dropFirst(base.count).prefix { $0 != "?" && $0 != "#" }
    let path = written.removingPercentEncoding ?? String(written)
    if let size = known.withLock({ $0[path] }) { return size }
    let size = entries[path].flatMap { read($0.open) }
    known.withLock { $0[path] = .some(size) }
    return size
  }

  /// Nil for a file that cannot be read: copying it reports that.
  private func read(_ open: Opening) -> PictureSize? {
    do {
      let file = try open()
      let bytes = try file.firstBytes(PictureSize.usualBytes)
      if let size = PictureSize(bytes) { return size }
      guard file.size > bytes.count else { return nil }
      return PictureSize(try file.firstBytes(PictureSize.mostBytes))
    } catch {
      return nil
    }
  }
}

extension PressRun {
  /// The paths under `public/` of the files that each visible article shows.
  func shownFiles(_ visible: [ShelvedArticle]) throws -> [Article.ID: Set<String>] {
    let ids = Set(visible.map(\.id))
    let places = try ledger.places().filter { ids.contains($0.id) }
    let owners = Dictionary(places.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
    var files: [Article.ID: Set<String>] = [:]
    for source in try gatheredSources().map(\.name) {
      for (path, text) in try ledger.mentions(of: source) {
        guard let owner = owners[path] else { continue }
        let shown = FileMentions(text).shownFiles
        if !shown.isEmpty { files[owner] = shown }
      }
    }
    return files
  }
}
