/// The share of an email that templates may use, so that enough remains for articles.
package enum TemplateLimits {
  /// The limit in bytes by template, for the output of a short article before styles are inlined; for `digest.html`,
  /// everything except the articles.
  package static let most = [
    "digest.html": MailSize.comfortableHTML / 2,
    "mail-lead.html": MailSize.comfortableHTML / 3,
    "mail-article.html": MailSize.comfortableHTML / 6,
    "mail-headline.html": MailSize.comfortableHTML / 6,
  ]
}
