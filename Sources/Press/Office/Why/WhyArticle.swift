internal import Foundation
internal import Model
internal import Press

/// Where an article is published and mailed, and why not.
extension Why {
  /// Finds an article by its id, or by its permanent id in feeds.
  func article(withID text: String) throws -> Article? {
    if let article = try ledger.article(Article.ID(text)) { return article }
    return try id(ofTag: text).flatMap { try ledger.article($0) }
  }

  func id(ofTag text: String) -> Article.ID? {
    guard text.hasPrefix(site.articleTagPrefix) else { return nil }
    return text.dropFirst(site.articleTagPrefix.count).removingPercentEncoding.map { Article.ID($0) }
  }

  /// Explains an article on the shelf.
  func explanation(of article: Article) throws -> Explanation {
    var lines = ["\(article.id): \(shownTitle(article.title))"]
    if let place = try ledger.places().first(where: { $0.id == article.id }) {
      lines += try upstreamLines(place) ?? fileLines(place)
    }
    lines.append(visibility(of: article))
    let feeds = site.feeds.filter { $0.matches(article) }.map(\.name.text)
    let topics = article.topics.map(\.label).joined(separator: ", ")
    let names = "\(feeds.count == 1 ? "feed" : "feeds") \(feeds.joined(separator: ", "))"
    let verb = feeds.count == 1 ? "takes" : "take"
    let hasNoTopics = topics.isEmpty ? ", which \(verb) articles without topics" : nil
    let byAuthors = site.feeds.contains { $0.authors != nil } ? " and authors" : ""
    lines.append(
      feeds.isEmpty
        ? "in no feed: its topics (\(topics.isEmpty ? "none" : topics))\(byAuthors) match none"
        : "in \(names)" + (hasNoTopics ?? " by its topics (\(topics))"))
    let issues = Dictionary(
      try ledger.issues(with: article.id).map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
    for digest in site.digests {
      let reason = try issues[digest.name].map(described) ?? why(article, in: digest)
      lines.append("\(digest.name): \(reason)")
    }
    let named = Set(site.digests.map(\.name))
    lines += try issueLines(with: article.id) { !named.contains($0.digest) }
    return Explanation(kind: .article, subject: article.id.text, lines: lines)
  }

  /// The issues that contain an article, one per line.
  func issueLines(with id: Article.ID, where isWanted: (RecordedIssue) -> Bool = { _ in true }) throws -> [String] {
    try ledger.issues(with: id).filter(isWanted).map { "\($0.digest): \(described($0))" }
  }

  func shownTitle(_ title: String) -> String {
    let scalars = title.unicodeScalars.filter { $0.properties.generalCategory != .control }
    return String(String.UnicodeScalarView(scalars))
  }

  private func described(_ issue: RecordedIssue) -> String {
    "in issue \(issue.digest)#\(issue.number) of \(local(issue.slot.due))"
      + (issue.cancelled == nil ? "" : ", which was cancelled")
  }

  /// The article's file, and what is wrong with it now.
  private func fileLines(_ place: ShelvedPlace) throws -> [String] {
    let held = try ledger.losses().first { $0.released == nil && $0.place.path == place.path }
    if let held {
      return [
        "its file \(place.path) has been gone since \(local(held.since)); it stays published; "
          + "`courant release \(place.source)` withdraws it"
      ]
    }
    let faults = try findings(at: place.path).filter { $0.weight == .fault }
    return ["from \(place.path)"] + faults.map(\.description)
  }

  private func visibility(of article: Article) -> String {
    if let expires = article.expires, expires <= now { return "expired \(local(expires)): withdrawn everywhere" }
    let end = article.expires.map { ", until it expires \(local($0))" } ?? ""
    return article.published <= now
      ? "visible since \(local(article.published)) at \(article.link)\(end)"
      : "under embargo until \(local(article.published)): invisible everywhere"
  }

  /// Why an article that is in no issue of the digest is or is not news.
  private func why(_ article: Article, in digest: Digest) throws -> String {
    let selector = Selector(site: site, ledger: ledger, digest: digest)
    guard let slot = try selector.nextSlot(at: now) else { return "it is never due" }
    let selection = try selector.selection(for: slot, at: now)
    switch selection.verdict(on: article) {
    case .settled:
      return "never mailed: it was older than the digest's first issue, or its slot was cancelled"
    case .inNoFeed: return "not included: it is in none of the digest's feeds"
    case .tooNew: return "not yet: it is dated after the next slot (\(local(slot.due)))"
    case .expired: return "no: it expires before the next slot (\(local(slot.due)))"
    case .tooOld:
      return "too old for the next slot: dated before \(local(selection.window.after)), where its window begins"
    case .news:
      let selected = try selector.select(slot, at: now)
      return selected.waiting.contains { $0.id == article.id }
        ? "news, but waiting: the issue of \(local(slot.due)) is full (max_articles = \(digest.maxArticles))"
        : "news for the issue of \(local(slot.due))"
    }
  }
}
