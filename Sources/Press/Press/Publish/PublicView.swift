internal import Gathering
internal import Model
internal import Pages
internal import Templates

/// The frozen parts of an issue.
struct IssuePages {
  let page: (RecordedIssue.ID) throws -> String
  let content: (RecordedIssue.ID) throws -> Issue
  /// The bytes of a file that an issue attaches, in Base64.
  let attachedFile: (_ hash: String) throws -> String?
  let files: [IssuedFile]
}

/// Everything there is to publish at one instant, before the resulting files are known.
struct PublicSupply {
  /// Newest first, without bodies; each topic in its one spelling.
  let visible: [ShelvedArticle]
  /// For articles that are read with their bodies.
  let spelling: TopicSpelling
  let assets: [PublicAsset]
  /// The paths of assets that cannot be published, because a page needs them.
  let clashing: [String]
  /// Newest first.
  let issues: [RecordedIssue]
}

/// Everything that can be published at one instant: the renderers of feeds, pages and assets choose from it.
///
/// Articles under embargo or withdrawn are not in ``visible``, and so in no file.
struct PublicView {
  let site: Site
  let templates: TemplateSet
  /// The same with the phrases of the site's other languages, by tag.
  let templatesOfLanguages: [String: TemplateSet]
  /// The pages that are not articles.
  let pages: StandingPages
  let pictures: PictureShelf
  let sounds: SoundShelf
  /// Newest first, without bodies; each topic in its one spelling.
  var visible: [ShelvedArticle]
  /// For articles that are read with their bodies.
  let spelling: TopicSpelling
  let catalogue: FeedCatalogue
  /// Newest first.
  let withdrawals: [Withdrawal]
  /// Newest first.
  let issues: [RecordedIssue]
  let issuePages: IssuePages
  /// The content of a file under `public/`; nil if there is none.
  let standing: (String) -> [UInt8]?
  /// The lengths of images and documents next to articles, in bytes, by path under `public/`.
  let lengths: [String: Int64]
  let cards: DrawnCards
  /// Of visible articles.
  let easy: [Article.ID: EasyVersions.Version]

  /// Everything that belongs under `public/` except the assets. Of two with the same path, the first wins.
  func files() throws -> [PublicFile] {
    var files = try feedFiles()
    if site.hasPages { files += try pageFiles() }
    return files
  }

  /// The articles of a feed's documents, newest first.
  func articles(of feed: Feed) -> [ShelvedArticle] {
    guard let position = catalogue.positions[feed.folder] else { return [] }
    return Array(catalogue.feeds[position].articles.prefix(feed.limit))
  }
}
