internal import Foundation
package import Model
internal import Text
package import Time
internal import XML

/// Makes articles of the items of one upstream source.
package struct UpstreamArticles {
  private let settings: UpstreamSettings
  private let site: Site
  private let origin: Article.Origin?
  private let home: String?
  /// Existing topics; only needed for ``UpstreamSettings/TopicsFrom/known``.
  private let knownTopics: Set<TopicSlug>

  /// With ``UpstreamSettings/Content/summary``.
  private static let mostSummary = 400

  package init(
    of settings: UpstreamSettings, on site: Site, from document: UpstreamDocument, knownTopics: Set<TopicSlug> = []
  ) {
    self.settings = settings
    self.site = site
    self.knownTopics = knownTopics
    home = document.home
    let title = settings.title ?? document.title
    origin = title.isEmpty ? nil : Article.Origin(title: title, url: document.home)
  }

  /// - Parameter name: what its page is named after: `SOURCE/LETTERS`.
  package func article(of item: UpstreamItem, id: Article.ID, named name: String, _ sight: FirstSight) -> Article {
    let address = PageAddress(id: name, site: site)
    var article = Article(
      id: id, title: item.title.cut(toScalars: FieldLimit.title), published: sight.published,
      link: item.link ?? home ?? address.link, page: address.page)
    article.updated = sight.updated
    article.topics = topics(of: item)
    article.authors = item.authors.filter { $0.unicodeScalars.count <= FieldLimit.line }.prefix(FieldLimit.authors)
      .map { $0 }
    article.citation = item.citation
    article.origin = item.origin.map { Article.Origin(title: $0.title, url: $0.url) } ?? origin
    if settings.content != .none { article.image = item.image }
    setText(of: &article, item)
    return article
  }

  private func setText(of article: inout Article, _ item: UpstreamItem) {
    let beginning = item.body.isEmpty ? "" : excerpt(ofHTML: item.body)
    switch settings.content {
    case .none: break
    case .summary:
      article.summary = (item.summary.isEmpty ? beginning : item.summary).cut(to: Self.mostSummary)
    case .full:
      article.body = item.body
      if item.summary.isEmpty {
        article.summary = beginning.cut(to: 300)
        article.summaryIsExcerpt = !beginning.isEmpty
      } else {
        article.summary = item.summary.cut(toScalars: FieldLimit.summary)
        article.summaryIsExcerpt = beginsWith(item.summary, item.body)
      }
    }
  }

  /// Whether a summary is only the beginning of the body, as feeds of WordPress have it.
  private func beginsWith(_ summary: String, _ body: String) -> Bool {
    let words = foldedWords(summary)
    let start = unescapedHTML(String(decoding: wordBytes(ofHTML: body), as: UTF8.self))
    // The last word may be cut.
    let whole = words.count > 1 ? words.dropLast() : words[...]
    return foldedWords(String(start.prefix(2 * summary.count + 200))).starts(with: whole)
  }

  /// The topics of the source, and those to which its categories are mapped.
  package func topics(of item: UpstreamItem) -> [Topic] {
    let labels = item.categories.flatMap { settings.splitsCategories ? Self.split($0) : [$0] }
    let meant = labels.compactMap(topic)
    let topics = site.topics(written: settings.topics + meant.map(\.label))
    return Array(topics.filter { $0.label.unicodeScalars.count <= FieldLimit.topic }.prefix(FieldLimit.topics))
  }

  private static func split(_ category: String) -> [String] {
    category.split { ",;/".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func topic(_ label: String) -> Topic? {
    let written = Topic(label)
    if let mapped = settings.topicMap[written.slug] { return mapped }
    switch settings.topicsFrom {
    case .none: return nil
    case .categories: return showsCharacter(label) ? written : nil
    case .known:
      let isKnown = site.aliases[written.slug] != nil || knownTopics.contains(written.slug)
      return isKnown ? written : nil
    }
  }
}

extension UpstreamArticles {
  /// What becomes of an article when its source shows an item that has changed; nil if nothing is written.
  ///
  /// Its id, its page and its date stay. Edits count as changes only if readers would notice them.
  ///
  /// - Parameters:
  ///   - new: created from the item now.
  ///   - isReset: whether the settings of the source have changed since the last fetch.
  package func revision(
    of old: Article, by new: Article, _ item: UpstreamItem, isReset: Bool, hasOtherSources: Bool, at now: Instant
  ) -> Article? {
    let topics = isReset && !hasOtherSources ? new.topics : old.topics + new.topics.filter { !old.topics.contains($0) }
    var article = old
    if settings.updates == .ignore {
      article.topics = isReset ? topics : old.topics
      return article == old ? nil : article
    }
    let isEdited = old.title != new.title || isRewritten(old, new)
    if isReset || isEdited {
      article = new
      article.published = old.published
      article.updated = old.updated
      article.page = old.page
      article.topics = topics
      if isEdited, !isReset { article.updated = change(of: old, item, at: now) }
    }
    if let citation = new.citation { article.citation = citation }
    if item.guid != nil, ItemKey.isElsewhere(old.link, new.link) { article.link = new.link }
    return article == old ? nil : article
  }

  private func change(of old: Article, _ item: UpstreamItem, at now: Instant) -> Instant? {
    if let theirs = FirstSight.change(item.updated, after: old.lastChanged, at: now) { return theirs }
    return now > old.published ? now : old.updated
  }

  /// Whether more than a two-hundredth of the words differ.
  private func isRewritten(_ old: Article, _ new: Article) -> Bool {
    let before = wordBytes(ofHTML: old.summary + " " + old.body)
    let after = wordBytes(ofHTML: new.summary + " " + new.body)
    return before != after && share(of: after, in: before) < 0.995
  }
}
