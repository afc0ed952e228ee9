import Foundation
import Gathering
import Model
import Time

/// A site folder that is gone with this value.
final class TemporarySite {
  let root: String

  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "gathering-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root + "/articles", withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }  // nothing depends on it

  func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

  func write(_ bytes: Data, to path: String) throws {
    let file = URL(filePath: root + "/" + path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
  }

  func source(
    _ folder: String = "articles", of site: Site = TemporarySite.site, topics: [String] = [], readsUSDates: Bool = false
  ) -> FolderSource {
    let settings = SourceSettings(name: "articles", folder: folder, topics: topics, readsUSDates: readsUSDates)
    return FolderSource(settings: settings, site: site, root: root)
  }

  static var site: Site {
    var site = Site(
      title: "Research", url: "https://example.org/news", language: "en", zone: Zone("Europe/London") ?? .utc,
      publisher: "Example")
    site.tagPrefix = "tag:example.org,2026:"
    site.aliases = [TopicSlug("MS"): Topic("multiple sclerosis")]
    return site
  }
}

/// The result of reading one file.
func reading(
  _ text: String, path: String = "articles/a.md", topics: [String] = [], readsUSDates: Bool = false
) throws -> Reading {
  let site = try TemporarySite([path: text])
  return withExtendedLifetime(site) { site.source(topics: topics, readsUSDates: readsUSDates).read(path) }
}

func instant(_ text: String) throws -> Instant {
  guard let instant = Instant(rfc3339: text) else { throw NotAnInstant(text: text) }
  return instant
}

struct NotAnInstant: Error {
  let text: String
}

extension FolderSource {
  /// One article of the listing.
  func read(_ path: String, under holds: Holds = Holds()) -> Reading { examine(path, under: holds).reading }
}
