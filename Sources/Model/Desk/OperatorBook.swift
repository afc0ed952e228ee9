package import Time

/// Signs operators in to the desk. Links and sessions are stored only as a hash of their secret.
package protocol OperatorBook: AnyObject, Sendable {
  /// Records a link that signs an operator in once, until it lapses.
  func record(link hash: String, of name: String, until lapses: Instant, at now: Instant) throws

  /// The operator whom a link would sign in; nil if there is no such link, or it was used or has lapsed. Changes nothing.
  func operatorName(ofLink hash: String, at now: Instant) throws -> String?

  /// Uses a link and begins a session, in one transaction. Nil as in ``operatorName(ofLink:at:)``.
  func signIn(link hash: String, session: OperatorSession, at now: Instant) throws -> String?

  /// Nil if there is no such session, or it has ended or lapsed.
  func operatorName(ofSession hash: String, at now: Instant) throws -> String?

  func end(session hash: String) throws

  /// Ends the sessions and links of an operator, or of all operators. Returns the number of sessions.
  func endSessions(of name: String?) throws -> Int
}

/// A session about to begin.
package struct OperatorSession: Hashable, Sendable {
  package let hash: String
  package let lapses: Instant

  package init(hash: String, lapses: Instant) {
    self.hash = hash
    self.lapses = lapses
  }
}
