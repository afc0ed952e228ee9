/// The keys that hide, by generator. `docs/hidden.md` has the same table for authors; a test compares the two.
///
/// Sources as of November 2026. Read as code: Hugo, Jekyll, Hexo; as documentation: Zola, Eleventy, and in part Hugo's
/// build options and Pelican. The other rows are based on excerpts of the pages named.
/// - Hugo: gohugo.io/content-management/front-matter and build-options; `dateFieldAliases` in
///   resources/page/pagemeta/page_frontmatter.go (`pubdate` and `published` are `publishDate`, `unpublishdate` is `expiryDate`)
/// - Jekyll: jekyllrb.com/docs/front-matter and posts; `can_be_published?` in lib/jekyll/publisher.rb (`published`, future dates)
/// - Zola: getzola.org/documentation/content/page and section (`draft`, `render`)
/// - Pelican: docs/content.rst (`Status: draft`, `hidden`, `skip`)
/// - Hexo: hexo.io/docs/front-matter and lib/plugins/processor/post.ts (`published`, `_drafts`); hexo-blog-encrypt (`password`)
/// - Eleventy: 11ty.dev/docs/permalinks, collections (`eleventyExcludeFromCollections`), config-preprocessors (`draft`)
/// - Astro: docs.astro.build, content collections (`draft`, `pubDate`; a leading `_` excludes)
/// - Ghost: ghost.org/docs/admin-api, posts (`status`, `visibility`, `published_at`)
/// - Docusaurus: docusaurus.io, plugin-content-blog (`draft`, `unlisted`)
/// - Nikola: nikola handbook, `status` (`published`, `featured`, `private`, `draft`)
/// - WordPress exports: developer.wordpress.org, post status
/// - Obsidian Publish: help.obsidian.md/publish (`publish`); Quartz: RemoveDrafts, ExplicitPublish
/// - VuePress: theme-reco (`publish`), theme-hope (`article`, `feed`); MkDocs Material: blog plugin (`draft`)
package enum HidingKeys {
  package static let all: [HidingKey] = [
    HidingKey(
      ["draft", "isDraft", "is_a_draft"], .hidesIfTrue,
      "Hugo, Zola, Eleventy, Astro, Docusaurus, Gatsby, MkDocs Material, Quartz, Quarto"),
    HidingKey(
      ["published", "isPublished", "publish", "dg_publish"], .publishes,
      "Jekyll, Hexo, Hugo, Gatsby, Obsidian Publish, VuePress, Astro themes"),
    HidingKey(
      [
        "publishDate", "pubDate", "publicationDate", "published_at", "published_on", "published_date", "date_published",
        "publish_on", "publish_at", "publish_after", "embargo", "embargo_date", "embargo_until", "embargoed_until",
        "visible_from", "show_from", "hidden_until", "draft_until", "go_live", "go_live_date", "scheduled_at",
        "scheduled_for", "pub_datetime", "post_date", "release_date", "not_before", "goes_live",
      ], .embargo, "Hugo, Astro, Gatsby, Ghost"),
    HidingKey(
      [
        "expiryDate", "unpublishDate", "expires", "expiry", "expire", "expires_at", "expires_on", "expire_date",
        "expiration", "expirationDate", "unpublish", "unpublish_at", "unpublish_on", "visible_until", "show_until",
        "hide_after", "hide_on", "valid_until", "remove_after", "delete_after",
        "remove_on", "delete_on", "offline_at", "offline_on",
      ], .expiry, "Hugo"),
    HidingKey(
      ["status", "post_status", "publish_status", "publication_status"], .status,
      "Pelican, Nikola, WordPress, Ghost"),
    HidingKey(["visibility"], .audience, "Ghost, WordPress"),
    HidingKey(["access", "audience"], .readers, "Ghost, WordPress, themes"),
    HidingKey(["private", "is_private"], .hidesIfTrue, "Jekyll and Eleventy themes, Metalsmith"),
    HidingKey(["password", "post_password"], .hidesIfSet, "hexo-blog-encrypt, WordPress"),
    HidingKey(["encrypted", "encrypt"], .hidesIfTrue, "hexo-blog-encrypt, staticrypt"),
    HidingKey(["hidden", "is_hidden"], .hidesIfTrue, "Jekyll, Hexo, VuePress", isAboutLists: true),
    HidingKey(["hide"], .hidesUnlessParts, "themes; MkDocs Material (parts of the page)", isAboutLists: true),
    HidingKey(["unlisted", "is_unlisted"], .hidesIfTrue, "Docusaurus", isAboutLists: true),
    HidingKey(["listed"], .hidesIfFalse, "themes", isAboutLists: true),
    HidingKey(["visible", "public", "is_public", "routable", "discoverable"], .hidesIfFalse, "Grav, Lektor, themes"),
    HidingKey(["headless"], .hidesIfTrue, "Hugo"),
    HidingKey(["build", "_build"], .build, "Hugo"),
    HidingKey(["render", "output"], .hidesIfJustFalse, "Zola, Jekyll"),
    HidingKey(["eleventyExcludeFromCollections"], .hidesIfTrue, "Eleventy", isAboutLists: true),
    HidingKey(["permalink", "url"], .hidesIfJustFalse, "Eleventy, Lume", isAboutLists: true),
    HidingKey(["article", "feed", "rss"], .hidesIfJustFalse, "VuePress", isAboutLists: true),
    HidingKey(["tags", "tag", "topics", "keywords", "labels", "label"], .labels, "Nikola"),
    HidingKey(["categories", "category"], .subjects, "Nikola, themes"),
    HidingKey(
      [
        "members_only", "subscribers_only", "paid", "premium", "protected", "restricted", "internal", "secret",
        "confidential", "unpublished", "embargoed", "expired", "withdrawn", "deleted", "trash", "trashed", "disabled",
        "disable", "ignore", "exclude", "skip", "wip", "scheduled", "offline", "nofeed", "norss", "do_not_publish",
        "no_publish", "email_only", "member_only", "members", "delisted",
        "pending", "needs_review",
      ], .asksIfTrue, "none that we know"),
  ]

  /// The index in ``all`` of each key, in comparable form.
  static let rows: [String: Int] = {
    let pairs = all.enumerated().flatMap { row, key in key.names.map { (comparable(key: $0), row) } }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// Keys similar to one that hides, or that contain a hiding word, but do not hide, because
  /// they are about something else.
  package static let harmless = [
    "sitemap", "robots", "noindex", "in_search_index", "search", "searchable", "searchHidden", "hiddenInHomeList",
    "hideSummary", "hideMeta", "hide_title", "hide_comments", "hide_table_of_contents", "comments", "featured",
    "pinned",
    "publisher", "published_in", "published_by", "published_as", "published_with", "overdraft", "secretary",
    "secretariat", "draft_number", "stats", "states", "statue", "craft", "drift", "primate", "empire", "enlisted",
    "post_data", "type", "layout",
  ]
}

/// The words for an article's state, or for who may read it.
package enum HidingWords {
  package static let hiddenStates = [
    "draft", "auto-draft", "private", "hidden", "pending", "trash", "skip", "unlisted", "unpublished", "inherit",
    "review", "withdrawn", "expired", "deleted",
  ]
  package static let shownStates = [
    "published", "publish", "public", "live", "visible", "featured", "posted", "released", "sent", "active", "final",
    "finished", "done", "complete", "completed", "stable", "evergreen", "budding", "seedling", "new", "updated",
    "deprecated", "ongoing", "archived", "in-progress", "growing", "accepted", "ready", "current", "open", "closed",
    "resolved", "solved", "fixed", "implemented", "proposed", "submitted", "approved", "reviewed", "peer-reviewed",
    "preprint", "in-press", "verified", "corrected", "superseded", "obsolete", "outdated", "abandoned", "maintained",
    "mature", "sapling", "sprout", "notes", "permanent", "experimental", "alpha", "beta", "recruiting", "terminated",
    "cancelled", "canceled", "postponed", "confirmed", "upcoming", "past", "ok",
  ]
  package static let closedAudiences = [
    "private", "hidden", "members", "paid", "tiers", "password", "internal", "draft", "unlisted", "none", "staff",
    "subscribers", "filter",
  ]
  package static let openAudiences = [
    "public", "all", "everyone", "anyone", "open", "free", "visible", "listed", "good", "poor", "fair", "excellent",
    "clear", "low", "high",
  ]
  /// Groups of readers for which it is unclear whether an article is only for them.
  package static let unclearReaders = [
    "friends", "family", "me", "self", "team", "premium", "patrons", "supporters", "employees", "customers", "only",
    "restricted", "limited", "locked", "login", "logged-in", "registered", "confidential", "secret", "embargoed",
    "nobody", "closed", "unpublished",
  ]
  /// What readers must be or have, under keys such as `membership`.
  static let demands = ["required", "mandatory", "needed", "signed", "pro", "vip", "paying", "yes"]
  /// States of an ongoing review.
  static let openReviews: Set<String> = [
    "in-review", "under-review", "needs-review", "awaiting-review", "not-reviewed", "unreviewed", "requested",
    "waiting",
    "rejected", "unapproved", "not-approved", "needs-approval", "awaiting-approval", "needs-work", "changes-requested",
    "in-progress", "in-editing", "todo", "wip", "open", "not-started", "scheduled", "on-hold",
  ]
  /// Keys for the beginning of something, so that an end next to them is not the article's.
  static let beginnings: Set<String> = [
    "start", "starts", "startdate", "startsat", "startson", "startat", "starton", "startdatetime", "begin", "begins",
    "begindate", "event", "eventdate", "location", "venue",
  ]
  /// Unclear even next to other words.
  static let unclearWords: Set<String> = [
    "members", "subscribers", "paid", "private", "only", "draft", "unlisted", "restricted", "premium", "patrons",
  ]
  /// If one of these is the whole value of any other key, for example `layout: draft`, it could mean "hide this".
  static let telling: Set<String> = [
    "draft", "private", "hidden", "unlisted", "unpublished", "embargoed", "confidential", "secret", "trash",
  ]
  /// Parts of keys that could mean "hide this", for example `draft-for`, `isPrivatePost`.
  static let partsOfKeys = [
    "draft", "embargo", "unpublish", "notpublish", "dontpublish", "private", "unlisted", "hidden", "expire", "expiry",
    "expiration", "confidential", "secret", "fromfeed", "fromrss", "fromlist", "fromcollection", "fromindex",
    "fromarchive", "frompublic", "fromblog", "fromall", "fromeveryone", "fromreaders", "fromposts",
  ]
  /// Words that only qualify a noun from the next list that follows them: `private_key`, `draft_version`.
  static let adjectives = ["draft", "private", "secret", "hidden", "confidential"]
  static let nouns: Set<String> = [
    "number", "version", "author", "editor", "notes", "note", "title", "name", "url", "link", "id", "key", "image",
    "color",
    "colour", "icon", "count", "source", "history", "round", "year", "class",
  ]
  /// Words that may follow a hiding word without changing its meaning: `draft_for`, `hidden_until`.
  static let bonds: Set<String> = [
    "for", "until", "till", "to", "from", "status", "state", "stage", "mode", "visibility", "access", "date", "only",
  ]
  /// True under them does not hide either: `hidden_gem`.
  static let certainNouns: Set<String> = [
    "gem", "gems", "figures", "sector", "equity", "ingredient", "ingredients", "santa", "pick", "horse", "beer",
  ]
  /// Things with their own states, whose keys are not about the article: `coupon_expires`,
  /// `ads_hidden`, `repo: private`.
  static let otherThings: Set<String> = partsOfPages.union([
    "ads", "ad", "coupon", "cert", "certificate", "token", "licence", "license", "ssl", "tls", "domain", "offer",
    "cache", "class", "css", "badge", "price", "deal", "voucher", "passport", "visa", "session", "cookie", "key",
    "warranty", "sale", "discount", "card", "contract", "subscription", "membership", "job", "logo", "location", "city",
    "place", "section", "slug", "repo", "repository", "display", "style", "theme", "color", "colour", "venue", "school",
    "network", "comment", "button", "video", "gallery", "map", "reading", "readingtime", "sector", "company", "beer",
    "ownership", "cloud", "beach", "track",
  ])
  /// Places such that hiding there leaves the article visible to its readers.
  static let otherPlaces: Set<String> = [
    "home", "homepage", "search", "menu", "menus", "nav", "navbar", "navigation", "sidebar", "toc", "header", "footer",
    "sitemap", "breadcrumbs", "related", "recent", "front", "frontpage",
  ]
  /// Words meaning that something has not happened.
  static let notYet: Set<String> = [
    "not", "no", "never", "soon", "later", "tbd", "tba", "todo", "pending", "draft", "maybe", "next", "when", "after",
    "until", "wait", "waiting", "yet", "perhaps", "hold", "private", "tomorrow", "unknown", "scheduled", "review",
  ]
  /// Labels that could hide.
  static let hidingLabels = [
    "draft", "drafts", "unpublished", "unlisted", "embargoed", "do-not-publish", "wip", "work-in-progress",
  ]
  /// Labels for keys that do not contain subjects.
  static let hidingTags = hidingLabels + ["private", "hidden"]
  /// Values in a list under `hide`, `exclude` or `skip` that mean more than a part of the page.
  static let channels: Set<String> = [
    "all", "everything", "everywhere", "page", "post", "article", "feed", "feeds", "rss", "atom", "list", "lists",
    "email", "emails", "mail", "newsletter", "collection", "collections", "public", "publish", "publishing",
  ]
  /// Parts of a page, as named in a string under `hide`.
  static let partsOfPages: Set<String> = [
    "toc", "navigation", "nav", "tags", "footer", "header", "feedback", "path", "title", "sidebar", "comments", "date",
    "author", "authors", "breadcrumbs", "breadcrumb", "meta", "metadata", "image", "cover", "banner", "share",
    "sharing", "related", "search", "ads", "backlinks", "menu", "toolbar", "home",
  ]
  /// Words meaning that there is no date.
  static let noDate: Set<String> = ["none", "n/a", "na", "-", "--", "null", "nil", "unset", "not set"]
  static let noEmbargo: Set<String> = ["now", "immediate", "immediately", "lifted", "over", "no embargo"]
  static let noExpiry: Set<String> = [
    "never", "forever", "permanent", "indefinite", "unlimited", "no expiry", "does not expire", "doesn't expire",
  ]
  /// Keys under which a list or a string is about something else: `members: [Ann, Bob]`, `skip: intro`.
  static let nounKeys: Set<String> = ["members", "exclude", "ignore", "skip", "disable"]
  /// Keys whose value is the author's own words, or labels.
  static let ownWords: Set<String> = [
    "title", "subtitle", "shorttitle", "linktitle", "description", "summary", "excerpt", "slug", "url", "link",
    "topics",
    "category", "categories", "keywords", "author", "authors", "series", "image", "alt", "id", "name", "permalink",
  ]
  /// Tables of custom keys: hiding keys in them take effect in some theme or generator.
  static let ownTables: Set<String> = [
    "params", "extra", "meta", "metadata", "eleventycomputed", "custom", "hexo", "hugo", "jekyll", "quarto", "astro",
    "ghost", "wordpress", "obsidian", "zola", "post", "page", "article", "blog", "frontmatter", "settings", "options",
    "config", "properties", "attributes", "fields", "data", "publishing",
  ]
  /// Tables with facts about another work.
  static let foreignTables: Set<String> = ["source", "citation", "paper", "journal"]
  /// Keys that apply to a whole text, in any table.
  static let keysOfTexts: Set<String> = [
    "draft", "isdraft", "published", "publish", "unpublished", "tags", "categories",
  ]
}
