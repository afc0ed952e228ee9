import Languages
import Testing

/// One edit of the valid site and the resulting findings.
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
    "schedule.conf:1:1: the table [site] is missing; add it with title, url and time_zone",
    "schedule.conf:1:2: unknown key `sites`; did you mean `site`?"),
  Mistake(
    "title =", "titl =",
    "schedule.conf:1:1: `title` is missing; add, for example, title = \"Our news\"",
    "schedule.conf:2:1: unknown key `titl`; did you mean `title`?"),
  Mistake(
    "\"News\"", "5",
    "schedule.conf:2:9: `title` must be a string in quotes, for example title = \"…\"; found a whole number"),
  Mistake(
    "\"News\"", "\"  \"",
    "schedule.conf:2:9: `title` must not be empty"),
  Mistake(
    "\"News\"", "\"a\\nb\"",
    "schedule.conf:2:9: `title` must be one line without control characters"),
  // Unicode's line and paragraph separators.
  Mistake(
    "\"News\"", "\"a\\u2028b\"",
    "schedule.conf:2:9: `title` must be one line without control characters"),
  Mistake(
    "\"News\"", "\"a\\u2029b\"",
    "schedule.conf:2:9: `title` must be one line without control characters"),
  Mistake(
    url, "\"news.example.org\"",
    "schedule.conf:3:7: `url` is not an absolute http(s) URL; write, for example, \"https://news.example.org\""),
  Mistake(
    url, "\"https://news.example.org/?a\"",
    "schedule.conf:3:7: `url` has a query or a fragment; write, for example, \"https://news.example.org\""),
  Mistake(
    url, "\"https://a:b@news.example.org\"",
    "schedule.conf:3:7: `url` contains a login; write, for example, \"https://news.example.org\""),
  Mistake(
    url, "\"https://news.example.org/a b\"",
    "schedule.conf:3:7: `url` contains characters not allowed in a URL (percent-encode them: %XX); write, for "
      + "example, \"https://news.example.org\""),
  Mistake(
    url, "\"https://neüs.example.org\"",
    "schedule.conf:3:7: `url` has a host that is not ASCII (write it as xn--…); write, for example, "
      + "\"https://news.example.org\""),
  Mistake(
    url, "\"https://news.example.org:99999\"",
    "schedule.conf:3:7: `url` has no valid host; write, for example, \"https://news.example.org\""),
  Mistake(
    url, "\"https://-news.example.org\"",
    "schedule.conf:3:7: `url` has no valid host; write, for example, \"https://news.example.org\""),
  Mistake(
    url, "\"http://[::1]:8080\"",
    "schedule.conf:3:7: `url` has no host name for permanent ids; add, for example, tag = "
      + "\"tag:news.example.org,2026:\""),
  Mistake(
    "Europe/London", "BST",
    "schedule.conf:4:13: `BST` is not a time zone; write Area/City, for example \"Europe/London\", or \"UTC\""),
  Mistake(
    "Europe/London", "london",
    "schedule.conf:4:13: `london` is not a time zone; write Area/City, for example \"Europe/London\", or \"UTC\"; "
      + "did you mean `Europe/London`?"),
  Mistake(
    "Europe/London", "Europe/Lndon",
    "schedule.conf:4:13: `Europe/Lndon` is not a time zone; write Area/City, for example \"Europe/London\", or "
      + "\"UTC\"; did you mean `Europe/London`?"),
  Mistake(
    "[mail]", "language = \"en_GB\"\n[mail]",
    "schedule.conf:7:12: `language` must be a language tag (BCP 47), for example \"en\" or \"pt-BR\"; found "
      + "\"en_GB\"; write `en-GB`"),
  Mistake(
    "[mail]", "language = \"english\"\n[mail]",
    "schedule.conf:7:12: `language` must be a language tag (BCP 47), for example \"en\" or \"pt-BR\"; found "
      + "\"english\""),
  Mistake(
    "[mail]", "tag = \"tag:news\"\n[mail]",
    "schedule.conf:7:7: `tag` must be a prefix of tag URIs (RFC 4151), for example tag = "
      + "\"tag:news.example.org,2026:\""),
  Mistake(
    "publisher = \"Trust, 1 High Street\"", "",
    "schedule.conf:1:1: `publisher` is missing; add, for example, publisher = \"Our Trust, 1 High Street, London\""),
  Mistake(
    "[mail]", "[topics]\nMS = \"multiple sclerosis\"\nms = \"x\"\n[mail]",
    "schedule.conf:9:1: `ms` and `MS` are the same topic (`ms`); remove one"),
  Mistake(
    "[mail]", "[topics]\nMS = \"b\"\n\"–\" = \"x\"\nb = \"c\"\nc = 5\n[mail]",
    "schedule.conf:8:6: `b` is itself an alias; write \"c\"",
    "schedule.conf:9:1: a topic needs at least one letter or digit",
    "schedule.conf:11:5: `c` must be a string in quotes, for example c = \"…\"; found a whole number"),
  Mistake(
    "[mail]", "[topics.groups]\nA = [\"MS\", \"–\"]\n\" \" = [\"ms\"]\nB = \"x\"\n[mail]",
    "schedule.conf:8:12: a topic needs at least one letter or digit",
    "schedule.conf:9:1: a group of topics needs a title",
    "schedule.conf:9:8: topic `ms` is already in the group \"A\"; remove one",
    "schedule.conf:10:5: `B` must be a list of strings, for example B = [\"one\", \"two\"]; found a string"),
  Mistake(
    "[mail]",
    "[topics]\nMS = \"sclerosis\"\n[topics.descriptions]\nMS = \"a\"\nsclerosis = \"b\"\n\"–\" = \"c\"\nx = \"\"\n"
      + "[mail]",
    "schedule.conf:11:1: topic `sclerosis` has two descriptions; remove one",
    "schedule.conf:12:1: a topic needs at least one letter or digit",
    "schedule.conf:13:5: `x` must not be empty"),
]

let mailMistakes = [
  Mistake(
    "[mail]", "[mail]\ntheme = \"editoral\"",
    "schedule.conf:8:9: there is no theme `editoral`: it is not built in, and there is no folder "
      + "templates/themes/editoral; did you mean `editorial`?"),
  Mistake(
    "News <news@example.org>", "News",
    "schedule.conf:8:8: `from` must be \"Name <name@example.org>\" or \"name@example.org\""),
  Mistake(
    "[digest", "reply_to = \"x\"\nbounces = \"Bounces <b@example.org>\"\n[digest",
    "schedule.conf:10:12: `reply_to` must be \"Name <name@example.org>\" or \"name@example.org\"",
    "schedule.conf:11:11: `bounces` must be an email address, for example \"bounces@example.org\""),
  Mistake(
    "[digest", "sessions = 500\ntls = \"requird\"\nuncertain = true\n[digest",
    "schedule.conf:10:12: `sessions` must be from 1 to 200; found 500",
    "schedule.conf:11:7: `tls` must be one of \"off\", \"opportunistic\", \"required\"; found \"requird\"; "
      + "did you mean `required`?",
    "schedule.conf:12:13: `uncertain` must be one of \"resend\", \"skip\"; found true"),
  Mistake(
    "[digest", "smtp = \"mail.example.org:25\"\n[digest",
    "schedule.conf:10:9: `smtp` must be smtp://HOST:PORT or smtps://HOST:PORT"),
  Mistake(
    "[digest", "smtp = \"smtp://ann:secret@mail.example.org\"\n[digest",
    "schedule.conf:10:19: remove the password from `smtp`; set COURANT_SMTP_PASSWORD, or point `password_file` to a "
      + "file that only you can read"),
  Mistake(
    "[digest", "smtp = \"smtp://ann@::1\"\n[digest",
    "schedule.conf:10:20: the host is missing; put an IPv6 address in brackets, for example smtp://[::1]:25"),
  Mistake(
    "[digest", "smtp = \"smtp://[::x]\"\n[digest",
    "schedule.conf:10:16: `[::x]` is not a host name; put an IPv6 address in brackets, for example smtp://[::1]:25"),
  Mistake(
    "[digest", "smtp = \"smtp://mail:0\"\n[digest",
    "schedule.conf:10:21: `0` is not a port; write a number from 1 to 65535"),
  Mistake(
    "[digest", "smtp = \"smtp://ma il\"\n[digest",
    "schedule.conf:10:16: `ma il` is not a host name"),
  Mistake(
    "[digest", "smtp = \"smtp://ann@mail.example.org\"\n[digest",
    "schedule.conf:10:8: the password could be sent unencrypted; write tls = \"required\""),
  Mistake(
    "[digest", "smtp = \"smtps://mail.example.org\"\ntls = \"off\"\n[digest",
    "schedule.conf:11:7: `tls` is \"off\", but smtps:// always encrypts; write smtp://, or remove `tls`"),
  Mistake(
    "[digest", "password_file = \"/etc/secret\"\n[digest",
    "schedule.conf:10:17: `password_file` must be a path inside the site folder, relative to it; found "
      + "\"/etc/secret\""),
  Mistake(
    "[digest", "ca_file = \"ca.pem\"\n[digest",
    "schedule.conf:10:11: `ca_file` has no effect unless tls = \"required\"; set that, or remove `ca_file`"),
  Mistake(
    "[digest", "password_file = \"secret\"\n[digest",
    "schedule.conf:10:17: `password_file` needs a user; write smtp = \"smtp://USER@127.0.0.1\""),
  Mistake(
    "[mail]\nfrom = \"News <news@example.org>\"", "",
    "schedule.conf:9:9: a digest needs mail settings; add a table [mail] with at least `from`"),
  Mistake(
    "[digest", "smtp = \"smtp://2001:db8::1\"\n[digest",
    "schedule.conf:10:21: `db8::1` is not a port; write a number from 1 to 65535; put an IPv6 address in brackets, "
      + "for example smtp://[::1]:25"),
  Mistake(
    "[digest", "smtp = \"smtp://%00@mail\"\n[digest",
    "schedule.conf:10:16: `%00` is not a user name; percent-encode special characters, % as %25"),
]

let sourceMistakes = [
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"../x\"\n[mail]",
    "schedule.conf:8:10: `folder` must be a path inside the site folder, relative to it; found \"../x\""),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"/x\"\n[mail]",
    "schedule.conf:8:10: `folder` must be a path inside the site folder, relative to it; found \"/x\""),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\nfeed = \"journal.example/atom.xml\"\n[mail]",
    "schedule.conf:9:8: `feed` must be the URL of a feed, for example \"https://journal.example.org/atom.xml\""),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\n[sources.b]\nfolder = \"./x//y/\"\n[mail]",
    "schedule.conf:10:10: `folder` overlaps that of source `a`, so articles would appear twice; separate them"),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x/y\"\n[sources.b]\nfolder = \"x\"\n[mail]",
    "schedule.conf:10:10: `folder` overlaps that of source `a`, so articles would appear twice; separate them"),
  Mistake("[mail]", "[sources.a]\nfolder = \"xy\"\n[sources.b]\nfolder = \"x\"\n[mail]"),
  Mistake(
    "[mail]", "[sources.\"A b\"]\nfolder = \"x\"\ndate_format = \"us\"\n[mail]",
    "schedule.conf:7:10: `A b` is not a valid name for a source; use up to 64 characters of a–z, 0–9, `-`, `_` and "
      + "`.`, beginning with a letter or digit",
    "schedule.conf:9:15: `date_format` must be one of \"US\"; found \"us\"; did you mean `US`?"),
  Mistake(
    "[mail]", "[sources.a]\n[mail]",
    "schedule.conf:7:1: `folder` or `url` is missing; add a folder of the site, folder = \"articles\", or what is fetched, "
      + "for example url = \"https://blog.example.org/feed\""),
  Mistake(
    "[mail]", "[sources]\nfolder = \"x\"\n[mail]",
    "schedule.conf:8:1: `sources.folder` must be a table, for example [sources.NAME]; found a string"),
]

let folderMistakes = [
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\nlink = \"https://a.example/:yaer/:slug/\"\n[mail]",
    "schedule.conf:9:27: `:yaer` is not a placeholder; did you mean `year`?"),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\nlink = \"https://a.example/:year/:month/\"\n[mail]",
    "schedule.conf:9:8: `link` is the same for several articles; write, for example, "
      + "\"https://blog.example.org/:year/:month/:slug/\""),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\nlink = \"/:slug/\"\n[mail]",
    "schedule.conf:9:8: `link` is not an absolute http(s) URL; write, for example, "
      + "\"https://blog.example.org/:year/:month/:slug/\""),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\ngenerator = \"pelican\"\n[mail]",
    "schedule.conf:9:13: `generator` must be one of \"jekyll\", \"hugo\"; found \"pelican\""),
  Mistake(
    "[mail]", "[sources.a]\nfolder = \"x\"\nexclude = [\"/x\", \"\", \"../y\", \"a**\", \"a/**\"]\n[mail]",
    "schedule.conf:9:12: `exclude` must be paths inside the folder, for example \"drafts/**\"; found \"/x\"",
    "schedule.conf:9:18: `exclude` must be paths inside the folder, for example \"drafts/**\"; found \"\"",
    "schedule.conf:9:22: `exclude` must be paths inside the folder, for example \"drafts/**\"; found \"../y\"",
    "schedule.conf:9:30: `**` matches whole folders; write it alone between slashes, or write `*`"),
  Mistake(
    "[mail]", "[sources.a]\nurl = \"https://a.example/\"\nlink = \"https://a.example/:slug\"\n[mail]",
    "schedule.conf:9:1: `link` is for folders, not for kind = \"feed\"; remove it"),
]

let digestMistakes = [
  Mistake(
    cron, #"cron = "0 0 30 2 *""#,
    "schedule.conf:11:8: `0 0 30 2 *` is never due, because none of its months has such a day; correct the date"),
  Mistake(
    cron, #"cron = "0 0 31 feb,apr,jun,sep,nov *""#,
    "schedule.conf:11:8: `0 0 31 feb,apr,jun,sep,nov *` is never due, because none of its months has such a day; "
      + "correct the date"),
  Mistake(cron, #"cron = "0 0 29 2 *""#, findings: []),
  Mistake(cron, #"cron = "0 0 30 2 MON""#, findings: []),
  Mistake(
    cron, "",
    "schedule.conf:10:1: `cron` is missing; add, for example, cron = \"0 7 * * MON\""),
  Mistake(
    cron, "cron = \"0 25 * * MON\"",
    "schedule.conf:11:11: the hour ranges from 0 to 23, not to 25"),
  Mistake(
    cron, "cron = '''0 25 * * MON'''",
    "schedule.conf:11:8: the hour ranges from 0 to 23, not to 25"),
  Mistake(
    cron, "crn = \"0 7 * * MON\"",
    "schedule.conf:10:1: `cron` is missing; add, for example, cron = \"0 7 * * MON\"",
    "schedule.conf:11:1: unknown key `crn`; did you mean `cron`?"),
  Mistake(
    cron, cron + "\nfeeds = [\"mss\", \"all\", \"all\", 5]",
    "schedule.conf:12:10: there is no feed `mss` (no file feeds/mss.toml); did you mean `ms`?",
    "schedule.conf:12:24: feed `all` is listed twice; remove one",
    "schedule.conf:12:31: `feeds` must be a list of strings in quotes; found a whole number"),
  Mistake(
    cron, cron + "\nfeeds = [\"*\", \"all\"]",
    "schedule.conf:12:9: \"*\" means every feed, so it must be the only entry"),
  Mistake(
    cron, cron + "\nfeeds = []",
    "schedule.conf:12:9: `feeds` is empty; write [\"*\"] for every feed"),
  Mistake(
    cron, cron + "\nfeeds = \"all\"",
    "schedule.conf:12:9: `feeds` must be a list of strings, for example feeds = [\"one\", \"two\"]; found a string"),
  Mistake(
    cron, cron + "\ncatch_up = \"merg\"\nlate_within = \"0s\"\nlookback = 30",
    "schedule.conf:12:12: `catch_up` must be one of \"merge\", \"skip\"; found \"merg\"; did you mean `merge`?",
    "schedule.conf:13:15: `late_within` must be from 1m to 366d; found \"0s\"",
    "schedule.conf:14:12: `lookback` must be a length of time in w, d, h, m and s, for example lookback = \"30d\"; "
      + "found a whole number"),
  Mistake(
    cron, cron + "\nmax_articles = 0\nhold_above = \"100\"\nsubject = \"\"",
    "schedule.conf:12:16: `max_articles` must be from 1 to 1000; found 0",
    "schedule.conf:13:14: `hold_above` must be a whole number, for example hold_above = 100; found a string",
    "schedule.conf:14:11: `subject` must not be empty"),
  Mistake(
    cron, cron + "\nfrom = \"News\"\nreply_to = \"x\"\nform = \"a@example.org\"",
    "schedule.conf:12:8: `from` must be \"Name <name@example.org>\" or \"name@example.org\"",
    "schedule.conf:13:12: `reply_to` must be \"Name <name@example.org>\" or \"name@example.org\"",
    "schedule.conf:14:1: unknown key `form`; did you mean `from`?"),
  Mistake(
    cron,
    cron + "\n[digest.weekly.utm]\nsource = \"a {digest\"\nmedium = \"{nmber}\"\nhosts = [\"a b\"]\ncampain = \"x\"",
    "schedule.conf:13:13: `source` has a brace too many or too few; the placeholders are {digest}, {number}, {date}",
    "schedule.conf:14:11: `{nmber}` has no meaning here; the placeholders are {digest}, {number}, {date}; did you mean "
      + "`number`?",
    "schedule.conf:15:10: `hosts` must list host names, for example \"example.org\"; found \"a b\"",
    "schedule.conf:16:1: unknown key `campain`; did you mean `campaign`?"),
  Mistake(
    cron, cron + "\nutm = { medium = \"e}\" }",
    "schedule.conf:12:7: `source` is missing; add, for example, source = \"newsletter\"",
    "schedule.conf:12:20: `medium` has a brace too many or too few; the placeholders are {digest}, {number}, {date}"),
  Mistake(
    cron, "utm = { source = \"x\" }\nfrom = \"a@example.org\"",
    "schedule.conf:10:1: `cron` is missing; add, for example, cron = \"0 7 * * MON\""),
  Mistake(
    cron, cron + "\nutm = true",
    "schedule.conf:12:7: `utm` must be a table, for example [utm]; found true"),
  Mistake(
    cron, cron + "\nattach = [\"letters/a.pdf\", \"../a.pdf\"]",
    "schedule.conf:12:28: `attach` must name files inside the site folder, relative to it, for example "
      + "\"letters/programme.pdf\"; found \"../a.pdf\""),
  Mistake(
    cron, cron + "\nattach = [\"a/x.pdf\", \"b/x.pdf\"]",
    "schedule.conf:12:22: `attach` names two files `x.pdf`; rename one of them"),
  Mistake(
    cron, cron + "\nattach = \"a.exe\"",
    "schedule.conf:12:10: `attach` names \"a.exe\", which cannot be attached; use one of csv, docx, epub, gif, ics, jpeg, "
      + "jpg, odp, ods, odt, pdf, png, pptx, vcf, webp, xlsx"),
  Mistake(
    cron, cron + "\nattach_limit = 11", "schedule.conf:12:16: `attach_limit` must be from 1 to 10; found 11"),
  Mistake(
    cron, cron + "\nintro = \"../next.md\"",
    "schedule.conf:12:9: `intro` must be a path inside the site folder, relative to it; found \"../next.md\""),
  Mistake(
    cron, cron + "\nintro = \"letters/next.txt\"",
    "schedule.conf:12:9: `intro` must be a Markdown file, for example \"letters/next.md\"; found \"letters/next.txt\""),
  Mistake(
    cron, cron + "\nintro = \"articles/next.md\"",
    "schedule.conf:12:9: `intro` is in articles/, whose files become pages; put it elsewhere, for example into letters/"
  ),
  Mistake(
    cron, cron + "\npinned = [\"a\", \"b\", \"a\", 5]",
    "schedule.conf:12:21: article `a` is pinned twice; remove one",
    "schedule.conf:12:26: `pinned` must be a list of strings in quotes; found a whole number"),
  Mistake(
    cron, cron + "\nshape = \"headline\"",
    "schedule.conf:12:9: `shape` must be one of \"cards\", \"headlines\", \"full\"; found \"headline\"; did you mean `headlines`?"
  ),
  Mistake(
    cron, cron + "\npined = [\"a\"]",
    "schedule.conf:12:1: unknown key `pined`; did you mean `pinned`?"),
  Mistake(
    cron, cron + "\nlanguage = \"german\"",
    "schedule.conf:12:12: `language` must be a language tag (BCP 47), for example \"en\" or \"pt-BR\"; found \"german\""
  ),
  Mistake(
    cron, cron + "\nlanguage = \"cs\"",
    "schedule.conf:12:12: there are no built-in phrases for `cs`, so `about_minutes_few` and "
      + "\(Language("cs").borrowedKeys.count - 1) more are in English; add yours to languages/cs.toml, which `courant words cs` "
      + "prints for you to fill in"),
  Mistake(
    cron, cron + "\n\n[words]\narticles_few = \"{count} articles\"",
    "schedule.conf:14:1: `en` has no plural form for `articles_few`; write `articles_one`, `articles_other`"),
  Mistake(
    "[digest.weekly]", "[digest.Weekly]",
    "schedule.conf:10:9: `Weekly` is not a valid name for a digest; use up to 64 characters of a–z, 0–9, `-`, `_` "
      + "and `.`, beginning with a letter or digit"),
  Mistake(
    "[digest.weekly]", "[digests.weekly]",
    "schedule.conf:10:2: unknown key `digests`; did you mean `digest`?"),
]

private func sponsored(_ lines: String...) -> String {
  ([cron, "[digest.weekly.sponsor]"] + lines).joined(separator: "\n")
}

let sponsorMistakes = [
  Mistake(
    cron, cron + "\nsponsor = \"Shop\"",
    "schedule.conf:12:11: `sponsor` must be a table, for example [sponsor]; found a string"),
  Mistake(
    cron, sponsored("link = \"https://a.example/\""),
    "schedule.conf:12:1: `text` is missing; add, for example, text = \"The Sleep Shop: beds for tired readers.\""),
  Mistake(
    cron, sponsored("text = \"a\\nb\"", "link = \"http://a.example/\"", "txt = 1"),
    "schedule.conf:13:8: `text` must be one line without control characters",
    "schedule.conf:14:8: `link` must be an https URL, for example \"https://shop.example.org/\"",
    "schedule.conf:15:1: unknown key `txt`; did you mean `text`?"),
  Mistake(
    cron, sponsored("text = \"\(String(repeating: "a", count: 601))\"", "label = \"\""),
    "schedule.conf:13:8: `text` has 601 characters; use at most 600",
    "schedule.conf:14:9: `label` must not be empty"),
  Mistake(
    cron, sponsored("text = \"a\"", "image = \"http://a.example/a.png\"", "image_alt = \"A\""),
    "schedule.conf:14:9: `image` must be an https URL or a file of static/, for example \"/shop.png\" for static/shop.png"
  ),
  Mistake(
    cron, sponsored("text = \"a\"", "image = \"/ads/a.png\"", "image_alt = \"A\""),
    "schedule.conf:14:9: there is no file static/ads/a.png; put the image there, or write an https URL"),
  Mistake(
    cron, sponsored("text = \"a\"", "image = \"../a.png\"", "image_alt = \"A\""),
    "schedule.conf:14:9: `image` must be an https URL or a file of static/, for example \"/shop.png\" for static/shop.png"
  ),
  Mistake(
    cron, sponsored("text = \"a\"", "image = \"https://a.example/a.png\""),
    "schedule.conf:14:9: `image` needs a description for readers who do not see it; add, for example, image_alt = \"A bed\""
  ),
  Mistake(
    cron, sponsored("text = \"a\"", "image_alt = \"A\""),
    "schedule.conf:14:13: `image_alt` has no effect without `image`; add that, or remove `image_alt`"),
  Mistake(
    cron, sponsored("text = \"a\"", "until = \"2026-12-31\""),
    "schedule.conf:14:9: `until` must be a date without quotes, for example until = 2026-12-31; found a string"),
  Mistake(
    cron, sponsored("text = \"a\"", "until = 2026-12-31T08:00:00Z"),
    "schedule.conf:14:9: `until` must be a date without quotes, for example until = 2026-12-31; found a date"),
]

let feedMistakes = [
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"", "titles = \"MS\"",
    "feeds/ms.toml:1:1: `title` is missing; add, for example, title = \"Our news\"",
    "feeds/ms.toml:1:1: unknown key `titles`; did you mean `title`?"),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"", "title = \"MS\" 5",
    "feeds/ms.toml:1:14: `5` is unexpected on this line; write \\\" for a quote inside a string, or "
      + "begin a new line"),
  Mistake(
    in: "feeds/ms.toml", "title = \"MS\"\ndescription = \"About MS\"\n", "",
    "feeds/ms.toml:1:1: `description` is missing; add, for example, description = \"What readers find here.\"",
    "feeds/ms.toml:1:1: `title` is missing; add, for example, title = \"Our news\""),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\", \"*\"]",
    "feeds/ms.toml:3:10: \"*\" means every topic, so it must be the only entry"),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[]",
    "feeds/ms.toml:3:10: `topics` is empty, so no article can match; write [\"*\"] for every article"),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"–\"]",
    "feeds/ms.toml:3:11: a topic needs at least one letter or digit"),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\"]\nall_topics = [\"a b\"]\nnot_topics = [\"A-b\", \"c\"]",
    "feeds/ms.toml:5:14: topic `a-b` is also in `all_topics`, so no article can match; remove one"),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\"]\nformats = [\"rss\", \"atm\"]\nlimit = 0",
    "feeds/ms.toml:4:19: `atm` is not a format (rss, atom, json); did you mean `atom`?",
    "feeds/ms.toml:5:9: `limit` must be from 1 to 10000; found 0"),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\"]\nformats = []\nlimit = 10001",
    "feeds/ms.toml:4:11: `formats` is empty; list at least one of rss, atom and json",
    "feeds/ms.toml:5:9: `limit` must be from 1 to 10000; found 10001"),
  Mistake(
    in: "feeds/ms.toml", "[\"MS\"]", "[\"MS\"]\nnot_topics = [\"*\"]",
    "feeds/ms.toml:4:15: \"*\" is allowed only in `topics`; remove it"),
]
