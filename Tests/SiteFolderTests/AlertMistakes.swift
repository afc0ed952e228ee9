import Testing

private let digest = "[digest"

/// `[alerts]` is on line 10 of the valid site.
private func alerts(_ lines: String, _ findings: String...) -> Mistake {
  Mistake(digest, "[alerts]\n\(lines)\n\(digest)", findings: findings)
}

let alertMistakes = [
  alerts("to = [\"ann@example.org\", \"bob@example.org\"]"),
  alerts("", "schedule.conf:10:1: [alerts] is empty; add, for example, to = [\"ann@example.org\"]"),
  alerts("to = []", "schedule.conf:11:6: `to` is empty; write at least one address, or remove it"),
  alerts(
    "to = [\"ann@example.org\", \"bob\"]",
    "schedule.conf:11:26: `bob` must be an email address, for example \"ann@example.org\""),
  alerts("ping = \"https://hc-ping.com/1\"\nping_issues = \"http://127.0.0.1/2/\"\nmetrics_file = \"var/m.prom\""),
  alerts(
    "ping = \"hc-ping.com/1\"",
    "schedule.conf:11:8: `ping` must be the URL of a check without `?`, for example \"https://hc-ping.com/UUID\""),
]

let logMistakes = [
  Mistake(digest, "[log]\nformat = \"json\"\n\(digest)", findings: []),
  Mistake(
    digest, "[log]\nformat = \"jsn\"\n\(digest)",
    findings: [
      "schedule.conf:11:10: `format` must be one of \"logfmt\", \"json\"; found \"jsn\"; did you mean `json`?"
    ]),
]
