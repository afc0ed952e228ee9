internal import Languages
internal import Model
internal import Pages
internal import Templates

/// What an edition or an archive page says: an issue as far as some readers follow it, each article once.
struct EditionContent {
  let sections: [Issue.Section]
  /// Every article once, in the order in which they stand.
  let articles: [Article]
  private let issue: Issue
  private let site: Site
  /// Of ``articles``, whole: what all measures of shortening begin with.
  private let records: [[String: TemplateValue]]

  init(_ issue: Issue, following feeds: [Feed.Name], site: Site) {
    (self.issue, self.site) = (issue, site)
    sections = issue.sections(following: feeds)
    articles = sections.flatMap(\.articles)
    records = articles.enumerated().map { mailRecord(of: $1, isLead: $0 == 0, in: site) }
  }

  /// What mail and archive page have in common.
  func fields(_ shortening: Shortening = .none) -> [String: TemplateValue] {
    [
      "digest": .text(issue.digest),
      "number": .number(issue.number),
      "date": .text(site.speech.date(day)),
      "date_iso": .text(day.isoDate),
      "count": .number(articles.count),
      "count_words": .text(site.speech.counted("articles", articles.count)),
      "preheader": TemplateValue(preheader),
      "archive_url": .text(archiveURL),
      "sections": .list(records(of: sections, shortening)),
      "is_shortened": .flag(shortening != .none),
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
  private var day: CivilTime { site.zone.civil(at: issue.slot.due) }

  private func records(of sections: [Issue.Section], _ shortening: Shortening) -> [TemplateValue] {
    var before = 0
    return sections.map { section in
      let places = before..<(before + section.articles.count)
      before = places.upperBound
      return record(
        of: section,
        articles: places.map { .record(shortened(records[$0], shortening.measure(at: $0, of: articles.count))) })
    }
  }

  private func record(of section: Issue.Section, articles: [TemplateValue]) -> TemplateValue {
    .record([
      "feed": .text(section.feed.text),
      "title": .text(section.title),
      "url": .text(site.address(PagePath.feed(section.feed).folder)),
      "count": .number(section.articles.count),
      "articles": .list(articles),
    ])
  }
}

/// An article as mails show it: `is_lead` for the first one, with its `opening` and its `picture`.
func mailRecord(of article: Article, isLead: Bool, in site: Site) -> [String: TemplateValue] {
  guard case .record(var fields) = article.record(in: site) else { return [:] }
  let direction = site.speech.direction
  fields["is_lead"] = .flag(isLead)
  fields["is_short"] = .flag(false)
  fields["title_dir"] = .text(WritingDirection(of: article.title, usual: direction).rawValue)
  fields["summary_dir"] = .text(WritingDirection(of: article.summary, usual: direction).rawValue)
  fields["opening"] = isLead ? TemplateValue(article.opening?.abridged(to: 320)) : .absent
  fields["picture"] = isLead && article.image?.url.hasPrefix("https:") == true ? fields["image"] : .absent
  return fields
}

/// What does not show is absent, so that any template leaves it out; `is_short` says that there is more to read.
private func shortened(_ whole: [String: TemplateValue], _ measure: Shortening.Measure) -> [String: TemplateValue] {
  if measure == .whole { return whole }
  var fields = whole
  let gone = [
    "summary", "excerpt", "opening", "image", "picture", "authors", "source", "ratings", "updated", "updated_iso",
  ]
  for name in gone + (measure == .title ? ["takeaway"] : []) { fields[name] = .absent }
  (fields["has_topics"], fields["topics"]) = (.flag(false), .list([]))
  fields["is_short"] = .flag(true)
  return fields
}
