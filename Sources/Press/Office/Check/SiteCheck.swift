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
  private let memory: CheckMemory?

  /// - Parameters:
  ///   - press: tries everything that a run would. Its ledger must be an empty one, because it reads all sources again.
  ///   - readers: the site's own ledger, or a copy.
  ///   - memory: what the last check found; nil to read all files in any case.
  package init(_ opened: OpenedSite, press: PressRun, readers: any CheckedLedger, memory: CheckMemory? = nil) {
    self.opened = opened
    self.press = press
    self.readers = readers
    self.memory = memory
  }

  var site: Site { press.site }
  var ledger: any Ledger { press.ledger }
  var now: Instant { press.now }
  var folder: String { press.folder }

  package func findings() throws -> [Finding] {
    let ofFiles = try memory.map(remembered) ?? findingsOfFiles()
    return try Array(Set(ofFiles + findingsOfToday())).sorted()
  }

  private func remembered(by memory: CheckMemory) throws -> [Finding] {
    guard let state = try memory.state(at: now, matters) else { return try findingsOfFiles() }
    if let known = memory.findings(in: state, at: now) { return known }
    let findings = try findingsOfFiles()
    memory.keep(findings, in: state, from: now, until: try ledger.nextTurn(after: now))
    return findings
  }

  /// What ``findingsOfFiles()`` depends on besides the site's files.
  private var matters: [String] {
    get throws {
      // A source may be inside another generator's project, which may be above the site folder.
      let generators = site.sources.map { FolderSource(settings: $0, site: site, root: folder).generatorKey }
      // A past issue may have used an introduction.
      let numbers = try site.digests.map { "\($0.name) \(try readers.nextNumber(of: $0.name))" }
      return generators + numbers + press.signingFaults.map { "\($0)" }
    }
  }

  /// What the site's files show, its articles above all.
  private func findingsOfFiles() throws -> [Finding] {
    var report = RunReport()
    let unavailable = try press.readSources(&report)
    let articles = try ledger.shelvedArticles().map(\.article)
    var findings = try unavailable.map { Finding("schedule.conf", $0) } + ledger.findings().map(\.finding)
    findings += feedsWithoutArticles(articles) + groupedTopicsWithoutArticles(articles)
    findings += try unmailable(articles)
    findings += try ratedWithoutReason(articles) + hardReading(articles)
    findings += try placeholders(articles) + oddDates(articles) + unpublishedFiles()
    let standing = try press.linkedStandingPages()
    findings += standing.faults + standing.advice
    findings += try deadLinks(articles, standing.texts, reported: findings.filter { $0.weight == .notice })
    findings += (try introFindings()) + (try unknownPins(articles))
    findings += try press.cardWarnings() + press.easyVersionFindings() + press.staticFindings()
    findings += try layoutFindings(articles)
    return findings
  }

  /// What the settings, the templates and the ledger show. Does not take longer with more articles.
  private func findingsOfToday() throws -> [Finding] {
    var findings = opened.warnings + opened.relayPasswordFaults + opened.webhookFaults + opened.bucketFaults
    findings += try upstreamFindings()
    findings += unusedTemplates + lostNotes + templateOrigins
    findings += try readersOfNothing() + press.tagPrefixWarnings(readers) + losses()
    findings += webFindings + privateFeedFindings
    findings += try fileFindings()
    findings += askedServers + openTemplates
    return findings
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
