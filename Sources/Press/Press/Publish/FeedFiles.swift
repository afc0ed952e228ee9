internal import Foundation
internal import Languages
internal import Model
internal import Syndication
internal import Templates
internal import Time

/// The documents for machines: every feed in its formats with its archives, the notices of ended feeds, the list of
/// feeds, and the style sheet for people who open a feed.
extension PublicView {
  func feedFiles() throws -> [PublicFile] {
    let content = content
    return catalogue.feeds.flatMap { documents(of: $0.feed, $0.articles, content) } + catalogue.ended.flatMap(notices)
      + [
        PublicFile("opml.xml", "opml", also: catalogue.topicFeeds.flatMap { [$0.folder, $0.title] }) {
          [site, catalogue] _ in
          try opml(site: site, topics: catalogue.topicFeeds)
        },
        PublicFile(FeedStyleSheet.path, "style") { [site, templates] _ in
          FeedStyleSheet(language: Language(site.language, own: site.words), colours: templates.colours).bytes
        },
      ]
  }

  private func documents(
    of feed: Feed, _ articles: [ShelvedArticle], _ content: ArticleContent
  ) -> [PublicFile] {
    let sequence = catalogue.sequences[feed.folder] ?? FeedSequence(articles: [], size: 0)
    let plan = FeedPlan(feed, sequence: sequence, matching: articles.map(\.article), withdrawals: withdrawals)
    return plan.documents.flatMap { document in
      files(of: document, in: feed, showing: document.articles.map { articles[$0] }, content)
    }
  }

  /// A document in each of the feed's formats.
  ///
  /// - Parameter shown: the document's articles.
  func files(
    of document: FeedPlan.Document, in feed: Feed, showing shown: [ShelvedArticle], _ content: ArticleContent
  ) -> [PublicFile] {
    let shared = feed.content == .full && feed.language == nil ? content : nil
    let lengths = lengths(of: shown)
    let renderer = renderer(of: feed, on: site, shared, lengths)
    let recordings = shown.compactMap(\.article.audio).map { sounds.key(ofSoundAt: $0.url) }.filter { !$0.isEmpty }
    let sizes = lengths.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    let cast = PublishedFile.Cast(shown.map(\.id), withdrawn: document.withdrawals.map(\.id))
    return feed.formats.map { format in
      let file = PublicFile(
        feed.path(format, document.kind), format.rawValue, reading: shown,
        also: document.key + [feed.title, feed.description] + sizes + recordings
          + (feed.podcast?.guid.map { [$0] } ?? [])
      ) { [spelling, renderer] articles in
        let spelled = articles.map(spelling.spelled)
        let whole = FeedDocument(document.kind, articles: spelled, withdrawals: document.withdrawals)
        return try renderer.render(format, whole)
      }
      return file.polled(!document.kind.isArchive).with(cast)
    }
  }

  /// What articles look like in feeds, in the site's language.
  var content: ArticleContent {
    ArticleContent(Language(site.language, own: site.words), showsInterest: site.showsInterest)
  }

  func renderer(
    of feed: Feed, on site: Site, _ content: ArticleContent?, _ lengths: [String: Int64]
  ) -> FeedRenderer {
    var renderer = FeedRenderer(site: site, feed: feed, content: content, lengths: lengths)
    renderer.durations = SoundDurations { [sounds] in sounds.duration(ofSoundAt: $0) }
    return renderer
  }

  /// The lengths of what is enclosed, by URL.
  func lengths(of articles: [ShelvedArticle]) -> [String: Int64] {
    lengths(ofPictures: articles).merging(lengths(ofSounds: articles)) { $1 }
  }

  /// The lengths of images next to articles, by URL.
  private func lengths(ofPictures articles: [ShelvedArticle]) -> [String: Int64] {
    if lengths.isEmpty { return [:] }
    let base = site.address("").utf8
    let pairs = articles.compactMap(\.article.image?.url).compactMap { address -> (String, Int64)? in
      guard address.utf8.starts(with: base) else { return nil }
      let path = String(address.utf8.dropFirst(base.count))?.removingPercentEncoding
      return path.flatMap { lengths[$0] }.map { (address, $0) }
    }
    return Dictionary(pairs, uniquingKeysWith: { a, _ in a })
  }

  private func lengths(ofSounds articles: [ShelvedArticle]) -> [String: Int64] {
    let addresses = articles.compactMap(\.article.audio?.url)
    let pairs = addresses.compactMap { url in sounds.length(ofSoundAt: url).map { (url, $0) } }
    return Dictionary(pairs, uniquingKeysWith: { a, _ in a })
  }

  private func notices(of feed: RecordedFeed) -> [PublicFile] {
    guard let since = feed.ended else { return [] }
    let successor = feed.successor.flatMap { catalogue.positions[$0] }.map { catalogue.feeds[$0].feed }
    let notice = EndedFeed(Feed(feed), since: since, site: site, successor: successor)
    let next = [successor?.folder, successor?.title].compactMap(\.self)
    return feed.formats.map { format in
      let file = PublicFile(
        Feed(feed).path(format), "ended " + format.rawValue,
        also: [feed.title, feed.description, since.rfc3339] + next
      ) { _ in try notice.render(format) }
      return file.polled()
    }
  }
}

extension FeedPlan.Document {
  /// For ``PublicFile``: everything but its articles that its bytes depend on.
  fileprivate var key: [String] {
    ["\(kind)"] + withdrawals.flatMap { [$0.id.text, $0.at.rfc3339] }
  }
}
