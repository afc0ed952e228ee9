/// Whether all mail is stopped. Every sending process notices this before its next final dot.
package protocol PauseBook: AnyObject, Sendable {
  /// Nil if mail is not paused.
  func sendingPause() throws -> SendingPause?

  /// Stops mail. If it is already stopped, only the reason and the setting for letters change: it is still the same pause.
  func pauseSending(_ pause: SendingPause) throws

  /// Ends the pause. Nil if there is none.
  func resumeSending() throws -> SendingPause?
}
