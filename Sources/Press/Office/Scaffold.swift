internal import Model
package import Time

/// A new site: the smallest one that runs, with an example of each kind of file.
package struct Scaffold {
  private let today: CivilTime

  package init(today: Instant) { self.today = today.civil }

  /// Path and text of each file.
  package var files: [(String, String)] {
    [
      ("schedule.conf", Self.settings), ("feeds/all.toml", Self.feed), ("articles/welcome.md", article),
      (".gitignore", "/public/\n/var/\n*.pem\n"),
    ] + Self.pages
  }

  /// The title of the first article.
  static let welcome = "Welcome to your new site"

  private var article: String {
    """
    ---
    title: \(Self.welcome)
    date: \(today.isoDate)
    topics: [news]
    summary: This first article shows what a file in articles/ looks like.
    credibility: 5
    credibility_reason: This is only an example; write here why you are as sure of a study as you are.
    ---
    Write **Markdown** here. The lines above set the article's title, date and topics. A date in the future keeps it
    hidden until then.

    - `courant preview weekly` shows the next email.
    - `courant why articles/welcome.md` shows where this article appears, and why.
    - Delete this file when you have written your own.

    """
  }

  private static let feed = """
    title       = "Everything"
    description = "Every article of the site."
    topics      = ["*"]        # any of these topics; "*" is all of them
    # all_topics = []          # and all of these
    # not_topics = []          # but none of these
    # formats    = ["rss", "atom", "json"]
    # limit      = 50

    """

  private static let settings = """
    # The settings of this site. `courant check` checks them.

    [site]
    title     = "My site"
    # description = "What it is about, in a sentence"  # on the front page, and for search engines
    url       = "https://www.example.org"          # where public/ is served
    language  = "en"                               # en, de, fr, es, ar; others use English phrases
    time_zone = "Europe/London"                    # of dates and schedules
    publisher = "My name, My street 1, My town"    # postal address, shown in every email
    # editors = "editors@example.org"              # where readers report mistakes (default: reply_to)

    [mail]
    from = "My site <digest@example.org>"
    smtp = "smtp://127.0.0.1:25"                   # user in the URL; password in COURANT_SMTP_PASSWORD or password_file
    tls  = "opportunistic"                         # off, opportunistic or required
    # theme = "editorial"                          # or "plain", or a folder in templates/themes/
    # bounces = "bounces@example.org"              # a mailbox for failed mail (default: `from`)
    # one_click = "https://www.example.org/unsubscribe"  # your unsubscribe page, docs/one-click.md
    # rate    = "50/s"                             # what the server allows per s, min, h or day
    # warm_up = ["200/day", "500/day"]             # a new sender: limits for the first days with mail

    # [web]                                        # pages to sign up, choose and leave: `courant serve`, docs/web.md
    # listen = "127.0.0.1:8080"                    # a web server in front ends TLS and passes the paths on
    # trusted_proxy = "127.0.0.1"                  # that web server
    # letters_from = "My site <letters@example.org>"

    [sources.articles]
    folder = "articles"

    # [sources.blog]                               # articles from elsewhere; `courant sources try URL` shows what comes
    # url = "https://blog.example.org/feed"        # a feed; pages, sitemaps and databases: docs/sources.md

    [topics]                                       # as authors write it = the topic meant
    # "MS" = "multiple sclerosis"

    [digest.weekly]
    title = "Weekly news"                          # what readers call it
    feeds = ["*"]
    cron  = "0 7 * * MON"                          # Monday at seven, in time_zone

    """
}
