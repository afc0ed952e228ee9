package import Model
package import Presentation
internal import PublicPlace
package import Time

/// Whether a run may mail: its clock must be right and its ledger complete.
extension PressRun {
  /// Checks the run's clock, and undoes what an earlier wrong clock recorded. Returns false, with a problem in the
  /// report, if this run's clock is wrong: then nothing is done.
  func hasRightClock(_ report: inout RunReport) throws -> Bool {
    let verdict = ClockVerdict(now: now, machine: clock, latest: try ledger.latestMoment())
    switch verdict {
    case .right:
      return true
    case .recordedAhead(let latest):
      // Not while another run delivers with the wrong clock.
      guard let slots = try ledger.withDeliveryLock({ try ledger.undoFuture(after: now) }) else {
        report.notices += busy.notices
        return false
      }
      let what = slots == 1 ? "1 slot" : "\(slots) slots"
      report.notices.append(
        "an earlier run's clock was wrong: the ledger was used at \(site.zone.shown(latest)), in the future; "
          + "undid \(what) (what was mailed stays mailed and is no longer news)")
      return true
    case .impossible, .early:
      if isRehearsal { return true }
      report.fail("\(verdict.sentence(now, in: site.zone))", .waiting)
      return false
    }
  }

  /// Why nothing is mailed, which every run reports; nil if mail may be sent.
  func doubt() throws -> LedgerLoss? {
    guard !isRehearsal else { return nil }
    if let loss = try ledger.loss() { return loss }
    return try unknownPages().isEmpty ? nil : LedgerLoss(.lacksIssues)
  }

  /// Whether the ledger never published but `public/` has feeds. A fresh clone of a site may look like this. If no
  /// issue was sent, no one can be mailed twice, so there is no reason to wait.
  func isNewBesidePages() throws -> Bool {
    try ledger.note("published") == nil && ledger.publishedFiles().isEmpty
      && output.place(PagePath.feeds.file) != .free
  }

  /// The same for `check`, `status` and `schedule`, one sentence each.
  package func doubts() throws -> [String] {
    let verdict = ClockVerdict(now: now, machine: clock, latest: try ledger.latestMoment())
    let pause = try ledger.sendingPause()?.sentence(in: site.zone)
    return [pause, try doubt().map(\.description), verdict.sentence(now, in: site.zone)].compactMap(\.self).filter {
      !$0.isEmpty
    }
  }

  /// Published pages of issues that are in the ledger neither as issues nor as its files. A ledger older than `public/`
  /// lacks the newest.
  package func unknownPages() throws -> [IssueOnPage] {
    let pages = try output.issuePages(of: site.digests.map(\.name), from: ledger.nextNumber)
    if pages.isEmpty { return [] }
    let files = try ledger.publishedFiles()
    let digests = Set(site.digests.map(\.name))
    let unknown = pages.filter { files[$0.path.file] == nil }
    return try unknown.filter { page in
      if output.isOurs(page) { return true }
      return try digests.contains(page.digest) && follows(page, unknown) && output.holds(site.url, page)
    }
  }

  /// A site's own templates may not have our frame. A ledger lacks its newest issues, without a gap.
  private func follows(_ page: IssueOnPage, _ pages: [IssueOnPage]) throws -> Bool {
    let numbers = Set(pages.filter { $0.digest == page.digest }.map(\.number))
    return try (ledger.nextNumber(of: page.digest)..<page.number).allSatisfy(numbers.contains)
  }
}

extension ClockVerdict {
  /// One line for the operator; empty if there is nothing to report.
  package func sentence(_ now: Instant, in zone: Zone) -> String {
    switch self {
    case .right: ""
    case .impossible(let latest):
      "the clock is at \(zone.shown(now)), before the last run (\(zone.shown(latest))), so nothing was done; set the clock"
    case .early(let latest):
      "--now \(zone.shown(now)) is before the last run (\(zone.shown(latest))), so nothing was done; use --dry-run"
    case .recordedAhead(let latest):
      "an earlier run's clock was wrong: the ledger was used at \(zone.shown(latest)), in the future; the next run "
        + "undoes this"
    }
  }
}

/// The page of an issue under `public/`.
package struct IssueOnPage: Hashable, Sendable {
  package let digest: String
  package let number: Int

  package init(digest: String, number: Int) {
    self.digest = digest
    self.number = number
  }

  package var path: PagePath { PagePath.issue(digest: digest, number: number) }
}

extension PublishingPlace {
  /// All `archive/DIGEST/NUMBER/index.html`, regardless of what wrote them, by digest and number. Where names are not listed,
  /// those of the given digests, up to the first number without a page.
  ///
  /// - Parameter first: the lowest number to return for a digest.
  func issuePages(
    of digests: [String], from first: (_ digest: String) throws -> Int
  ) rethrows -> [IssueOnPage] {
    let archive = PagePath.archive.folder
    guard let listed = names(in: archive) else { return try askedPages(of: digests, from: first) }
    var pages: [IssueOnPage] = []
    for digest in listed.sorted() {
      let numbers = (names(in: archive + digest) ?? []).compactMap { Int($0) }
      if numbers.isEmpty { continue }
      let first = try first(digest)
      pages += numbers.filter { $0 >= first }.sorted().map { IssueOnPage(digest: digest, number: $0) }
    }
    return pages.filter { exists($0.path.file) }
  }

  private func askedPages(
    of digests: [String], from first: (_ digest: String) throws -> Int
  ) rethrows -> [IssueOnPage] {
    var pages: [IssueOnPage] = []
    for digest in digests {
      var page = IssueOnPage(digest: digest, number: try first(digest))
      while place(page.path.file) == .file {
        pages.append(page)
        page = IssueOnPage(digest: digest, number: page.number + 1)
      }
    }
    return pages
  }

  /// Whether the page contains this text, such as its site's URL.
  func holds(_ text: String, _ page: IssueOnPage) -> Bool {
    read(page.path.file).map { String(decoding: $0, as: UTF8.self).contains(text) } ?? false
  }

  /// Whether the page has our frame: other programs also have folders of this name.
  func isOurs(_ page: IssueOnPage) -> Bool {
    read(page.path.file).map { String(decoding: $0, as: UTF8.self).contains(#"id="page:text""#) } ?? false
  }
}
