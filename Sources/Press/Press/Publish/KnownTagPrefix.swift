internal import Foundation
package import Model
internal import PublicPlace
internal import Text

extension Site {
  fileprivate static let tagPrefixNote = "tag prefix"

  /// This site with the prefix used in the documents under `public/`, for documents that `courant serve` renders. Only a run
  /// records a new prefix.
  func withKnownTagPrefix(_ notes: any NoteBook) throws -> Site {
    let known = try notes.note(Self.tagPrefixNote).flatMap { $0.isEmpty ? nil : $0 }
    var site = self
    if case .kept(let prefix) = TagPrefix(set: tagPrefix, isWritten: writesTag, known: known) {
      site.tagPrefix = prefix
    }
    return site
  }
}

/// Permanent ids keep the prefix that feed readers know.
extension PressRun {
  private static let note = Site.tagPrefixNote
  private static let reportedNote = "tag prefix told"

  /// This run with the prefix that feed readers know. Anything unusual about it is reported once.
  func withKnownTagPrefix(_ report: inout RunReport) throws -> PressRun {
    let known = try knownTagPrefix()
    var run = self
    switch TagPrefix(set: site.tagPrefix, isWritten: site.writesTag, known: known) {
    case .asSet:
      if known == nil || site.writesTag { try remember(site.tagPrefix) }
    case .kept(let prefix):
      run.site.tagPrefix = prefix
      try remember(prefix)
      try say(keeps(prefix), for: site.tagPrefix, &report)
    case .changed(let before):
      try remember(site.tagPrefix)
      let sentence =
        "schedule.conf: `tag` was \(before), so every article and feed now has a new id; feed readers "
        + "may show all articles as new"
      try say(sentence, for: site.tagPrefix, &report)
    }
    return run
  }

  /// For `courant check`, which uses its own ledger.
  package func tagPrefixWarnings(_ readers: any NoteBook) throws -> [Finding] {
    guard let known = try readers.note(Self.note),
      case .kept(let prefix) = TagPrefix(set: site.tagPrefix, isWritten: site.writesTag, known: known)
    else { return [] }
    let sentence = keeps(prefix).dropFirst("schedule.conf: ".count)
    return [Finding("schedule.conf", String(sentence), weight: .warning)]
  }

  private func keeps(_ prefix: String) -> String {
    "schedule.conf: with this `url`, ids of articles and feeds would begin with \(site.tagPrefix); they keep "
      + "\(prefix), which feed readers know; write tag = \"\(prefix)\" in [site] to keep it permanently"
  }

  private func remember(_ prefix: String) throws {
    if try ledger.note(Self.note) != prefix { try ledger.setNote(Self.note, prefix) }
  }

  private func say(_ sentence: String, for prefix: String, _ report: inout RunReport) throws {
    guard try ledger.note(Self.reportedNote) != prefix else { return }
    try ledger.setNote(Self.reportedNote, prefix)
    report.notices.append(sentence)
  }

  /// The prefix of the last run; for a ledger from an older version, that of its published documents.
  private func knownTagPrefix() throws -> String? {
    if let noted = try ledger.note(Self.note), !noted.isEmpty { return noted }
    for feed in try ledger.recordedFeeds() {
      for format in feed.formats {
        guard let bytes = output.read(Feed(feed).path(format)) else { continue }
        if let prefix = try prefix(in: String(decoding: bytes, as: UTF8.self), of: feed) { return prefix }
      }
    }
    return nil
  }

  private func prefix(in document: String, of feed: RecordedFeed) throws -> String? {
    let own = percentEncodedPath(String(feed.folder.dropLast()))
    let articles = try ledger.articles(inFeed: feed.folder).filter { !$0.isAddress }
      .map { "articles/" + percentEncodedPath($0.text) }
    for id in document.matches(of: /tag:[^<"\s]+/) {
      if let prefix = TagPrefix.prefix(of: String(id.output), endingIn: [own] + articles) { return prefix }
    }
    return nil
  }
}
