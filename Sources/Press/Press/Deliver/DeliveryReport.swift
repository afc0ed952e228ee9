internal import Delivery
internal import Model
internal import Time

/// The news of a round of deliveries, in sentences.
extension RunReport {
  mutating func add(_ news: Round.News, in zone: Zone) {
    switch news {
    case .accepted:
      deliveries[.accepted, default: 0] += 1
      relay = relay ?? .works
    case .dropped: deliveries[.dropped, default: 0] += 1
    case .deferred(let address, let outcome): tellDeferral("\(address): try again later: \(outcome.words)")
    case .givenUp(let address, let outcome): tellRefusal("\(address): given up after two days: \(outcome.words)")
    case .refused(let address, let reply): tellRefusal("\(address): refused: \(reply)")
    case .suppressed(let address): tellNotice("\(address): mailbox does not exist; suppressed")
    case .held(let domain, let hold, let reply): tellHold(domain, hold, reply, in: zone)
    case .refusedUs(let refused): tellRefusedUs(refused)
    case .unmade(let claim, let reason, let isWholeIssue): tellUnmade(claim, reason, isWholeIssue)
    case .uncertain: break  // printed at once; see uncertainty(_:_:isSentAgain:)
    }
  }

  /// Counts it and returns the sentence, which is printed at once so that it is not lost if the run is killed.
  mutating func uncertainty(_ address: EmailAddress, _ why: String, isSentAgain: Bool) -> String {
    deliveries[.uncertain, default: 0] += 1
    guard isSentAgain else { return "\(address): the message may have arrived: \(why); it is not sent again" }
    codes.insert(.waiting)
    return "\(address): the message may have arrived: \(why); resending later with the same Message-ID"
  }

  /// The reason is reported once, however many letters have it.
  private mutating func tellUnmade(_ claim: Claim, _ reason: String, _ isWholeIssue: Bool) {
    let isLetter = Letter.id(of: claim.delivery) != nil
    let mail = isLetter ? "letters" : "\(claim.issue.digest) #\(claim.issue.number)"
    let what =
      isWholeIssue && !isLetter ? "nothing is mailed" : "the message to \(claim.addressee.address) is not mailed"
    let isKnown = problems.contains { $0.hasPrefix(mail + ": ") && $0.hasSuffix("mailed: \(reason)") }
    if !isKnown { fail("\(mail): \(what): \(reason)", .badConfiguration) }
  }

  private mutating func tellDeferral(_ sentence: String) {
    deliveries[.deferred, default: 0] += 1
    codes.insert(.waiting)
    tellNotice(sentence)
  }

  private mutating func tellRefusal(_ sentence: String) {
    deliveries[.refused, default: 0] += 1
    tellProblem(sentence)
  }

  private mutating func tellHold(_ domain: String, _ hold: DestinationHold, _ reply: Reply?, in zone: Zone) {
    codes.insert(.waiting)
    tellNotice(
      "\(domain): asked to slow down; its mail waits until \(zone.shown(hold.until))" + (reply.map { ": \($0)" } ?? ""))
  }

  private mutating func tellRefusedUs(_ refused: Round.RefusedUs) {
    let waiting = refused.count - refused.givenUp
    if waiting > 0 { deliveries[.deferred, default: 0] += waiting }
    relay = .fails("it refuses us: \(refused.last)")
    if refused.isBesideTrouble { return }
    let isOne = refused.count == 1
    let why = refused.isInARow && !isOne ? "in a row" : "because of the sender, not the readers"
    let consequence =
      refused.givenUp > 0
      ? "after two days, \(refused.givenUp) are given up"
      : isOne ? "it waits for a later run" : "they wait for a later run"
    fail(
      "the relay refused \(isOne ? "1 message" : "\(refused.count) messages") \(why): \(refused.last); \(consequence)",
      .waiting)
  }
}

extension RunReport {
  mutating func add(_ end: DeliveryEnd, in zone: Zone) {
    reportOmitted()
    if let refused = end.refusedConnections { report(refused) }
    if case .throttled = end.ending { isThrottled = true }
    switch end.ending {
    case .troubled(let trouble):
      let isUnreachable = trouble.reply == nil && !trouble.isPermanent
      relay = .fails(trouble.sentence)
      fail(trouble.sentence + "; mail waits for the next run", isUnreachable ? .unreachable : .waiting)
    case .unmailable(let claim, let reason):
      let mail = Letter.id(of: claim.delivery).map { "letter \($0.number)" }
      fail(
        "\(mail ?? "\(claim.issue.digest) #\(claim.issue.number)"): too many messages cannot be made, the last because: "
          + "\(reason); nothing more is mailed", .badConfiguration)
    case .throttled where deliveries.isEmpty: break  // reported when the others were sent
    case .throttled(let instant):
      let until =
        instant.map { "until \(zone.shown($0)), as set by the rates in schedule.conf" }
        ?? "for another day, as set by `warm_up` in schedule.conf"
      notices.append("\(Self.mailsWait(end.waiting)) \(until)")
    case .stopped where end.isPaused:
      fail("sending was paused meanwhile; what had not left waits for `courant resume`", .waiting, lasts: false)
    case .stopped:
      let unanswered = end.unanswered == 0 ? "" : "; \(end.unanswered) more got no reply from the server"
      fail("stopped by a signal; \(Self.mailsWait(end.waiting)) for the next run\(unanswered)", .waiting, lasts: false)
    case .refusing, .failed, nil: break
    }
  }

  private static func mailsWait(_ count: Int) -> String { count == 1 ? "1 message waits" : "\(count) messages wait" }

  private mutating func report(_ refused: Round.RefusedConnections) {
    notices.append(
      "schedule.conf: only \(refused.remaining) of \(refused.count) connections to the relay carried mail "
        + "(\(refused.failure.sentence)); if it limits connections, set sessions = \(refused.remaining) in [mail]")
  }
}

extension Outcome {
  /// The server's reply, or why there was none.
  fileprivate var words: String {
    switch self {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): "\(reply)"
    case .uncertain(let words): words
    case .unsent(let trouble): trouble.sentence
    }
  }
}
