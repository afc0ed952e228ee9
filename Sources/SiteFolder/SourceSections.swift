internal import Model
internal import Settings

/// `[sources.NAME]`, in the order of the file; a site that names none has the folder `articles`.
func sourceSettings(in schedule: SettingReader) -> [SourceSettings] {
  var sources: [SourceSettings] = []
  for (name, keyMark, section) in schedule.tables("sources") {
    if !isPlainName(name) { section.report(at: keyMark, "`\(name)` is no name for a source; \(plainNameRule)") }
    guard let source = SourceSettings(name, section) else { continue }
    if let other = sources.first(where: { overlap($0.folder, source.folder) }) {
      let sentence = "`folder` overlaps that of the source `\(other.name)`; its articles would be there twice."
      section.report("folder", sentence)
    }
    sources.append(source)
  }
  return schedule.table["sources"] == nil ? [SourceSettings(name: "articles", folder: "articles")] : sources
}

/// Ends a sentence about a name that is not ``isPlainName(_:)``.
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
    (self.title, self.feed) = (title, feed)
  }
}

/// Whether one folder is the other or lies in it.
private func overlap(_ a: String, _ b: String) -> Bool { (a + "/").hasPrefix(b + "/") || (b + "/").hasPrefix(a + "/") }
