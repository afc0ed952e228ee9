private let zone = "time_zone = \"Europe/London\"\n"

private func added(_ lines: String, _ findings: String...) -> Mistake {
  Mistake(zone, zone + lines + "\n", findings: findings)
}

private func podcast(_ lines: String, _ finding: String) -> Mistake {
  let topics = "topics = [\"MS\"]\n"
  return Mistake(in: "feeds/ms.toml", topics, topics + "[podcast]\n" + lines + "\n", "feeds/ms.toml:" + finding)
}

private let pictureRule =
  "must be the URL of an image, for example \"/icon.png\" or \"https://cdn.example.org/icon.png\""

/// Mistakes in the settings of `[site]` and feeds about syndication.
let syndicationMistakes = [
  added("icon = \"my icon.png\"", "schedule.conf:5:8: `icon` \(pictureRule)"),
  added(
    "logo = \"ftp://example.org/logo.png\"", "schedule.conf:5:8: `logo` \(pictureRule)"),
  added(
    "favicon = \"//example.org/logo.png\"", "schedule.conf:5:11: `favicon` \(pictureRule)"),
  added("copyright = \"\"", "schedule.conf:5:13: `copyright` must not be empty"),
  added(
    "hub = \"hub.example.org\"",
    "schedule.conf:5:7: `hub` must be the URL of a hub, for example \"https://hub.example.org/\""),
  added(
    "hub = [\"https://a.example/\", \"https://u:p@b.example/\"]",
    "schedule.conf:5:30: `hub` must be the URL of a hub, for example \"https://hub.example.org/\""),
  added(
    "hub = [\"https://a.example/\", \"https://a.example/\"]",
    "schedule.conf:5:30: this hub is listed twice; remove one"),
  added("hubs = []", "schedule.conf:5:1: unknown key `hubs`; did you mean `hub`?"),
  added(
    "topic_feeds = \"yes\"",
    "schedule.conf:5:15: `topic_feeds` must be true or false, for example topic_feeds = true; found a string"),
  added(
    "topic_feeds = true\ntopic_feed_articles = 0",
    "schedule.conf:6:23: `topic_feed_articles` must be from 1 to 10000; found 0"),
  added(
    "topic_feed_articles = 5",
    "schedule.conf:5:23: `topic_feed_articles` has no effect without topic_feeds = true"),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\narchive = -1\n",
    "feeds/ms.toml:2:11: `archive` must be from 0 to 10000; found -1"),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\ncontent = \"excerpts\"\n",
    "feeds/ms.toml:2:11: `content` must be one of \"full\", \"excerpt\", \"takeaway\"; found \"excerpts\"; did you mean `excerpt`?"
  ),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\nauthors = [\"Ann\", \" - \"]\n",
    "feeds/ms.toml:2:19: `authors` must name people; found \" - \""),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\nauthors = []\n",
    "feeds/ms.toml:2:11: `authors` is empty, so no article can match; remove it to take articles by everyone"),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\nlanguage = \"pt_BR\"\n",
    "feeds/ms.toml:2:12: `language` must be a language tag (BCP 47), for example \"en\" or \"pt-BR\"; found \"pt_BR\"; "
      + "write `pt-BR`"),
  podcast("category = \"Science\"", "4:1: `image` is missing; add, for example, image = \"/podcast.jpg\""),
  podcast(
    "image = \"/p.jpg\"", "4:1: `category` is missing; add, for example, category = \"Health & Fitness/Medicine\""),
  podcast(
    "image = \"/p.svg\"\ncategory = \"Science\"",
    "5:9: `image` must be a JPEG or PNG image, square, of 1400 to 3000 pixels; directories accept no other"),
  podcast(
    "image = \"/p.jpg\"\ncategory = \"Sciense\"",
    "6:12: `Sciense` is not one of Apple's categories; did you mean `Science`?"),
  podcast(
    "image = \"/p.jpg\"\ncategory = \"Science/Fysics\"",
    "6:12: `Fysics` is not a category of `Science`; did you mean `Physics`?"),
  podcast(
    "image = \"/p.jpg\"\ncategory = \"Government/Cycling\"",
    "6:12: `Cycling` is not a category of `Government`, which has none"),
  podcast(
    "image = \"/p.jpg\"\ncategory = \"Fiction/Cycling\"",
    "6:12: `Cycling` is not a category of `Fiction`; choose one of: Comedy Fiction, Drama, Science Fiction"),
  podcast(
    "image = \"/p.jpg\"\ncategory = \"Science\"\ntyp = \"serial\"",
    "7:1: unknown key `typ`; did you mean `type`?"),
  podcast(
    "image = \"/p.jpg\"\ncategory = \"Science\"\nguid = \"x\"",
    "7:8: `guid` must be a UUID, for example \"917393e3-1b1e-5cef-ace4-edaa54e1f810\""),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\nauthor = [\"Ann\"]\n",
    "feeds/ms.toml:2:1: unknown key `author`; did you mean `authors`?"),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\n", "title = \"MS\"\nicon = \"\"\n",
    "feeds/ms.toml:2:8: `icon` \(pictureRule)"),
]
