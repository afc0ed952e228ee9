import Testing

private let digest = "[digest"

/// `[webhooks.crm]` is in line 10 of the valid site.
private func webhook(_ lines: String, _ findings: String...) -> Mistake {
  Mistake(digest, "[webhooks.crm]\n\(lines)\n\(digest)", findings: findings)
}

let webhookMistakes = [
  webhook("url = \"https://crm.example.org/in\"\nsecret_file = \"crm.secret\"\nevents = [\"reader.left\"]"),
  webhook(
    "url = \"crm.example.org\"\nsecret_file = \"crm.secret\"",
    "schedule.conf:11:7: `url` must be the URL that takes events, for example \"https://crm.example.org/courant\""),
  webhook(
    "url = \"https://crm.example.org\"",
    "schedule.conf:10:1: `secret_file` is missing; add, for example, secret_file = \"crm.secret\""),
  webhook(
    "url = \"https://crm.example.org\"\nsecret_file = \"s\"\nevents = [\"reader.gone\"]",
    "schedule.conf:13:11: `reader.gone` is not an event; there are reader.subscribed, reader.confirmed, reader.left, "
      + "reader.bounced, reader.complained, issue.sent"),
  webhook(
    "url = \"https://crm.example.org\"\nsecret_file = \"s\"\nevents = []",
    "schedule.conf:13:10: `events` is empty; write at least one of reader.subscribed, reader.confirmed, reader.left, "
      + "reader.bounced, reader.complained, issue.sent"),
]
