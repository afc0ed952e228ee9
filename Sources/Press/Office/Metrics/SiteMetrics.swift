internal import Foundation
internal import Model
package import Press
package import Text
internal import Time

/// The state of the ledger as metrics. No label contains a reader's address, token or domain.
package struct SiteMetrics {
  private let press: PressRun
  private let status: SiteStatus

  package init(_ press: PressRun) throws {
    self.press = press
    status = try SiteStatus(press)
  }

  package func families() throws -> [MetricFamily] {
    let totals = TotalMetrics(try press.ledger.totals())
    return try runs() + queue()
      + [subscriptions, slots(), holds, sources, ledgerBytes, articles, letters].compactMap(\.self)
      + totals.families
  }

  private func runs() throws -> [MetricFamily] {
    var build = MetricFamily("courant_build_info", .gauge, "The version of Courant.")
    build.add(1, (name: "version", value: Courant.version))
    let record = try RunRecord(in: press.ledger)
    return [
      build,
      MetricFamily(
        "courant_run_last_timestamp_seconds", .gauge, "When the last run began.", value: record.last?.metric),
      MetricFamily(
        "courant_run_last_success_timestamp_seconds", .gauge, "When the last run with exit status 0 began.",
        value: record.lastSuccess?.metric),
      MetricFamily(
        "courant_run_exit_status", .gauge, "The exit status of the last run.", value: record.exitStatus.map(Double.init)
      ),
      MetricFamily(
        "courant_run_duration_seconds", .gauge, "How long the last run took.", value: record.seconds.map(Double.init)),
    ]
  }

  private func queue() throws -> [MetricFamily] {
    var ended = MetricFamily("courant_deliveries_total", .counter, "Messages of issues, by outcome.")
    var waiting = MetricFamily("courant_deliveries_waiting", .gauge, "Messages of issues that have no outcome yet.")
    for (digest, tally) in try talliesOfDigests().sorted(by: { $0.key < $1.key }) {
      for state in Delivery.State.allCases {
        let count = Double(tally[state] ?? 0)
        let name = (name: "digest", value: digest)
        if state.isWaiting {
          waiting.add(count, name, (name: "state", value: state.rawValue))
        } else {
          ended.add(count, name, (name: "outcome", value: state.rawValue))
        }
      }
    }
    let oldest = status.oldest_open.flatMap { Instant(rfc3339: $0) }
    return [
      ended, waiting,
      MetricFamily(
        "courant_oldest_waiting_timestamp_seconds", .gauge, "When the oldest issue with a waiting message was frozen.",
        value: oldest?.metric),
    ]
  }

  private func talliesOfDigests() throws -> [String: [Delivery.State: Int]] {
    let tallies = try press.ledger.tallies()
    return try press.ledger.issues(of: nil, limit: nil).reduce(into: [:]) { sums, issue in
      sums[issue.digest, default: [:]].merge(tallies[issue.id] ?? [:], uniquingKeysWith: +)
    }
  }

  private var subscriptions: MetricFamily {
    var family = MetricFamily("courant_subscriptions", .gauge, "Subscriptions by status.")
    for digest in status.digests {
      let counts = [
        ("confirmed", digest.confirmed), ("pending", digest.pending), ("ended", digest.ended),
        ("suppressed", digest.suppressed),
      ]
      for (status, count) in counts {
        family.add(Double(count), (name: "digest", value: digest.name), (name: "status", value: status))
      }
    }
    return family
  }

  private func slots() -> MetricFamily {
    var family = MetricFamily("courant_slot_next_timestamp_seconds", .gauge, "When the next slot is due.")
    for digest in press.site.digests {
      guard let slot = digest.slot(after: press.now, zone: press.site.zone) else { continue }
      family.add(slot.due.metric, (name: "digest", value: digest.name))
    }
    return family
  }

  private var holds: MetricFamily {
    MetricFamily(
      "courant_issues_held", .gauge, "Slots that wait for courant release.", value: Double(status.held.count))
  }

  private var sources: MetricFamily? {
    guard !press.site.upstreams.isEmpty else { return nil }
    var family = MetricFamily("courant_sources", .gauge, "Sources that are not well, by state.")
    for state in SourceHealth.State.allCases where state != .well && state != .new {
      let count = status.sources.count { $0.state == state }
      family.add(Double(count), (name: "state", value: state.rawValue))
    }
    return family
  }

  /// The size of the ledger and its write-ahead log.
  private var ledgerBytes: MetricFamily {
    let path = press.folder + "/var/courant.sqlite"
    let sizes = [path, path + "-wal"].map { file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)  // it may not exist
      return (attributes?[.size] as? NSNumber)?.doubleValue ?? 0
    }
    return MetricFamily("courant_ledger_bytes", .gauge, "The size of the ledger's files.", value: sizes.reduce(0, +))
  }

  private var articles: MetricFamily {
    var family = MetricFamily(
      "courant_articles", .gauge, "Articles that are published or under embargo, and faulty files.")
    family.add(Double(status.articles), (name: "state", value: "shelved"))
    family.add(Double(status.faults), (name: "state", value: "faulty"))
    return family
  }

  private var letters: MetricFamily {
    var family = MetricFamily("courant_letters", .gauge, "Letters that wait, and those that failed within seven days.")
    family.add(Double(status.letters?.waiting ?? 0), (name: "state", value: "waiting"))
    family.add(Double(status.letters?.failed ?? 0), (name: "state", value: "failed"))
    return family
  }
}

extension Instant {
  fileprivate var metric: Double { Double(seconds) }
}

extension Delivery.State {
  fileprivate var isWaiting: Bool { [.queued, .claimed, .deferred].contains(self) }
}
