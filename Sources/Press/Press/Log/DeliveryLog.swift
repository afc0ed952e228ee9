internal import Cryptography
internal import Delivery
internal import Model
internal import Time

/// The news of a round as events. Accepted messages are only counted, in the event of the run: there may be a million.
struct DeliveryLog {
  /// `delivery` or `letter`.
  private let name: String
  private let secret: [UInt8]
  private let write: (LogEvent) -> Void

  init(_ name: String, secret: [UInt8], _ write: @escaping (LogEvent) -> Void) {
    self.name = name
    self.secret = secret
    self.write = write
  }

  func add(_ news: Round.News) {
    switch news {
    case .accepted, .dropped: break
    case .deferred(let address, let outcome): write(event("deferred", address, reply: outcome.reply))
    case .givenUp(let address, let outcome): write(event("given-up", address, reply: outcome.reply))
    case .refused(let address, let reply): write(event("refused", address, reply: reply))
    case .suppressed(let address): write(event("suppressed", address))
    case .uncertain(let address, _, let isSentAgain):
      var event = event("uncertain", address)
      event.add("resend", isSentAgain ? "yes" : "no")
      write(event)
    case .held(let domain, let hold, let reply): write(held(domain, hold, reply))
    case .refusedUs(let refused): write(refusedUs(refused))
    case .unmade(let claim, _, _): write(event("unmade", claim.addressee.address))
    }
  }

  private func event(_ state: String, _ address: EmailAddress, reply: Reply? = nil) -> LogEvent {
    var event = LogEvent(name)
    event.add("state", state)
    event.add("domain", address.domain)
    event.add("reader", LogEvent.shortHash(of: address, secret))
    event.add(reply)
    return event
  }

  private func held(_ domain: String, _ hold: DestinationHold, _ reply: Reply?) -> LogEvent {
    var event = LogEvent("destination-held")
    event.add("domain", domain)
    event.add("until", hold.until.rfc3339)
    event.add(reply)
    return event
  }

  private func refusedUs(_ refused: Round.RefusedUs) -> LogEvent {
    var event = LogEvent("relay-refused")
    event.add("messages", refused.count)
    event.add(refused.last)
    return event
  }
}

extension LogEvent {
  /// The code and the status of a reply; its words may have an address.
  fileprivate mutating func add(_ reply: Reply?) {
    guard let reply else { return }
    add("code", reply.code)
    add("status", reply.status)
  }

  /// The beginning of the hash by which the ledger knows an address: without the site's secret, it names nobody.
  static func shortHash(of address: EmailAddress, _ secret: [UInt8]) -> String {
    lowercaseHex(hmacSHA256(key: secret, Array("address:\(address.canonical)".utf8)).prefix(5))
  }
}

extension Outcome {
  fileprivate var reply: Reply? {
    switch self {
    case .accepted(let reply), .deferred(let reply), .refused(let reply): reply
    case .uncertain: nil
    case .unsent(let trouble): trouble.reply
    }
  }
}
