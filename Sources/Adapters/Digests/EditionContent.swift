internal import Languages
internal import Model
internal import Presentation
internal import Templates
internal import Time
internal import XML

/// The content of an edition or an archive page: the part of an issue that some readers follow, each article once.
struct EditionContent {
  let sections: [Issue.Section]
  /// Each article once, in the order of the sections.
  let articles: [Article]
  private let issue: Issue
  private let site: Site
  private let overview: EditionOverview
  /// The site's feeds with every article.
  private let wholes: Set<Feed.Name>
  /// The site's feeds without a page.
  private let privates: Set<Feed.Name>

  /// - Parameter minutes: the reading times of the issue's articles.
  init(_ issue: Issue, following feeds: [Feed.Name], site: Site, minutes: [Article.ID: Int] = [:]) {
    self.issue = issue
    self.site = site
    wholes = Set(site.feeds.lazy.filter(\.takesEverything).map(\.name))
    privates = Set(site.feeds.lazy.filter(\.isPrivate).map(\.name))
    sections = issue.sections(following: feeds)
    articles = sections.flatMap(\.articles)
    overview = EditionOverview(of: articles, in: site, minutes: minutes)
  }

  /// The fields common to emails and the archive page, in addition to those that all editions of the issue share.
  ///
  /// - Parameter record: an article of ``articles``, by its index, as a record for templates; nil if it is left out.
  func fields(_ shortening: Shortening = .none, record: (Int) -> TemplateValue?) -> TemplateRecord {
    let omitted = shortening.omitted(of: articles.count)
    let sections = records(of: sections, record)
    var fields = overview.fields(showing: articles.count - omitted)
    fields["count"] = .number(articles.count)
    fields["count_words"] = site.speech.shown("articles", articles.count)
    fields["sections"] = .list(sections)
    fields["has_section_titles"] = .flag(sections.count > 1)
    fields["is_shortened"] = .flag(shortening != .none)
    fields["left_out"] = omitted > 0 ? .words("… " + site.speech.counted("and_more", omitted)) : .absent
    return fields
  }

  /// The fields for the template of the subject.
  ///
  /// - Parameter lead: the first article.
  func subjectFields(lead: TemplateValue?) -> TemplateRecord {
    [
      "site": site.record,
      "title": .text(site.title),
      "digest": .text(site.title(ofDigest: issue.digest)),
      "digest_name": .text(issue.digest),
      "number": .number(issue.number),
      "date": site.speech.shown(site.speech.date(issue.day(in: site))),
      "count": .number(articles.count),
      "lead": lead ?? .absent,
      "more": others > 0 ? .number(others) : .absent,
      "more_words": others > 0 ? site.speech.shown("and_more", others) : .absent,
      "more_articles": others > 0 ? site.speech.shown("more_articles", others) : .absent,
    ]
  }

  /// What search engines and social networks show of the issue's page: the first takeaway, or the titles.
  var description: String {
    let takeaway = articles.first?.summary.abridged(to: 140) ?? ""
    if !takeaway.isEmpty { return takeaway }
    return articles.map { site.speech.isolated($0.title) }.joined(separator: " · ").abridged(to: 140)
  }

  /// The heading of the issue's page.
  var heading: String { site.issueHeading(ofDigest: issue.digest, at: issue.slot.due) }

  var archiveURL: String { issue.archiveURL(on: site) }

  /// How many articles follow the first.
  private var others: Int { max(0, articles.count - 1) }

  /// Sections without articles are left out.
  private func records(of sections: [Issue.Section], _ article: (Int) -> TemplateValue?) -> [TemplateValue] {
    var before = 0
    return sections.compactMap { section in
      let isFirst = before == 0
      let places = before..<(before + section.articles.count)
      before = places.upperBound
      let articles = places.compactMap(article)
      return articles.isEmpty ? nil : record(of: section, isFirst: isFirst, articles: articles)
    }
  }

  private func record(of section: Issue.Section, isFirst: Bool, articles: [TemplateValue]) -> TemplateValue {
    let isRest = !isFirst && wholes.contains(section.feed)
    let title = isRest ? site.speech.word("more_news") : section.title
    let hasPage = site.hasPages && !privates.contains(section.feed)
    let fields: TemplateRecord = [
      "feed": .text(section.feed.text),
      "url": hasPage ? .text(site.address(PagePath.feed(section.feed).folder)) : .absent,
      "count": .number(section.articles.count),
      "articles": .list(articles),
    ]
    return .record(fields.merging(site.speech.standalone("title", title)) { $1 })
  }
}

extension Issue {
  /// The fields that all editions of the issue share.
  func record(in site: Site) -> TemplateRecord {
    [
      "digest": .text(site.title(ofDigest: digest)),
      "digest_name": .text(digest),
      "number": .number(number),
      "date": site.speech.shown(site.speech.date(day(in: site))),
      "date_iso": .text(day(in: site).isoDate),
      "archive_url": site.hasPages ? .text(archiveURL(on: site)) : .absent,
    ]
  }

  fileprivate func day(in site: Site) -> CivilTime { site.zone.civil(at: slot.due) }

  fileprivate func archiveURL(on site: Site) -> String {
    site.address(PagePath.issue(digest: digest, number: number).folder)
  }
}

/// An article as a record for emails: `is_lead` for the first one, with its `opening` and its `picture`.
///
/// - Parameter bodies: where the templates show bodies.
func mailRecord(of article: Article, isLead: Bool, in site: Site, _ bodies: ShownBodies) -> TemplateRecord {
  guard case .record(var fields) = article.record(in: site) else { return [:] }
  let direction = site.speech.direction
  fields["is_lead"] = .flag(isLead)
  fields["is_short"] = .flag(false)
  fields["short_title"] = .text(article.briefTitle)
  fields.merge(article.mailFacts(in: site, evidence: fields["evidence_line"] ?? .absent)) { $1 }
  fields["title"] = .text(article.title.listed)
  fields["title_dir"] = .text(WritingDirection(of: article.title, usual: direction).rawValue)
  fields["summary_dir"] = .text(WritingDirection(of: article.summary, usual: direction).rawValue)
  let opening = isLead ? article.opening?.abridged(to: 320) : nil
  fields["opening"] = TemplateValue(opening)
  fields["opening_dir"] = .text(WritingDirection(of: opening ?? "", usual: direction).rawValue)
  if bodies.inHTML(isLead: isLead), article.bodyShowsImage(on: site) { fields["image"] = .absent }
  fields["picture"] = isLead && article.image?.url.hasPrefix("https:") == true ? fields["image"] : .absent
  fields["urgent"] = .list(article.urgentRecords)
  fields.merge(article.fullText(where: bodies, in: site)) { $1 }
  fields["cell"] = .absent
  fields["body"] = .html(article.bodyAmongOthers)
  fields["body_text"] = bodies.asText ? TemplateValue(readableText(ofHTML: article.body)) : .absent
  return fields
}
