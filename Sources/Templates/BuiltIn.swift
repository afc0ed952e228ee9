extension TemplateSet {
  /// The templates that come with Courant, by name. Each is a file in `BuiltIn/`, compiled in.
  private static let builtIns: [String: [UInt8]] = [
    "archive-index.html": PackageResources.archive_index_html,
    "archive.html": PackageResources.archive_html,
    "article-card.html": PackageResources.article_card_html,
    "article-facts.html": PackageResources.article_facts_html,
    "article.html": PackageResources.article_html,
    "digest.html": PackageResources.digest_html,
    "digest.text": PackageResources.digest_text,
    "feed.html": PackageResources.feed_html,
    "index.html": PackageResources.index_html,
    "mail-article.html": PackageResources.mail_article_html,
    "mail-article.text": PackageResources.mail_article_text,
    "mail-footer.html": PackageResources.mail_footer_html,
    "mail-head.html": PackageResources.mail_head_html,
    "mail-lead.html": PackageResources.mail_lead_html,
    "mail-masthead.html": PackageResources.mail_masthead_html,
    "mail-meta.html": PackageResources.mail_meta_html,
    "mail-note.html": PackageResources.mail_note_html,
    "mail-ratings.html": PackageResources.mail_ratings_html,
    "mail-related.html": PackageResources.mail_related_html,
    "mail-section.html": PackageResources.mail_section_html,
    "mail-source.html": PackageResources.mail_source_html,
    "mail-topics.html": PackageResources.mail_topics_html,
    "note.html": PackageResources.note_html,
    "note.text": PackageResources.note_text,
    "page-footer.html": PackageResources.page_footer_html,
    "page-head.html": PackageResources.page_head_html,
    "page-header.html": PackageResources.page_header_html,
    "research-note.html": PackageResources.research_note_html,
    "research-note.text": PackageResources.research_note_text,
  ]

  /// The files of the built-in themes: each takes the place of the template of its name.
  private static let themes: [String: [String: [UInt8]]] = [
    "editorial": [
      "theme.css": PackageResources.editorial_theme_css,
      "theme.toml": PackageResources.editorial_theme_toml,
    ],
    "plain": [
      "mail-lead.html": PackageResources.plain_mail_lead_html,
      "mail-topics.html": PackageResources.plain_mail_topics_html,
      "theme.css": PackageResources.plain_theme_css,
      "theme.toml": PackageResources.plain_theme_toml,
    ],
  ]

  package static let builtInThemes = themes.keys.sorted()

  /// The files of a built-in theme, by name; nil if there is none of that name.
  package static func builtInTheme(_ name: String) -> [File]? {
    themes[name].map { files in
      files.sorted { $0.key < $1.key }
        .map { ($0.key, "built-in themes/\(name)/\($0.key)", String(decoding: $0.value, as: UTF8.self)) }
    }
  }

  package static let builtInNames = builtIns.keys.sorted()

  /// The text of a built-in template; nil if there is none of that name.
  package static func builtIn(_ name: String) -> String? {
    builtIns[name].map { String(decoding: $0, as: UTF8.self) }
  }

  static func builtInSource(_ name: String) -> TemplateSource {
    TemplateSource(name: name, path: "built-in \(name)", text: builtIn(name) ?? "")
  }
}
