internal import Model
internal import Pages
internal import Templates

/// All that can be printed at one moment: what the printers of feeds, pages and assets choose from.
///
/// Whatever is under embargo or withdrawn is not in ``visible``, and so in no print.
struct PublicView {
  let site: Site
  let templates: TemplateSet
  /// Newest first, without bodies.
  let visible: [ShelvedArticle]
  let desk: FeedDesk
  /// Newest first.
  let withdrawals: [Withdrawal]
  /// Newest first.
  let issues: [RecordedIssue]
  /// The frozen page of an issue.
  let archivePage: (RecordedIssue.ID) throws -> String
  /// What stands under `public/` at a path; nil if nothing does.
  let standing: (String) -> [UInt8]?
  /// Of the pictures and documents beside the articles, in bytes, by their paths under `public/`.
  let lengths: [String: Int64]

  /// Everything that is to stand under `public/` but the assets. Of two prints with one path the first wins.
  func prints() throws -> [Print] { try feedPrints() + (site.hasPages ? pagePrints() : []) }

  /// The articles of a feed's documents, newest first.
  func articles(of feed: Feed) -> [ShelvedArticle] {
    guard let position = desk.positions[feed.folder] else { return [] }
    return Array(desk.feeds[position].articles.prefix(feed.limit))
  }
}
