internal import Gathering
package import Model
package import Press
internal import Text
internal import Time

/// The parts of the site's ledger that a check reads.
package typealias CheckedLedger = SourceShelf & SourceBook & ReaderBook & NameBook & IssueBook & NoteBook

/// `courant check`: everything that can be checked before a run, one finding per line.
package struct SiteCheck {
  let opened: OpenedSite
  let press: PressRun
  let readers: any CheckedLedger

  /// - Parameter press: tries everything that a run would. Its ledger must be an empty one, because it reads all sources again.
  /// - Parameter readers: the site's own ledger, or a copy.
  package init(_ opened: OpenedSite, press: PressRun, readers: any CheckedLedger) {
    self.opened = opened
    self.press = press
    self.readers = readers
  }

  var site: Site { press.site }
  var ledger: any Ledger { press.ledger }
  var now: Instant { press.now }
  var folder: String { press.folder }

  package func findings() throws -> [Finding] {
    var report = RunReport()
    let unavailable = try press.readSources(&report)
    let articles = try ledger.shelvedArticles().map(\.article)
    var findings =
      unavailable.map { Finding("schedule.conf", $0) } + opened.warnings + opened.relayPasswordFaults
      + opened.webhookFaults + opened.bucketFaults
    findings += try upstreamFindings()
    findings += try ledger.findings().map(\.finding)
    findings += feedsWithoutArticles(articles) + groupedTopicsWithoutArticles(articles) + unusedTemplates + lostNotes
    findings += templateOrigins
    findings += try unmailable(articles)
    findings += try ratedWithoutReason(articles) + hardReading(articles)
    findings += try placeholders(articles) + oddDates(articles) + unpublishedFiles()
    let standing = try press.linkedStandingPages()
    findings += standing.faults + standing.advice
    findings += try deadLinks(articles, standing.texts, reported: findings.filter { $0.weight == .notice })
    findings += try readersOfNothing() + press.tagPrefixWarnings(readers) + losses()
    findings += webFindings + privateFeedFindings
    findings += (try introFindings()) + (try fileFindings()) + (try unknownPins(articles))
    findings += try press.cardWarnings() + press.easyVersionFindings() + press.staticFindings()
    findings += try askedServers + openTemplates + layoutFindings(articles)
    return Array(Set(findings)).sorted()
  }

  private func feedsWithoutArticles(_ articles: [Article]) -> [Finding] {
    let carried = Set(articles.flatMap(\.topics))
    return site.feeds.flatMap { feed -> [Finding] in
      let path = "feeds/\(feed.name).toml"
      let named = (feed.topics.anyOf ?? []).union(feed.topics.allOf).union(feed.topics.noneOf)
      let unknown = named.subtracting(carried.map(\.slug)).sorted()
      return authorsWithoutArticles(feed, articles)
        + unknown.map { slug in
          Finding(
            path, "no article has the topic `\(slug)`" + suggestion(for: slug.text, among: carried.map(\.slug.text)),
            weight: .warning)
        }
    }
  }

  private func authorsWithoutArticles(_ feed: Feed, _ articles: [Article]) -> [Finding] {
    guard let authors = feed.authors else { return [] }
    let names = Set(articles.flatMap(\.authors))
    let unknown = authors.subtracting(names.map { TopicSlug($0) }).sorted()
    return unknown.map { slug in
      let hint = suggestion(for: slug.text, among: names.map { TopicSlug($0).text })
      return Finding("feeds/\(feed.name).toml", "no article is by `\(slug)`\(hint)", weight: .warning)
    }
  }

  private func groupedTopicsWithoutArticles(_ articles: [Article]) -> [Finding] {
    let carried = Set(articles.flatMap(\.topics))
    return site.topicGroups.flatMap { group in
      group.topics.filter { !carried.contains($0) }.map { topic in
        let nearest = suggestion(for: topic.label, among: carried.map(\.label))
        let sentence = "no article has the topic `\(topic.label)` of the group \"\(group.title)\" in [topics.groups]"
        return Finding("schedule.conf", sentence + nearest, weight: .warning)
      }
    }
  }

  private var unusedTemplates: [Finding] {
    opened.unusedTemplates.map {
      Finding($0, "is not used; no template includes it", weight: .warning)
    }
  }

  /// The file of each article.
  func articlePaths() throws -> [Article.ID: String] {
    Dictionary(try ledger.places().map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
  }
}
