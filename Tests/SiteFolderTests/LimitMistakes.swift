private let rateRule = "`rate` must be \"none\" or messages per s, min, h or day, for example rate = \"50/s\"; found"

/// The keys of `[mail]` that limit it, at line 10 and below.
let limitMistakes = [
  Mistake("[digest", "rate = \"none\"\n[digest"),
  Mistake("[digest", "rate = 50\n[digest", "schedule.conf:10:8: \(rateRule) a whole number"),
  Mistake("[digest", "rate = \"fast\"\n[digest", "schedule.conf:10:8: \(rateRule) \"fast\""),
  Mistake("[digest", "rate = \"0/s\"\n[digest", "schedule.conf:10:8: \(rateRule) \"0/s\""),
  Mistake("[digest", "rate = \"5/month\"\n[digest", "schedule.conf:10:8: \(rateRule) \"5/month\""),
  Mistake(
    "[digest", "rate = \"50/sec\"\n[digest",
    "schedule.conf:10:8: \(rateRule) \"50/sec\"; did you mean `50/s`?"),
  Mistake(
    "[digest", "rate = \"200 / Minute\"\n[digest",
    "schedule.conf:10:8: \(rateRule) \"200 / Minute\"; did you mean `200/min`?"),
  Mistake(
    "[digest", "rates = \"50/s\"\nmessages_per_conection = 5\nwarmup = [\"5/day\"]\nverb = true\n[digest",
    "schedule.conf:10:1: unknown key `rates`; did you mean `rate`?",
    "schedule.conf:11:1: unknown key `messages_per_conection`; did you mean `messages_per_connection`?",
    "schedule.conf:12:1: unknown key `warmup`; did you mean `warm_up`?",
    "schedule.conf:13:1: unknown key `verb`; did you mean `verp`?"),
  Mistake(
    "[digest", "messages_per_connection = 0\n[digest",
    "schedule.conf:10:27: `messages_per_connection` must be from 1 to 100000; found 0"),
  Mistake(
    "[digest", "messages_per_connection = \"100\"\n[digest",
    "schedule.conf:10:27: `messages_per_connection` must be a whole number, for example messages_per_connection = "
      + "100; found a string"),
  Mistake(
    "[digest", "warm_up = \"200/day\"\n[digest",
    "schedule.conf:10:11: `warm_up` must be a list of steps, for example warm_up = [\"200/day\", \"500/day\"]; "
      + "found a string"
  ),
  Mistake(
    "[digest", "warm_up = [\"200/day\", \"300/h\", 5]\n[digest",
    "schedule.conf:10:23: each step of `warm_up` must be a number of messages per day, for example \"200/day\"; "
      + "found \"300/h\"",
    "schedule.conf:10:32: `warm_up` must be a list of strings in quotes; found a whole number"),
  Mistake(
    "[digest", "warm_up = []\n[digest",
    "schedule.conf:10:11: `warm_up` must be a list of steps, for example warm_up = [\"200/day\", \"500/day\"]; "
      + "found an empty list"
  ),
  Mistake(
    "[digest", "warm_up = [\(Array(repeating: "\"9/day\"", count: 61).joined(separator: ", "))]\n[digest",
    "schedule.conf:10:11: `warm_up` has 61 steps; write at most 60"),
  Mistake(
    "[digest", "warm_up = [\n  \"200/day\",\n  \"200/day\",\n  \"100/day\",\n]\n[digest",
    "schedule.conf:13:3: this step of `warm_up` is smaller than the one before it; write \"200/day\" or more"),
  Mistake(
    "[digest", "verp = true\n[digest",
    "schedule.conf:10:8: `verp` needs a mailbox for failed mail; add, for example, bounces = \"bounces@example.org\""),
  Mistake(
    "[digest", "verp = \"yes\"\n[digest",
    "schedule.conf:10:8: `verp` must be true or false, for example verp = true; found a string"),
  Mistake(
    "[digest", "bounces = \"a23456789-123456789-1234@example.org\"\n[digest",
    "schedule.conf:10:11: `bounces` is too long for the `+` and the token that `verp` adds; use at most 23 octets "
      + "before the @, or set verp = false"),
  Mistake("[digest", "bounces = \"a23456789-123456789-123@example.org\"\n[digest"),
  Mistake("[digest", "bounces = \"a23456789-123456789-1234@example.org\"\nverp = false\n[digest"),
]

/// `[mail.domains."NAME"]`.
let domainMistakes = [
  Mistake(
    "[digest", "[mail.domains.\"gmail.com\"]\nrate = \"fast\"\nsessions = 0\nsession = 2\n[digest",
    "schedule.conf:11:8: \(rateRule) \"fast\"",
    "schedule.conf:12:12: `sessions` must be from 1 to 200; found 0",
    "schedule.conf:13:1: unknown key `session`; did you mean `sessions`?"),
  Mistake(
    "[digest", "[mail.domains.\"gmail.com\"]\nsessions = 11\n[digest",
    "schedule.conf:11:12: `sessions` must be at most 10, the limit for all mail; found 11"),
  Mistake("[digest", "sessions = 20\n[mail.domains.\"gmail.com\"]\nsessions = 11\n[digest"),
  Mistake(
    "[digest", "[mail.domains.gmail.com]\nrate = \"fast\"\nx = 1\n[digest",
    "schedule.conf:10:15: `gmail` is not a mail domain; write \"gmail.com\" in quotes"),
  Mistake(
    "[digest", "[mail.domains.\"x@gmail.com\"]\nrate = \"5/s\"\n[digest",
    "schedule.conf:10:15: `x@gmail.com` is not a mail domain; write, for example, [mail.domains.\"gmail.com\"]"),
  Mistake(
    "[digest", "[mail.domains.\"bücher.example\"]\n[mail.domains.\"XN--BCHER-KVA.example\"]\n[digest",
    "schedule.conf:11:15: `XN--BCHER-KVA.example` and `bücher.example` are the same domain "
      + "(`xn--bcher-kva.example`); remove one"),
  Mistake(
    "[digest", "[mail.domains]\nrate = \"5/s\"\n[digest",
    "schedule.conf:11:1: `domains.rate` must be a table, for example [mail.domains.\"gmail.com\"]; found a string"),
  Mistake(
    "[digest", "domains = [\"gmail.com\"]\n[digest",
    "schedule.conf:10:11: `domains` must be a table, for example [mail.domains.\"gmail.com\"]; found a list"),
]

/// The table `[ledger]`, at line 10 and below.
let ledgerMistakes = [
  Mistake("[digest", "[ledger]\nurl = \"sqlite:var/courant.sqlite\"\n[digest"),
  Mistake(
    "[digest", "[ledger]\nurl = \"postgres://news@a,b:5433/news?sslmode=require\"\npassword_file = \"p\"\n[digest"),
  Mistake(
    "[digest", "[ledger]\nurl = \"mysql://a/b\"\n[digest",
    "schedule.conf:11:7: `url` must be \"sqlite:var/courant.sqlite\" or \"postgres://USER@HOST/DATABASE\"; found "
      + "\"mysql://a/b\""),
  Mistake("[digest", "[ledger]\nurl = \"postgres://news:secret@a/news\"\n[digest", ledgerPassword),
  Mistake("[digest", "[ledger]\nurl = \"postgres://a/news?user=x&password=secret\"\n[digest", ledgerPassword),
  Mistake(
    "[digest", "[ledger]\npassword_file = \"p\"\n[digest",
    "schedule.conf:11:17: `password_file` needs a server in `url`"),
  Mistake("[digest", "[web]\n[ledger]\nurl = \"postgres://a/news\"\nbackup_within = \"2d\"\n[digest"),
]

private let ledgerPassword =
  "schedule.conf:11:7: remove the password from `url`; write it into ~/.pgpass, or point `password_file` to a file that "
  + "only you can read"
