internal import Digests
internal import Leaving
package import Model
package import Press
internal import Time

/// The steps after a backup has replaced the ledger: settles what it can from the mail server's log, ends the subscriptions of
/// readers who left, and recovers the rest.
package struct Restoration {
  private let press: PressRun

  package init(_ press: PressRun) { self.press = press }

  package struct Result {
    /// Deliveries that were accepted according to the log.
    package var accepted = 0
    /// Readers who left while the ledger could not be written.
    package var departures = 0
    /// Nil if a run is in progress.
    package var restored: Restored?
    /// Messages that may or may not have been sent, by issue, for example `weekly#12`; sorted.
    package var doubtful: [(issue: String, messages: Int)] = []
  }

  /// - Parameters:
  ///   - logs: log files of the mail server.
  ///   - sendingAgain: whether messages that may have been sent, but are in no log, are sent again.
  package func finish(logs: [String], sendingAgain: Bool) throws -> Result {
    var result = Result()
    if !logs.isEmpty { result.accepted = try settle(logs) }
    result.departures = try LeavingSpool(site: press.folder).takeIn { departure in
      _ = try press.ledger.leave(departure.token, all: departure.all, origin: departure.origin, at: departure.at)
    }
    result.doubtful = try doubtful()
    result.restored = try press.recover(sendingAgain: sendingAgain)
    return result
  }

  /// Ends deliveries that were accepted according to the logs. Returns their number.
  private func settle(_ logs: [String]) throws -> Int {
    let ids = try messageIDs()
    var log = SMTPLog(wanted: Set(ids.keys))
    for path in logs { try log.read(path) }
    return try press.ledger.settle(
      accepted: log.accepted.compactMap { ids[$0] }, reply: "accepted, according to the log of the mail server",
      at: press.now)
  }

  /// The doubtful deliveries, by Message-ID.
  private func messageIDs() throws -> [String: Delivery.ID] {
    var ids: [String: Delivery.ID] = [:]
    for (issue, deliveries) in Dictionary(grouping: try press.ledger.doubtful(), by: \.issue) {
      guard let recorded = try press.ledger.issue(issue) else { continue }
      let renderer = try press.messageRenderer(of: recorded.frozenAs)
      for one in deliveries {
        // The address is not part of a Message-ID.
        guard let anyone = EmailAddress("reader@example.org") else { continue }
        let reader = Addressee(name: nil, address: anyone, token: one.token)
        let id = renderer.messageID(
          issue: recorded.number, for: reader, domain: recorded.messageDomain, identity: recorded.identity)
        ids[id] = one.id
      }
    }
    return ids
  }

  private func doubtful() throws -> [(issue: String, messages: Int)] {
    var found: [(issue: String, messages: Int)] = []
    for (id, deliveries) in Dictionary(grouping: try press.ledger.doubtful(), by: \.issue) {
      guard let issue = try press.ledger.issue(id) else { continue }
      found.append(("\(issue.digest)#\(issue.number)", deliveries.count))
    }
    return found.sorted { $0.issue < $1.issue }
  }
}
