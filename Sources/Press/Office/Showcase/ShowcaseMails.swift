internal import Digests
internal import Model
internal import Presentation
internal import Press
internal import Templates
internal import Time

/// An issue of sample articles.
struct SampleIssue {
  let issue: Issue

  static let number = 12

  init(_ digest: Digest, _ press: PressRun) {
    let articles = SampleArticle.all(on: press.site, at: press.now).map(\.article)
    let slot = digest.slot(after: press.now, zone: press.site.zone)
    let feeds = press.site.feeds(of: digest).prefix(2)
    let half = feeds.count > 1 ? articles.count / 2 : articles.count
    let parts = feeds.isEmpty ? [] : [articles.prefix(half), articles.dropFirst(half)]
    let sections = zip(feeds, parts).map { feed, articles in
      Issue.Section(feed: feed.name, title: feed.title, articles: Array(articles))
    }
    var issue = Issue(
      digest: digest.name, number: Self.number,
      slot: slot ?? Slot(digest: digest.name, wallTime: "never", due: press.now), sections: sections)
    if digest.intro != nil {
      let html = "<p>Dear readers,</p><p>these are the editor’s words before the articles.</p>"
      issue.intro = Introduction(html: html, fingerprint: "")
    }
    if !digest.attach.isEmpty {
      let sample = IssueAttachments.File(SampleArticle.attachment(on: press.site), name: "programme.pdf", hash: "")
      issue.attached = IssueAttachments([sample], areInMail: digest.attachAs == .files)
    }
    self.issue = issue
  }
}

/// The emails of a site with sample articles.
struct ShowcaseMails {
  private let press: PressRun
  private let site: Site
  private let templates: TemplateSet
  private let witness: DocumentWitness

  init(_ press: PressRun, _ templates: TemplateSet, _ witness: DocumentWitness) {
    self.press = press
    site = press.site
    self.templates = templates
    self.witness = witness
  }

  func add(to showcase: inout Showcase) {
    if site.mail == nil { return }
    for digest in site.digests {
      showcase.add(.digests, site.title(ofDigest: digest.name), mail: digest.name) { try mail(of: digest) }
    }
    let hasPrivate = site.feeds.contains(where: \.isPrivate)
    for kind in Letter.Kind.allCases
    where kind != .welcome && kind != .operators && (kind != .privateFeeds || hasPrivate) {
      showcase.add(.letters, Self.title(of: kind), mail: "letter-\(kind.rawValue)") {
        let renderer = try LetterRenderer(site: site, templates: templates)
        guard let letter = try renderer.sample(of: kind, asked: press.now) else { return ("", "") }
        return (letter.html, letter.text)
      }
    }
  }

  private static func title(of kind: Letter.Kind) -> String {
    switch kind {
    case .confirm: "Please confirm"
    case .alreadyFollowing: "Already following"
    case .link: "Your link"
    case .newAddress: "To the new address"
    case .oldAddress: "To the old address"
    case .privateFeeds: "Addresses of private feeds"
    case .welcome, .operators: ""
    }
  }

  private func mail(of digest: Digest) throws -> (html: String, text: String) {
    let issue = SampleIssue(digest, press).issue
    let feeds = issue.sections.map(\.feed)
    let renderer = try press.editionRenderer(for: digest, witness: witness)
    guard let edition = try renderer.edition(of: issue, following: feeds) else {
      throw NoPreview(description: "it has no feeds")
    }
    guard let address = EmailAddress("reader@example.org") else { throw NoPreview(description: "no reader") }
    let reader = Addressee(name: nil, address: address, token: "sample")
    return try MessageRenderer(site: site, digest: digest.name).shown(edition, to: reader)
  }
}
