internal import Model
internal import Press

/// Checks of the ledger: readers and articles that the settings or the folders no longer name.
extension SiteCheck {
  /// Readers who get nothing because a digest or a feed was renamed or removed.
  func readersOfNothing() throws -> [Finding] {
    let all = try readers.followings()
    let retired = try readers.retired()
    let orphans = Orphans(all, site: site, retired: retired)
    let fresh = try site.digests.map(\.name).filter { try readers.nextNumber(of: $0) == 1 }
    var findings = OrphanSentences(orphans, fresh: orphans.digests.isEmpty ? [] : fresh, site: site).findings
    let lost = Set(orphans.feeds.map(\.digest))
    for (name, followings) in all where !lost.contains(name) {
      guard let digest = site.digest(name) else { continue }
      let feeds = Set(site.feeds(of: digest).map(\.name))
      for (following, count) in followings where !following.includes(anyOf: feeds) {
        if following.names.allSatisfy({ retired.contains(.feed($0.text)) }) { continue }
        let sentence =
          "digest.\(name): \(count) follow only `\(following.text)`, which the digest lacks, so they get nothing"
        findings.append(Finding("schedule.conf", sentence))
      }
    }
    return findings
  }

  /// Articles that stay published although their files are gone.
  func losses() throws -> [Finding] {
    let losses = Dictionary(grouping: try readers.losses().filter { $0.released == nil }, by: \.place.source)
    return losses.map { Finding("schedule.conf", PressRun.sentence($0, $1)) }
  }
}
