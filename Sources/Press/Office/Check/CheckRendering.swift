internal import Digests
internal import Model
internal import Pages
internal import Presentation
internal import Press
internal import Templates
internal import Time

/// Whether pages and mails can be printed, with every template involved.
extension SiteCheck {
  func unmailable(_ articles: [Article]) throws -> [Finding] {
    let witness = DocumentWitness(most: TemplateLimits.most)
    var findings = finding("pages") {
      try PageRenderer(site: site, templates: opened.templates.witnessed(by: witness)).rehearse(
        layouts: Set(articles.compactMap(\.layout)))
      _ = try PageHooks(site, opened.templates.witnessed(by: witness))
    }
    findings += press.signingFaults.map { Finding("schedule.conf", "[mail] dkim: \($0)") }
    findings += Set(site.digests.flatMap(\.faults))
    if site.mail != nil {
      findings += finding("letters") {
        try LetterRenderer(site: site, templates: opened.templates.witnessed(by: witness)).rehearse()
      }
    }
    for digest in site.digests where digest.faults.isEmpty { findings += try unmailable(digest, articles, witness) }
    return findings + witness.findings.map(Finding.init(warning:))
  }

  /// Prints the fullest issue that the articles allow, whole and for each feed alone.
  private func unmailable(_ digest: Digest, _ articles: [Article], _ witness: DocumentWitness) throws -> [Finding] {
    let issue = try fullestIssue(of: digest, articles)
    guard !issue.sections.isEmpty else {
      // `check` fetches no source over the network.
      if !site.upstreams.isEmpty { return [] }
      return [Finding("schedule.conf", "digest.\(digest.name): its feeds have no articles", weight: .warning)]
    }
    let witnessed = try press.editionRenderer(for: digest, witness: witness)
    let rehearsal = finding("digest.\(digest.name)") { try witnessed.rehearse() }
    guard rehearsal.isEmpty else { return rehearsal }
    let count = issue.articles.count
    return finding("digest.\(digest.name): an issue of \(count) articles could not be sent") {
      try render(issue, with: press.editionRenderer(for: digest))
    }
  }

  private func fullestIssue(of digest: Digest, _ articles: [Article]) throws -> Issue {
    let all = Selection.Window(after: Instant(seconds: .min), through: Instant(seconds: .max))
    var selection = Selection(digest: digest, feeds: site.feeds(of: digest), window: all, moment: now)
    selection.pinned = try ledger.pinned(in: digest)
    let chosen = selection.sections(of: selection.news(among: articles)).sections
    let slot = digest.slot(after: now, zone: site.zone) ?? Slot(digest: digest.name, wallTime: "never", due: now)
    return Issue(digest: digest.name, number: 1, slot: slot, sections: try ledger.withBodies(chosen, at: now))
  }

  private func render(_ issue: Issue, with renderer: EditionRenderer) throws {
    _ = try renderer.archivePage(of: issue)
    let feeds = issue.sections.map(\.feed)
    let isSigned = site.digest(issue.digest).flatMap(press.signingFault) == nil
    for following in [feeds] + feeds.map({ [$0] }) {
      if let edition = try renderer.edition(of: issue, following: following), isSigned {
        _ = try press.messageRenderer(of: issue.digest).encoded(edition, issue: issue.number, date: issue.slot.due)
      }
    }
  }

  /// The error that `body` throws, as a finding with its position if it has one.
  private func finding(_ what: String, _ body: () throws -> Void) -> [Finding] {
    do {
      try body()
      return []
    } catch {
      return [Finding(rendering: what, error)]
    }
  }
}
