internal import Model
internal import Office
internal import Press
internal import Text
internal import Time
internal import Web

/// What an operator wants to do about a reader, with what the form says.
struct ReaderChange: Sendable {
  let act: DeskRoute.ReaderAct
  /// Of one subscription; nil if it concerns all of them.
  let digest: String?
  /// The feeds as written; empty unless they are asked for.
  private(set) var feeds = ""
  /// Why the form cannot be taken; empty if it can.
  private(set) var mistake = ""
  private var follows: Following?
  private var pause: PauseLength?
  private let zone: Zone

  /// Throws if the reader is not in a state to which the act applies.
  init(_ act: DeskRoute.ReaderAct, _ reader: ReaderPage, _ visit: DeskVisit) throws {
    self.act = act
    zone = visit.house.site.zone
    let asked = { (name: String) in visit.fields?[name] ?? visit.request.parameters[name] }
    digest = act == .end || act == .feeds ? asked("digest") : nil
    let row = reader.subscriptions.first { $0.digest == digest }
    switch act {
    case .end:
      if row == nil { throw DeskRefusal.missing("They are not subscribed to that") }
    case .feeds:
      guard let row, reader.open.contains(where: { $0.digest == row.digest }) else {
        throw DeskRefusal.missing("They are not subscribed to that")
      }
      feeds = (asked("feeds") ?? row.written).trimmed
      if !visit.request.isSafe { readFeeds(row.digest, on: visit.house.site) }
    case .lift:
      if !reader.mayBeLifted { throw DeskRefusal.missing("No suppression that an operator may lift") }
    case .resume:
      if reader.paused_until == nil { throw DeskRefusal.missing("They have not paused") }
    case .pause:
      pause = asked("weeks").flatMap { Int($0) }.flatMap { PauseLength(rawValue: $0) }
      if !visit.request.isSafe, pause == nil { throw DeskRefusal.missing("No length of a pause") }
    case .suppress, .forget, .sendLink: break
    }
  }

  private mutating func readFeeds(_ name: String, on site: Site) {
    guard let following = Following(feeds.filter { $0 != " " }) else {
      mistake = "That is not a list of feeds. Nothing was changed."
      return
    }
    guard let digest = site.digest(name) else {
      mistake = "schedule.conf has no digest \(name) any more. Nothing was changed."
      return
    }
    mistake = site.unknownFeed(of: following, in: digest).map { $0 + ". Nothing was changed." } ?? ""
    follows = following
  }

  /// Returns what is so afterwards, in a few words.
  func perform(for address: EmailAddress, _ reader: ReaderPage, in ledger: any DeskLedger, at now: Instant) throws
    -> String
  {
    switch act {
    case .end: _ = try ledger.end(address, digest: digest, at: now)
    case .suppress: _ = try ledger.end(address, digest: nil, at: now)
    case .forget: _ = try ledger.forget(address, at: now)
    case .sendLink: try ledger.record([ReaderRequest(.findLink, from: address)], at: now)
    case .lift:
      guard let reason = try ledger.lift(address) else { throw DeskRefusal.impossible("It was lifted already.") }
      return "suppression (\(reason.rawValue)) lifted"
    case .pause, .resume: return try pause(address, reader, in: ledger, at: now)
    case .feeds: return try follow(address, in: ledger, at: now)
    }
    return digest.map { "\(act.rawValue) of \($0)" } ?? act.rawValue
  }

  private func pause(
    _ address: EmailAddress, _ reader: ReaderPage, in ledger: any DeskLedger, at now: Instant
  ) throws -> String {
    let until = pause.map { now + $0.duration }
    let tokens = try reader.subscriptions.compactMap { try ledger.addressee(address, digest: $0.digest)?.0.token }
    guard let token = tokens.first, try ledger.pause(until: until, by: token, at: now) != nil else {
      throw DeskRefusal.impossible("They have no subscription.")
    }
    return until.map { "paused until \(zone.shown($0))" } ?? "not paused"
  }

  private func follow(_ address: EmailAddress, in ledger: any DeskLedger, at now: Instant) throws -> String {
    guard let digest, let follows else { throw DeskRefusal.impossible("No feeds were named.") }
    var row = Enrolment(address: address, digest: digest, status: nil)
    row.follows = follows
    row.channel = "desk"
    let result = try ledger.enrol([row], offered: [digest], at: now)[0]
    guard [.changed, .unchanged].contains(result) else {
      throw DeskRefusal.impossible("The subscription has changed since: \(result.rawValue).")
    }
    return "\(digest): \(follows.text)"
  }
}
