internal import Bounces
package import Model
package import Time

/// Ends the subscription that the token in a reader's emails identifies, in any form in which it arrives.
package struct UnsubscribeRecorder {
  private let ledger: any ConsentLog
  private let now: Instant

  package init(ledger: any ConsentLog, now: Instant) { (self.ledger, self.now) = (ledger, now) }

  /// How many bytes of the input are read.
  package static let maxBytes = UnsubscribeRequest.maxBytes

  /// Accepts a token, or a URL that contains one. Nil if it ends no subscription of this site.
  package func record(_ word: String) throws -> EndedSubscription? { try end(UnsubscribeRequest.wholeTokens(in: word)) }

  /// Accepts a message to the unsubscribe address, or the body of a form (RFC 8058 §3.2). Nil if nothing in it ends a
  /// subscription of this site.
  package func record(input bytes: [UInt8]) throws -> EndedSubscription? {
    try end(UnsubscribeRequest.tokens(in: bytes))
  }

  private func end(_ tokens: [String]) throws -> EndedSubscription? {
    for token in tokens {
      if let ended = try ledger.end(token: token, at: now) { return ended }
    }
    return nil
  }
}
