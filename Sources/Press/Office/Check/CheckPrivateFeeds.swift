internal import Model

/// Feeds that nobody could read.
extension SiteCheck {
  var privateFeedFindings: [Finding] {
    let readable = Set(site.digests.flatMap { site.feeds(of: $0).map(\.name) })
    return site.feeds.filter(\.isPrivate).flatMap { feed -> [Finding] in
      let path = "feeds/\(feed.name).toml"
      var findings: [Finding] = []
      if site.web == nil {
        let sentence = "a private feed needs [web], because `courant serve` answers at its addresses; add it"
        findings.append(Finding(path, sentence))
      }
      if !readable.contains(feed.name) {
        let sentence =
          "no digest contains this private feed, so nobody can follow it or read it; add it to `feeds` of one"
        findings.append(Finding(path, sentence, weight: .warning))
      }
      return findings
    } + answeredFeeds
  }

  /// Feeds whose documents the web server passes on to `courant serve`.
  private var answeredFeeds: [Finding] {
    site.publicFeeds.filter { site.isAnswered(String($0.folder.dropLast())) }.map { feed in
      let sentence = "`courant serve` answers at /\(feed.folder), so nobody would see this feed; rename it"
      return Finding("feeds/\(feed.name).toml", sentence, weight: .warning)
    }
  }
}
