internal import Model
internal import Settings

/// `[sources.NAME]`, in the order of the file; by default one source, the folder `articles`.
struct SourceSections {
  private(set) var folders: [SourceSettings] = []
  private(set) var upstreams: [UpstreamSettings] = []
  private var owners = FolderOwners()
  /// The name of the first source with each URL.
  private var urls: [String: String] = [:]

  init(in schedule: SettingReader) {
    for (name, keyPosition, section) in schedule.tables("sources") {
      if !isPlainName(name) {
        section.report(at: keyPosition, "`\(name)` is not a valid name for a source; \(plainNameRule)")
      }
      SourceKey.allCases.forEach { section.known($0.rawValue) }
      if section.isUpstream {
        add(UpstreamSettings(name, section), section)
      } else {
        add(SourceSettings(name, section), section)
      }
    }
    if schedule.table["sources"] == nil { folders = [SourceSettings(name: "articles", folder: "articles")] }
  }

  private mutating func add(_ source: SourceSettings?, _ section: SettingReader) {
    guard let source else { return }
    if let other = owners.add(source.folder).map({ folders[$0] }) {
      let sentence = "`folder` overlaps that of source `\(other.name)`, so articles would appear twice; separate them"
      section.report("folder", sentence)
    }
    folders.append(source)
  }

  private mutating func add(_ source: UpstreamSettings?, _ section: SettingReader) {
    guard let source else { return }
    // Searches differ in their queries, not in the URL of the interface.
    if let position = section.setting("url")?.position, !source.kind.isInterface {
      if let other = urls[source.url] {
        section.warn(at: position, "source `\(other)` has the same `url`; remove one")
      } else {
        urls[source.url] = source.name
      }
    }
    upstreams.append(source)
  }
}

/// The end of a message about a name that is not ``isPlainName(_:)``.
let plainNameRule = "use up to 64 characters of a–z, 0–9, `-`, `_` and `.`, beginning with a letter or digit"

/// The folders of the sources so far. No two may overlap: they must be different, and none inside another.
private struct FolderOwners {
  /// The source that has each folder; the first of two.
  private var owners: [Substring: Int] = [:]
  /// For each folder above a source's: the first source inside it.
  private var inside: [Substring: Int] = [:]
  private var count = 0

  /// Returns the first source whose folder overlaps this one.
  mutating func add(_ folder: String) -> Int? {
    let above = Self.above(folder)
    let whole = folder[...]
    let overlapping = (above + [whole]).compactMap { owners[$0] } + [inside[whole]].compactMap(\.self)
    for folder in above where inside[folder] == nil { inside[folder] = count }
    if owners[whole] == nil { owners[whole] = count }
    count += 1
    return overlapping.min()
  }

  /// `a`, `a/b` for `a/b/c`.
  private static func above(_ folder: String) -> [Substring] {
    folder.indices.filter { folder[$0] == "/" }.map { folder[..<$0] }
  }
}
