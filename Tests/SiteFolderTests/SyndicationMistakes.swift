private let zone = "time_zone = \"Europe/London\"\n"

private func added(_ lines: String, _ findings: String...) -> Mistake {
  Mistake(zone, zone + lines + "\n", findings: findings)
}

private let pictureRule = "write such as \"/icon.png\" or \"https://cdn.example.org/icon.png\"."

/// Mistakes in the settings of `[site]` and feeds about syndication.
let syndicationMistakes = [
  added("icon = \"my icon.png\"", "schedule.conf:5:8: `icon` is no address of a picture; \(pictureRule)"),
  added(
    "logo = \"ftp://example.org/logo.png\"", "schedule.conf:5:8: `logo` is no address of a picture; \(pictureRule)"),
  added(
    "favicon = \"//example.org/logo.png\"", "schedule.conf:5:11: `favicon` is no address of a picture; \(pictureRule)"),
  added("copyright = \"\"", "schedule.conf:5:13: `copyright` is empty; write a text."),
  added(
    "hub = \"hub.example.org\"",
    "schedule.conf:5:7: `hub` is no address of a hub; write such as \"https://hub.example.org/\"."),
  added(
    "hub = [\"https://a.example/\", \"https://u:p@b.example/\"]",
    "schedule.conf:5:30: `hub` is no address of a hub; write such as \"https://hub.example.org/\"."),
  added(
    "hub = [\"https://a.example/\", \"https://a.example/\"]",
    "schedule.conf:5:30: this hub is there twice; remove one."),
  added("hubs = []", "schedule.conf:5:1: unknown key `hubs`. Did you mean `hub`?"),
  added(
    "topic_feeds = \"yes\"",
    "schedule.conf:5:15: `topic_feeds` is a text; it must be true or false, such as topic_feeds = true."),
  added(
    "topic_feeds = true\ntopic_feed_articles = 0",
    "schedule.conf:6:23: `topic_feed_articles` is 0; it must lie between 1 and 10000."),
  added(
    "topic_feed_articles = 5",
    "schedule.conf:5:23: `topic_feed_articles` does nothing without topic_feeds = true."),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\narchive = -1\n",
    "feeds/ms.toml:2:11: `archive` is -1; it must lie between 0 and 10000."),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\nicon = \"\"\n",
    "feeds/ms.toml:2:8: `icon` is no address of a picture; \(pictureRule)"),
]
