internal import Digests
package import Model
internal import Pages
internal import Templates
internal import Text
internal import Time

/// The parts of the site's ledger that a check reads.
package typealias CheckedLedger = SourceShelf & ReaderBook & NameBook & IssueBook & NoteBook

/// `courant check`: everything that can be checked before a run, one finding per line.
extension PressRun {
  /// Reads all sources again (the ledger must be an empty one in memory) and tries everything that a run would do.
  /// `readers` is the site's ledger, or a copy.
  package func check(_ opened: OpenedSite, readers: any CheckedLedger) throws -> [Finding] {
    var report = RunReport()
    let unavailable = try readSources(&report)
    var findings = opened.warnings + (try ledger.findings().map(\.finding))
    findings += unavailable.map { Finding("schedule.conf", $0) }
    let articles = try ledger.shelvedArticles().map(\.article)
    findings += feedsWithoutArticles(articles)
    findings += opened.unusedTemplates.map {
      Finding($0, "is used by nothing: no built-in template has this name.", weight: .warning)
    }
    let witness = DocumentWitness(most: TemplateLimits.most)
    findings += finding("pages") {
      try PageRenderer(site: site, templates: templates.witnessed(by: witness)).rehearse()
    }
    if case .failure(let fault) = signers { findings.append(Finding("schedule.conf", "[mail] dkim: \(fault)")) }
    for digest in site.digests { findings += try checkRendering(digest, articles, witness) }
    findings += witness.findings.map(Finding.init(warning:)) + lostNotes
    findings += try placeholders(articles) + oddDates(articles) + unpublishedFiles()
    findings += try deadLinks(articles, reported: findings.filter { $0.weight == .notice })
    findings += opened.relayPasswordFaults
    findings += try readersOfNothing(readers)
    findings += try tagPrefixWarnings(readers)
    findings += try losses(readers)
    return Array(Set(findings)).sorted()
  }

  /// Articles that stay published although their files are gone.
  private func losses(_ readers: any CheckedLedger) throws -> [Finding] {
    let losses = Dictionary(grouping: try readers.losses().filter { $0.released == nil }, by: \.place.source)
    return losses.map { Finding("schedule.conf", Self.sentence($0, $1)) }
  }

  /// Readers who get nothing because a digest or a feed was renamed or removed.
  private func readersOfNothing(_ readers: any CheckedLedger) throws -> [Finding] {
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
          "digest.\(name): \(count) follow only `\(following.text)`, which it does not have: they get nothing."
        findings.append(Finding("schedule.conf", sentence))
      }
    }
    return findings
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
          weight: .warning)
      }
    }
  }

  /// Renders the fullest issue that the articles allow, whole and for each feed alone, with every template involved.
  private func checkRendering(
    _ digest: Digest, _ articles: [Article], _ witness: DocumentWitness
  ) throws -> [Finding] {
    let all = Selection.Window(after: Instant(seconds: .min), through: Instant(seconds: .max))
    let selection = Selection(digest: digest, feeds: site.feeds(of: digest), window: all, moment: now)
    let chosen = selection.sections(of: selection.news(among: articles)).sections
    let sections = try ledger.withBodies(chosen, at: now)
    guard !sections.isEmpty else {
      return [Finding("schedule.conf", "digest.\(digest.name): no article is in any of its feeds.", weight: .warning)]
    }
    let slot = digest.slot(after: now, zone: site.zone) ?? Slot(digest: digest.name, wallTime: "never", due: now)
    let issue = Issue(digest: digest.name, number: 1, slot: slot, sections: sections)
    let renderer = try editionRenderer(for: digest)
    let witnessed = try editionRenderer(for: digest, witness: witness)
    let rehearsal = finding("digest.\(digest.name)") { try witnessed.rehearse() }
    guard rehearsal.isEmpty else { return rehearsal }
    do {
      _ = try renderer.archivePage(of: issue)
      for feeds in [sections.map(\.feed)] + sections.map({ [$0.feed] }) {
        if let edition = try renderer.edition(of: issue, following: feeds), case .success = signers {
          _ = try EditionMessages(edition, of: self, digest: digest.name, issueNumber: 1, date: slot.due, identity: nil)
        }
      }
      return []
    } catch let error as TemplateError {
      return [Finding(error.path, line: error.line, column: error.column, error.sentence)]
    } catch {
      let count = issue.articles.count
      return [
        Finding("schedule.conf", "digest.\(digest.name): an issue of \(count) articles would not go out: \(error)")
      ]
    }
  }

  /// The error that `body` throws, as a finding with its position if it has one.
  private func finding(_ what: String, _ body: () throws -> Void) -> [Finding] {
    do {
      try body()
      return []
    } catch let error as TemplateError {
      return [Finding(error.path, line: error.line, column: error.column, error.sentence)]
    } catch {
      return [Finding("schedule.conf", "\(what): \(error)")]
    }
  }
}
