internal import Digests
internal import Model
internal import Presentation
internal import Templates

/// Steps 4 and 5 of a run: selects and freezes what is due, digest by digest.
extension PressRun {
  func freezeDueIssues(_ report: inout RunReport) throws {
    let held = try digestsHeldForOrphans(&report)
    for digest in site.digests where mayFreeze(digest) && !held.contains(digest.name) {
      do {
        try freezeDueIssues(of: digest, &report)
      } catch let error as RenderingFault {
        report.fail(error.description, .badConfiguration)
      }
    }
  }

  private func freezeDueIssues(of digest: Digest, _ report: inout RunReport) throws {
    let since = try ledger.begin(digest: digest.name, carrying: Following(digest.feeds), at: now)
    for open in try ledger.openSlots(of: digest.name) where open.slot.due <= now && open.isReleased(at: now) {
      try settle(open.slot, of: digest, passed: [], released: open, &report)
    }
    let last = try ledger.newestSlot(of: digest.name)?.slot.due
    switch digest.agenda(since: since, last: last, now: now, zone: site.zone) {
    case .nothing:
      break
    case .missed(let slots):
      try recordMissed(slots, of: digest, &report)
    case .due(let slot, let passed):
      try settle(slot, of: digest, passed: passed, released: nil, &report)
    }
  }

  private func recordMissed(_ slots: [Slot], of digest: Digest, _ report: inout RunReport) throws {
    let missed = slots.map { RecordedSlot(slot: $0, state: .missed, recorded: now) }
    try ledger.record(missed, past: [])
    report.slots += missed
    let keys = slots.count == 1 ? slots[0].key : "\(slots.count) slots of \(digest.name) up to \(slots.last!.key)"
    report.notices.append(
      "\(keys) missed: no run within \(digest.lateWithin.inWords); its articles wait for the next slot")
  }

  /// Settles one slot: an issue, nothing new, or a hold.
  ///
  /// - Parameter released: the slot as it was held, if it has been released.
  private func settle(
    _ slot: Slot, of digest: Digest, passed: [Slot], released: RecordedSlot?, _ report: inout RunReport
  ) throws {
    let selected = try Selector(site: site, ledger: ledger, digest: digest).select(slot, at: now)
    let open = try ledger.openSlots(of: digest.name).filter { $0.state == .held && $0.slot != slot }.map(\.slot)
    let passedState: RecordedSlot.State = digest.catchUp == .merge ? .merged : .skipped
    let merged =
      (released == nil ? open.map { RecordedSlot(slot: $0, state: .merged, recorded: now) } : [])
      + passed.map { RecordedSlot(slot: $0, state: passedState, recorded: now) }

    if selected.news.isEmpty {
      let empty = RecordedSlot(slot: slot, state: .empty, recorded: now)
      try ledger.record(merged + [empty], past: selected.past)
      report.slots += merged + [empty]
    } else if let hold = self.hold(slot, of: digest, selected, released) {
      var held = RecordedSlot(slot: slot, state: .held, news: selected.news.count, recorded: now)
      held.hold = hold
      try ledger.record(merged + [held], past: [])
      report.slots += merged + [held]
      tell(held, hold, digest, &report)
    } else {
      try freezeMailable(selected, slot: slot, digest: digest, merged: merged, &report)
    }
  }

  /// Why the slot is held now; nil if its issue may be frozen.
  private func hold(
    _ slot: Slot, of digest: Digest, _ selected: Selector.Selected, _ released: RecordedSlot?
  ) -> SlotHold? {
    guard let released else {
      let next = digest.slot(after: slot.due, zone: site.zone)?.due
      return digest.hold(news: selected.news.count, next: next, at: now)
    }
    guard let approved = released.hold?.approved, approved != selected.fingerprint else { return nil }
    return SlotHold(.changed)
  }

  private func tell(_ held: RecordedSlot, _ hold: SlotHold, _ digest: Digest, _ report: inout RunReport) {
    let key = held.slot.key
    let commands = "`courant release \(key)` mails it"
    switch hold.reason {
    case .many:
      report.fail(
        "\(key) is held: \(held.news) new articles exceed hold_above = \(digest.holdAbove); "
          + "`courant release \(key)` mails them, `courant cancel \(key)` discards them", .waiting)
    case .review:
      let until = hold.until.map { "until \(site.zone.shown($0))" } ?? "for your review"
      report.notices.append("\(key) is held \(until): \(held.news) articles; \(commands)")
    case .delay:
      let until = hold.until.map { site.zone.shown($0) } ?? ""
      report.notices.append("\(key) waits until \(until); `courant cancel \(key)` stops it")
    case .changed:
      report.fail("\(key) is held again: its articles are not those that were released; \(commands)", .waiting)
    }
  }

  /// Freezes what can be rendered. An article that cannot be stops neither the others nor the digest: it is reported
  /// and waits.
  private func freezeMailable(
    _ first: Selector.Selected, slot: Slot, digest: Digest, merged: [RecordedSlot], _ report: inout RunReport
  ) throws {
    var selected = first
    var unmailable = Set<Article.ID>()
    while !selected.news.isEmpty {
      do {
        return try freeze(selected, slot: slot, digest: digest, merged: merged, &report)
      } catch let fault as RenderingFault {
        let found = try self.unmailable(selected.sections, for: slot, of: digest)
        if found.isEmpty { throw fault }
        try self.report(unmailable: found, of: slot, &report)
        unmailable.formUnion(found.map(\.id))
      }
      selected = try Selector(site: site, ledger: ledger, digest: digest).select(slot, at: now, without: unmailable)
    }
    // The slot is not empty: its new articles wait for the next slot.
    let missed = RecordedSlot(slot: slot, state: .missed, news: unmailable.count, recorded: now)
    try ledger.record(merged + [missed], past: [])
    report.slots += merged + [missed]
  }

  private func freeze(
    _ selected: Selector.Selected, slot: Slot, digest: Digest, merged: [RecordedSlot], _ report: inout RunReport
  ) throws {
    let number = try ledger.nextNumber(of: digest.name)
    let issue = try introduced(
      Issue(digest: digest.name, number: number, slot: slot, sections: selected.sections), of: digest)
    let renderer = try editionRenderer(for: digest, related: related(to: issue, from: selected))
    let (editions, mails) = try RenderingFault.wrap("\(slot.key): nothing is mailed") {
      (try renderer.editions(of: issue), try messageRenderer(of: digest.name))
    }
    let render = { (feeds: [Feed.Name]) throws -> FrozenEdition in
      try RenderingFault.wrap("\(slot.key): nothing is mailed") {
        let edition = try editions.edition(following: feeds)
        // An edition that cannot become a message must not be frozen: it could never be sent.
        try edition.map { try mails.check($0, issue: number, date: slot.due) }
        return edition
      }
    }
    let whole = try render(issue.sections.map(\.feed))
    let page = try RenderingFault.wrap("\(slot.key): nothing is mailed") { try renderer.archivePage(of: issue) }
    var freezing = FreezingIssue(
      issue, page: ArchivePage(subject: whole.subject, html: page), messageDomain: mails.messageDomain,
      identity: issue.identity, at: now)
    freezing.waiting = selected.waiting.map(\.id)
    freezing.past = selected.past
    freezing.merged = merged
    freezing.files = try frozenFiles(of: issue, digest)
    let shares = { (freezing: inout FreezingIssue) in
      let (plan, editions) = try self.handoverEditions(of: issue, selected, digest)
      freezing.shares = plan.shares
      return editions
    }
    guard let deliveries = try freeze(freezing, rendering: render, sharing: shares) else { return }
    report.slots += merged + [RecordedSlot(slot: slot, state: .issued, news: issue.articles.count, recorded: now)]
    report.issues.append(
      .init(
        digest: digest.name, number: number, subject: whole.subject, articles: issue.articles.count,
        deliveries: deliveries))
  }

  /// Renders an edition for each set of feeds that a reader follows, then freezes them, so that no transaction waits
  /// for a template. If a reader joins in between with a new set of feeds, their edition is also rendered. Nil if the
  /// slot already has an issue.
  ///
  /// - Parameter share: computes the shares of readers who changed to the digest, and renders their editions.
  private func freeze(
    _ freezing: FreezingIssue, rendering render: ([Feed.Name]) throws -> FrozenEdition,
    sharing share: (inout FreezingIssue) throws -> [FrozenEdition]
  ) throws -> Int? {
    var freezing = freezing
    let issue = freezing.issue
    var sets = issue.feedSets(of: try ledger.mailedFollowings(of: issue.digest))
    try prepareShares(&freezing, share)
    while true {
      // A few at a time, so that memory does not grow with their number.
      for start in stride(from: 0, to: sets.count, by: Self.editionsAtOnce) {
        let some = sets[start..<min(start + Self.editionsAtOnce, sets.count)]
        try ledger.prepare(try some.map(render), of: freezing.identity)
      }
      switch try ledger.freeze(freezing) {
      case .frozen(let deliveries): return deliveries
      case .hasIssue: return nil
      case .lacks(let missing): sets = missing
      case .handedOver:
        sets = []
        try prepareShares(&freezing, share)
      }
    }
  }

  private func prepareShares(
    _ freezing: inout FreezingIssue, _ share: (inout FreezingIssue) throws -> [FrozenEdition]
  ) throws {
    let editions = try share(&freezing)
    if !editions.isEmpty { try ledger.prepare(editions, of: freezing.identity) }
  }

  private static let editionsAtOnce = 50
}

/// A template that does not render, or an edition that must not be sent. Nothing was frozen or recorded.
package struct RenderingFault: Error, CustomStringConvertible {
  package let description: String

  package static func wrap<Result>(_ what: String, _ body: () throws -> Result?) throws(RenderingFault) -> Result {
    let result: Result?
    do {
      result = try body()
    } catch let fault as RenderingFault {
      throw fault
    } catch let error as TemplateError {
      throw RenderingFault(description: "\(error) (\(what))")
    } catch {
      throw RenderingFault(description: "\(what): \(error)")
    }
    guard let result else { throw RenderingFault(description: "\(what): the edition is empty") }
    return result
  }
}

extension Duration {
  /// `24 h`, `90 min`, `30 s`.
  var inWords: String {
    let seconds = components.seconds
    return seconds % 3600 == 0 ? "\(seconds / 3600) h" : seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
  }
}
