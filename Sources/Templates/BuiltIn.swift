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
    "note.html": PackageResources.note_html,
    "note.text": PackageResources.note_text,
    "page-footer.html": PackageResources.page_footer_html,
    "page-head.html": PackageResources.page_head_html,
    "page-header.html": PackageResources.page_header_html,
    "research-note.html": PackageResources.research_note_html,
    "research-note.text": PackageResources.research_note_text,
  ]

  package static let builtInNames = builtIns.keys.sorted()

  /// The text of a built-in template; nil if there is none of that name.
  package static func builtIn(_ name: String) -> String? {
    builtIns[name].map { String(decoding: $0, as: UTF8.self) }
  }

  static func builtInSource(_ name: String) -> TemplateSource {
    TemplateSource(name: name, path: "built-in \(name)", text: builtIn(name) ?? "")
  }
}
