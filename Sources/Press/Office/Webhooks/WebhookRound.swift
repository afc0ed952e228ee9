internal import Curl
internal import Foundation
internal import Model
internal import Presentation
package import Press
internal import SiteFolder
internal import Time

/// Informs the webhooks of what happened since: in order, one event after the other, after all mail has left.
package struct WebhookRound {
  private let press: PressRun
  private let ask: WebCheck.Asking

  private static let timeout = Duration.seconds(10)
  /// For all events of one webhook in one run.
  private static let budget = Duration.seconds(30)
  private static let batch = 100

  package init(_ press: PressRun, ask: @escaping WebCheck.Asking) {
    self.press = press
    self.ask = ask
  }

  private var ledger: any Ledger { press.ledger }
  private var now: Instant { press.now }

  package func run(_ report: inout RunReport) throws {
    let webhooks = press.site.webhooks
    try ledger.keepEvents(for: Set(webhooks.map(\.name)))
    guard !webhooks.isEmpty else { return }
    try ledger.recordSentIssues(at: now)
    _ = try ledger.withWebhookLock {
      let states = Dictionary(try ledger.webhooks().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
      for webhook in webhooks {
        guard let state = states[webhook.name] else { continue }
        try inform(webhook, state, &report)
      }
      try ledger.deleteTakenEvents()
    }
  }

  private func inform(_ webhook: WebhookSettings, _ before: WebhookState, _ report: inout RunReport) throws {
    var state = before
    guard state.isDue(at: now), try ledger.countEvents(after: state.last, of: webhook.events) > 0 else { return }
    let secret: [UInt8]
    do throws(Finding) {
      secret = try signingSecret(of: webhook, folder: press.folder)
    } catch {
      return report.fail("\(error)", .badConfiguration)
    }
    var rest = Self.budget
    while rest > .zero {
      let events = try ledger.events(after: state.last, of: webhook.events, limit: Self.batch)
      if events.isEmpty { return }
      for event in events where rest > .zero {
        let (fault, took) = try send(event, to: webhook, secret)
        rest -= took
        if let fault { return try fail(webhook, &state, fault, &report) }
        state.take(event)
        try ledger.record(state)
      }
    }
  }

  private func fail(
    _ webhook: WebhookSettings, _ state: inout WebhookState, _ fault: String, _ report: inout RunReport
  ) throws {
    state.fail(fault, at: now)
    var count = 0
    while true {
      let waiting = try ledger.events(after: state.last, of: webhook.events, limit: Self.batch)
      let old = state.giveUp(waiting, at: now)
      count += old.count
      if old.count < Self.batch { break }
    }
    try ledger.record(state)
    guard count > 0 else { return }
    let events = count == 1 ? "1 event was" : "\(count) events were"
    report.fail(
      "[webhooks.\(webhook.name)]: \(events) given up after three days: \(fault); what it knows of readers may be wrong, so "
        + "compare it with `courant subscribers export`", .waiting, lasts: false)
  }

  /// Returns why it was not taken, and how long that took.
  private func send(
    _ event: WebhookEvent, to webhook: WebhookSettings, _ secret: [UInt8]
  ) throws -> (fault: String?, took: Duration) {
    guard let url = HTTPAddress(webhook.url) else { return ("its URL cannot be asked", .zero) }
    if !webhook.allowsPrivate, let reason = url.privateReason { return (Self.private(reason), .zero) }
    let message = WebhookMessage(event: event, issue: try issue(of: event), secret: secret)
    let body = message.body
    var request = HTTPRequest(url: url, userAgent: "Courant/\(Courant.version)")
    request.body = HTTPBody(body, type: "application/json")
    request.fields = message.fields(body, at: now)
    request.mostBytes = 100_000
    request.timeout = Self.timeout
    request.allowsPrivate = webhook.allowsPrivate
    let exchange = ask(request)
    switch exchange.result {
    case .success(let response) where (200...299).contains(response.status): return (nil, exchange.took)
    case .success(let response):
      let moved = response.location.map { " and leads to \(forDisplay($0, atMost: 200)), which is not followed" } ?? ""
      return ("it answered \(response.status)\(moved)", exchange.took)
    case .failure(let failure) where failure.kind == .privateAddress:
      return (Self.private(failure.sentence), exchange.took)
    case .failure(let failure): return (failure.sentence, exchange.took)
    }
  }

  private static func `private`(_ reason: String) -> String { "\(reason); if that is right, set allow_private = true" }

  private func issue(of event: WebhookEvent) throws -> WebhookMessage.IssueReport? {
    guard let id = event.issue, let recorded = try ledger.issue(id) else { return nil }
    let page = PagePath.issue(digest: recorded.digest, number: recorded.number)
    return WebhookMessage.IssueReport(
      recorded: recorded, url: press.site.address(page), tally: try ledger.tally(of: id))
  }
}
