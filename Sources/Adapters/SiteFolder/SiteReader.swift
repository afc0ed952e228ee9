internal import Foundation
package import Model
internal import Settings
internal import Time

/// Reads the operator's settings: `schedule.conf` and `feeds/*.toml` of a site folder.
package struct SiteReader {
  private let folder: String

  private let themes: [String]

  /// - Parameter builtInThemes: the names of the built-in themes; those in `templates/themes/` are added.
  package init(folder: String, builtInThemes: [String] = []) {
    self.folder = folder
    themes = (builtInThemes + themeFolders(in: folder)).sorted()
  }

  /// The site, or nil if there is any error; every mistake is among the findings, in the order of files and lines.
  package func read() -> (site: Site?, findings: [Finding]) {
    guard FileManager.default.fileExists(atPath: folder + "/" + Self.scheduleFile) else {
      let sentence = "there is no schedule.conf in \(folder); create a site with `courant init \(folder)`"
      return (nil, [Finding(Self.scheduleFile, sentence)])
    }
    var findings: [Finding] = []
    let schedule = SettingsFile(Self.scheduleFile, in: folder, &findings)
    var site =
      schedule.map { Site(schedule: $0.reader, themes: themes) }
      ?? Site(title: "", url: "", language: "", zone: .utc, publisher: "")
    var languages = LanguageFiles(in: folder)
    if let schedule {
      site.words = languages.words(of: site.language, &findings).merging(site.words) { $1 }
      site.warnOfBorrowedWords(schedule.reader)
    }
    let feeds = FeedFolder(folder, &findings)
    site.feeds = feeds.read(for: site, &findings)
    site.authors = readAuthors(in: folder, &findings)
    site.glossary = readGlossary(in: folder, &findings)
    if let schedule {
      site.digests = digests(in: schedule.reader, feeds: feeds.names, themes: themes, of: site, folder: folder)
      site.readWordsOfDigests(in: schedule.reader, &languages, &findings)
      site.readWordsOfArticles(in: schedule.reader, &languages, &findings)
      site.withdrawPromise()
      findings += languages.unused
      findings += schedule.finish()
    }
    let isUsable = !findings.contains { $0.weight == .fault }
    return (isUsable ? site : nil, findings.sorted())
  }

  private static let scheduleFile = "schedule.conf"
}

extension Site {
  /// Pages do not promise "no advertising" next to an advertisement, unless in the site's own words.
  fileprivate mutating func withdrawPromise() {
    guard digests.contains(where: { $0.sponsor != nil }) else { return }
    let none = ["promise": ""]
    words.merge(none) { own, _ in own }
    for tag in wordsOfLanguages.keys { wordsOfLanguages[tag]?.merge(none) { own, _ in own } }
  }
}
