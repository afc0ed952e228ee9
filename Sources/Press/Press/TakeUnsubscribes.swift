internal import Bounces
package import Model
package import Time

/// Ends subscriptions on the word of the token in a reader's mails, in whatever form it comes back.
package struct TakeUnsubscribes {
  private let ledger: any ConsentLog
  private let now: Instant

  package init(ledger: any ConsentLog, now: Instant) { (self.ledger, self.now) = (ledger, now) }

  /// How much of what comes in is looked at.
  package static let maxBytes = UnsubscribeRequest.maxBytes

  /// A token, or an address that holds one. Nil if it ends no subscription of this site.
  package func take(_ word: String) throws -> EndedSubscription? { try end(UnsubscribeRequest.wholeTokens(in: word)) }

  /// A mail to the address that unsubscribes, or the body of a form (RFC 8058 §3.2). Nil if nothing in it ends a
  /// subscription of this site.
  package func take(input bytes: [UInt8]) throws -> EndedSubscription? { try end(UnsubscribeRequest.tokens(in: bytes)) }

  private func end(_ tokens: [String]) throws -> EndedSubscription? {
    for token in tokens {
      if let ended = try ledger.end(token: token, at: now) { return ended }
    }
    return nil
  }
}
