private let rateRule = "it must be \"none\" or messages per s, min, h or day, such as rate = \"50/s\"."

/// The keys of `[mail]` that limit it, at line 10 and below.
let limitMistakes = [
  Mistake("[digest", "rate = \"none\"\n[digest"),
  Mistake("[digest", "rate = 50\n[digest", "schedule.conf:10:8: `rate` is a whole number; \(rateRule)"),
  Mistake("[digest", "rate = \"fast\"\n[digest", "schedule.conf:10:8: `rate` is \"fast\"; \(rateRule)"),
  Mistake("[digest", "rate = \"0/s\"\n[digest", "schedule.conf:10:8: `rate` is \"0/s\"; \(rateRule)"),
  Mistake("[digest", "rate = \"5/month\"\n[digest", "schedule.conf:10:8: `rate` is \"5/month\"; \(rateRule)"),
  Mistake(
    "[digest", "rate = \"50/sec\"\n[digest",
    "schedule.conf:10:8: `rate` is \"50/sec\"; \(rateRule) Did you mean `50/s`?"),
  Mistake(
    "[digest", "rate = \"200 / Minute\"\n[digest",
    "schedule.conf:10:8: `rate` is \"200 / Minute\"; \(rateRule) Did you mean `200/min`?"),
  Mistake(
    "[digest", "rates = \"50/s\"\nmessages_per_conection = 5\nwarmup = [\"5/day\"]\nverb = true\n[digest",
    "schedule.conf:10:1: unknown key `rates`. Did you mean `rate`?",
    "schedule.conf:11:1: unknown key `messages_per_conection`. Did you mean `messages_per_connection`?",
    "schedule.conf:12:1: unknown key `warmup`. Did you mean `warm_up`?",
    "schedule.conf:13:1: unknown key `verb`. Did you mean `verp`?"),
  Mistake(
    "[digest", "messages_per_connection = 0\n[digest",
    "schedule.conf:10:27: `messages_per_connection` is 0; it must lie between 1 and 100000."),
  Mistake(
    "[digest", "messages_per_connection = \"100\"\n[digest",
    "schedule.conf:10:27: `messages_per_connection` is a text; it must be a whole number, such as "
      + "messages_per_connection = 100."),
  Mistake(
    "[digest", "warm_up = \"200/day\"\n[digest",
    "schedule.conf:10:11: `warm_up` is a text; it must be a list of steps, such as warm_up = [\"200/day\", \"500/day\"]."
  ),
  Mistake(
    "[digest", "warm_up = [\"200/day\", \"300/h\", 5]\n[digest",
    "schedule.conf:10:23: `warm_up` holds \"300/h\"; each step must be a number of messages a day, such as \"200/day\".",
    "schedule.conf:10:32: `warm_up` holds a whole number; it must be a list of texts in quotes."),
  Mistake(
    "[digest", "warm_up = []\n[digest",
    "schedule.conf:10:11: `warm_up` is empty; it must be a list of steps, such as warm_up = [\"200/day\", \"500/day\"]."
  ),
  Mistake(
    "[digest", "warm_up = [\(Array(repeating: "\"9/day\"", count: 61).joined(separator: ", "))]\n[digest",
    "schedule.conf:10:11: `warm_up` has 61 steps; write at most 60."),
  Mistake(
    "[digest", "warm_up = [\n  \"200/day\",\n  \"200/day\",\n  \"100/day\",\n]\n[digest",
    "schedule.conf:13:3: this step of `warm_up` is smaller than the one before it; write \"200/day\" or more."),
  Mistake(
    "[digest", "verp = true\n[digest",
    "schedule.conf:10:8: `verp` needs a mailbox to which failed mail comes back; add bounces = "
      + "\"bounces@example.org\"."),
  Mistake(
    "[digest", "verp = \"yes\"\n[digest",
    "schedule.conf:10:8: `verp` is a text; it must be true or false, such as verp = true."),
  Mistake(
    "[digest", "bounces = \"a23456789-123456789-1234@example.org\"\n[digest",
    "schedule.conf:10:11: `bounces` has no room for `+` and a token, which `verp` adds; write at most 23 octets before "
      + "the @, or verp = false."),
  Mistake("[digest", "bounces = \"a23456789-123456789-123@example.org\"\n[digest"),
  Mistake("[digest", "bounces = \"a23456789-123456789-1234@example.org\"\nverp = false\n[digest"),
]

/// `[mail.domains."NAME"]`.
let domainMistakes = [
  Mistake(
    "[digest", "[mail.domains.\"gmail.com\"]\nrate = \"fast\"\nsessions = 0\nsession = 2\n[digest",
    "schedule.conf:11:8: `rate` is \"fast\"; \(rateRule)",
    "schedule.conf:12:12: `sessions` is 0; it must lie between 1 and 200.",
    "schedule.conf:13:1: unknown key `session`. Did you mean `sessions`?"),
  Mistake(
    "[digest", "[mail.domains.\"gmail.com\"]\nsessions = 11\n[digest",
    "schedule.conf:11:12: `sessions` is 11, but all mail together has 10; write 10 or less."),
  Mistake("[digest", "sessions = 20\n[mail.domains.\"gmail.com\"]\nsessions = 11\n[digest"),
  Mistake(
    "[digest", "[mail.domains.gmail.com]\nrate = \"fast\"\nx = 1\n[digest",
    "schedule.conf:10:15: `gmail` is no mail domain; write \"gmail.com\" in quotes."),
  Mistake(
    "[digest", "[mail.domains.\"x@gmail.com\"]\nrate = \"5/s\"\n[digest",
    "schedule.conf:10:15: `x@gmail.com` is no mail domain; write such as [mail.domains.\"gmail.com\"]."),
  Mistake(
    "[digest", "[mail.domains.\"bücher.example\"]\n[mail.domains.\"XN--BCHER-KVA.example\"]\n[digest",
    "schedule.conf:11:15: `XN--BCHER-KVA.example` and `bücher.example` are one domain (`xn--bcher-kva.example`); keep "
      + "one."),
  Mistake(
    "[digest", "[mail.domains]\nrate = \"5/s\"\n[digest",
    "schedule.conf:11:1: `domains.rate` is a text; it must be a table, such as [mail.domains.\"gmail.com\"]."),
  Mistake(
    "[digest", "domains = [\"gmail.com\"]\n[digest",
    "schedule.conf:10:11: `domains` is a list; it must be a table, such as [mail.domains.\"gmail.com\"]."),
]
