internal import Delivery
internal import Foundation
internal import Model
internal import Presentation
internal import Text
internal import Time

/// The end of step 3: WebSub hubs are pinged about changed documents, while mail is being sent.
extension PressRun {
  /// Called before the documents are confirmed, so each ping is sent in this run or a later one. The URL equals the
  /// document's own `self` link exactly (WebSub §4).
  func recordPings(_ paths: [String]) throws {
    guard ways.hubCaller != nil, !isRehearsal else { return }
    try ledger.record(
      pings: site.hubs.flatMap { hub in
        paths.map { Ping(hub: hub, document: site.address(percentEncodedPath($0)), since: now) }
      })
  }

  /// Calls the hubs that have pending pings, except those that failed recently; nil if there are none.
  func callHubs() throws -> HubRound? {
    guard let hubCaller = ways.hubCaller, !isRehearsal, !site.hubs.isEmpty else { return nil }
    let pings = try ledger.pings()
    let isLost = { (ping: Ping) in ping.since + Ping.patience <= now || !site.hubs.contains(ping.hub) }
    try ledger.end(pings: pings.filter(isLost))
    let due = try Dictionary(grouping: pings.filter { !isLost($0) }, by: \.hub).filter { hub, _ in
      try backoff(of: hub)?.isOver(at: now) ?? true
    }
    return due.isEmpty ? nil : HubRound(due, caller: hubCaller)
  }

  /// Waits briefly for the hubs and records the results. A failure does not affect the run.
  func hearHubs(_ round: HubRound?, _ report: inout RunReport) throws {
    guard let round else { return }
    let calls = round.calls(unless: ways.stop)
    for (hub, pings) in round.pings.sorted(by: { $0.key < $1.key }) {
      let call = calls[hub] ?? HubCall(fault: ways.stop.isRaised ? nil : "it did not answer in time")
      let notified = Set(call.notified)
      try ledger.end(pings: pings.filter { notified.contains($0.document) })
      if call.fault != nil || notified.count == pings.count { try noteBackoff(with: hub, hasFailed: call.fault != nil) }
      if let fault = call.fault { try reportFailure(hub, fault, &report) }
    }
  }

  private func backoff(of hub: String) throws -> HubBackoff? {
    try ledger.note("hub patience \(hub)").flatMap { HubBackoff($0) }
  }

  private func noteBackoff(with hub: String, hasFailed: Bool) throws {
    let earlier = try backoff(of: hub)
    guard hasFailed else { return earlier == nil ? () : try ledger.setNote("hub patience \(hub)", "") }
    try ledger.setNote("hub patience \(hub)", HubBackoff(failedAt: now, after: earlier).note)
  }

  /// Reports at most once a day about each hub.
  private func reportFailure(_ hub: String, _ fault: String, _ report: inout RunReport) throws {
    let key = "hub told \(hub)"
    if let reported = try ledger.note(key).flatMap(Int64.init).map(Instant.init(seconds:)),
      reported <= now, now < reported + .seconds(24 * 3600)
    {
      return
    }
    report.notices.append(
      "hub \(hub): ping failed: \(fault); retrying at growing intervals for 24 hours")
    try ledger.setNote(key, "\(now.seconds)")
  }
}
