internal import Model
internal import Press
internal import PublicPlace

/// Sorts the links of articles, one article at a time.
struct LinkJudge {
  let site: Site
  /// Paths under `public/` that this run would write.
  let published: Set<String>
  /// The URLs at which articles are read.
  let readAt: Set<String>
  let output: any PublishingPlace
  /// The articles by their pages.
  let pages: [String: Article.ID]
  /// Dead links, with the articles that contain them.
  private(set) var dead: [SiteLink: [Article.ID]] = [:]
  /// For dead links to anchors in articles: the anchor that was probably meant.
  private(set) var nearest: [SiteLink: String] = [:]
  /// Links to anchors in articles, by article; they are dead if its page has no such anchor.
  private(set) var targets: [Article.ID: [SiteLink]] = [:]
  private var pending: [SiteLink: [Article.ID]] = [:]
  private var known: [String: String?] = [:]

  init(
    site: Site, published: Set<String>, readAt: Set<String>, output: any PublishingPlace, pages: [String: Article.ID]
  ) {
    self.site = site
    self.published = published
    self.readAt = readAt
    self.output = output
    self.pages = pages
  }

  mutating func add(_ article: Article) {
    let body = BodyLinks(article.body)
    var seen = Set<String>()
    for (address, isImage) in body.addresses + (article.image.map { [($0.url, true)] } ?? [])
    where seen.insert(address).inserted {
      guard let link = SiteLink(address, isImage: isImage, on: site), link.isOurs(on: site) else { continue }
      judge(link, of: article, body)
    }
  }

  private mutating func judge(_ link: SiteLink, of article: Article, _ body: BodyLinks) {
    guard let path = file(of: link) else {
      if !isRead(link) { dead[link, default: []].append(article.id) }
      return
    }
    // Pages other than articles may have any anchor.
    guard let anchor = link.anchor, let target = pages[path] else { return }
    if target == article.id, body.names.contains(anchor) { return }
    if pending[link] == nil { targets[target, default: []].append(link) }
    pending[link, default: []].append(article.id)
  }

  /// Whether an article whose `link` is not its page is read at this URL.
  private func isRead(_ link: SiteLink) -> Bool {
    let address = String(link.address.prefix { $0 != "#" })
    return readAt.contains(address)
  }

  /// The file under `public/` to which a link leads; nil if there is none.
  private mutating func file(of link: SiteLink) -> String? {
    if let known = known[link.path] { return known }
    let file = link.files.first { published.contains($0) || output.mayExist($0) }
    // Each article may have its own links, and links that many articles share soon appear again.
    if known.count >= 10_000 { known = [:] }
    known[link.path] = .some(file)
    return file
  }

  /// - Parameter anchors: those on the page that these links lead to.
  mutating func settle(_ links: [SiteLink], anchors: Set<String>) {
    for link in links where !link.leads(toOneOf: anchors) {
      dead[link] = pending[link]
      nearest[link] = link.nearest(among: anchors)
    }
  }
}
