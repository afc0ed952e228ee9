internal import Digests
package import Model

/// `courant check`: everything that can be looked at before it matters, one finding a line.
extension Press {
  /// Reads all sources anew (the ledger must be an empty one in memory) and tries everything that a run would.
  package func check(_ opened: OpenedSite) throws -> [Finding] {
    var report = RunReport()
    try gather(&report)
    var findings = opened.advice + (try ledger.findings().map(\.finding))
    findings += report.problems.filter { problem in !findings.contains { problem.hasPrefix($0.description) } }
      .map { Finding("schedule.conf", $0) }
    let articles = try ledger.articles()
    findings += feedsWithoutArticles(articles)
    for digest in site.digests { findings += try checkPrinting(digest, articles) }
    return findings.sorted()
  }

  private func feedsWithoutArticles(_ articles: [Article]) -> [Finding] {
    let carried = Set(articles.flatMap(\.topics))
    return site.feeds.flatMap { feed -> [Finding] in
      let path = "feeds/\(feed.name).toml"
      let named = (feed.topics.anyOf ?? []).union(feed.topics.allOf).union(feed.topics.noneOf)
      let unknown = named.subtracting(carried.map(\.slug)).sorted()
      return unknown.map { slug in
        Finding(
          path, "no article carries the topic `\(slug)`." + suggestion(for: slug.text, among: carried.map(\.slug.text)),
          weight: .advice)
      }
    }
  }

  /// Prints an issue of the newest articles of each feed, and of each feed alone, with every template involved.
  private func checkPrinting(_ digest: Digest, _ articles: [Article]) throws -> [Finding] {
    let feeds = site.feeds(of: digest)
    let sections = feeds.compactMap { feed in
      let newest = Array(
        articles.filter { feed.topics.matches($0.topics) }.sorted(by: Article.newestFirst).prefix(digest.maxArticles))
      return newest.isEmpty ? nil : Issue.Section(feed: feed.name, title: feed.title, articles: newest)
    }
    guard !sections.isEmpty else {
      return [Finding("schedule.conf", "digest.\(digest.name): no article is in any of its feeds.", weight: .advice)]
    }
    let slot = digest.slot(after: now, zone: site.zone) ?? Slot(digest: digest.name, wallTime: "never", due: now)
    let issue = Issue(digest: digest.name, number: 1, slot: slot, sections: sections)
    let printer = EditionPrinter(site: site, digest: digest, templates: templates)
    do {
      _ = try printer.archivePage(of: issue)
      for feeds in [sections.map(\.feed)] + sections.map({ [$0.feed] }) {
        if let edition = try printer.edition(of: issue, following: feeds) {
          _ = try EditionDesk(edition, site: site, digest: digest.name, issueNumber: 1)
        }
      }
      return []
    } catch {
      return [Finding("schedule.conf", "digest.\(digest.name): \(error)")]
    }
  }
}
