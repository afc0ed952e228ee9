/// `[sources.a]` with these lines, from line 8 on.
private func source(_ lines: String, _ findings: String...) -> Mistake {
  Mistake("[mail]", "[sources.a]\n\(lines)\n[mail]", findings: findings)
}

/// A feed with these lines, from line 9 on.
private func feed(_ lines: String, _ findings: String...) -> Mistake {
  Mistake("[mail]", "[sources.a]\nurl = \"https://a.example/feed\"\n\(lines)\n[mail]", findings: findings)
}

private let kinds =
  "\"feed\", \"page\", \"sitemap\", \"pubmed\", \"biorxiv\", \"medrxiv\", \"crossref\", \"arxiv\""

/// Mistakes in sources that are read over the network.
let upstreamMistakes = urlMistakes + kindMistakes + ruleMistakes + valueMistakes + accessMistakes

private let urlMistakes = [
  feed(""),
  source(
    "url = \"journal.example.org/feed\"",
    "schedule.conf:8:7: `url` is not an absolute http(s) URL; write, for example, "
      + "\"https://journal.example.org/feed\""),
  source(
    "url = \"feed://a.example/\"",
    "schedule.conf:8:7: `url` is not an absolute http(s) URL; write, for example, "
      + "\"https://journal.example.org/feed\""),
  source(
    "url = \"https://ann:secret@a.example/feed\"",
    "schedule.conf:8:16: `url` contains a login; remove it, and write `user` and `password_file`"),
  source(
    "url = \"https://a.example/feed?a b\"",
    "schedule.conf:8:32: `url` contains characters not allowed in a URL; percent-encode them: %XX"),
  source(
    "url = \"https://a.example/é\"",
    "schedule.conf:8:26: `url` contains characters not allowed in a URL; percent-encode them: %XX"),
  source(
    "url = \"https://a.example/feed#top\"",
    "schedule.conf:8:30: `url` has a fragment, which servers never see; remove it"),
  source("url = \"https:///feed\"", "schedule.conf:8:16: `url` has no valid host"),
  source(
    "url = \"https://neüs.example/\"",
    "schedule.conf:8:16: `url` has a host that is not ASCII (write it as xn--…)"),
  source(
    "url = 5", "schedule.conf:8:7: `url` must be a string in quotes, for example url = \"…\"; found a whole number"),
  source(
    "url = \"https://a.example/feed\"\nfolder = \"x\"",
    "schedule.conf:9:1: `folder` is for folders, not for kind = \"feed\"; remove it"),
  source(
    "url = \"https://a.example/feed\"\n[sources.b]\nurl = \"https://a.example/feed\"",
    "schedule.conf:10:7: source `a` has the same `url`; remove one"),
  source(
    "folder = \"x\"\nevery = \"1h\"",
    "schedule.conf:9:1: `every` is for sources with `url` or `kind`, not for folders; remove it"),
  source(
    "folder = \"x\"\nevry = \"1h\"", "schedule.conf:9:1: unknown key `evry`; did you mean `every`?"),
]

private let kindMistakes = [
  source(
    "kind = \"rss\"\nurl = \"https://a.example/feed\"",
    "schedule.conf:8:8: `kind` must be one of \(kinds); found \"rss\""),
  source(
    "kind = \"page\"",
    "schedule.conf:7:1: `url` is missing; add, for example, url = \"https://journal.example.org/feed\""),
  source(
    "kind = \"pubmed\"",
    "schedule.conf:7:1: `query` is missing; add, for example, query = \"multiple sclerosis[majr]\""),
  source(
    "kind = \"pubmed\"\nquery = \"\"", "schedule.conf:9:9: `query` must not be empty"),
  source("kind = \"pubmed\"\nquery = \"als\"\nkey_file = \"key\"\n[sources.b]\nkind = \"pubmed\"\nquery = \"ms\""),
  source(
    "kind = \"crossref\"",
    "schedule.conf:7:1: `filter` is missing; add, for example, filter = \"issn:1476-5381\""),
  source(
    "kind = \"crossref\"\nfilter = \"1476-5381\"",
    "schedule.conf:9:10: `filter` must be names and values of Crossref's filters, for example "
      + "\"issn:1476-5381,type:journal-article\""),
  source(
    "kind = \"biorxiv\"\nserver = \"arxiv\"",
    "schedule.conf:9:10: `server` must be one of \"biorxiv\", \"medrxiv\"; found \"arxiv\""),
  source(
    "kind = \"arxiv\"",
    "schedule.conf:7:1: `category` is missing; add, for example, category = \"q-bio.NC\""),
  source(
    "kind = \"arxiv\"\ncategory = \"neurons and cognition\"",
    "schedule.conf:9:12: `category` must be an archive of arXiv or one of its subjects, for example \"q-bio.NC\""),
  source(
    "kind = \"arxiv\"\nurl = \"https://a.example/rss\"\ncategory = \"cs\"",
    "schedule.conf:10:12: `category` has no effect next to `url`; remove one"),
  feed(
    "query = \"als\"", "schedule.conf:9:1: `query` is for kind = \"pubmed\", not for kind = \"feed\"; remove it"),
  feed(
    "[sources.a.page]\nitems = \"article\"",
    "schedule.conf:9:12: `page` is for kind = \"page\", \"sitemap\", not for kind = \"feed\"; remove it"),
  source(
    "kind = \"medrxiv\"\ntime_zone = \"UTC\"\nmirror = true",
    "schedule.conf:9:1: `time_zone` is for kind = \"feed\", \"page\", \"sitemap\", not for kind = \"medrxiv\"; "
      + "remove it",
    "schedule.conf:10:1: `mirror` is for kind = \"feed\", \"page\", \"sitemap\", not for kind = \"medrxiv\"; "
      + "remove it"),
  source(
    "kind = \"page\"\nurl = \"https://a.example/\"\n[sources.a.page]\nitems = \"main > article:hover\"\n"
      + "link = \"h2 a@href\"\ntitle = \"\"\nbodi = \"p\"",
    "schedule.conf:11:25: `items` is not a selector that can be used: `:hover` is not supported; :first-child, "
      + ":last-child, :nth-child(2n+1) and :not(.class) are",
    "schedule.conf:13:9: `title` must not be empty",
    "schedule.conf:14:1: unknown key `bodi`; did you mean `body`?"),
]

private let ruleMistakes = [
  feed("only = \"title: multiple scleros*\"\nnot = [\"topic: corrections\", \"text: (sponsored)\"]"),
  feed(
    "only = \"multiple sclerosis\"",
    "schedule.conf:9:9: a rule is a field, a colon and words, for example \"title: multiple sclerosis\"; found "
      + "\"multiple sclerosis\""),
  feed(
    "not = [\"title: x\", \"titel: y\"]",
    "schedule.conf:9:21: `titel` is not a field of a rule (title, text, topic, author, link); did you mean `title`?"),
  feed("not = [\"title: \"]", "schedule.conf:9:15: this rule has no words, so it matches nothing; write some"),
  feed(
    "not = [\"title: a*b\"]",
    "schedule.conf:9:17: `*` matches any ending, so it must be the last of a word"),
  feed("not = [\"title: a – b\"]", "schedule.conf:9:18: `–` has no letter or digit; remove it"),
  feed("not = [\"title: *\"]", "schedule.conf:9:16: `*` has no letter or digit; remove it"),
  feed("not = [\"title: a\", \"title:  a\"]", "schedule.conf:9:20: this rule is listed twice; remove one"),
  feed("only = []", "schedule.conf:9:8: `only` is empty, which leaves everything in; remove it"),
  feed(
    "only = 5",
    "schedule.conf:9:8: `only` must be a list of strings, for example only = [\"one\", \"two\"]; found a whole number"
  ),
]

private let valueMistakes = [
  feed(
    "topic_map = { \"–\" = \"a\", \"A b\" = \"c\", \"a-b\" = \"d\", \"e\" = 5 }",
    "schedule.conf:9:15: a topic needs at least one letter or digit",
    "schedule.conf:9:41: `a-b` and `A b` are the same category; remove one",
    "schedule.conf:9:60: `e` must be a string in quotes, for example e = \"…\"; found a whole number"),
  feed(
    "topics_from = \"tags\"\ncontent = \"ful\"\nnew_source = \"some\"\nupdates = \"loud\"\nfuture = \"later\"",
    "schedule.conf:9:15: `topics_from` must be one of \"categories\", \"known\", \"none\"; found \"tags\"",
    "schedule.conf:10:11: `content` must be one of \"full\", \"summary\", \"none\"; found \"ful\"; did you mean `full`?",
    "schedule.conf:11:14: `new_source` must be one of \"since last issue\", \"none\", \"all\"; found \"some\"",
    "schedule.conf:12:11: `updates` must be one of \"quiet\", \"ignore\"; found \"loud\"",
    "schedule.conf:13:10: `future` must be one of \"now\", \"embargo\"; found \"later\""),
  feed(
    "every = \"5m\"\nmax_new = 0\ndate_format = \"EU\"\ntime_zone = \"Paris\"",
    "schedule.conf:9:9: `every` must be from 15m to 31d; found \"5m\"",
    "schedule.conf:10:11: `max_new` must be from 1 to 10000; found 0",
    "schedule.conf:11:15: `date_format` must be one of \"US\", \"day first\"; found \"EU\"",
    "schedule.conf:12:13: `Paris` is not a time zone; write Area/City, for example \"Europe/London\", or \"UTC\"; did "
      + "you mean `Europe/Paris`?"),
  feed(
    "mirror = \"yes\"",
    "schedule.conf:9:10: `mirror` must be true or false, for example mirror = true; found a string"),
]

private let accessMistakes = [
  feed(
    "user = \"ann\"", "schedule.conf:9:8: `user` needs `password_file`; point it to a file that only you can read"),
  feed(
    "password_file = \"secret\"",
    "schedule.conf:9:17: `password_file` needs `user`; write, for example, user = \"ann\""),
  feed(
    "user = \"ann:secret\"\npassword_file = \"secret\"",
    "schedule.conf:9:12: `user` contains a colon; write the password into the file that `password_file` names"),
  feed(
    "user = \"ann\"\npassword_file = \"/secret\"",
    "schedule.conf:10:17: `password_file` must be a path inside the site folder, relative to it; found \"/secret\""),
  source(
    "url = \"http://a.example/\"\nuser = \"ann\"\npassword_file = \"secret\"",
    "schedule.conf:9:8: the password is sent unencrypted; write https:// in `url`"),
  source("url = \"http://127.0.0.1:8080/\"\nuser = \"ann\"\npassword_file = \"secret\""),
  feed("user_agent = \"Gazette é\"", "schedule.conf:9:14: `user_agent` may have only ASCII characters"),
  feed(
    "proxy = \"http://u:p@proxy.example\"", "schedule.conf:9:17: `proxy` contains a login; remove it"),
]
