/// How much of a mail the templates may take for themselves, so that there is room for articles.
package enum EditionRoom {
  /// By the name of a template, in bytes of what it makes of a short article before styles are inlined; of `digest.html`,
  /// everything but the articles.
  package static let most = [
    "digest.html": EditionPreflight.comfortableHTMLBytes / 2,
    "mail-lead.html": EditionPreflight.comfortableHTMLBytes / 3,
    "mail-article.html": EditionPreflight.comfortableHTMLBytes / 6,
  ]
}
