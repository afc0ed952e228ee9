internal import Digests
internal import Gathering
package import Model
package import Press
internal import Text
internal import Time

extension PressRun {
  /// Renders an issue for one reader. Gathers first, so the press should use a copy of the ledger.
  package func preview(
    _ digest: Digest, _ which: PreviewedIssue = .next, for reader: PreviewReader, _ report: inout RunReport
  ) throws -> Preview {
    switch which {
    case .past: break
    case .next, .newest: try gather(&report)
    }
    return try gatheredPreview(digest, which, for: reader)
  }

  /// The same, from what the last run gathered. Only reads the ledger.
  package func gatheredPreview(
    _ digest: Digest, _ which: PreviewedIssue, for reader: PreviewReader
  ) throws -> Preview {
    let previewed =
      switch which {
      case .past(let number): try past(number, of: digest, reader)
      case .next: try upcoming(digest, reader)
      case .newest(let count): try newest(count, of: digest, reader)
      }
    var preview = try previewed.preview(for: reader)
    preview.images = try localImages(in: preview.html)
    return preview
  }

  private func upcoming(_ digest: Digest, _ reader: PreviewReader) throws -> PreviewedEdition {
    let selector = Selector(site: site, ledger: ledger, digest: digest)
    let held = try selector.heldSlot()
    let slot = try held ?? nextSlot(of: digest)
    if let until = reader.pausedUntil, until > max(slot.due, now) { throw try paused(until, at: slot, of: digest) }
    // As the run at the slot will do.
    _ = try ledger.endPauses(at: max(slot.due, now))
    let selected = try selector.select(slot, at: now)
    var notices = held.map { ["slot \($0.key) is held; this is what `courant release \($0.key)` would send"] } ?? []
    notices += leftOut(selected, of: digest)
    do {
      return try rendered(selected, slot, of: digest, reader, notices)
    } catch let fault as RenderingFault {
      // As in a run, an article that cannot be in an email is omitted.
      let found = try unmailable(selected.sections, for: slot, of: digest)
      if found.isEmpty { throw fault }
      notices += found.map { "\($0.id): omitted: \($0.reason)" }
      let others = try selector.select(slot, at: now, without: Set(found.map(\.id)))
      return try rendered(others, slot, of: digest, reader, notices)
    }
  }

  /// Articles that a newcomer may miss in the next issue.
  private func leftOut(_ selected: Selector.Selected, of digest: Digest) -> [String] {
    var notices: [String] = []
    let waiting = selected.waiting.count
    if waiting > 0 {
      let articles = waiting == 1 ? "1 more new article waits" : "\(waiting) more new articles wait"
      notices.append("\(articles) for a later issue, because of max_articles = \(digest.maxArticles)")
    }
    let past = selected.past.count
    if past > 0 {
      let articles = past == 1 ? "1 older article is" : "\(past) older articles are"
      notices.append("\(articles) not news for the first issue, and will not be mailed; --last 5 shows the newest")
    }
    return notices
  }

  private func newest(_ count: Int, of digest: Digest, _ reader: PreviewReader) throws -> PreviewedEdition {
    let slot = try nextSlot(of: digest)
    let window = Selection.Window(after: Instant(seconds: .min), through: now)
    var selection = Selection(digest: digest, feeds: site.feeds(of: digest), window: window, moment: now)
    selection.pinned = try ledger.pinned(in: digest)
    let articles = try newest(count, of: selection)
    guard !articles.isEmpty else { throw NoPreview(description: "\(digest.name): its feeds have no visible articles") }
    let (sections, rest) = selection.sections(of: articles)
    let selected = Selector.Selected(
      news: articles, sections: try ledger.withBodies(sections, at: now), waiting: rest, past: [])
    return try rendered(selected, slot, of: digest, reader, [])
  }

  /// Pinned articles come first, whatever their age.
  private func newest(_ count: Int, of selection: Selection) throws -> [Article] {
    let ids = selection.pinned + (try ledger.articleTopics().map(\.id).filter { !selection.pinned.contains($0) })
    var news: [Article] = []
    for start in stride(from: 0, to: ids.count, by: Self.together) where news.count < count {
      let some = try ledger.articles(Array(ids[start..<min(start + Self.together, ids.count)]))
      news += selection.news(among: some)
    }
    return Array(selection.news(among: news).prefix(count))
  }

  /// The number of articles that are read together.
  private static let together = 100

  private func rendered(
    _ selected: Selector.Selected, _ slot: Slot, of digest: Digest, _ reader: PreviewReader, _ notices: [String]
  ) throws -> PreviewedEdition {
    let number = try ledger.nextNumber(of: digest.name)
    let whole = try introduced(
      Issue(digest: digest.name, number: number, slot: slot, sections: selected.sections), of: digest)
    let notices = try notices + introNotice(of: digest) + fileNotices(of: digest)
    guard let issue = try part(of: whole, selected, digest, reader) else { throw try nothing(in: whole) }
    let feeds = issue.sections.map(\.feed).filter(reader.following.includes)
    guard !feeds.isEmpty else { throw try nothing(in: issue) }
    let every = whole.with(whole.sections + issue.sections)
    let renderer = try editionRenderer(for: digest, related: related(to: every, from: selected))
    let edition = try RenderingFault.wrap(slot.key) { try renderer.edition(of: issue, following: feeds) }
    let messages = try EditionMessages(self, edition, of: whole)
    let tags = LinkTags(of: whole, in: site.inMails(of: digest))
    return PreviewedEdition(issue: whole, edition: edition, messages: messages, notices: notices, tags: tags)
  }

  /// The issue for this reader: for someone who changed to the digest, without the articles that the former one delivered, and
  /// with those it owes. Nil if nothing is left.
  private func part(
    of issue: Issue, _ selected: Selector.Selected, _ digest: Digest, _ reader: PreviewReader
  ) throws -> Issue? {
    guard let number = reader.handedOver else { return issue }
    let selector = Selector(site: site, ledger: ledger, digest: digest)
    switch try selector.share(of: issue, selected, at: now, for: number) {
    case .usual: return issue
    case .own(let sections):
      return issue.with(sections)
    case .nothing: return nil
    }
  }

  private func introNotice(of digest: Digest) throws -> [String] {
    guard let sentence = try nextIntro(of: digest).intro.sentence(digest) else { return [] }
    return ["\(digest.intro ?? ""): \(sentence)"]
  }

  /// What becomes of the files that the settings name, with their sizes.
  package func fileNotices(of digest: Digest) throws -> [String] {
    let files = try nextFiles(of: digest)
    let notices = files.map { "\($0.path.path): \($0.sentence(digest))" }
    guard digest.attachAs == .files, !files.isEmpty else { return notices }
    // Base64 takes 78 bytes for 57.
    let bytes = files.reduce(into: Int64(0)) { $0 += $1.waitingLength * 78 / 57 }
    return bytes == 0 ? notices : notices + ["every email gets \(Attachment.megabytes(bytes)) MB larger"]
  }

  private func paused(_ until: Instant, at slot: Slot, of digest: Digest) throws -> NoPreview {
    let next = digest.slot(after: until - .seconds(1), zone: site.zone)
    let begins = next.map { "; their next email is that of \($0.key)" } ?? ""
    return NoPreview(
      description: "\(slot.key): paused until \(site.zone.shown(until)), so nothing would be mailed to them\(begins)")
  }

  private func nothing(in issue: Issue) throws -> NoPreview {
    let past = try ledger.issues(of: issue.digest, limit: 1).first
    let older = past.map { ", --issue \($0.number) shows its last issue" } ?? ""
    let what =
      issue.sections.isEmpty
      ? "nothing is new so far, so nothing would be mailed"
      : "nothing is new in the feeds that this reader follows, so nothing would be mailed to them"
    return NoPreview(description: "\(issue.slot.key): \(what); --last 5 shows it with the newest articles\(older)")
  }

  private func nextSlot(of digest: Digest) throws -> Slot {
    guard let slot = try Selector(site: site, ledger: ledger, digest: digest).nextSlot(at: now) else {
      throw NoPreview(description: "\(digest.name): never due, because its cron line is \(digest.cron.source)")
    }
    return slot
  }
}

// MARK: - Issues that were frozen

extension PressRun {
  /// The issue as it was frozen; rendered now if no reader then followed this set of feeds.
  private func past(_ number: Int, of digest: Digest, _ reader: PreviewReader) throws -> PreviewedEdition {
    guard let recorded = try ledger.issue(digest.name, number: number) else {
      let newest = try ledger.issues(of: digest.name, limit: 1).first.map { "its newest is \($0.number)" }
      throw NoPreview(description: "\(digest.name) has no issue \(number); \(newest ?? "it has none yet")")
    }
    let issue = try ledger.content(of: recorded.id)
    let feeds = issue.sections.map(\.feed).filter(reader.following.includes)
    guard !feeds.isEmpty else {
      throw NoPreview(description: "\(digest.name)#\(number): contains nothing from the feeds that this reader follows")
    }
    let frozen = try ledger.edition(feeds, of: recorded.id)
    let edition =
      try frozen
      ?? RenderingFault.wrap("\(digest.name)#\(number)") {
        try editionRenderer(for: digest).edition(of: issue, following: feeds)
      }
    let messages = try EditionMessages(self, edition, of: recorded)
    let notice =
      "no email of this issue is kept for these feeds: no reader followed them, or it was pruned; "
      + "rendered with today's templates"
    return PreviewedEdition(issue: issue, edition: edition, messages: messages, notices: frozen == nil ? [notice] : [])
  }
}

/// An edition, and the messages that turns it into messages.
private struct PreviewedEdition {
  let issue: Issue
  let edition: Edition
  let messages: EditionMessages
  let notices: [String]
  var tags: LinkTags?

  func preview(for reader: PreviewReader) throws -> Preview {
    let shown = messages.shown(edition, to: reader.addressee)
    return Preview(
      issueNumber: issue.number, slot: issue.slot, subject: edition.subject, html: shown.html, text: shown.text,
      message: try messages.message(for: reader.addressee, isTest: reader.isTest),
      findings: notices + EditionWarnings(edition, of: issue, tags: tags).sentences)
  }
}
