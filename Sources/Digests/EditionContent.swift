internal import Languages
internal import Model
internal import Pages
internal import Templates

/// What an edition or an archive page says: an issue as far as some readers follow it, each article once.
struct EditionContent {
  let sections: [Issue.Section]
  private let issue: Issue
  private let site: Site

  init(_ issue: Issue, following feeds: [Feed.Name], site: Site) {
    (self.issue, self.site) = (issue, site)
    sections = issue.sections(following: feeds)
  }

  /// What mail and archive page have in common.
  var fields: [String: TemplateValue] {
    [
      "digest": .text(issue.digest),
      "number": .number(issue.number),
      "date": .text(site.speech.date(day)),
      "date_iso": .text(day.isoDate),
      "count": .number(articles.count),
      "count_words": .text(site.speech.counted("articles", articles.count)),
      "preheader": TemplateValue(preheader),
      "archive_url": .text(archiveURL),
      "sections": .list(sections.map(record)),
    ]
  }

  /// What the template of the subject sees.
  var subjectFields: [String: TemplateValue] {
    [
      "site": site.record,
      "title": .text(site.title),
      "digest": .text(issue.digest),
      "number": .number(issue.number),
      "date": .text(site.speech.date(day)),
      "count": .number(articles.count),
      "lead": articles.first?.record(in: site) ?? .absent,
      "more": others > 0 ? .number(others) : .absent,
      "more_words": others > 0 ? .text(site.speech.counted("and_more", others)) : .absent,
    ]
  }

  /// What inboxes show after the subject: the first takeaway, or the titles of the other articles.
  var preheader: String {
    let takeaway = articles.first?.summary.abridged(to: 140) ?? ""
    return takeaway.isEmpty ? articles.dropFirst().map(\.title).joined(separator: " · ").abridged(to: 140) : takeaway
  }

  var archiveURL: String { site.address(PagePath.issue(digest: issue.digest, number: issue.number).folder) }

  /// How many articles there are besides the first.
  private var others: Int { max(0, articles.count - 1) }
  private var articles: [Article] { sections.flatMap(\.articles) }
  private var day: CivilTime { site.zone.civil(at: issue.slot.due) }

  private func record(of section: Issue.Section) -> TemplateValue {
    .record([
      "feed": .text(section.feed.text),
      "title": .text(section.title),
      "url": .text(site.address(PagePath.feed(section.feed).folder)),
      "count": .number(section.articles.count),
      "articles": .list(section.articles.map { $0.record(in: site) }),
    ])
  }
}
