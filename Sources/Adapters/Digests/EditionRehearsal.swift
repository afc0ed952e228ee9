internal import Model
internal import Presentation
internal import Time

extension EditionRenderer {
  /// Renders an issue of specimens as an email and as a page, so that an error in a template or in the subject is found
  /// before there is anything to send. Throws the same errors as ``edition(of:following:)``.
  package func rehearse() throws {
    guard let feed = Feed.Name("specimen") else { return }
    let slot = Slot(digest: digest.name, wallTime: "1970-01-01T00:00", due: Instant(seconds: 0))
    let articles = Article.specimens(on: site)
    for articles in [articles, [articles[1]]] {
      let section = Issue.Section(feed: feed, title: "Feed", articles: articles)
      var issue = Issue(digest: digest.name, number: 1, slot: slot, sections: [section])
      if digest.intro != nil { issue.intro = Introduction(html: "<p>Dear readers</p>", fingerprint: "") }
      if !digest.attach.isEmpty {
        let file = Attachment(url: "https://example.org/programme.pdf", length: 1_200_000)
        issue.attached = IssueAttachments([.init(file, name: "programme.pdf", hash: "")], areInMail: false)
      }
      _ = try edition(of: issue, following: [section.feed])
      _ = try archivePage(of: issue)
    }
  }
}
