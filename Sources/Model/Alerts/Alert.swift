package import Time

/// Something that needs an operator, for as long as it lasts.
package struct Alert: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable, Codable {
    /// No run has come to its end for a while.
    case stale
    /// The relay cannot be reached, or refuses us.
    case relay
    case disk
    /// Someone may be signing up strangers.
    case signUps = "sign-ups"
    /// Readers of one destination report messages as spam.
    case complaints
    /// Too many messages of an issue failed.
    case failures
    case certificate
    /// The site does not answer as mail providers and readers need it.
    case site
    /// The DNS record of a DKIM key.
    case key
    case backup
    /// Another program does not take its events.
    case webhook
  }

  package let kind: Kind
  /// What it is about, if there may be several of a kind: a domain, an issue, a name; otherwise empty.
  package let about: String
  /// 1, or more if it is worse. One that becomes worse is reported at once.
  package fileprivate(set) var level: Int
  /// What is wrong, and what to do.
  package let sentence: String
  /// Since when, if the facts say so.
  package fileprivate(set) var since: Instant?

  package init(_ kind: Kind, about: String = "", level: Int = 1, since: Instant? = nil, _ sentence: String) {
    self.kind = kind
    self.about = about
    self.level = level
    self.since = since
    self.sentence = sentence
  }

  package struct Key: Hashable, Sendable {
    package let kind: Kind
    package let about: String
  }

  package var key: Key { Key(kind: kind, about: about) }
}

extension Alert.Kind {
  /// Whether a letter may be written while it lasts. If the relay fails, none arrives; operators hear of it afterwards.
  var isToldWhileItLasts: Bool { self != .relay }

  /// Whether it concerns one machine. If several share the ledger, `about` is the name of the machine, and only that machine can end
  /// the alert.
  var isOfMachine: Bool { self == .relay || self == .disk }

  /// Whether its end is worth a letter: an issue that failed is not repaired, it only becomes old.
  var isToldWhenOver: Bool { self != .failures }
}

/// An alert as the ledger remembers it.
package struct KnownAlert: Hashable, Sendable {
  package var alert: Alert
  package var since: Instant
  /// When it was last reported; nil if it never was.
  package var told: Instant?
  /// When it was over; nil while it lasts.
  package var ended: Instant?

  package init(_ alert: Alert, since: Instant, told: Instant? = nil, ended: Instant? = nil) {
    self.alert = alert
    self.alert.since = nil
    self.since = since
    self.told = told
    self.ended = ended
  }

  /// Whether it was reported since it began.
  fileprivate var isTold: Bool { told.map { $0 >= since } ?? false }
}

/// What is to be reported and remembered: each alert is reported once, then daily while it lasts, and when it is over. One that
/// comes and goes is reported at most twice a day.
package struct AlertNews: Hashable, Sendable {
  package private(set) var new: [KnownAlert] = []
  /// Told before.
  package private(set) var lasting: [KnownAlert] = []
  package private(set) var over: [KnownAlert] = []
  /// What the ledger should remember from now on, sorted.
  package private(set) var known: [KnownAlert] = []
  /// Whether a letter is due.
  package private(set) var mustTell = false

  private static let day = Duration.seconds(86_400)

  /// - Parameters:
  ///   - alerts: that there are now.
  ///   - known: what the ledger remembers.
  ///   - machine: the name of this machine if several share the ledger.
  package init(_ alerts: [Alert], known: [KnownAlert], of machine: String? = nil, at now: Instant) {
    let before = Dictionary(known.map { ($0.alert.key, $0) }, uniquingKeysWith: { first, _ in first })
    for alert in alerts { add(alert, before[alert.key], now) }
    let current = Set(alerts.map(\.key))
    for gone in known where !current.contains(gone.alert.key) {
      let isOfOther = machine != nil && gone.alert.kind.isOfMachine && gone.alert.about != machine
      if isOfOther { keep(gone, now) } else { end(gone, now) }
    }
    if mustTell { tell(current, now) }
    self.known.sort { ($0.alert.kind.rawValue, $0.alert.about) < ($1.alert.kind.rawValue, $1.alert.about) }
  }

  private mutating func add(_ alert: Alert, _ before: KnownAlert?, _ now: Instant) {
    let isWorse = alert.level > before?.alert.level ?? 0
    var next = KnownAlert(alert, since: alert.since ?? now, told: before?.told)
    if let before {
      if before.ended == nil { next.since = before.since }
      // One that becomes better and worse again is not new each time.
      next.alert.level = max(alert.level, before.alert.level)
    }
    known.append(next)
    guard alert.kind.isToldWhileItLasts else { return }
    let isDue = isWorse || Self.isDayOld(before?.told, now)
    if !next.isTold && isDue || isWorse {
      new.append(next)
    } else {
      lasting.append(next)
    }
    if isDue { mustTell = true }
  }

  /// Keeps an alert of another machine, for two days after that machine last changed it.
  private mutating func keep(_ other: KnownAlert, _ now: Instant) {
    let changed = other.ended ?? other.told ?? other.since
    if now - changed < Self.day * 2, changed <= now { known.append(other) }
  }

  private mutating func end(_ gone: KnownAlert, _ now: Instant) {
    var gone = gone
    if gone.ended == nil {
      gone.ended = now
      let wasTold = gone.isTold || !gone.alert.kind.isToldWhileItLasts
      if wasTold, gone.alert.kind.isToldWhenOver {
        over.append(gone)
        mustTell = true
      }
    }
    // Remembered for a day, so that one that comes and goes is not new each time.
    if let told = gone.told, !Self.isDayOld(told, now) { known.append(gone) }
  }

  private mutating func tell(_ current: Set<Alert.Key>, _ now: Instant) {
    for position in known.indices where current.contains(known[position].alert.key) {
      guard known[position].alert.kind.isToldWhileItLasts else { continue }
      known[position].told = now
    }
  }

  /// A clock that was set back must not silence anything.
  private static func isDayOld(_ told: Instant?, _ now: Instant) -> Bool {
    told.map { now - $0 >= day || $0 > now } ?? true
  }
}
