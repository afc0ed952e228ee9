internal import Foundation
internal import Model
internal import Settings

/// `feeds/NAME.toml`, one file per feed.
struct FeedFolder {
  private let folder: String
  /// Names of all files, even of those that cannot be used, sorted.
  let names: [Feed.Name]

  /// Lists the folder. Files that are not feeds are added to the findings.
  init(_ folder: String, _ findings: inout [Finding]) {
    self.folder = folder
    // A missing folder is treated as one without feeds.
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/feeds")) ?? []
    var names: [Feed.Name] = []
    for file in files.sorted() where !file.hasPrefix(".") && !file.hasPrefix("README") {
      let path = "feeds/" + file
      guard file.hasSuffix(".toml") else {
        findings.append(Finding(path, "is not read; a feed is a file such as feeds/NAME.toml.", weight: .warning))
        continue
      }
      guard let name = Feed.Name(String(file.dropLast(5))) else {
        findings.append(Finding(path, "`\(file.dropLast(5))` is no name for a feed; \(plainNameRule)"))
        continue
      }
      names.append(name)
    }
    if names.isEmpty {
      let sentence = "there is no feed; write feeds/all.toml with title and description."
      findings.append(Finding("feeds", sentence))
    }
    self.names = names.sorted()
  }

  /// The feeds that can be used; the mistakes in the others are added to the findings.
  func read(for site: Site, _ findings: inout [Finding]) -> [Feed] {
    names.compactMap { name in
      guard let file = SettingsFile("feeds/\(name).toml", in: folder, &findings) else { return nil }
      let feed = Feed(name, file.reader, site)
      findings += file.finish()
      return feed
    }
  }
}
