internal import Model
internal import Text

/// The counts that only grow, as metrics.
struct TotalMetrics {
  private let totals: [Total]

  init(_ totals: [Total]) { self.totals = totals }

  var families: [MetricFamily] { [bounces, events, letters, refusedSignUps, oneClicks] }

  private var bounces: MetricFamily {
    var family = MetricFamily("courant_bounces_total", .counter, "Bounces and complaints, by kind.")
    for kind in ["hard", "soft", "policy", "complaint"] {
      family.add(number(.bounce, kind), (name: "kind", value: kind))
    }
    return family
  }

  private var events: MetricFamily {
    var family = MetricFamily("courant_subscription_events_total", .counter, "What readers did, by digest.")
    for total in totals where total.subject == .event {
      family.add(Double(total.number), (name: "digest", value: total.name), (name: "event", value: total.detail))
    }
    return family
  }

  private var letters: MetricFamily {
    var family = MetricFamily("courant_letters_total", .counter, "Letters that no longer wait, by outcome.")
    for total in totals where total.subject == .letter {
      family.add(Double(total.number), (name: "kind", value: total.name), (name: "outcome", value: total.detail))
    }
    return family
  }

  /// What pages counted, and the label of each.
  private static let refusals = [
    ("machine-filled forms", "machine"), ("blocked domains", "blocked_domain"), ("invalid forms", "invalid"),
    ("letters limited", "limited"),
  ]

  private var refusedSignUps: MetricFamily {
    var family = MetricFamily("courant_signup_refused_total", .counter, "Requests of readers that led to no letter.")
    for (counted, reason) in Self.refusals { family.add(number(.web, counted), (name: "reason", value: reason)) }
    return family
  }

  private var oneClicks: MetricFamily {
    var family = MetricFamily("courant_one_click_total", .counter, "Unsubscribe requests of mail providers (RFC 8058).")
    for result in ["left", "again", "unknown", "failed"] {
      family.add(number(.web, "one-click: " + result), (name: "result", value: result))
    }
    return family
  }

  private func number(_ subject: Total.Subject, _ name: String) -> Double {
    Double(totals.first { $0.subject == subject && $0.name == name }?.number ?? 0)
  }
}
