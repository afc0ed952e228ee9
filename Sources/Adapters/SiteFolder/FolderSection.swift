internal import Model
internal import Settings

extension SourceSettings {
  private enum DateFormat: String, CaseIterable { case us = "US" }

  /// Reads `[sources.NAME]` of a folder; nil if it cannot be used at all. Mistakes are reported.
  init?(_ name: String, _ section: SettingReader) {
    SourceKey.refuseForFolder(in: section)
    let folder = section.required("folder", example: #""articles""#, section.innerPath)
    let topics = section.topicTexts("topics")
    let dates = section.choice("date_format", of: DateFormat.self)
    let title = section.line("title")
    let feed = section.feedAddress("feed")
    guard let folder else { return nil }
    self.init(name: name, folder: folder, topics: topics?.map(\.text) ?? [], readsUSDates: dates == .us)
    self.title = title
    self.feed = feed
  }
}
