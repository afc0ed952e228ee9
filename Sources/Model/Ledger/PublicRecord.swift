package import Time

/// The files under `public/` that Courant made, and which articles readers have seen there.
package protocol PublicRecord: AnyObject, Sendable {
  /// The files that publishing left or may have left: path → key of the bytes; nil if the bytes are uncertain.
  func publishedFiles() throws -> [String: Fingerprint?]
  /// Records files that are about to be written; until they are confirmed, their bytes are uncertain.
  func announce(_ paths: [String]) throws
  /// Records files that are in place and durable, with the keys of their bytes.
  func confirm(_ files: [String: Fingerprint]) throws
  /// Removes files that are gone from the record.
  func forget(_ paths: [String]) throws

  /// Records which articles are visible at `now`: withdrawals begin for those no longer visible, and end for those
  /// that are back. Called before anything is written, so that no article that readers have seen can vanish
  /// unrecorded.
  func recordAppearances(at now: Instant) throws
  /// Published articles that are no longer visible, newest first; with the same date, by id.
  func withdrawals() throws -> [Withdrawal]
}
