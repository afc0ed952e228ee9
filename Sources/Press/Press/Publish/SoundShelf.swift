internal import Files
internal import Foundation
internal import Gathering
internal import Model
internal import Sounds
internal import Synchronization

/// The recordings next to articles and in `static/`, and how long they last: each is read when a document that shows it is rendered.
final class SoundShelf: Sendable {
  private struct Entry {
    let stamp: FileStamp
    let open: PictureShelf.Opening
  }

  /// The beginning of the recordings' URLs.
  private let base: String
  /// By path under `public/`.
  private let entries: [String: Entry]
  private let known = Mutex<[String: Double?]>([:])

  init(_ assets: [PublicAsset], _ statics: [StaticFiles.File], on site: Site) {
    base = site.address("")
    var entries: [String: Entry] = [:]
    for file in statics where Article.Sound.type(ofFile: file.path) != nil {
      entries[file.path] = Entry(stamp: file.stamp, open: file.open)
    }
    for asset in assets where Article.Sound.type(ofFile: asset.path) != nil {
      entries[asset.path] = Entry(stamp: asset.stamp, open: asset.open)
    }
    self.entries = entries
  }

  /// In bytes; nil for a file on another site.
  func length(ofSoundAt url: String) -> Int64? { path(url).flatMap { entries[$0]?.stamp.size } }

  /// Changes whenever the file does; empty for one on another site.
  func key(ofSoundAt url: String) -> String { path(url).flatMap { entries[$0]?.stamp.text } ?? "" }

  /// In seconds; nil for a file on another site, or one that cannot be read: copying it reports that.
  func duration(ofSoundAt url: String) -> Double? {
    guard let path = path(url), let entry = entries[path] else { return nil }
    if let duration = known.withLock({ $0[path] }) { return duration }
    let duration = read(entry.open)
    known.withLock { $0[path] = .some(duration) }
    return duration
  }

  private func path(_ url: String) -> String? {
    guard url.hasPrefix(base) else { return nil }
    let written = url.dropFirst(base.count).prefix { $0 != "?" && $0 != "#" }
    return written.removingPercentEncoding ?? String(written)
  }

  private func read(_ open: PictureShelf.Opening) -> Double? {
    do {
      let file = try open()
      return try soundDuration(size: file.size) { try file.bytes(at: $0, $1) }
    } catch {
      return nil
    }
  }
}
