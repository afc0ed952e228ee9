extension TemplateSet {
  /// The built-in templates, by name. Each is a file in `BuiltIn/`, compiled in.
  private static let builtIns: [String: [UInt8]] = [
    "archive-index.html": PackageResources.archive_index_html,
    "archive.html": PackageResources.archive_html,
    "article-actions.html": PackageResources.article_actions_html,
    "article-byline.html": PackageResources.article_byline_html,
    "article-card.html": PackageResources.article_card_html,
    "article-changes.html": PackageResources.article_changes_html,
    "article-dates.html": PackageResources.article_dates_html,
    "article-evidence.html": PackageResources.article_evidence_html,
    "article-facts.html": PackageResources.article_facts_html,
    "article-headline.html": PackageResources.article_headline_html,
    "article-jump.html": PackageResources.article_jump_html,
    "article-lead.html": PackageResources.article_lead_html,
    "article-line.html": PackageResources.article_line_html,
    "article-minute.html": PackageResources.article_minute_html,
    "article-ratings.html": PackageResources.article_ratings_html,
    "article-related.html": PackageResources.article_related_html,
    "article-source.html": PackageResources.article_source_html,
    "article-time.html": PackageResources.article_time_html,
    "article-topics.html": PackageResources.article_topics_html,
    "article-translations.html": PackageResources.article_translations_html,
    "article-urgent.html": PackageResources.article_urgent_html,
    "article-whole.html": PackageResources.article_whole_html,
    "article-words.html": PackageResources.article_words_html,
    "article-writers.html": PackageResources.article_writers_html,
    "article.html": PackageResources.article_html,
    "articles.html": PackageResources.articles_html,
    "author.html": PackageResources.author_html,
    "body-end.html": PackageResources.body_end_html,
    "card-facts.html": PackageResources.card_facts_html,
    "copy-script.html": PackageResources.copy_script_html,
    "desk-chart.html": PackageResources.desk_chart_html,
    "desk-form.html": PackageResources.desk_form_html,
    "desk-part.html": PackageResources.desk_part_html,
    "desk-table.html": PackageResources.desk_table_html,
    "desk.html": PackageResources.desk_html,
    "digest.html": PackageResources.digest_html,
    "digest.text": PackageResources.digest_text,
    "easy.html": PackageResources.easy_html,
    "ended.html": PackageResources.ended_html,
    "feed-address.html": PackageResources.feed_address_html,
    "feed-addresses.html": PackageResources.feed_addresses_html,
    "feed.html": PackageResources.feed_html,
    "feeds.html": PackageResources.feeds_html,
    "head-extra.html": PackageResources.head_extra_html,
    "index.html": PackageResources.index_html,
    "issue-line.html": PackageResources.issue_line_html,
    "issue-links.html": PackageResources.issue_links_html,
    "issue-sponsor.html": PackageResources.issue_sponsor_html,
    "letter.html": PackageResources.letter_html,
    "letter.text": PackageResources.letter_text,
    "mail-article.html": PackageResources.mail_article_html,
    "mail-article.text": PackageResources.mail_article_text,
    "mail-attachments.html": PackageResources.mail_attachments_html,
    "mail-contents.html": PackageResources.mail_contents_html,
    "mail-end.html": PackageResources.mail_end_html,
    "mail-facts.html": PackageResources.mail_facts_html,
    "mail-footer.html": PackageResources.mail_footer_html,
    "mail-full.html": PackageResources.mail_full_html,
    "mail-full.text": PackageResources.mail_full_text,
    "mail-head.html": PackageResources.mail_head_html,
    "mail-headline.html": PackageResources.mail_headline_html,
    "mail-headline.text": PackageResources.mail_headline_text,
    "mail-intro.html": PackageResources.mail_intro_html,
    "mail-lead.html": PackageResources.mail_lead_html,
    "mail-masthead.html": PackageResources.mail_masthead_html,
    "mail-meta.html": PackageResources.mail_meta_html,
    "mail-note.html": PackageResources.mail_note_html,
    "mail-ratings.html": PackageResources.mail_ratings_html,
    "mail-related.html": PackageResources.mail_related_html,
    "mail-section.html": PackageResources.mail_section_html,
    "mail-source.html": PackageResources.mail_source_html,
    "mail-sponsor.html": PackageResources.mail_sponsor_html,
    "mail-topics.html": PackageResources.mail_topics_html,
    "mail-urgent.html": PackageResources.mail_urgent_html,
    "not-found.html": PackageResources.not_found_html,
    "note.html": PackageResources.note_html,
    "note.text": PackageResources.note_text,
    "page-attachments.html": PackageResources.page_attachments_html,
    "page-card.html": PackageResources.page_card_html,
    "page-footer.html": PackageResources.page_footer_html,
    "page-head.html": PackageResources.page_head_html,
    "page-header.html": PackageResources.page_header_html,
    "page-image.html": PackageResources.page_image_html,
    "page-links.html": PackageResources.page_links_html,
    "pager.html": PackageResources.pager_html,
    "research-note.html": PackageResources.research_note_html,
    "research-note.text": PackageResources.research_note_text,
    "rss-mark.html": PackageResources.rss_mark_html,
    "sheet.html": PackageResources.sheet_html,
    "sign-up.html": PackageResources.sign_up_html,
    "standing-page.html": PackageResources.standing_page_html,
    "topic-names.html": PackageResources.topic_names_html,
    "topic.html": PackageResources.topic_html,
    "topics.html": PackageResources.topics_html,
    "web-form.html": PackageResources.web_form_html,
    "web-message.html": PackageResources.web_message_html,
    "web-part.html": PackageResources.web_part_html,
    "web-parts.html": PackageResources.web_parts_html,
    "web-preferences.html": PackageResources.web_preferences_html,
    "web-search.html": PackageResources.web_search_html,
    "web-subscribe.html": PackageResources.web_subscribe_html,
    "withdrawn.html": PackageResources.withdrawn_html,
    "year.html": PackageResources.year_html,
  ]

  /// The files of the built-in themes: each replaces the template of the same name.
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

  /// Prefix of the paths of built-in templates.
  static let builtInPrefix = "built-in "

  package static let builtInThemes = themes.keys.sorted()

  /// The files of a built-in theme, by name; nil if the theme does not exist.
  package static func builtInTheme(_ name: String) -> [File]? {
    themes[name].map { files in
      files.sorted { $0.key < $1.key }
        .map { ($0.key, "\(builtInPrefix)themes/\(name)/\($0.key)", String(decoding: $0.value, as: UTF8.self)) }
    }
  }

  /// The built-in style sheet of pages.
  static let builtInStyle = String(decoding: PackageResources.style_css, as: UTF8.self)

  /// The part of the style sheet for pages with forms (`[web]`), even if the site replaces the rest.
  package static let formStyle = String(decoding: PackageResources.web_css, as: UTF8.self)

  /// The styles that operators' pages add to both.
  package static let deskStyle = String(decoding: PackageResources.desk_css, as: UTF8.self)

  /// All of the above, in a fixed order: anything cached under a key that contains this is
  /// rebuilt when any of it changes.
  package static var allBuiltIn: [UInt8] {
    let files =
      builtIns.sorted { $0.key < $1.key } + [
        ("style.css", PackageResources.style_css), ("web.css", PackageResources.web_css),
        ("desk.css", PackageResources.desk_css),
      ]
    return files.flatMap { Array($0.key.utf8) + [0] + $0.value + [0] }
  }

  package static let builtInNames = builtIns.keys.sorted()

  /// Parts that built-in templates included once; those of sites still may.
  static let retired: Set<String> = ["mail-meta.html", "mail-ratings.html", "mail-source.html", "mail-topics.html"]

  /// The text of a built-in template; nil if there is none of that name.
  package static func builtIn(_ name: String) -> String? {
    builtIns[name].map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same, or the built-in style sheet of pages.
  package static func exported(_ name: String) -> String? { name == styleName ? builtInStyle : builtIn(name) }

  static func builtInSource(_ name: String) -> TemplateSource {
    TemplateSource(name: name, path: builtInPrefix + name, text: builtIn(name) ?? "")
  }
}
