/// Whether all mail is stopped. Every process that sends sees it before its next final dot.
package protocol PauseBook: AnyObject, Sendable {
  /// Nil if mail is sent.
  func sendingPause() throws -> SendingPause?

  /// Stops mail. If it is stopped already, only the reason and the letters change: it is still that pause.
  func pauseSending(_ pause: SendingPause) throws

  /// Ends the pause. Nil if there is none.
  func resumeSending() throws -> SendingPause?
}
