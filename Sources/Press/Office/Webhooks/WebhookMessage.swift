internal import Cryptography
internal import Curl
internal import MIME
internal import Model
internal import Text
internal import Time

/// One event as a webhook gets it (https://www.standardwebhooks.com, version 1.0.0).
struct WebhookMessage {
  let event: WebhookEvent
  let issue: IssueReport?
  /// The key that signs.
  let secret: [UInt8]

  /// What became of an issue.
  struct IssueReport {
    let recorded: RecordedIssue
    let url: String
    let tally: [Delivery.State: Int]
  }

  /// The same with each attempt, so that the receiver can recognise one that it has taken. A ledger that was restored uses
  /// numbers again, but not with these instants.
  var id: String { "evt_\(event.number)_\(event.at.seconds)" }

  var body: String {
    var writer = JSONWriter(.compact, .plain)
    writer.object { root in
      root.member("type", event.kind.rawValue)
      root.member("timestamp", event.at.rfc3339)
      root.member("data") { data in data.object(write) }
    }
    return String(decoding: writer.finish(), as: UTF8.self)
  }

  private func write(_ data: inout JSONWriter) {
    if let reader = event.reader { data.member("reader") { $0.number("\(reader.number)") } }
    if let address = event.address { data.member("email", address.description) }
    if let name = event.name { data.member("name", name) }
    if let digest = event.digest { data.member("digest", digest) }
    if let follows = event.follows { data.member("feeds", follows.text) }
    if let issue { write(issue, &data) }
  }

  private func write(_ issue: IssueReport, _ data: inout JSONWriter) {
    data.member("number") { $0.number("\(issue.recorded.number)") }
    data.member("subject", issue.recorded.subject)
    data.member("url", issue.url)
    data.member("deliveries") { deliveries in
      deliveries.object { object in
        object.member("accepted") { $0.number("\(issue.tally[.accepted] ?? 0)") }
        object.member("refused") { $0.number("\(issue.tally[.refused] ?? 0)") }
        object.member("uncertain") { $0.number("\(issue.tally[.uncertain] ?? 0)") }
        object.member("dropped") { $0.number("\(issue.tally[.dropped] ?? 0)") }
      }
    }
  }

  /// The fields that prove who sent it, and when.
  func fields(_ body: String, at now: Instant) -> [HTTPField] {
    let signed = "\(id).\(now.seconds).\(body)"
    let signature = base64(hmacSHA256(key: secret, Array(signed.utf8)))
    return [
      HTTPField("webhook-id", id), HTTPField("webhook-timestamp", "\(now.seconds)"),
      HTTPField("webhook-signature", "v1," + String(decoding: signature, as: UTF8.self)),
    ]
  }
}
