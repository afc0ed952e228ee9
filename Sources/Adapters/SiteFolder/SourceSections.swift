internal import Model
internal import Settings

/// `[sources.NAME]`, in the order of the file; by default one source, the folder `articles`.
func sourceSettings(in schedule: SettingReader) -> [SourceSettings] {
  var sources: [SourceSettings] = []
  var folders = SourceFolders()
  for (name, keyPosition, section) in schedule.tables("sources") {
    if !isPlainName(name) { section.report(at: keyPosition, "`\(name)` is no name for a source; \(plainNameRule)") }
    guard let source = SourceSettings(name, section) else { continue }
    if let other = folders.add(source.folder).map({ sources[$0] }) {
      let sentence = "`folder` overlaps that of the source `\(other.name)`; its articles would be there twice."
      section.report("folder", sentence)
    }
    sources.append(source)
  }
  return schedule.table["sources"] == nil ? [SourceSettings(name: "articles", folder: "articles")] : sources
}

/// The end of a message about a name that is not ``isPlainName(_:)``.
let plainNameRule = "use up to 64 of a–z, 0–9, `-`, `_` and `.`, beginning with a letter or digit."

extension SourceSettings {
  private enum DateFormat: String, CaseIterable { case us = "US" }

  fileprivate init?(_ name: String, _ section: SettingReader) {
    section.refuseUnavailable("url")
    let isUpstream = section.setting("url") != nil
    let folder =
      isUpstream
      ? section.innerPath("folder") : section.required("folder", example: #""articles""#, section.innerPath)
    let topics = section.topicTexts("topics")
    let dates = section.choice("date_format", of: DateFormat.self)
    let (title, feed) = (section.line("title"), section.feedAddress("feed"))
    guard let folder else { return nil }
    self.init(name: name, folder: folder, topics: topics?.map(\.text) ?? [], readsUSDates: dates == .us)
    self.title = title
    self.feed = feed
  }
}

/// The folders of the sources so far. No two may overlap: they must be different, and none inside another.
private struct SourceFolders {
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
