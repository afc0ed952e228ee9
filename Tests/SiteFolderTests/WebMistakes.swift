import Testing

private let digest = "[digest"

/// `[web]` is in line 10 of the valid site.
private func web(_ lines: String, _ findings: String...) -> Mistake {
  Mistake(digest, "[web]\n\(lines)\n\(digest)", findings: findings)
}

private let listen = "`listen` must be HOST:PORT or unix:/PATH, for example \"127.0.0.1:8080\""
private let proxy = "`trusted_proxy` must be the IP address of the proxy, for example \"127.0.0.1\""
private let origins =
  "`return_origins` must list origins: scheme and host in lower case, without a path, for example "
  + "\"https://www.example.org\""

let webMistakes = [
  web(""),
  web(
    """
    listen = "unix:/run/courant/web.sock"
    trusted_proxy = "::1"
    return_origins = ["https://www.example.org", "http://localhost:8080"]
    record_ip = true
    letters_per_hour = 1
    letters_from = "News <letters@example.org>"
    """),
  web(
    "listen = 8080",
    "schedule.conf:11:10: `listen` must be a string in quotes, for example listen = \"…\"; found a whole number"),
  web("listen = \"8080\"", "schedule.conf:11:10: \(listen)"),
  web("listen = \"127.0.0.1:99999\"", "schedule.conf:11:10: \(listen)"),
  web("listen = \"unix:web.sock\"", "schedule.conf:11:10: \(listen)"),
  web("trusted_proxy = \"proxy.example.org\"", "schedule.conf:11:17: \(proxy)"),
  web("trusted_proxy = \"1234\"", "schedule.conf:11:17: \(proxy)"),
  web("return_origins = [\"https://www.example.org/\"]", "schedule.conf:11:19: \(origins)"),
  web(
    "return_origins = [\"https://a.example\", \"HTTPS://b.example\",\n \"c.example\"]",
    "schedule.conf:11:40: \(origins)",
    "schedule.conf:12:2: \(origins)"),
  web("return_origins = [\"https://u:p@a.example\"]", "schedule.conf:11:19: \(origins)"),
  web("letters_per_hour = 0", "schedule.conf:11:20: `letters_per_hour` must be from 1 to 1000000; found 0"),
  web(
    "letters_per_hour = \"200\"",
    "schedule.conf:11:20: `letters_per_hour` must be a whole number, for example letters_per_hour = 200; found a string"
  ),
  web(
    "record_ip = \"yes\"",
    "schedule.conf:11:13: `record_ip` must be true or false, for example record_ip = true; found a string"),
  web(
    "letters_from = \"letters\"",
    "schedule.conf:11:16: `letters_from` must be \"Name <name@example.org>\" or \"name@example.org\""),
  web(
    "return_origins = 5",
    "schedule.conf:11:18: `return_origins` must be a list of strings, for example return_origins = [\"one\", \"two\"]; "
      + "found a whole number"),
  web(
    "trusted_proxy = [\"127.0.0.1\"]",
    "schedule.conf:11:17: `trusted_proxy` must be a string in quotes, for example trusted_proxy = \"…\"; found a list"),
  web("lisen = \"127.0.0.1:8080\"", "schedule.conf:11:1: unknown key `lisen`; did you mean `listen`?"),
  web("url = \"https://news.example.org\"", "schedule.conf:11:1: unknown key `url`"),
  web("[web.more]", "schedule.conf:11:6: unknown key `more`"),
  Mistake(
    "[site]", "web = true\n[site]", "schedule.conf:1:7: `web` must be a table, for example [web]; found true"),
  Mistake(
    "[mail]\nfrom = \"News <news@example.org>\"\n", "[web]\n",
    "schedule.conf:7:1: [web] needs mail settings; add a table [mail] with at least `from`",
    "schedule.conf:9:9: a digest needs mail settings; add a table [mail] with at least `from`"),
  Mistake(
    "cron =", "sign_up = \"shut\"\ncron =",
    "schedule.conf:11:11: `sign_up` must be one of \"open\", \"closed\"; found \"shut\""),
  // [desk] and [operators]
  desk(
    """
    [desk]
    listen = "unix:/run/courant/desk.sock"
    url = "https://desk.example.org"
    auth_header = "Remote-User"
    trusted_proxy = "127.0.0.1"
    [operators]
    ann = { mail = "ann@example.org", role = "act" }
    [operators."b.o-b"]
    """),
  desk("[desk]\nlisten = \"0.0.0.0:8081\"", "schedule.conf:11:10: \(here)"),
  desk("[desk]\nlisten = \"desk.example.org:8081\"", "schedule.conf:11:10: \(here)"),
  desk("[desk]\nlisten = \"8081\"", "schedule.conf:11:10: \(listen)"),
  desk(
    "[desk]\nauth_header = \"Remote User\"",
    "schedule.conf:11:15: `auth_header` must be the name of a header field, for example \"Remote-User\""),
  desk("[desk]\nheader = \"Remote-User\"", "schedule.conf:11:1: unknown key `header`"),
  desk(
    "[operators]\nann = { role = \"boss\" }",
    "schedule.conf:11:16: `role` must be one of \"look\", \"act\"; found \"boss\""),
  desk(
    "[operators]\nann = \"ann@example.org\"",
    "schedule.conf:11:1: `operators.ann` must be a table, for example [operators.NAME]; found a string"),
  desk(
    "[operators.\"an n\"]",
    "schedule.conf:10:12: the name of an operator must have 1 to 40 letters, digits, dots, hyphens and underscores, and "
      + "begin with a letter or digit; found `an n`"),
]

/// On line 10 of the valid site.
private func desk(_ lines: String, _ findings: String...) -> Mistake {
  Mistake(digest, "\(lines)\n\(digest)", findings: findings)
}

private let here =
  "`listen` must be a unix socket or an address of this machine, for example \"unix:/run/courant/desk.sock\" or "
  + "\"127.0.0.1:8081\"; let a web server that encrypts pass requests on to it"
