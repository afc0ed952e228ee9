package import Model

/// Explains: why an article is or is not in an issue, why a reader did or did not get one. Sentences, one a line.
package struct Why {
  private let site: Site
  private let ledger: any Ledger
  private let now: Instant

  package init(_ opened: OpenedSite, ledger: any Ledger, now: Instant) {
    (site, self.ledger, self.now) = (opened.site, ledger, now)
  }

  /// About the article with this id, or that came from this file, or whose page this is. Nil if there is none.
  package func lines(article text: String) throws -> [String]? {
    guard let article = try find(text) else { return try linesOfDeparted(text) }
    let title = article.title.unicodeScalars.filter { $0.properties.generalCategory != .control }
    var lines = ["\(article.id): \(String(String.UnicodeScalarView(title)))"]
    lines.append(visibility(of: article))
    let feeds = site.feeds.filter { $0.topics.matches(article.topics) }.map(\.name.text)
    let topics = article.topics.map(\.label).joined(separator: ", ")
    lines.append(
      feeds.isEmpty
        ? "in no feed: its topics (\(topics.isEmpty ? "none" : topics)) match none"
        : "in \(feeds.count == 1 ? "feed" : "feeds") \(feeds.joined(separator: ", ")) by its topics (\(topics))")
    let issues = Dictionary(
      try ledger.issues(with: article.id).map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    for digest in site.digests {
      let reason = try issues[digest.name].map(presence) ?? why(article, in: digest)
      lines.append("\(digest.name): \(reason)")
    }
    return lines
  }

  /// About an article that was published and is no more.
  private func linesOfDeparted(_ text: String) throws -> [String]? {
    let known = try ledger.knownArticles().first { article in
      article.presence != .shelved
        && (article.id.text == text || article.place.path == text || article.page == text
          || site.address(article.page) == text || site.address(article.page) == text + "index.html")
    }
    guard let known else { return nil }
    let title = try RememberedTexts(ledger).article(known.id).map { ": " + forDisplay($0.title, atMost: 200) }
    let file =
      known.presence == .departed
      ? "its file \(known.place.path) is gone" : "its file \(known.place.path) is a draft or has a fault"
    let withdrawal = try ledger.withdrawals().first { $0.id == known.id }
    let since = withdrawal.map { "withdrawn \(local($0.at)): " } ?? "not published: "
    let issues = try ledger.issues(with: known.id).map { issue in
      "\(issue.digest): in issue \(issue.digest)#\(issue.number) of \(local(issue.slot.due))"
        + (issue.cancelled == nil ? "" : ", which was cancelled")
    }
    return ["\(known.id)\(title ?? "")", since + file] + (issues.isEmpty ? ["in no issue"] : issues)
  }

  private func visibility(of article: Article) -> String {
    if let expires = article.expires, expires <= now { return "expired \(local(expires)): withdrawn everywhere" }
    let end = article.expires.map { ", until it expires \(local($0))" } ?? ""
    return article.published <= now
      ? "visible since \(local(article.published)) at \(article.link)\(end)"
      : "under embargo until \(local(article.published)): invisible everywhere"
  }

  private func presence(in issue: RecordedIssue) -> String {
    "in issue \(issue.digest)#\(issue.number) of \(local(issue.slot.due))"
      + (issue.cancelled == nil ? "" : ", which was cancelled")
  }

  /// It is in no issue of the digest.
  private func why(_ article: Article, in digest: Digest) throws -> String {
    let selector = Selector(site: site, ledger: ledger, digest: digest)
    guard let slot = try selector.nextSlot(at: now) else { return "it never falls due" }
    let selection = try selector.selection(for: slot, at: now)
    switch selection.verdict(on: article) {
    case .settled:
      return "never mailed: it was older than the digest's first issue, or its slot was cancelled"
    case .inNoFeed: return "not for it: none of the digest's feeds has it"
    case .tooNew: return "not yet: it is dated after the next slot (\(local(slot.due)))"
    case .expired: return "no: it expires before the next slot (\(local(slot.due)))"
    case .tooOld:
      return "too old for the next slot: dated before \(local(selection.window.after)), the edge of its window"
    case .news:
      let selected = try selector.select(slot, at: now)
      return selected.left.contains { $0.id == article.id }
        ? "news, but it will wait: the issue of \(local(slot.due)) is full (max_articles = \(digest.maxArticles))"
        : "news for the issue of \(local(slot.due))"
    }
  }

  /// About a reader. Nil if the ledger does not know the address.
  package func lines(address: EmailAddress) throws -> [String]? {
    let subscriptions = try ledger.subscriptions(of: address)
    let suppression = try ledger.suppression(of: address)
    guard !subscriptions.isEmpty || suppression != nil else { return nil }
    var lines: [String] = []
    if let suppression {
      lines.append("suppressed since \(local(suppression.since)) (\(suppression.reason.rawValue)): never mailed")
    }
    for subscription in subscriptions { lines.append(describe(subscription)) }
    guard let subscriber = subscriptions.first?.subscriber else { return lines }
    for delivery in try ledger.history(of: subscriber.id, limit: 20) {
      lines.append(
        "\(delivery.digest)#\(delivery.issueNumber): \(delivery.state.rawValue) \(local(delivery.changed))"
          + (delivery.reply.map { ": \($0)" } ?? "")
          + (delivery.nextAttempt.map { "; next attempt \(local($0))" } ?? ""))
    }
    return try lines + ledger.bounces(of: subscriber.id, limit: 20).map(describe)
  }

  private func describe(_ subscription: Subscription) -> String {
    let feeds = subscription.follows == .all ? "all feeds" : subscription.follows.text
    let state =
      switch subscription.status {
      case .pending: "pending: consent is missing, so nothing is mailed"
      case .confirmed: "confirmed \(subscription.consentAt.map(local) ?? "")"
      case .ended: "ended \(subscription.endedAt.map(local) ?? ""): nothing is mailed"
      }
    return "\(subscription.digest): follows \(feeds); \(state)"
      + (subscription.origin.map { " (from \($0))" } ?? "")
  }

  private func describe(_ bounce: RecordedBounce) -> String {
    let what = bounce.kind == .complaint ? "complaint" : "\(bounce.kind.rawValue) bounce"
    let status = bounce.status.flatMap { bounce.words.contains($0) ? nil : $0 }
    let words = [status, bounce.words.isEmpty ? nil : bounce.words].compactMap(\.self).joined(separator: " ")
    return "\(what) \(local(bounce.at))" + (bounce.issue.map { " of \($0)" } ?? "")
      + (words.isEmpty ? "" : ": \(words)") + (bounce.counts ? "; it counts" : "")
  }

  private func find(_ text: String) throws -> Article? {
    if let article = try ledger.article(Article.ID(text)) { return article }
    let place = try ledger.places().first { $0.path == text || $0.page == text || site.address($0.page) == text }
    return try place.flatMap { try ledger.article($0.id) }
  }

  private func local(_ instant: Instant) -> String {
    String(site.zone.civil(at: instant).iso8601.replacing("T", with: " ").dropLast(3))
  }
}
