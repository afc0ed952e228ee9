package import Time

/// What stands under `public/` because of us, and which articles the world has seen there.
package protocol PublicRecord: AnyObject, Sendable {
  /// The files that publishing left or may have left: path → the key of its bytes; nil while they may be any.
  func publishedFiles() throws -> [String: Fingerprint?]
  /// Files that are about to be written: known from now on, with any bytes.
  func announce(_ paths: [String]) throws
  /// Files that are in place and durable, with the keys of their bytes.
  func confirm(_ files: [String: Fingerprint]) throws
  /// Files that are gone.
  func forget(_ paths: [String]) throws

  /// Notes which articles are visible at `now`: those that were and are no more are withdrawn, those that are back are
  /// not. Called before anything is written, so that no article is seen that could vanish without a trace.
  func recordAppearances(at now: Instant) throws
  /// What was published and is no more, newest first; in the same second by id.
  func withdrawals() throws -> [Withdrawal]
}
