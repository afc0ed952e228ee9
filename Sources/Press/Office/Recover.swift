internal import Foundation
package import Model
internal import Presentation
package import Press
internal import PublicPlace
internal import Text
internal import Time

/// `courant recover`: finds what is missing from a ledger, and restores it.
extension PressRun {
  /// Data that is recorded outside the ledger but not in it.
  package struct Missing: Sendable {
    package let loss: LedgerLoss?
    package let renames: [LostRename]
    package let issues: [LostIssue]
    /// Readers who unsubscribed or are suppressed.
    package let departures: Int
    /// Deliveries that may have been made already.
    package let doubtful: Int
    /// The journal also lacks issues, so readers who unsubscribed since it was written are unknown.
    package let isJournalOlder: Bool

    /// Every run restores departures that only the journal has.
    package var isNothing: Bool { loss == nil }
  }

  /// Reads the journal and `public/`. Gathers first, because pages name articles by their URLs.
  package func missing() throws -> Missing {
    var report = RunReport()
    try gather(&report)
    let issues = try lostIssues()
    let isJournalOlder = try issues.count > ledger.lostIssues().count
    let loss = try ledger.loss() ?? (issues.isEmpty ? nil : LedgerLoss(.lacksIssues))
    return Missing(
      loss: loss, renames: try ledger.lostRenames(), issues: issues, departures: try ledger.lostDepartures(),
      doubtful: loss == nil ? 0 : try ledger.doubtfulDeliveries(), isJournalOlder: isJournalOlder)
  }

  /// Why nothing can be restored yet, and what to do first.
  package struct RecoveryError: Error {
    package let sentences: [String]
  }

  /// Restores what is missing; nil if a run is in progress.
  package func recover(sendingAgain: Bool) throws -> Restored? {
    try ledger.withBothLocks {
      let missing = try missing()
      // If the ledger is complete, no delivery is in doubt.
      guard missing.loss != nil else { return Restored(departures: 0, issues: 0, doubtful: 0) }
      try refuseIfNamesDiffer(missing)
      let journalled = try ledger.lostIssues()
      let fresh = try freshDigests(missing)
      let restored = try ledger.restore(
        missing.issues.map { sendingAgain ? $0.withoutArticles : $0 }, sendingAgain: sendingAgain, at: now)
      for digest in fresh.sorted() { try settlePast(of: digest, before: missing.issues, journalled) }
      return restored
    }
  }

  /// The digests with lost issues that have no past in the ledger, under any name.
  private func freshDigests(_ missing: Missing) throws -> Set<String> {
    let olds = try missing.renames.map(\.old.name).filter { try ledger.newestSettledSlot(of: $0) != nil }
    let renamed = Set(olds.map { missing.renames.name(ofDigest: $0) })
    return try Set(missing.issues.map(\.digest)).filter {
      try !renamed.contains($0) && ledger.newestSettledSlot(of: $0) == nil
    }
  }

  /// A new ledger does not know which articles were already old when the digest began: those older than its first
  /// issue. If the journal has all issues, articles within the window of the first issue that were in none still wait.
  private func settlePast(of digest: String, before issues: [LostIssue], _ journal: [LostIssue]) throws {
    guard let first = issues.filter({ $0.digest == digest }).map(\.slot).min(by: { $0.due < $1.due }) else { return }
    let recorded = RecordedSlot(slot: first, state: .issued, recorded: now)
    let mailed = Set(issues.flatMap(\.articles))
    let journalled = Set(journal.map(IssueOnPage.init))
    let isComplete = issues.filter { $0.digest == digest }.allSatisfy { journalled.contains(IssueOnPage($0)) }
    let start = isComplete ? site.digest(digest)?.slot(before: first.due, zone: site.zone)?.due : nil
    let past = try ledger.shelvedArticles().map(\.article).filter {
      $0.published <= start ?? first.due && !mailed.contains($0.id)
    }
    try ledger.record([recorded], past: past.map(\.id))
  }

  /// The issues in the journal, with their pages, then those known only from a page.
  private func lostIssues() throws -> [LostIssue] {
    let pages = try unknownPages()
    let journalled = try ledger.lostIssues().map { issue in
      var issue = issue
      issue.page = page(IssueOnPage(issue)) ?? ""
      return issue
    }
    let known = Set(journalled.map(IssueOnPage.init))
    let byAddress = try articlesByAddress(among: pages)
    var issues = journalled
    for page in pages where !known.contains(page) {
      let digest = try nameNow(ofDigest: page.digest)
      let last = issues.filter { $0.digest == digest }.map(\.slot.due).max()
      if let issue = lostIssue(page, of: digest, after: last, byAddress) { issues.append(issue) }
    }
    return issues
  }

  /// The digest's current name: pages keep the old one.
  private func nameNow(ofDigest name: String) throws -> String {
    if site.digest(name) != nil { return name }
    return try ledger.name(ofDigestOnce: name) ?? name
  }

  private func page(_ place: IssueOnPage) -> String? {
    output.read(place.path.file).map { String(decoding: $0, as: UTF8.self) }
  }

  private func articlesByAddress(among pages: [IssueOnPage]) throws -> [String: Article.ID] {
    if pages.isEmpty { return [:] }
    let articles = try ledger.shelvedArticles().map(\.article)
    return Dictionary(articles.map { ($0.link, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Parameter digest: its current name.
  /// - Parameter last: when the issue before it was due; there may be several on one day.
  private func lostIssue(
    _ place: IssueOnPage, of digest: String, after last: Instant?, _ byAddress: [String: Article.ID]
  ) -> LostIssue? {
    guard let text = page(place) else { return nil }
    let page = WrittenIssue(text)
    var seen = Set<Article.ID>()
    let articles = page.addresses.compactMap { byAddress[$0] }.filter { seen.insert($0).inserted }
    let slot = slot(of: digest, at: place, on: page, after: last)
    var issue = LostIssue(
      number: place.number, slot: slot, subject: page.title ?? "\(place.digest) \(place.number)",
      frozen: min(slot.due, now), articles: articles)
    issue.frozenAs = place.digest
    issue.page = text
    return issue
  }

  /// The page has the day; the schedule has the time.
  private func slot(
    of digest: String, at place: IssueOnPage, on page: WrittenIssue, after last: Instant?
  ) -> Slot {
    let day = page.day.flatMap { WrittenDate($0) }.map { site.zone.firstInstant(atOrAfter: $0.civil) }
    let start = day ?? output.date(place.path.file) ?? now
    let before = max(start - .seconds(1), last ?? start - .seconds(1))
    let slot = site.digest(digest)?.slot(after: before, zone: site.zone)
    if let slot, slot.due - start < .seconds(90_000) { return slot }
    let wallTime = "\(site.zone.civil(at: start).isoDate)T00:00#\(place.number)"
    return Slot(digest: digest, wallTime: wallTime, due: min(max(start, last ?? start), now))
  }
}

extension IssueOnPage {
  fileprivate init(_ issue: LostIssue) { self.init(digest: issue.frozenAs, number: issue.number) }
}

extension LostIssue {
  /// The same issue without its articles, which are then news again.
  fileprivate var withoutArticles: LostIssue {
    var issue = self
    issue.articles = []
    return issue
  }
}

/// The data of an issue that its page contains, regardless of the template.
struct WrittenIssue {
  let title: String?
  /// `2026-11-23`
  let day: String?
  /// All URLs that it links to.
  let addresses: [String]

  /// Pages of earlier versions, and of other templates, have the subject as their heading.
  init(_ page: String) {
    let heading =
      page.firstMatch(of: /<meta name="email-subject" content="([^"]+)">/)
      ?? page.firstMatch(of: /<h1[^>]*>([^<]+)<\/h1>/) ?? page.firstMatch(of: /<title>([^<]+)<\/title>/)
    title = heading.map { unescapedHTML($0.1) }
    day = page.firstMatch(of: /<time datetime="(\d{4}-\d\d-\d\d)/).map { String($0.1) }
    addresses = page.matches(of: /href="([^"]*)"/).map { unescapedHTML($0.1) }
  }
}
