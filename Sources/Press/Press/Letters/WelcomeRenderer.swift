internal import Digests
internal import Model
internal import Themes
internal import Time

/// Renders welcomes: an issue for a reader who has just confirmed, as other readers got it, but with the current templates. Its
/// articles were frozen with the issue; those that may no longer be shown are left out.
struct WelcomeRenderer {
  let site: Site
  let themes: [MailLook: Theme]
  let signers: MailSigners
  let now: Instant

  /// The message; nil if no article is left.
  func message(_ letter: Letter, from ledger: any Ledger) throws -> [UInt8]? {
    guard let wanted = letter.wanted.first, let digest = site.digest(wanted.digest), let id = letter.issue,
      let recorded = try ledger.issue(id),
      let (addressee, _) = try ledger.addressee(letter.address, digest: digest.name),
      let theme = themes[site.look(of: digest)]
    else { return nil }
    let issue = try visible(try ledger.content(of: id), in: ledger)
    let renderer = EditionRenderer(site: site, digest: digest, theme: theme)
    guard let edition = try renderer.edition(of: issue, following: issue.feeds(of: wanted.follows)) else { return nil }
    let messages = try MessageRenderer(
      site: site, digest: recorded.frozenAs, renamed: digest.name, signers: signers)
    // Dated with the time of the confirmation, so that it is the newest in the mailbox.
    let encoded = try messages.encoded(edition, issue: recorded.number, date: letter.asked)
    let messageID = messages.messageID(
      issue: recorded.number, for: addressee, domain: recorded.messageDomain, identity: recorded.identity)
    return try messages.message(encoded, for: addressee, messageID: messageID)
  }

  /// The issue without articles that have been withdrawn or have expired.
  private func visible(_ issue: Issue, in ledger: any ArticleShelf) throws -> Issue {
    let shelved = try ledger.articles(issue.articles.map(\.id)).filter { $0.isVisible(at: now) }
    let ids = Set(shelved.map(\.id))
    let sections = issue.sections.compactMap { section in
      let articles = section.articles.filter { ids.contains($0.id) }
      return articles.isEmpty ? nil : Issue.Section(feed: section.feed, title: section.title, articles: articles)
    }
    return issue.with(sections)
  }
}
