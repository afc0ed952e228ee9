import Testing

/// One edit of the sound site and what is found then.
struct Mistake: CustomTestStringConvertible, Sendable {
  let file: String
  let text: String
  let replacement: String
  let findings: [String]

  init(in file: String = "schedule.conf", _ text: String, _ replacement: String, _ findings: String...) {
    (self.file, self.text, self.replacement, self.findings) = (file, text, replacement, findings)
  }

  init(_ text: String, _ replacement: String, findings: [String]) {
    (file, self.text, self.replacement, self.findings) = ("schedule.conf", text, replacement, findings)
  }

  var testDescription: String { replacement }
}

private let url = #""https://news.example.org""#
private let cron = #"cron = "0 7 * * MON""#

let siteMistakes = [
  Mistake(
    "[site]", "[site",
    "schedule.conf:1:6: the header on this line is not closed; end it with ]"),
  Mistake(
    "[site]", "[sites]",
    "schedule.conf:1:1: the table [site] is missing; add it with title, url and time_zone.",
    "schedule.conf:1:2: unknown key `sites`. Did you mean `site`?"),
  Mistake(
    "title =", "titl =",
    "schedule.conf:1:1: `title` is missing; add it, such as title = \"Our news\".",
    "schedule.conf:2:1: unknown key `titl`. Did you mean `title`?"),
  Mistake(
    "\"News\"", "5",
    "schedule.conf:2:9: `title` is a whole number; it must be a text in quotes, such as title = \"…\"."),
  Mistake(
    "\"News\"", "\"  \"",
    "schedule.conf:2:9: `title` is empty; write a text."),
  Mistake(
    "\"News\"", "\"a\\nb\"",
    "schedule.conf:2:9: `title` must be one line without control characters."),
  Mistake(
    url, "\"news.example.org\"",
    "schedule.conf:3:7: `url` is not an absolute http(s) address; it must be such as "
      + "\"https://news.example.org\"."),
  Mistake(
    url, "\"https://news.example.org/?a\"",
    "schedule.conf:3:7: `url` has a query or a fragment; it must be such as \"https://news.example.org\"."),
  Mistake(
    url, "\"https://a:b@news.example.org\"",
    "schedule.conf:3:7: `url` has a login in it; it must be such as \"https://news.example.org\"."),
  Mistake(
    url, "\"https://news.example.org/a b\"",
    "schedule.conf:3:7: `url` has signs that an address cannot hold (write them as %XX); it must be "
      + "such as \"https://news.example.org\"."),
  Mistake(
    url, "\"https://neüs.example.org\"",
    "schedule.conf:3:7: `url` has a host that is not ASCII (write it as xn--…); it must be such as "
      + "\"https://news.example.org\"."),
  Mistake(
    url, "\"https://news.example.org:99999\"",
    "schedule.conf:3:7: `url` has no valid host; it must be such as \"https://news.example.org\"."),
  Mistake(
    url, "\"https://-news.example.org\"",
    "schedule.conf:3:7: `url` has no valid host; it must be such as \"https://news.example.org\"."),
  Mistake(
    url, "\"http://[::1]:8080\"",
    "schedule.conf:3:7: `url` has no host name to make permanent ids from; add tag = "
      + "\"tag:news.example.org,2026:\"."),
  Mistake(
    "Europe/London", "BST",
    "schedule.conf:4:13: `BST` is no time zone; write Area/City, such as \"Europe/London\", or \"UTC\"."),
  Mistake(
    "Europe/London", "london",
    "schedule.conf:4:13: `london` is no time zone; write Area/City, such as \"Europe/London\", or "
      + "\"UTC\". Did you mean `Europe/London`?"),
  Mistake(
    "Europe/London", "Europe/Lndon",
    "schedule.conf:4:13: `Europe/Lndon` is no time zone; write Area/City, such as \"Europe/London\", "
      + "or \"UTC\". Did you mean `Europe/London`?"),
  Mistake(
    "[mail]", "language = \"en_GB\"\n[mail]",
    "schedule.conf:7:12: `language` is \"en_GB\"; it must be a language tag (BCP 47), such as \"en\" "
      + "or \"pt-BR\". Write `en-GB`."),
  Mistake(
    "[mail]", "language = \"english\"\n[mail]",
    "schedule.conf:7:12: `language` is \"english\"; it must be a language tag (BCP 47), such as \"en\" "
      + "or \"pt-BR\"."),
  Mistake(
    "[mail]", "tag = \"tag:news\"\n[mail]",
    "schedule.conf:7:7: `tag` is no prefix of tag addresses (RFC 4151); write such as tag = "
      + "\"tag:news.example.org,2026:\"."),
  Mistake(
    "publisher = \"Trust, 1 High Street\"", "",
    "schedule.conf:1:1: `publisher` is missing; add it, such as publisher = \"Our Trust, 1 High "
      + "Street, London\"."),
  Mistake(
    "[mail]", "[topics]\nMS = \"multiple sclerosis\"\nms = \"x\"\n[mail]",
    "schedule.conf:9:1: `ms` and `MS` are one topic (`ms`); keep one."),
  Mistake(
    "[mail]", "[topics]\nMS = \"b\"\n\"–\" = \"x\"\nb = \"c\"\nc = 5\n[mail]",
    "schedule.conf:8:6: `b` is itself an alias; write \"c\".",
    "schedule.conf:9:1: a topic needs at least one letter or digit.",
    "schedule.conf:11:5: `c` is a whole number; it must be a text in quotes, such as c = \"…\"."),
]

let mailMistakes = [
  Mistake(
    "[mail]", "[mail]\ntheme = \"editoral\"",
    "schedule.conf:8:9: there is no theme `editoral`: it is not built in, and there is no folder "
      + "templates/themes/editoral. Did you mean `editorial`?"),
  Mistake(
    "News <news@example.org>", "News",
    "schedule.conf:8:8: `from` is no sender; write \"Name <name@example.org>\" or \"name@example.org\"."),
  Mistake(
    "[digest", "reply_to = \"x\"\nbounces = \"Bounces <b@example.org>\"\n[digest",
    "schedule.conf:10:12: `reply_to` is no sender; write \"Name <name@example.org>\" or "
      + "\"name@example.org\".",
    "schedule.conf:11:11: `bounces` is no e-mail address; write such as \"bounces@example.org\"."),
  Mistake(
    "[digest", "sessions = 500\ntls = \"requird\"\nuncertain = true\n[digest",
    "schedule.conf:10:12: `sessions` is 500; it must lie between 1 and 200.",
    "schedule.conf:11:7: `tls` is \"requird\"; it must be one of \"off\", \"opportunistic\", "
      + "\"required\". Did you mean `required`?",
    "schedule.conf:12:13: `uncertain` is true; it must be one of \"resend\", \"skip\"."),
  Mistake(
    "[digest", "smtp = \"mail.example.org:25\"\n[digest",
    "schedule.conf:10:9: this is no mail server; write smtp://HOST:PORT or smtps://HOST:PORT."),
  Mistake(
    "[digest", "smtp = \"smtp://ann:secret@mail.example.org\"\n[digest",
    "schedule.conf:10:19: a password does not belong here; put it into the environment as "
      + "COURANT_SMTP_PASSWORD or into a file that only you can read, and name it by password_file."),
  Mistake(
    "[digest", "smtp = \"smtp://ann@::1\"\n[digest",
    "schedule.conf:10:20: the host is missing. An IPv6 address stands in brackets, such as "
      + "smtp://[::1]:25."),
  Mistake(
    "[digest", "smtp = \"smtp://[::x]\"\n[digest",
    "schedule.conf:10:16: `[::x]` is no host name. An IPv6 address stands in brackets, such as "
      + "smtp://[::1]:25."),
  Mistake(
    "[digest", "smtp = \"smtp://mail:0\"\n[digest",
    "schedule.conf:10:21: `0` is no port; write a number from 1 to 65535."),
  Mistake(
    "[digest", "smtp = \"smtp://ma il\"\n[digest",
    "schedule.conf:10:16: `ma il` is no host name."),
  Mistake(
    "[digest", "smtp = \"smtp://ann@mail.example.org\"\n[digest",
    "schedule.conf:10:8: the password could travel unencrypted; write tls = \"required\"."),
  Mistake(
    "[digest", "smtp = \"smtps://mail.example.org\"\ntls = \"off\"\n[digest",
    "schedule.conf:11:7: `tls` is \"off\", but smtps:// always encrypts; write smtp:// or leave `tls` "
      + "out."),
  Mistake(
    "[digest", "password_file = \"/etc/secret\"\n[digest",
    "schedule.conf:10:17: `password_file` is \"/etc/secret\"; it must lie inside the site folder and "
      + "be written relative to it."),
  Mistake(
    "[digest", "ca_file = \"ca.pem\"\n[digest",
    "schedule.conf:10:11: certificates are only checked when tls = \"required\"; write that, or leave `ca_file` out."),
  Mistake(
    "[digest", "password_file = \"secret\"\n[digest",
    "schedule.conf:10:17: `password_file` needs a user; write smtp = \"smtp://USER@127.0.0.1\"."),
  Mistake(
    "[mail]\nfrom = \"News <news@example.org>\"", "",
    "schedule.conf:9:9: a digest goes out by mail; add the table [mail] with at least `from`."),
  Mistake(
    "[digest", "smtp = \"smtp://2001:db8::1\"\n[digest",
    "schedule.conf:10:21: `db8::1` is no port; write a number from 1 to 65535. An IPv6 address stands "
      + "in brackets, such as smtp://[::1]:25."),
  Mistake(
    "[digest", "smtp = \"smtp://%00@mail\"\n[digest",
    "schedule.conf:10:16: `%00` is no user; write a sign such as % as %25."),
]

let sourceMistakes = [
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"../x\"\n[mail]",
    "schedule.conf:8:10: `folder` is \"../x\"; it must lie inside the site folder and be written "
      + "relative to it."),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"/x\"\n[mail]",
    "schedule.conf:8:10: `folder` is \"/x\"; it must lie inside the site folder and be written "
      + "relative to it."),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\nfeed = \"journal.example/atom.xml\"\n[mail]",
    "schedule.conf:9:8: `feed` is no address of a feed; write such as \"https://journal.example.org/atom.xml\"."),
  Mistake(
    "[mail]", "[sources.a]\nurl = \"https://x.org\"\n[mail]",
    "schedule.conf:8:1: `url` is not available in this version; remove it."),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\n[sources.b]\nfolder = \"./x//y/\"\n[mail]",
    "schedule.conf:10:10: `folder` overlaps that of the source `a`; its articles would be there twice."),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x/y\"\n[sources.b]\nfolder = \"x\"\n[mail]",
    "schedule.conf:10:10: `folder` overlaps that of the source `a`; its articles would be there twice."),
  Mistake("[mail]", "[sources.a]\nfolder = \"xy\"\n[sources.b]\nfolder = \"x\"\n[mail]"),
  Mistake(
    "[mail]", "[sources.\"A b\"]\nfolder = \"x\"\ndate_format = \"us\"\n[mail]",
    "schedule.conf:7:10: `A b` is no name for a source; use up to 64 of a–z, 0–9, `-`, `_` and `.`, "
      + "beginning with a letter or digit.",
    "schedule.conf:9:15: `date_format` is \"us\"; it must be one of \"US\". Did you mean `US`?"),
  Mistake(
    "[mail]", "[sources.a]\n[mail]",
    "schedule.conf:7:1: `folder` is missing; add it, such as folder = \"articles\"."),
  Mistake(
    "[mail]", "[sources]\nfolder = \"x\"\n[mail]",
    "schedule.conf:8:1: `sources.folder` is a text; it must be a table, such as [sources.NAME]."),
]

let digestMistakes = [
  Mistake(
    cron, #"cron = "0 0 30 2 *""#,
    "schedule.conf:11:8: `0 0 30 2 *` never falls due: no month that it names has such a day; correct the date"),
  Mistake(
    cron, #"cron = "0 0 31 feb,apr,jun,sep,nov *""#,
    "schedule.conf:11:8: `0 0 31 feb,apr,jun,sep,nov *` never falls due: no month that it names has such a day; "
      + "correct the date"),
  Mistake(cron, #"cron = "0 0 29 2 *""#, findings: []),
  Mistake(cron, #"cron = "0 0 30 2 MON""#, findings: []),
  Mistake(
    cron, "",
    "schedule.conf:10:1: `cron` is missing; add it, such as cron = \"0 7 * * MON\"."),
  Mistake(
    cron, "cron = \"0 25 * * MON\"",
    "schedule.conf:11:11: The hour goes from 0 to 23, not to 25."),
  Mistake(
    cron, "cron = '''0 25 * * MON'''",
    "schedule.conf:11:8: The hour goes from 0 to 23, not to 25."),
  Mistake(
    cron, "crn = \"0 7 * * MON\"",
    "schedule.conf:10:1: `cron` is missing; add it, such as cron = \"0 7 * * MON\".",
    "schedule.conf:11:1: unknown key `crn`. Did you mean `cron`?"),
  Mistake(
    cron, cron + "\nfeeds = [\"mss\", \"all\", \"all\", 5]",
    "schedule.conf:12:10: there is no feed `mss` (no file feeds/mss.toml). Did you mean `ms`?",
    "schedule.conf:12:24: the feed `all` is there twice; keep one.",
    "schedule.conf:12:31: `feeds` holds a whole number; it must be a list of texts in quotes."),
  Mistake(
    cron, cron + "\nfeeds = [\"*\", \"all\"]",
    "schedule.conf:12:9: \"*\" means every feed and stands alone; remove it or the others."),
  Mistake(
    cron, cron + "\nfeeds = []",
    "schedule.conf:12:9: `feeds` is empty; write [\"*\"] for every feed."),
  Mistake(
    cron, cron + "\nfeeds = \"all\"",
    "schedule.conf:12:9: `feeds` is a text; it must be a list of texts, such as feeds = [\"one\", "
      + "\"two\"]."),
  Mistake(
    cron, cron + "\ncatch_up = \"merg\"\nlate_within = \"0s\"\nlookback = 30",
    "schedule.conf:12:12: `catch_up` is \"merg\"; it must be one of \"merge\", \"skip\". Did you mean "
      + "`merge`?",
    "schedule.conf:13:15: `late_within` is \"0s\"; it must lie between 1m and 366d.",
    "schedule.conf:14:12: `lookback` is a whole number; it must be a length of time in w, d, h, m and "
      + "s, such as lookback = \"30d\"."),
  Mistake(
    cron, cron + "\nmax_articles = 0\nhold_above = \"100\"\nsubject = \"\"",
    "schedule.conf:12:16: `max_articles` is 0; it must lie between 1 and 1000.",
    "schedule.conf:13:14: `hold_above` is a text; it must be a whole number, such as hold_above = 100.",
    "schedule.conf:14:11: `subject` is empty; write a text."),
  Mistake(
    "[digest.weekly]", "[digest.Weekly]",
    "schedule.conf:10:9: `Weekly` is no name for a digest; use up to 64 of a–z, 0–9, `-`, `_` and `.`, "
      + "beginning with a letter or digit."),
  Mistake(
    "[digest.weekly]", "[digests.weekly]",
    "schedule.conf:10:2: unknown key `digests`. Did you mean `digest`?"),
]

let feedMistakes = [
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"", "titles = \"MS\"",
    "feeds/ms.toml:1:1: `title` is missing; add it, such as title = \"Our news\".",
    "feeds/ms.toml:1:1: unknown key `titles`. Did you mean `title`?"),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"", "title = \"MS\" 5",
    "feeds/ms.toml:1:14: `5` is too much on this line; write \\\" for a quote inside a string, or "
      + "begin a new line"),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\ndescription = \"About MS\"\n", "",
    "feeds/ms.toml:1:1: `description` is missing; add it, such as description = \"What readers find "
      + "here.\".",
    "feeds/ms.toml:1:1: `title` is missing; add it, such as title = \"Our news\"."),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\", \"*\"]",
    "feeds/ms.toml:3:10: \"*\" means every topic and stands alone; remove it or the others."),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[]",
    "feeds/ms.toml:3:10: `topics` is empty, so that no article could match; write [\"*\"] for every "
      + "article."),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"–\"]",
    "feeds/ms.toml:3:11: a topic needs at least one letter or digit."),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\"]\nall_topics = [\"a b\"]\nnot_topics = [\"A-b\", \"c\"]",
    "feeds/ms.toml:5:14: the topic `a-b` is also in `all_topics`, so that no article could match."),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\"]\nformats = [\"rss\", \"atm\"]\nlimit = 0",
    "feeds/ms.toml:4:19: `atm` is no format; there are rss, atom and json. Did you mean `atom`?",
    "feeds/ms.toml:5:9: `limit` is 0; it must lie between 1 and 10000."),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\"]\nformats = []\nlimit = 10001",
    "feeds/ms.toml:4:11: `formats` is empty; name at least one of rss, atom and json.",
    "feeds/ms.toml:5:9: `limit` is 10001; it must lie between 1 and 10000."),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\"]\nnot_topics = [\"*\"]",
    "feeds/ms.toml:4:15: \"*\" can only stand in `topics`; remove it."),
]
