package import Time

/// A new site: the smallest one that runs, with an example of each kind of file.
package struct Scaffold {
  private let today: CivilTime
  private let answers: SiteAnswers

  package init(today: Instant, _ answers: SiteAnswers = SiteAnswers()) {
    self.today = today.civil
    self.answers = answers
  }

  /// Path and text of each file.
  package var files: [(String, String)] {
    [
      ("schedule.conf", Self.settings(answers)), ("feeds/all.toml", Self.everything(answers)),
      ("articles/welcome.md", article),
      (".gitignore", "/public/\n/var/\n*.pem\n"),
    ] + Self.feeds(answers) + Self.pages
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
}
