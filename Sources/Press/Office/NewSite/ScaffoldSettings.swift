internal import Foundation
internal import Languages
internal import Model
internal import Text

/// The settings of a new site.
extension Scaffold {
  /// What readers see is in the site's language.
  static func everything(_ answers: SiteAnswers) -> String {
    let speech = Language(answers[.language])
    let title = speech.isEnglish ? "Everything" : speech.word("all_articles") ?? ""
    let description = speech.isEnglish ? "Every article of the site." : "\(answers[.title]): \(title)"
    return """
      title       = \(quoted(title))
      description = \(quoted(description))
      topics      = ["*"]        # any of these topics; "*" is all of them
      # all_topics = []          # and all of these
      # not_topics = []          # but none of these
      # formats    = ["rss", "atom", "json"]
      # limit      = 50

      """
  }

  /// One file for each topic.
  static func feeds(_ answers: SiteAnswers) -> [(String, String)] {
    answers.topics.compactMap { topic in
      answers.feedName(ofTopic: topic).map { ("feeds/\($0).toml", feed(of: topic, answers)) }
    }
  }

  private static func feed(of topic: String, _ answers: SiteAnswers) -> String {
    let isEnglish = Language(answers[.language]).isEnglish
    return """
      title       = \(quoted(topic))
      description = \(quoted(isEnglish ? "Articles about \(topic)." : "\(answers[.title]): \(topic)"))
      topics      = [\(quoted(topic))]

      """
  }

  static func settings(_ answers: SiteAnswers) -> String {
    """
    # The settings of this site. `courant check` checks them.

    [site]
    title     = \(quoted(answers[.title]))
    # description = "What it is about, in a sentence"  # on the front page, and for search engines
    \(line("url       =", answers[.url], "where public/ is served"))
    \(line("language  =", answers[.language], "of dates and phrases; 17 are built in: docs/languages.md"))
    \(line("time_zone =", answers[.timeZone], "of dates and schedules"))
    \(line("publisher =", answers[.publisher], "postal address, shown in every email"))
    # editors = "editors@example.org"              # where readers report mistakes (default: reply_to)

    [mail]
    from = \(quoted(answers[.from]))
    \(line("smtp =", answers[.relay], "user in the URL; password in COURANT_SMTP_PASSWORD or password_file"))
    \(line("tls  =", encryption(answers[.relay]), "off, opportunistic or required"))
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
    \(line("title =", titleOfDigest(answers), "what readers call it"))
    feeds = \(followed(answers))
    cron  = "0 7 * * MON"                          # Monday at seven, in time_zone

    """
  }

  private static func titleOfDigest(_ answers: SiteAnswers) -> String {
    Language(answers[.language]).isEnglish ? "Weekly news" : answers[.title]
  }

  /// The feeds in the order in which the email shows them: those of topics, then the one of everything.
  private static func followed(_ answers: SiteAnswers) -> String {
    let names = answers.topics.compactMap(answers.feedName)
    return names.isEmpty ? "[\"*\"]" : "[" + (names + ["all"]).map(quoted).joined(separator: ", ") + "]"
  }

  /// A password is sent only over a connection that is encrypted.
  private static func encryption(_ relay: String) -> String {
    let hasUser = relay.contains("@") && !["@127.0.0.1", "@localhost", "@[::1]"].contains(where: relay.contains)
    return hasUser || relay.hasPrefix("smtps:") ? "required" : "opportunistic"
  }

  /// A setting with a comment.
  private static func line(_ key: String, _ value: String, _ comment: String) -> String {
    let setting = "\(key) \(quoted(value))"
    let gap = String(repeating: " ", count: max(1, commentColumn - setting.count))
    return setting + gap + "# " + comment
  }

  /// Where comments begin.
  private static let commentColumn = 47

  /// A basic string of TOML, whose escapes are those of JSON.
  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter(.compact, .plain)
    writer.string(text)
    return String(decoding: writer.finish(), as: UTF8.self)
  }
}
